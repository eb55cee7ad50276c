import BriefScript

/// Lists the settings, or changes one.
struct SetCommand: Command {
  var name: String?
  var value: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "set", .shell, "Lists the settings of the shell, or changes one until the shell ends.",
      discussion: """
        A start-up file keeps settings: ~/.config/brief/startup.brief is run before the first \
        prompt, and BRIEF_STARTUP names another. Functions that it defines with def are commands of \
        yours at every prompt. brief run never reads it, so that a script does the same everywhere. \
        Settings change how results are shown, never what they are.
        """,
      input: .nothing, output: .fixed(.table(schema.type)), isAcknowledgement: true,
      parameters: [
        .argument(
          "setting", \.name, "which",
          accepts: .choice(PromptSettings.Key.allCases.map(\.rawValue))),
        .argument("value", \.value, "what it is to be", completing: .named("setting values")),
      ],
      examples: [
        Example("set", "all settings"),
        Example("set pager off", "long results are not shown a screen at a time"),
        Example("set width 100", "tables fill a hundred columns"),
      ])
  }

  private struct Row {
    let key: PromptSettings.Key
    let value: String
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("setting", plural: "settings", source: "set"),
      [
        .string("setting", "its name") { $0.key.rawValue },
        .string("value", "what it is") { $0.value },
        .string("choices", "what it can be") { $0.key.expected },
        .string("meaning", "what it is for") { $0.key.purpose },
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let prompt = context.host.prompt
    try context.requirePrompt(prompt, "set")
    guard let name, let key = PromptSettings.Key(rawValue: name) else {
      return table(PromptSettings.Key.allCases, prompt)
    }
    if let value {
      var settings = prompt.settings
      guard settings.set(key, to: value) else {
        throw context.failure(
          "bad-setting", "'\(name)' wants \(key.expected), found '\(value)'", parameter: "value",
          help: Spelling.nearest(to: value, among: key.words).map { "did you mean '\($0)'?" }
            ?? "set lists the settings and what they can be")
      }
      prompt.settings = settings
    }
    return table([key], prompt)
  }

  private func table(_ keys: [PromptSettings.Key], _ prompt: PromptState) -> Value {
    .table(Self.schema.table(keys.map { Row(key: $0, value: prompt.settings[$0]) }))
  }
}
