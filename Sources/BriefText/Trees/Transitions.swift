/// The transitions of the parser and the relations they draw, by number.
///
/// The system is arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta, "Dynamic programming algorithms
/// for transition-based dependency parsers", ACL 2011): shift the next word; make the top of the
/// stack a dependent of the next word; make it a dependent of the word below it.
package struct Transitions: Sendable {
  package enum Kind: UInt8, Sendable { case shift, left, right }

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
  /// The number of the transition that makes a word the root of its sentence.
  let leftRoot: Int

  /// Reads one transition a line: `shift`, `left nsubj`, `right obj`.
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
    // Whatever the scores, some transition has to be allowed in every state.
    let root = number("root")
    parataxis = number("parataxis")
    let hasAll =
      zip(kinds, relationOf).contains { $0 == .left && $1 == root }
      && zip(kinds, relationOf).contains { $0 == .right && $1 != root }
    guard kinds.first == .shift, hasAll, kinds.count <= 256, relations.count <= 256 else {
      throw .damaged(section: "transitions")
    }
    self.root = root
    leftRoot = kinds.indices.first { kinds[$0] == .left && relationOf[$0] == root } ?? 0
    self.relations = relations
    self.kinds = kinds
    self.relationOf = relationOf
  }
}
