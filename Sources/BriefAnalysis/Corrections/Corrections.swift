/// What persons say of the quotations of one text.
public struct Corrections: Sendable {
  /// Each of them, in the order they were made.
  public let all: [Correction]
  /// Whether they were made for the text as it is; if not, quotations are found by their words.
  public let isForSameText: Bool

  /// Gathers corrections; those of a text that has not changed unless it is said.
  public init(_ all: [Correction] = [], isForSameText: Bool = true) {
    self.all = all
    self.isForSameText = isForSameText
  }
}
