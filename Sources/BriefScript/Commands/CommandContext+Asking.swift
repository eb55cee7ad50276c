import BriefSource

// A command that talks with whoever types does it through these.

extension CommandContext {
  /// Sees to it that somebody is there to be asked.
  ///
  /// - Throws: ``ScriptError`` in a script, and where lines do not come from a terminal.
  public func requirePrompt() throws(ScriptError) {
    guard services.lineSource == nil else { return }
    throw failure(
      "needs-prompt", "this asks questions, and nobody is there to type the answers",
      help: "start `brief` in a terminal and type the command at its prompt")
  }

  /// Shows `prompt` and waits for a line; `offered` are the words that can be completed.
  ///
  /// - Throws: ``ScriptError`` when nobody is there to be asked.
  public func ask(
    _ prompt: String, offering offered: [Completion.Candidate] = []
  ) throws(ScriptError) -> TypedLine {
    try requirePrompt()
    return services.lineSource?.line(prompt: prompt, offering: offered) ?? .end
  }

  /// Shows something before the command has done its work; a table is then the one last shown.
  ///
  /// - Throws: ``ScriptError`` when it cannot be written.
  public func show(_ value: Value) throws(ScriptError) { try services.show(value) }
}
