import BriefScript

/// Lists the lines that were typed.
struct HistoryCommand: Command {
  var count: Int?
  var search: String?
  var all = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "history", .shell, "Lists the lines that were typed, with the numbers they go by.",
      discussion: """
        Lines of this session are numbered. !3 at the prompt runs the third again, !! the last, \
        !-2 the one before the last, and !quo the last that begins with quo; more may follow, as in \
        !! | take 3. The line is shown before it runs. --search looks in the lines of earlier \
        sessions too, which have no number. keep makes a script of lines by their numbers.
        """,
      input: .nothing, output: .fixed(.table(schema.type)),
      parameters: [
        .argument("count", \.count, "how many of the last lines; all unless said"),
        .flag("search", \.search, "only lines that hold this, of earlier sessions too"),
        .flag("all", \.all, "also the lines of earlier sessions"),
      ],
      examples: [
        Example("history", "what was typed so far"),
        Example("history 5", "the last five lines"),
        Example("history --search kwic", "every line that ever looked for words"),
      ])
  }

  private struct Row {
    let number: Int?
    let line: String
    let ended: String?
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("typed line", plural: "typed lines", source: "history"),
      [
        .int("number", "what ! and keep know it by; missing for earlier sessions") { $0.number },
        .string("line", "what was typed") { $0.line },
        .string("ended", "failed, if it did") { $0.ended }.asDetail,
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let prompt = context.host.prompt
    try context.requirePrompt(prompt, "history")
    if let count, count < 0 {
      throw context.failure(
        "negative-count", "the number of lines is below zero", parameter: "count",
        help: "history 5 lists the last five")
    }
    var rows: [Row] = []
    if all || search != nil {
      rows = prompt.earlier.map { Row(number: nil, line: $0, ended: nil) }
    }
    rows += prompt.lines.filter { $0.origin == .typed }.map {
      Row(number: $0.number, line: $0.text, ended: $0.outcome == .failed ? "failed" : nil)
    }
    if let search {
      let wanted = search.lowercased()
      rows = rows.filter { $0.line.lowercased().contains(wanted) }
    }
    return .table(Self.schema.table(Array(rows.suffix(count ?? rows.count))))
  }
}
