/// A number for each distinct form of a text.
public struct WordID: Hashable, Sendable, Comparable {
  /// The position in the vocabulary, in order of first occurrence.
  public let index: UInt32

  /// Creates the identifier at `index`.
  public init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }

  /// In order of first occurrence.
  public static func < (left: WordID, right: WordID) -> Bool { left.index < right.index }
}
