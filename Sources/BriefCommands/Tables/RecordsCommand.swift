import BriefScript

/// Draws a table as records.
struct RecordsCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "records", .tables, "Shows each row as a record, a line for each column, none left out.",
      discussion: """
        It is for tables too wide to be read side by side. The rows keep their numbers for show \
        and why, and a later stage gets the table as it was. Only drawing changes: what is \
        written to a file is the same.
        """,
      input: .anyTable, output: .sameAsInput,
      examples: [Example("quotes | take 2 | records", "all that is known of two quotations")])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    input.mapTable { $0.arranged(.records) }
  }
}
