import BriefScript

/// Keeps the first of equal rows.
struct DistinctCommand: Command {
  var columns: [String] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "distinct", .tables, "Keeps the first of the rows that are equal in the columns named.",
      discussion: "Without columns all of them are compared.",
      input: .anyTable, output: .sameAsInput,
      parameters: [
        .arguments("column", \.columns, "the columns to compare", accepts: .columns)
      ],
      examples: [Example("quotes | distinct speaker", "the first quotation of each speaker")])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    input.mapTable { $0.distinct(columns) }
  }
}
