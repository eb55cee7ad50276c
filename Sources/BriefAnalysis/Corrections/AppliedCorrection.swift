import BriefSource

/// What became of a correction.
public struct AppliedCorrection: Sendable {
  /// How it stands to what the program says now.
  public enum State: String, Sendable, CaseIterable {
    /// The answer was corrected.
    case applied
    /// The program says the same by itself.
    case agrees
    /// There is no such quotation, or the text no longer has the word.
    case stale
  }

  /// The correction.
  public let correction: Correction
  /// What became of it.
  public let state: State
  /// The quotation as the program has it; `nil` when there is none.
  public let quote: Quote?
  /// What the program says where the correction says something else; `nil` for nothing.
  public let before: String?
}

extension Quote {
  /// That a person corrected it, and what the program had said.
  public struct HandCorrection: Sendable {
    /// What was changed, in the order of the file.
    public let changes: [Correction]
    /// The speaker the program gives.
    public let speaker: String?
    /// The word that the program holds for the cue, as the text has it.
    public let cue: String?
    /// The kind the program gives.
    public let kind: Kind
  }
}
