import BriefSource

/// A citation: a stretch of a source.
public struct Place: Sendable, Hashable {
  /// The text that is cited.
  public let source: Source
  /// The stretch.
  public let range: TextRange

  /// Creates a citation.
  public init(_ source: Source, _ range: TextRange) {
    self.source = source
    self.range = range
  }

  /// As it is printed: `briefing.txt:7`.
  public var citation: String { "\(source.name):\(source.lineNumber(at: range.start))" }

  /// Two places are equal when they cite the same stretch of the same source.
  public static func == (left: Place, right: Place) -> Bool {
    left.source === right.source && left.range == right.range
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(source))
    hasher.combine(range)
  }
}
