import BriefScript

/// Ends the shell or the script.
struct QuitCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "quit", .shell, "Ends the shell, or the script.",
      input: .nothing, output: .fixed(.nothing),
      examples: [Example("quit", "leave")])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    throw .quit
  }
}
