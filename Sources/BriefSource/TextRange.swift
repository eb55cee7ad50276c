/// A half-open range of UTF-8 offsets into the bytes of a ``Source``.
///
/// It is the only notion of "where" in the program: tokens, quotations, script errors and table
/// rows all say where they stand with one of these.
public struct TextRange: Hashable, Sendable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset after the last byte; never less than ``start``.
  public let end: Int

  /// Creates the range from `start` up to but not including `end`.
  ///
  /// - Precondition: `start <= end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a text range cannot end before it starts")
    self.start = start
    self.end = end
  }

  /// Creates the range of the offsets in `range`.
  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// An empty range at `offset`.
  public static func at(_ offset: Int) -> TextRange { TextRange(offset, offset) }

  /// The number of bytes covered.
  public var count: Int { end - start }

  /// Whether no byte is covered.
  public var isEmpty: Bool { start == end }

  /// The same offsets as a standard library range.
  public var offsets: Range<Int> { start..<end }

  /// Whether `offset` lies inside.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether every byte of `other` lies inside.
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

  /// The smallest range that covers both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(min(start, other.start), max(end, other.end))
  }

  /// The bytes both cover, or `nil` when they share none.
  public func intersection(_ other: TextRange) -> TextRange? {
    let start = max(start, other.start)
    let end = min(end, other.end)
    return start < end ? TextRange(start, end) : nil
  }
}

extension TextRange: Comparable {
  /// Earlier starts first; of two that start together, the shorter first.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension TextRange: CustomStringConvertible {
  /// As `start..<end`.
  public var description: String { "\(start)..<\(end)" }
}
