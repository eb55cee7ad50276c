/// Where a cell of a table file stands in its source, and how it is written.
///
/// Eight bytes, since there are millions of them.
struct Cell {
  /// The most bytes a cell may have, and the most a file: what fits the fields.
  static let longest = 1 << 28
  static let longestFile = Int(UInt32.max)

  /// A cell that holds nothing.
  static let missing = Cell(0, 0)

  private let offset: UInt32
  private let rest: UInt32

  /// The cell of `count` bytes from `start` on.
  ///
  /// - Parameters:
  ///   - isEscaped: Whether its characters are not those of the source.
  ///   - isString: Whether it can only be text, as a string of JSON.
  ///   - isNested: Whether it is an array or an object of JSON.
  init(
    _ start: Int, _ count: Int, isEscaped: Bool = false, isString: Bool = false,
    isNested: Bool = false
  ) {
    offset = UInt32(truncatingIfNeeded: start)
    rest =
      UInt32(truncatingIfNeeded: count) | (isEscaped ? 1 << 31 : 0) | (isString ? 1 << 30 : 0)
      | (isNested ? 1 << 29 : 0)
  }

  var start: Int { Int(offset) }
  var count: Int { Int(rest & (1 << 29 - 1)) }
  var end: Int { start + count }
  var isEscaped: Bool { rest & 1 << 31 != 0 }
  var isString: Bool { rest & 1 << 30 != 0 }
  var isNested: Bool { rest & 1 << 29 != 0 }
  /// Whether there is nothing: an empty string of JSON is something.
  var isMissing: Bool { rest & ~(1 << 31) == 0 }
}
