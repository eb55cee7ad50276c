import BriefText

/// Finds who speaks, thinks or judges by the tree around a cue.
struct SourceReader {
  let text: QuoteText
  private let tree: ClauseTree
  private let phrases: NounPhraseReader

  init(_ text: QuoteText) {
    self.text = text
    tree = text.tree
    phrases = NounPhraseReader(text: text)
  }

  /// A phrase that may be the source, and how it stands to the cue.
  struct Candidate {
    /// The noun that heads it.
    let head: Int
    /// The short phrase.
    let tokens: Range<Int>
    /// How it stands to the cue.
    let path: SourcePath
  }

  /// How many verbs are climbed in search of a subject.
  private static let reach = 6

  /// The phrases that may be the source of `candidate`, the likeliest first.
  func sources(of candidate: CueCandidate) -> [Candidate] {
    var heads: [(Int, SourcePath)] = []
    switch candidate.construction {
    case .according:
      if let noun = tree.head(candidate.head) { heads.append((noun, .accordingTo)) }
    case .nounClause, .nounInfinitive, .nounOf: nounSources(candidate.head, &heads)
    case .adjectiveClause, .adjectiveInfinitive: adjectiveSources(candidate.head, &heads)
    case .adverb: break
    default: verbSources(candidate.head, candidate.construction, &heads)
    }
    var found: [Candidate] = []
    for (head, path) in heads {
      // What stands in marks of its own is quoted, and nothing is the source of itself.
      if text.stretchOf[head] != text.stretchOf[candidate.head] { continue }
      if candidate.runs.contains(where: { $0.contains(head) }) { continue }
      if text.has(head, .time) { continue }
      var phrase = named(phrase(head), head)
      if path == .subject, head < candidate.head { phrase = whole(phrase, before: candidate.head) }
      if candidate.runs.contains(where: { $0.overlaps(phrase) }) { phrase = head..<head + 1 }
      if found.contains(where: { $0.tokens == phrase }) { continue }
      found.append(Candidate(head: head, tokens: phrase, path: path))
    }
    if found.isEmpty, let phrase = missed(candidate) {
      found.append(Candidate(head: phrase.upperBound - 1, tokens: phrase, path: .subject))
    }
    // A participle's likeliest subject may be no one who can speak: "the rules for a vote, calling …".
    if let first = found.first, first.path != .subject, first.path != .accordingTo,
      !text.maySpeak(first.tokens),
      let other = found.firstIndex(where: { text.maySpeak($0.tokens) })
    {
      found.swapAt(0, other)
    }
    return found
  }

  /// The subject before a finite cue for which the parser found none.
  private func missed(_ candidate: CueCandidate) -> Range<Int>? {
    let verb = candidate.head
    if tree.verbForms[verb] == .ing, text.isOutside(verb) {
      return mainSubject(before: verb, candidate)
    }
    switch candidate.construction {
    case .before, .parenthesis, .beside:
      // "…,” said Skelly, explaining …", where the parser took Skelly for an object.
      guard tree.verbForms[verb] == .past || tree.verbForms[verb] == .present,
        text.isOutside(verb), text.has(verb, .cue),
        let phrase = phrases.phrase(
          startingAt: verb + 1, before: text.frame(holding: verb).upperBound),
        text.maySpeak(phrase), !candidate.runs.contains(where: { $0.overlaps(phrase) })
      else { return nil }
      return phrase
    case .that, .clause, .object, .objectAndMore, .oblique, .infinitive, .prepositionClause,
      .complement:
      break
    default: return nil
    }
    guard tree.verbForms[verb] == .past || tree.verbForms[verb] == .present,
      text.isOutside(verb),
      let phrase = phrases.subject(before: verb, in: text.frame(holding: verb)),
      text.maySpeak(phrase), !candidate.runs.contains(where: { $0.overlaps(phrase) })
    else { return nil }
    return phrase
  }

