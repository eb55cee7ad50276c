/// The brackets of a text that is being written, without those in strings and comments.
struct BracketScan {
  /// A bracket and where it stands.
  private struct Bracket {
    var scalar: Unicode.Scalar
    var index: Int
  }

  /// For each bracket that has a partner, where that stands.
  private(set) var partners: [Int: Int] = [:]
  /// The brackets that are open at the end, the innermost last.
  private(set) var open: [Int] = []

  /// Looks through `scalars`. Linear in their number.
  ///
  /// - Parameter passing: The stretches to pass over, in text order.
  init(_ scalars: some RandomAccessCollection<Unicode.Scalar>, passing: [Range<Int>]) {
    var stack: [Bracket] = []
    var next = 0
    for (index, scalar) in scalars.enumerated() {
      guard let partner = Self.opener(of: scalar) ?? (Self.isOpener(scalar) ? scalar : nil) else {
        continue
      }
      while next < passing.count, passing[next].upperBound <= index { next += 1 }
      if next < passing.count, passing[next].contains(index) { continue }
      if partner == scalar {
        stack.append(Bracket(scalar: scalar, index: index))
      } else if let last = stack.last, last.scalar == partner {
        stack.removeLast()
        partners[last.index] = index
        partners[index] = last.index
      }
    }
    open = stack.map(\.index)
  }

  /// The bracket that `scalar` closes.
  static func opener(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case ")": "("
    case "]": "["
    case "}": "{"
    default: nil
    }
  }

  private static func isOpener(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "(" || scalar == "[" || scalar == "{"
  }
}
