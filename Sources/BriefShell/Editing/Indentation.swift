/// How far the lines of a statement are indented, by the brackets that are open.
struct Indentation {
  /// The spaces of one step.
  private static let step = 2

  /// The indentation of the line after the text.
  let next: Int
  private let openers: [(scalar: Unicode.Scalar, indentation: Int)]

  /// Looks at the text before a place; `passing` are stretches in which brackets are none.
  init(_ scalars: ArraySlice<Unicode.Scalar>, passing: [Range<Int>]) {
    let scan = BracketScan(scalars, passing: passing)
    openers = scan.open.map { index in
      let start = scalars[..<index].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      return (scalars[index], scalars[start..<index].prefix { $0 == " " }.count)
    }
    var next = openers.last.map { $0.indentation + Self.step } ?? 0
    // A pipeline that goes on stands one step further in than its first stage.
    if scalars.last(where: { $0 != " " && $0 != "\t" }) == "|" { next += Self.step }
    self.next = next
  }

  /// The indentation of a line that begins with `bracket`, or `nil` when it closes nothing.
  func closing(_ bracket: Unicode.Scalar) -> Int? {
    guard let last = openers.last, last.scalar == BracketScan.opener(of: bracket) else {
      return nil
    }
    return last.indentation
  }
}
