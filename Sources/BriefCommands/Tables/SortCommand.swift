import BriefScript

/// Sorts rows by columns.
struct SortCommand: Command {
  var columns: [String] = []
  var descending = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "sort", .tables, "Sorts the rows by one or more columns, smallest first.",
      discussion: """
        Rows that are equal in every column named keep their order. Missing values come last, \
        whichever way the rows are sorted. To sort one column up and another down, sort \
        twice, by the weightier column last.
        """,
      input: .anyTable, output: .sameAsInput,
      parameters: [
        .arguments(
          "column", \.columns, "the columns, the weightiest first", isRequired: true,
          accepts: .columns),
        .flag("desc", \.descending, "largest first"),
      ],
      examples: [Example("quotes | sort words --desc | take 5", "the five longest quotations")])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    input.mapTable { $0.sorted(by: columns, descending: descending) }
  }
}