  /// The subject of the clauses above a participle that hangs on something else than their verbs:
  /// "issued a statement Thursday, saying …".
  private func mainSubject(before verb: Int, _ candidate: CueCandidate) -> Range<Int>? {
    var above = verb
    for _ in 0..<12 {
      guard let next = tree.head(above) else { return nil }
      above = next
      guard
        let subject = tree.subject(above) ?? tree.child(above, .passiveSubject), subject < verb,
        text.isOutside(subject)
      else { continue }
      let phrase = named(phrase(subject), subject)
      guard text.maySpeak(phrase), !candidate.runs.contains(where: { $0.overlaps(phrase) }) else {
        return nil
      }
      return phrase
    }
    return nil
  }

  /// `phrase` with the whole of the name that holds its head.
  private func named(_ phrase: Range<Int>, _ head: Int) -> Range<Int> {
    guard tree.parts[head] == .properNoun, let mention = text.entities.mention(holding: head),
      mention.tokens.count <= 8
    else { return phrase }
    return min(
      phrase.lowerBound, mention.tokens.lowerBound)..<max(
        phrase.upperBound, mention.tokens.upperBound)
  }

  /// `phrase` up to the verb at `verb` when all between belongs to it: "A reporter for the agency".
  private func whole(_ phrase: Range<Int>, before verb: Int) -> Range<Int> {
    guard verb - phrase.lowerBound <= 12, text.has(phrase.upperBound, .preposition),
      let subject = phrases.subject(before: verb, in: text.frame(holding: verb)),
      subject.lowerBound == phrase.lowerBound, subject.upperBound > phrase.upperBound
    else { return phrase }
    return subject
  }

  /// The likeliest source of what the verb at `verb` says.
  func source(ofVerb verb: Int) -> Candidate? {
    sources(
      of: CueCandidate(
        head: verb, cue: verb..<verb + 1, construction: .clause, key: "", content: verb, runs: [])
    ).first
  }

  // MARK: Verbs

  private func verbSources(
    _ verb: Int, _ construction: Construction, _ heads: inout [(Int, SourcePath)]
  ) {
    var isPassive = false
    var subject: Int?
    var agent: Int?
    for child in tree.children(verb) {
      switch tree.relations[child] {
      // "… said Sunday" has the day for its subject now and then.
      case .subject where subject == nil || text.has(subject ?? child, .time): subject = child
      case .passiveSubject, .passiveAuxiliary: isPassive = true
      case .agent: agent = child
      case .oblique:
        if agent == nil, tree.verbForms[verb] == .participle,
          let marker = tree.child(child, .adposition), text.lower(marker) == "by"
        {
          agent = child
        }
      default: break
      }
    }
    if let subject, subject > verb || !tree.isJoined(verb) {
      append(subject, of: verb, .subject, &heads)
      if !text.has(subject, .time) { return }
    }
    if let agent {
      heads.append((agent, .agent))
      return
    }
    if isPassive { return }
    climb(from: verb, &heads)
  }

  /// Adds `subject` unless it stands for nothing.
  private func append(
    _ subject: Int, of verb: Int, _ path: SourcePath, _ heads: inout [(Int, SourcePath)]
  ) {
    if tree.relations[subject] == .expletive { return }
    heads.append((subject, path))
  }

  /// The subject that a verb without one of its own shares with the verb above it.
  private func climb(from verb: Int, _ heads: inout [(Int, SourcePath)]) {
    var below = verb
    for _ in 0..<Self.reach {
      guard let above = tree.head(below) else { return }
      switch tree.relations[below] {
      case .nounClause:
        // "a statement saying that …", "his decision to say …"; behind a comma the participle belongs
        // to the sentence rather than to the noun.
        if tree.verbForms[verb] == .ing, below == verb, text.isOutside(verb - 1),
          text.has(verb - 1, [.comma, .dash])
        {
          return
        }
        if tree.verbForms[verb] == .ing { heads.append((above, .modified)) }
        if let owner = tree.child(above, .possessive) { heads.append((owner, .possessive)) }
        if tree.relations[above] == .object, let main = tree.head(above),
          let subject = tree.child(main, .subject)
        {
          append(subject, of: main, .matrix, &heads)
        }
        return
      case .relativeClause:
        heads.append((above, .relative))
        return
      case .openClause:
        if let object = tree.child(above, .object), object < below {
          heads.append((object, .control))
        }
      case .conjunct, .adverbialClause, .clause, .parataxis, .oblique: break
      default:
        if tree.parts[above] != .verb { return }
      }
      if leaves(verb, clause: above) {
        below = above
        continue
      }
      let path: SourcePath = tree.relations[below] == .conjunct ? .conjoined : .matrix
      if let subject = tree.subject(above) {
        append(subject, of: above, path, &heads)
        return
      }
      if let subject = tree.child(above, .passiveSubject) {
        heads.append((subject, path))
        return
      }
      below = above
    }
  }

