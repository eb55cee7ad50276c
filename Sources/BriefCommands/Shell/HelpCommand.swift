import BriefScript
import BriefSource

/// Says what commands there are and how each is used.
struct HelpCommand: Command {
  var name: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "help", .shell, "Lists the commands, or says how one is used.",
      discussion: "help functions lists the functions of formulas.",
      input: .nothing, output: .fixed(.page),
      parameters: [
        .argument("command", \.name, "the command or function", completing: .named("commands"))
      ],
      examples: [
        Example("help", "all commands"),
        Example("help quotes", "one command"),
        Example("help functions", "all functions"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard let name else { return .page(Page(HelpPage.overview(of: context.commands))) }
    if let page = HelpPage.language(name) { return .page(Page(page)) }
    if name == "functions" { return .page(Page(HelpPage.functions())) }
    let function = HelpPage.function(name)
    guard let command = context.commands[name] else {
      if let function { return .page(Page(function)) }
      let names =
        context.commands.all.map(\.name) + HelpPage.stages.map(\.name)
        + FunctionDeclaration.all.map(\.name)
      let near = Spelling.nearest(to: name, among: names)
      throw context.failure(
        "unknown-command", "there is no command '\(name)'", parameter: "command",
        help: near.map { "did you mean '\($0)'?" } ?? "help lists the commands")
    }
    var page = HelpPage.page(of: command)
    if let function {
      page.append("\nIn formulas\n", .heading)
      page.append(function)
    }
    return .page(Page(page))
  }
}
