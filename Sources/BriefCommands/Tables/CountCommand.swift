import BriefScript

/// Counts rows.
struct CountCommand: Command {
  var columns: [String] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "count", .tables, "Counts the rows, or those that agree in a column, most first.",
      discussion: """
        Alone it gives a number. With by it gives a table: one row for each value, with the \
        number of rows; equal numbers stay in the order of first occurrence.
        """,
      input: .anyTable,
      output: .computed { shape in
        guard let columns = shape.columns["columns"], !columns.isEmpty else { return .int }
        return .table((shape.table ?? TableType([])).counted(by: columns))
      },
      parameters: [
        .columns("columns", after: "by", \.columns, "one row for each value of these columns")
      ],
      examples: [
        Example("quotes | count", "how many quotations"),
        Example("quotes | count by speaker", "how many by each speaker"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    return columns.isEmpty ? .int(table.count) : .table(table.counted(by: columns))
  }
}
