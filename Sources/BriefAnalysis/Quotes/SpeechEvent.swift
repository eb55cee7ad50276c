import BriefSource
import BriefText

/// A place outside of quotations where somebody is said to speak, think or judge.
struct SpeechEvent {
  /// How the one who speaks stands to the cue.
  enum Order {
    /// "Khan said".
    case subjectFirst
    /// "said Khan".
    case inverted
    /// ", saying": the subject is that of the main clause.
    case participle
    /// "according to Khan".
    case accordingTo
  }

  /// The tokens of the cue.
  let cue: Range<Int>
  /// Its verb in the lexicon; -1 for "according to".
  let entry: Int
  /// Who speaks; `nil` when nothing fits.
  var subject: Range<Int>?
  /// How it is arranged.
  let order: Order
  /// The tokens of the sentence it stands in.
  let frame: Range<Int>
  /// Whether its clause is a main clause: nothing but a comma, a conjunction or the start of the
  /// sentence stands before its subject.
  var isMain = false
  /// Whether its clause says when, or why, what the sentence tells happened.
  var isCircumstance = false
}

/// Finds the speech events of a text, sentence by sentence.
struct SpeechEventFinder {
  let text: QuoteText
  let phrases: NounPhraseReader

  init(_ text: QuoteText) {
    self.text = text
    phrases = NounPhraseReader(text: text)
  }

  /// The events in text order. Linear in the number of tokens.
  func events() -> [SpeechEvent] {
    var events: [SpeechEvent] = []
    for number in 0..<max(0, text.frames.count - 1) {
      let frame = text.frames[number]..<text.frames[number + 1]
      var mainSubject: Range<Int>?
      var index = frame.lowerBound
      while index < frame.upperBound {
        defer { index += 1 }
        guard text.isOutside(index) else { continue }
        if let event = accordingTo(index, frame) {
          events.append(event)
          continue
        }
        guard text.has(index, .cue), let verb = text.verb(index) else { continue }
        if let event = inverted(at: index, verb, frame) {
          mainSubject = mainSubject ?? event.subject
          events.append(event)
          continue
        }
        guard var event = event(at: index, verb, frame, mainSubject) else { continue }
        if event.order == .subjectFirst, let subject = event.subject {
          event.isMain = event.isMain || isMain(subject, frame)
          event.isCircumstance =
            subject.lowerBound > frame.lowerBound && text.has(subject.lowerBound - 1, .circumstance)
          if event.isMain || mainSubject == nil { mainSubject = subject }
        }
        events.append(event)
      }
    }
    return events
  }

  /// Whether the clause whose subject is `subject` is a main clause of the sentence.
  private func isMain(_ subject: Range<Int>, _ frame: Range<Int>) -> Bool {
    let before = subject.lowerBound - 1
    guard before >= frame.lowerBound else { return true }
    if !text.isOutside(before) { return true }
    return text.has(before, [.conjunction, .comma, .semicolon, .dash, .mark])
      && !text.has(before, .subordinator)
  }

  /// ", explained Khan,": the cue stands between a comma and its subject.
  private func inverted(
    at index: Int, _ verb: (entry: Int, forms: CueLexicon.Forms), _ frame: Range<Int>
  ) -> SpeechEvent? {
    guard index > frame.lowerBound, text.has(index - 1, [.comma, .dash]),
      !text.isCapitalised(index),
      !verb.forms.isDisjoint(with: [.past, .third]), !verb.forms.contains(.ing),
      CueLexicon.shared.entries[verb.entry].isInvertible,
      text.isCapitalised(index + 1) || text.has(index + 1, [.determiner, .title, .pronoun]),
      let subject = phrases.phrase(startingAt: index + 1, before: frame.upperBound),
      subject.upperBound >= frame.upperBound
        || text.has(subject.upperBound, [.comma, .stop, .dash, .preposition])
        || !text.isOutside(subject.upperBound)
    else { return nil }
    return SpeechEvent(
      cue: index..<index + 1, entry: verb.entry, subject: subject, order: .inverted, frame: frame,
      isMain: true)
  }

  private func accordingTo(_ index: Int, _ frame: Range<Int>) -> SpeechEvent? {
    guard text.has(index, .to), index > frame.lowerBound, text.lower(index - 1) == "according"
    else { return nil }
    let subject = phrases.phrase(startingAt: index + 1, before: frame.upperBound)
    return SpeechEvent(
      cue: index - 1..<index + 1, entry: -1, subject: subject, order: .accordingTo, frame: frame)
  }

