import BriefText

/// What the model looks at to tell whether a construction is an attribution.
///
/// Words are seen through their counts alone, so that what was learnt from few annotated texts
/// holds for others.
struct ReportFeatures {
  private let text: QuoteText
  private let tree: ClauseTree

  init(_ text: QuoteText) {
    self.text = text
    tree = text.tree
  }

  /// The kinds of phrases that may be a source.
  private enum SourceKind: Int {
    case none, conversation, person, impersonal, pronoun, relative, name, organisation, place
    case group, speaker, plural, other
  }

  /// The features of `report`.
  func features(of report: Report) -> [UInt64] {
    var features: [UInt64] = []
    features.reserveCapacity(32)
    let candidate = report.candidate
    let construction = Construction.allCases.firstIndex(of: candidate.construction) ?? 0
    let bucket = Exponential.oddsBucket(report.share)
    let head = candidate.head
    let span = candidate.span
    let words = candidate.runs.reduce(0) { $0 + text.wordCounts($1).all }
    let quoted = candidate.runs.reduce(0) { $0 + text.wordCounts($1).quoted }
    let marks = quoted == 0 ? 0 : quoted * 10 >= words * 9 ? 2 : 1
    let length = words < 3 ? words : words < 6 ? 3 : words < 12 ? 4 : words < 25 ? 5 : 6
    let source = sourceKind(report.source)
    let path = report.source.map { $0.path.rawValue + 1 } ?? 0
    let form = Int(tree.verbForms[head].rawValue)
    let relation = Int(tree.relations[head].rawValue)
    let start = startKind(span.lowerBound)
    let group = verbGroup(head)
    func add(_ template: Int, _ first: Int, _ second: Int = 0) {
      features.append(AttributionModel.feature(template, first, second))
    }
    add(0, 0)
    // Steps, so that more evidence never counts for less than a little of it.
    for step in -8...8 where bucket >= step { add(1, step) }
    add(2, bucket, construction)
    add(3, construction)
    add(4, source)
    add(5, source, construction)
    add(6, path)
    add(7, path, construction)
    add(8, form, construction)
    add(9, relation)
    add(10, relation, form)
    add(11, start, construction)
    add(12, length, construction)
    add(13, marks, construction)
    add(14, marks, max(-2, min(3, bucket / 2)))
    add(15, group)
    add(16, group, construction)
    add(17, text.isOutside(head) ? 1 : 0, construction)
    add(18, source, max(-2, min(3, bucket / 2)))
    add(19, text.isReporting[head] ? 1 : 0, construction)
    add(20, neighbour(candidate.cue.upperBound), construction)
    add(21, Int(candidate.content < tree.parts.count ? relationOf(candidate.content) : 0), 0)
    add(22, Self.part(tree.parts[candidate.content]), construction)
    add(23, text.has(head - 1, .comma) ? 1 : 0, form)
    return features
  }

  private func relationOf(_ token: Int) -> Int { Int(tree.relations[token].rawValue) }

  private static func part(_ tag: UniversalTag) -> Int {
    UniversalTag.allCases.firstIndex(of: tag) ?? 0
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
