/// How sure the program is of an answer, from 0 to 1.
///
/// For quotations it is the share of answers by the same rule that proved right on annotated texts,
/// lowered by what spoke against this one; for dates, types and roles it is an estimate.
public struct Confidence: Hashable, Sendable, Comparable {
  /// From 0 to 1, in steps of 0.01 so that it prints the same everywhere.
  public let value: Double

  /// Creates a confidence; `value` is brought into 0 to 1 and rounded to two decimals.
  public init(_ value: Double) {
    self.value = (min(1, max(0, value)) * 100).rounded() / 100
  }

  /// The less sure first.
  public static func < (left: Confidence, right: Confidence) -> Bool { left.value < right.value }
}