  private func event(
    at index: Int, _ verb: (entry: Int, forms: CueLexicon.Forms), _ frame: Range<Int>,
    _ mainSubject: Range<Int>?
  ) -> SpeechEvent? {
    // A cue form may be a noun here ("the claim", "his report"), or part of a name.
    let before = index - 1
    let hasBefore = before >= frame.lowerBound && text.isOutside(before)
    if text.isCapitalised(index), index > frame.lowerBound,
      hasBefore || !verb.forms.contains(.ing)
    {
      return nil
    }
    let previous = hasBefore ? text.classes(before) : []
    if !previous.isDisjoint(with: [.determiner, .possessive, .of]),
      previous.isDisjoint(with: .pronoun)
    {
      return nil
    }
    if previous.contains(.genitive), text.lower(before) != "'s" || !verb.forms.contains(.ing) {
      return nil
    }
    let isPreposition = previous.contains(.preposition) && previous.isDisjoint(with: .adverb)
    if verb.forms == .ing {
      // "is saying" is finite; ", saying" belongs to the main clause; "of saying" is neither.
      var group = before
      while group >= frame.lowerBound, text.has(group, .adverb) || text.has(group, .negation) {
        group -= 1
      }
      if text.has(group, .auxiliary) {
        return SpeechEvent(
          cue: index..<index + 1, entry: verb.entry,
          subject: phrases.subject(before: index, in: frame), order: .subjectFirst, frame: frame)
      }
      if isPreposition || previous.contains(.to) {
        guard previous.isDisjoint(with: .of) else { return nil }
      }
      // "a headline saying …", "with Khan warning that …": the noun before it is the subject.
      if hasBefore, text.isWord(before), previous.isDisjoint(with: [.adverb, .time]),
        let near = phrases.phrase(endingAt: before, frame),
        text.has(near.lowerBound, [.determiner, .possessive])
          || text.has(near.lowerBound - 1, .preposition)
      {
        return SpeechEvent(
          cue: index..<index + 1, entry: verb.entry, subject: near, order: .subjectFirst,
          frame: frame,
          isMain: text.has(near.lowerBound - 1, .preposition)
            && text.has(near.lowerBound - 2, .comma))
      }
      return SpeechEvent(
        cue: index..<index + 1, entry: verb.entry,
        subject: mainSubject ?? clauseSubject(index, frame), order: .participle, frame: frame)
    }
    if isPreposition { return nil }
    if previous.contains(.to) {
      // "to say": the subject of the main clause, where it is known.
      return SpeechEvent(
        cue: index..<index + 1, entry: verb.entry,
        subject: mainSubject ?? clauseSubject(before, frame), order: .participle, frame: frame)
    }
    if previous.contains(.conjunction), mainSubject != nil {
      // "praised the mediators … but expressed": the subject is not repeated.
      return SpeechEvent(
        cue: index..<index + 1, entry: verb.entry, subject: mainSubject, order: .subjectFirst,
        frame: frame)
    }
    let isPassive = isPassive(index, verb.forms, frame)
    if isPassive { return nil }
    let subject = phrases.subject(before: index, in: frame)
    if verb.forms.isDisjoint(with: [.past]), let subject,
      !agrees(index, verb.forms, subject, frame)
    {
      return nil
    }
    return SpeechEvent(
      cue: index..<index + 1, entry: verb.entry, subject: subject, order: .subjectFirst,
      frame: frame)
  }

  /// Whether a present form at `index` is a verb with `subject`, and no noun.
  ///
  /// "Officials say" and "he claims" are verbs; "talk show", "health claims" and "the report" are
  /// not.
  private func agrees(
    _ index: Int, _ forms: CueLexicon.Forms, _ subject: Range<Int>, _ frame: Range<Int>
  ) -> Bool {
    let last = subject.upperBound - 1
    let head = text.classes(last)
    // Between subject and verb a modal makes any infinitive a verb.
    if last + 1 < index, text.has(index - 1, [.auxiliary, .negation, .adverb]) { return true }
    let next = text.classes(index + 1)
    if !next.isDisjoint(with: [.auxiliary, .of, .verb]) { return false }
    // "his recent remarks about", "the latest claims,": the form is a noun as well.
    if !next.isDisjoint(with: [.preposition, .comma, .stop]), next.isDisjoint(with: .that),
      CueLexicon.shared.nouns[text.lower(index)] != nil, !text.isCapitalised(last),
      head.isDisjoint(with: [.pronoun, .speaker])
    {
      return false
    }
    if forms.contains(.base) {
      if head.contains(.pronoun) {
        return !["he", "she", "it", "one"].contains(text.lower(last))
      }
      let word = text.lower(last)
      return word.hasSuffix("s") || word.hasSuffix("people") || word.hasSuffix("men")
        || text.has(last, .determiner)
        || (subject.lowerBound..<last).contains { text.has($0, .and) }
    }
    if head.contains(.pronoun) { return !["they", "we", "i", "you"].contains(text.lower(last)) }
    return text.isCapitalised(last)
      || text.has(subject.lowerBound, [.determiner, .possessive, .speaker, .rank])
  }

  /// Whether the participle at `index` has a form of "be" before it.
  private func isPassive(
    _ index: Int, _ forms: CueLexicon.Forms, _ frame: Range<Int>
  ) -> Bool {
    guard forms.contains(.done) else { return false }
    var group = index - 1
    while group >= frame.lowerBound, text.isOutside(group),
      text.has(group, [.adverb, .negation, .auxiliary])
    {
      switch text.lower(group) {
      case "is", "are", "was", "were", "be", "been", "being": return true
      default: group -= 1
      }
    }
    return false
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
