import BriefSource

// A command that talks with whoever types does it through these.

extension CommandContext {
  /// Whether somebody is there to be asked.
  public var canAsk: Bool { services.lineSource != nil }

  /// Shows `prompt` and waits for a line; `offered` are the words that can be completed.
  ///
  /// - Throws: ``ScriptError`` when nobody is there to be asked.
  public func ask(
    _ prompt: String, offering offered: [Completion.Candidate] = []
  ) throws(ScriptError) -> TypedLine {
    guard let lines = services.lineSource else {
      throw failure(
        "needs-prompt", "this asks questions, and nobody is there to type the answers",
        help: "start `brief` in a terminal and type the command at its prompt")
    }
    return lines.line(prompt: prompt, offering: offered)
  }

  /// Shows something before the command has done its work; a table is then the one last shown.
  ///
  /// - Throws: ``ScriptError`` when it cannot be written.
  public func show(_ value: Value) throws(ScriptError) { try services.show(value) }
}
