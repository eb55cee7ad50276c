import BriefScript
import BriefSource

/// Says what commands there are and how each is used.
struct HelpCommand: Command {
  var name: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "help", .shell, "Lists the commands, or says how one is used.",
      input: .nothing, output: .fixed(.page),
      parameters: [
        .argument("command", \.name, "the command", completing: .named("commands"))
      ],
      examples: [
        Example("help", "all commands"),
        Example("help quotes", "one command"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard let name else { return .page(Page(HelpPage.overview(of: context.commands))) }
    if let page = HelpPage.language(name) { return .page(Page(page)) }
    guard let command = context.commands[name] else {
      let names = context.commands.names + HelpPage.stages.map(\.name)
      let near = Spelling.nearest(to: name, among: names)
      throw context.failure(
        "unknown-command", "there is no command '\(name)'", parameter: "command",
        help: near.map { "did you mean '\($0)'?" } ?? "help lists the commands")
    }
    return .page(Page(HelpPage.page(of: command)))
  }
}
