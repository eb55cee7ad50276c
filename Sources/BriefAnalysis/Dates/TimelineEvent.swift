import BriefSource

/// Something that a briefing says happened or will happen at a time it names.
public struct TimelineEvent: Sendable {
  /// How far the text vouches for it.
  public enum Certainty: String, Sendable, CaseIterable {
    /// Told as over, in the words of the text itself.
    case past = "past fact"
    /// To come.
    case planned
    /// Told by somebody whom the text quotes or reports.
    case claimed
    /// Said to be possible only: "could", "if".
    case possible
  }

  /// The expression of time, by its position in ``DateFindings/expressions``.
  public let expression: Int
  /// What happens: a clause, or a noun with what belongs to it.
  public let what: TextRange
  /// The verb or noun that names it.
  public let trigger: TextRange
  /// Who takes part, in text order.
  public let actors: [EntityID]
  /// How far the text vouches for it.
  public let certainty: Certainty
  /// Whose words it stands in; `nil` for the words of the text itself.
  public let source: String?
  /// Why it is held for past, planned and so on, in one clause.
  public let reason: String
}
