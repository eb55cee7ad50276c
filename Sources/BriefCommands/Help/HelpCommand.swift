import BriefScript
import BriefSource

/// Says what commands there are and how each is used, and explains the language and its messages.
struct HelpCommand: Command {
  var name: String?
  var search: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "help", .shell, "Lists the commands, or says how one is used.",
      discussion: """
        It also knows the words of the language, its functions, figures and types, the topics that \
        help language lists, and every message by the id in its brackets. What has several \
        meanings is shown in all of them. Examples name who and what is in the briefings loaded.
        """,
      input: .nothing, output: .fixed(.page),
      parameters: [
        .argument(
          "topic", \.name, "a command, function, type, topic or id of a message",
          completing: .named("help")),
        .flag("search", \.search, "a word to look for in all of the help"),
      ],
      examples: [
        Example("help", "all commands"),
        Example("help quotes", "one command"),
        Example("help dates", "a command and a topic of the language"),
        Example("help unknown-column", "a message"),
        Example("help --search speaker", "everything that speaks of speakers"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let entries = HelpEntry.all(
      of: context.commands, filling: ExampleFilling(context.host))
    if let search {
      guard let page = HelpPage.search(search, in: entries) else {
        throw context.failure(
          "unknown-topic", "the help says nothing of '\(search)'", parameter: "search",
          help: "`help` lists the commands, `help language` the topics of the language")
      }
      return .page(Page(page))
    }
    guard let name else { return .page(Page(HelpPage.overview(of: context.commands))) }
    let found = entries.filter { $0.name == name }
    guard !found.isEmpty else {
      let near = Spelling.nearest(to: name, among: entries.map(\.name))
      throw context.failure(
        "unknown-topic", "there is no help on '\(name)'", parameter: "topic",
        help: near.map { "did you mean '\($0)'?" }
          ?? "`help` lists the commands; `help --search \(name)` looks for the word")
    }
    var page = StyledText()
    for entry in found {
      if !page.isEmpty { page.append("\n") }
      page.append(entry.page())
    }
    return .page(Page(page))
  }
}
