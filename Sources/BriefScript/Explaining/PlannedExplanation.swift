import BriefSource

/// A pipeline that is explained, stage by stage.
struct PlannedExplanation {
  struct Stage {
    /// How it is written, on one line.
    let text: String
    /// What it does, in words; whole lines.
    let words: StyledText
    /// What runs for it.
    let planned: [PlannedStage]
    /// Whether it does more than work something out, so that it is not done.
    let isChanging: Bool
  }

  let stages: [Stage]
  /// The columns that the pipeline speaks of.
  let columns: Set<String>
}

extension PlannedCall {
  /// Whether the call changes the session or touches files.
  var isChanging: Bool {
    if command.summary.isAcknowledgement { return true }
    if case .fixed(.nothing) = command.summary.output { return true }
    return arguments.contains { argument in
      if case .path = argument.parameter.accepts { true } else { false }
    }
  }
}
