import BriefScript

/// Opens the user's editor on what was typed; the prompt itself does it.
struct EditCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "edit", .shell, "Opens your editor on the last statement.",
      discussion: """
        The editor is the one that `VISUAL` or else `EDITOR` names, with its arguments if it needs \
        any, as in `EDITOR="code --wait"`. What it leaves stands at the prompt afterwards, to be \
        looked at and run with Enter. Ctrl-X Ctrl-E opens it on the line that is being typed, and so \
        do Alt-E and, with the keys of vi, `v`.

        It is a word of the prompt alone: scripts start no other program, nor does `brief --class`.
        """,
      input: .nothing, output: .fixed(.nothing),
      examples: [Example("edit", "the last statement in your editor")])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    throw context.failure(
      "editor-not-here", "an editor is opened only at the prompt of a terminal",
      help: "a script starts no other program; take `edit` out, and edit the file itself")
  }
}
