import BriefText

/// Reads what stands around a construction and speaks for or against an attribution.
struct ReportContextReader {
  private let text: QuoteText
  private let tree: ClauseTree

  init(_ text: QuoteText) {
    self.text = text
    tree = text.tree
  }

  /// The kinds of phrases that may be a source.
  enum SourceKind: Int, CaseIterable {
    case none, conversation, person, impersonal, pronoun, relative, name, organisation, place
    case group, speaker, plural, other
  }

  /// What stands around a construction, counted for each construction by itself.
  func contexts(of report: Report) -> [ReportContext] {
    let candidate = report.candidate
    let words = candidate.runs.reduce(0) { $0 + text.wordCounts($1).all }
    let quoted =
      text.isOutside(candidate.head)
      ? candidate.runs.reduce(0) { $0 + text.wordCounts($1).quoted } : 0
    let marks = quoted == 0 ? 0 : quoted * 10 >= words * 9 ? 2 : 1
    let group = verbGroup(candidate.head)
    var found = [
      ReportContext(.source, sourceKind(report.source)),
      ReportContext(.start, startKind(candidate.span.lowerBound)),
      ReportContext(.marks, text.isOutside(candidate.head) ? marks : 3),
      ReportContext(
        .length, words < 3 ? words : words < 6 ? 3 : words < 12 ? 4 : words < 25 ? 5 : 6),
      ReportContext(.clause, Int(tree.relations[candidate.head].rawValue)),
      ReportContext(.form, Int(tree.verbForms[candidate.head].rawValue)),
      ReportContext(.next, neighbour(candidate.cue.upperBound)),
    ]
    if group == 0 { found.append(ReportContext(.group, 0)) }
    for bit in 0..<6 where group & 1 << bit != 0 { found.append(ReportContext(.group, bit + 1)) }
    return found
  }

  /// What stands at the beginning of the content.
  private func startKind(_ token: Int) -> Int {
    if text.has(token, .that) { return 1 }
    if text.has(token, .to) { return 2 }
    switch text.lower(token) {
    case "whether", "if": return 3
    case "how", "why", "what", "who", "where", "when", "which": return 4
    default: break
    }
    if text.has(token, .mark) { return 5 }
    if text.has(token, .pronoun) { return 6 }
    if text.has(token, [.determiner, .possessive]) { return 7 }
    if text.has(token, .preposition) { return 8 }
    return text.isCapitalised(token) ? 9 : 0
  }

  /// What follows the cue.
  private func neighbour(_ token: Int) -> Int {
    if text.has(token, .comma) { return 1 }
    if text.has(token, .colon) { return 2 }
    if text.has(token, .stop) { return 3 }
    if text.has(token, .preposition) { return 4 }
    if text.has(token, .that) { return 5 }
    return text.has(token, .mark) ? 6 : 0
  }

  /// Modal, negated, passive and the like: what stands around the verb as its auxiliaries.
  private func verbGroup(_ head: Int) -> Int {
    var group = 0
    for child in tree.children(head) where child < head {
      switch tree.relations[child] {
      case .auxiliary:
        switch text.lower(child) {
        case "will", "would", "'ll", "'d", "should", "could", "can", "may", "might", "must":
          group |= 1
        default: group |= 2
        }
      case .passiveAuxiliary, .passiveSubject: group |= 4
      case .adverb where text.has(child, .negation): group |= 8
      case .marker where text.has(child, .to): group |= 16
      case .marker, .adposition: group |= 32
      default: break
      }
    }
    return group
  }

  private func sourceKind(_ source: SourceReader.Candidate?) -> Int {
    guard let source else { return SourceKind.none.rawValue }
    let head = source.head
    let kind: SourceKind
    if text.has(head, .conversation) {
      kind = .conversation
    } else if text.has(head, .relative) {
      kind = .relative
    } else if text.has(head, .impersonal) {
      kind = .impersonal
    } else if text.has(head, .pronoun) {
      kind = .pronoun
    } else if text.has(head, .speaker) {
      kind = .speaker
    } else if let mention = text.entities.mention(holding: head) {
      switch text.entities[mention.entity].type {
      case .person: kind = .person
      case .organisation: kind = .organisation
      case .place: kind = .place
      case .group: kind = .group
      default: kind = .name
      }
    } else {
      kind = text.lower(head).hasSuffix("s") ? .plural : .other
    }
    return kind.rawValue
  }
}
