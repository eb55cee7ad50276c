/// A rule by which a quotation gets its speaker, or none.
public enum QuoteRule: String, Sendable, CaseIterable {
  /// No rule applied.
  case unattributed

  /// One sentence that says what the rule does, for `why`.
  public var explanation: String {
    switch self {
    case .unattributed: "no speaker is named near the quotation, so none is given"
    }
  }
}
