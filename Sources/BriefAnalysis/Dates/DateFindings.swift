import BriefSource

/// The expressions of time in a briefing, and what is wrong with them.
public struct DateFindings: Sendable {
  /// The expressions, in text order; none overlap.
  public let expressions: [TimeExpression]
  /// Days that do not exist, weekdays that do not fit, dates that may be read in two ways.
  public let problems: [Diagnostic]
}
