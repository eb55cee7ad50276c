/// Where a command that asks something gets the lines that are typed in answer.
public protocol LineSource: AnyObject {
  /// Shows `prompt` and waits for a line; `offered` are the words that can be completed.
  func line(prompt: String, offering offered: [Completion.Candidate]) -> TypedLine
}

/// What asking for a line gave.
public enum TypedLine: Sendable, Hashable {
  /// What was typed, without its line end.
  case text(String)
  /// Ctrl-C.
  case interrupted
  /// Ctrl-D, or the terminal is gone.
  case end
}
