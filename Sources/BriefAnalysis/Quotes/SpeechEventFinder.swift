import BriefSource
import BriefText

/// Finds the speech events of a text: the verbs of the lexicon of cues that have somebody who
/// speaks in the tree of their sentence.
struct SpeechEventFinder {
  let text: QuoteText
  let phrases: NounPhraseReader
  private let sources: SourceReader
  private let tree: ClauseTree

  init(_ text: QuoteText) {
    self.text = text
    phrases = NounPhraseReader(text: text)
    sources = SourceReader(text)
    tree = text.tree
  }

  /// The events in text order. Linear in the number of tokens.
  func events() -> [SpeechEvent] {
    var events: [SpeechEvent] = []
    for number in 0..<max(0, text.frames.count - 1) {
      let frame = text.frames[number]..<text.frames[number + 1]
      for token in frame where text.isOutside(token) {
        if let event = accordingTo(token, frame) ?? event(at: token, frame) {
          events.append(event)
        }
      }
    }
    return events
  }

  /// What a relative pronoun alone stands for: the noun phrase that its clause hangs on; `nil` for
  /// other phrases, and where the tree has none.
  func antecedent(of phrase: Range<Int>) -> Range<Int>? {
    guard phrase.count == 1, text.has(phrase.lowerBound, .relative) else { return nil }
    var above = phrase.lowerBound
    for _ in 0..<8 {
      guard let next = tree.head(above) else { break }
      if tree.relations[above] == .relativeClause || tree.relations[above] == .nounClause,
        next < phrase.lowerBound
      {
        return sources.phrase(next)
      }
      above = next
    }
    // The parser hung it elsewhere: what stands right before it.
    let frame = text.frame(holding: phrase.lowerBound)
    return text.has(phrase.lowerBound, .that)
      ? nil : phrases.phrase(endingAt: phrase.lowerBound, frame)
  }

  private func accordingTo(_ index: Int, _ frame: Range<Int>) -> SpeechEvent? {
    guard text.has(index, .to), index > frame.lowerBound, text.lower(index - 1) == "according"
    else { return nil }
    let subject = phrases.phrase(startingAt: index + 1, before: frame.upperBound)
    return SpeechEvent(
      cue: index - 1..<index + 1, entry: -1, subject: subject, order: .accordingTo, frame: frame)
  }

  private func event(at verb: Int, _ frame: Range<Int>) -> SpeechEvent? {
    guard tree.parts[verb] == .verb, let entry = text.verb(verb)?.entry else { return nil }
    let source = sources.source(ofVerb: verb)
    let order: SpeechEvent.Order =
      switch source?.path {
      case .subject?: (source?.head ?? verb) < verb ? .subjectFirst : .inverted
      case .conjoined?, .relative?: .subjectFirst
      default: .participle
      }
    var event = SpeechEvent(
      cue: verb..<verb + 1, entry: entry, subject: source?.tokens, order: order, frame: frame)
    switch tree.relations[verb] {
    case .root, .parataxis: event.isMain = true
    case .conjunct:
      event.isMain = tree.head(verb).map { tree.relations[$0] == .root } ?? false
    case .adverbialClause:
      event.isCircumstance = tree.children(verb).contains {
        $0 < verb && text.has($0, .circumstance)
          && (tree.relations[$0] == .marker || tree.relations[$0] == .adverb)
      }
    default: break
    }
    return event
  }

  /// The first noun phrase of the clause that goes on at `index`: the subject of a verb that is no
  /// cue ("Khan visited the camp, saying …").
  func clauseSubject(_ index: Int, _ frame: Range<Int>) -> Range<Int>? {
    var first = frame.lowerBound
    let limit = min(index, first + 120)
    while first < limit {
      let stretch = text.stretchOf[first]
      if stretch >= 0 {
        first = text.stretchTokens[Int(stretch)].upperBound
      } else if text.isWord(first) {
        break
      } else {
        first += 1
      }
    }
    guard first < limit else { return nil }
    if text.has(first, [.preposition, .subordinator]), !text.has(first, .pronoun) {
      // "In a statement, Khan …": the clause begins after the first comma.
      var comma = first
      while comma < index, comma - first < 30, !text.has(comma, .comma) { comma += 1 }
      guard comma + 1 < index else { return nil }
      first = comma + 1
    }
    while first < limit, text.has(first, [.adverb, .conjunction, .comma]) { first += 1 }
    if text.has(first + 1, .comma), !text.isOutside(first + 1) || first + 2 < index,
      text.isWord(first), !text.has(first, .speaker), !text.isCapitalised(first)
    {
      first += 2
    }
    return phrases.phrase(startingAt: first, before: index)
  }
}