  /// Whether the participle at `verb` tells what the one who reports the clause around `clause`
  /// says besides: "denied that …, describing it as “pure invention”".
  private func leaves(_ verb: Int, clause: Int) -> Bool {
    guard tree.verbForms[verb] == .ing, text.isReporting[verb], text.isOutside(verb),
      text.has(verb - 1, [.comma, .dash]), tree.relations[clause] == .clause,
      let outer = tree.head(clause), text.isReporting[outer], outer < clause
    else { return false }
    return text.wordCounts(tree.subtree(verb)).quoted > 0
  }

  // MARK: Nouns and adjectives

  private func nounSources(_ noun: Int, _ heads: inout [(Int, SourcePath)]) {
    if let owner = tree.child(noun, .possessive) { heads.append((owner, .possessive)) }
    for child in tree.children(noun) where tree.relations[child] == .nounModifier {
      if let marker = tree.child(child, .adposition) {
        switch text.lower(marker) {
        case "by", "from", "among": heads.append((child, .agent))
        default: break
        }
      }
    }
    guard let above = tree.head(noun) else { return }
    switch tree.relations[noun] {
    case .object, .oblique:
      if let subject = tree.child(above, .subject) {
        append(subject, of: above, .holder, &heads)
      } else {
        climb(from: above, &heads)
      }
    default: break
    }
    for child in tree.children(noun) where child < noun {
      if tree.relations[child] == .compound, tree.parts[child] == .properNoun {
        heads.append((child, .named))
      }
    }
    if let subject = tree.child(noun, .subject) { heads.append((subject, .subject)) }
  }

  private func adjectiveSources(_ adjective: Int, _ heads: inout [(Int, SourcePath)]) {
    if let subject = tree.child(adjective, .subject) {
      append(subject, of: adjective, .subject, &heads)
      return
    }
    if tree.relations[adjective] == .adjective || tree.relations[adjective] == .nounClause,
      let noun = tree.head(adjective)
    {
      heads.append((noun, .modified))
      return
    }
    climb(from: adjective, &heads)
  }

  // MARK: Phrases

  /// The short noun phrase with the head at `head`: without apposition and clauses.
  func phrase(_ head: Int) -> Range<Int> {
    if tree.parts[head] == .pronoun, text.has(head, [.pronoun, .relative]) {
      return head..<head + 1
    }
    var first = head
    var last = head
    for child in tree.children(head) {
      let span = tree.subtree(child)
      switch tree.relations[child] {
      case .determiner, .adjective, .compound, .number, .possessive, .flat, .fixed, .adverb:
        if child < head {
          first = min(first, span.lowerBound)
        } else if tree.relations[child] == .flat || tree.relations[child] == .compound {
          last = max(last, span.upperBound - 1)
        }
      case .nounModifier where child > head, .conjunct where child > head:
        guard span.lowerBound <= last + 1 || tree.relations[child] == .conjunct,
          span.upperBound - head <= 14, tree.isNominal(child)
        else { break }
        last = max(last, phraseEnd(child))
      default: break
      }
    }
    // The name of a title: "Foreign Minister Karim" with the name as an apposition.
    if let name = tree.child(head, .apposition),
      name == last + 1 || tree.subtree(name).lowerBound == last + 1,
      tree.parts[name] == .properNoun
    {
      last = max(last, phraseEnd(name))
    }
    return first..<last + 1
  }

  private func phraseEnd(_ head: Int) -> Int {
    var last = head
    for child in tree.children(head) where child > head {
      switch tree.relations[child] {
      case .flat, .compound, .nounModifier:
        let span = tree.subtree(child)
        if span.lowerBound == last + 1, span.count <= 8 { last = span.upperBound - 1 }
      default: break
      }
    }
    return last
  }
}
