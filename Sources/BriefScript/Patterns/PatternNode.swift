/// A regular expression as it was written.
indirect enum PatternNode {
  /// Matches without taking a character.
  case empty
  case set(ScalarSet)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// `greatest` is `nil` when there is no limit.
  case repeated(PatternNode, least: Int, greatest: Int?, isGreedy: Bool)
  case assertion(Assertion)

  /// Whether it can match without taking a character.
  var isNullable: Bool {
    switch self {
    case .empty, .assertion: true
    case .set: false
    case .sequence(let nodes): nodes.allSatisfy(\.isNullable)
    case .alternatives(let nodes): nodes.contains(where: \.isNullable)
    case .repeated(let node, let least, _, _): least == 0 || node.isNullable
    }
  }

  /// A condition on a place in a text.
  enum Assertion {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
  }
}

/// What is wrong with a regular expression, and where.
struct PatternError: Error {
  let reason: String
  /// The offset in the pattern in code points.
  let offset: Int
}
