import BriefScript

/// Lists the briefings of the session.
struct BriefingsCommand: Command {
  var all = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "briefings", .session, "Lists the briefings that commands read.",
      discussion: """
        Every command that reads briefings and is given none reads these: all that are loaded, \
        or the one chosen with focus.
        """,
      input: .nothing, output: .fixed(BriefingRows.type),
      parameters: [.flag("all", \.all, "also those that focus has put aside")],
      examples: [
        Example("briefings", "what is loaded"),
        Example("briefings | where words > 100 | quotes", "quotations of the longer briefings"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    .table(BriefingRows.schema.table(all ? context.host.briefings : context.host.current))
  }
}
