/// The transitions of the parser and the relations they draw, by number.
///
/// The system is arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta, "Dynamic programming algorithms
/// for transition-based dependency parsers", ACL 2011): shift the next word; make the top of the
/// stack a dependent of the next word; make it a dependent of the word below it.
package struct Transitions: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable { case shift, left, right }

  /// The relations, by number.
  package let relations: [String]
  /// What each transition does.
  package let kinds: [Kind]
  /// The relation it draws; 0 for a shift.
  package let relationOf: [UInt8]
  /// The number of the relation `root`.
  package let root: UInt8
  /// The number of the relation `parataxis`, by which what stands side by side is joined.
  let parataxis: UInt8
  /// The number of the relation `punct`, which no transition need draw.
  let punctuation: UInt8
  /// The transitions other than to the root that make a word depend on the next one.
  let lefts: Range<Int>
  /// Those that make it depend on the one below it.
  let rights: Range<Int>

  package static let shift = 0
  /// The transition that makes a word the root of its sentence.
  static let leftRoot = 1

  /// Reads one transition a line: `shift`, `left root`, those to other words on the right, then
  /// those to the left.
  package init(_ lines: [String]) throws(ModelArchive.Failure) {
    var relations: [String] = []
    var kinds: [Kind] = []
    var relationOf: [UInt8] = []
    func number(_ relation: String) -> UInt8 {
      if let known = relations.firstIndex(of: relation) { return UInt8(known) }
      relations.append(relation)
      return UInt8(truncatingIfNeeded: relations.count - 1)
    }
    _ = number("_")
    for line in lines {
      let parts = line.split(separator: " ").map(String.init)
      switch parts.first {
      case "shift":
        kinds.append(.shift)
        relationOf.append(0)
      case "left" where parts.count == 2:
        kinds.append(.left)
        relationOf.append(number(parts[1]))
      case "right" where parts.count == 2:
        kinds.append(.right)
        relationOf.append(number(parts[1]))
      default: continue
      }
    }
    root = number("root")
    parataxis = number("parataxis")
    punctuation = number("punct")
    // Whatever the scores, some transition has to be allowed in every state.
    let firstRight = kinds.firstIndex(of: .right) ?? kinds.count
    lefts = 2..<max(2, firstRight)
    rights = firstRight..<kinds.count
    guard kinds.first == .shift, kinds.count > 2, kinds[1] == .left, relationOf[1] == root,
      !lefts.isEmpty, lefts.allSatisfy({ kinds[$0] == .left }), !rights.isEmpty,
      rights.allSatisfy({ kinds[$0] == .right }), !relationOf[2...].contains(root),
      kinds.count <= 256, relations.count <= 256
    else { throw .damaged(section: "transitions") }
    self.relations = relations
    self.kinds = kinds
    self.relationOf = relationOf
  }

  /// The transitions of a kind that are allowed in a state: the root has dependents of its own
  /// relation, and nothing else has.
  @inline(__always)
  package func allowed(_ kind: Kind, in state: ParserState) -> Range<Int> {
    guard state.allows(kind) else { return 0..<0 }
    return switch kind {
    case .shift: Self.shift..<Self.shift + 1
    case .left: state.next == state.count ? Self.leftRoot..<Self.leftRoot + 1 : lefts
    case .right: rights
    }
  }

  /// The allowed transition with the highest score, the first of equals; `nil` when the filter lets
  /// none pass.
  @inline(__always)
  package func best<Score: Comparable>(
    in state: ParserState, score: (Int) -> Score, where filter: (Int) -> Bool = { _ in true }
  ) -> Int? {
    var best = -1
    for kind in Kind.allCases {
      for transition in allowed(kind, in: state)
      where (best < 0 || score(transition) > score(best)) && filter(transition) {
        best = transition
      }
    }
    return best < 0 ? nil : best
  }
}
