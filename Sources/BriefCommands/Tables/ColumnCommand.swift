import BriefScript

/// Gives the cells of one column as a list.
struct ColumnCommand: Command {
  var column: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "column", .tables, "Gives the cells of one column as a list.",
      input: .anyTable, output: .computed { shape in .list(shape.columnType("column")) },
      parameters: [
        .argument("column", \.column, "the column", isRequired: true, accepts: .column)
      ],
      examples: [
        Example("entities --type person | column name", "the names of the people"),
        Example("print $(quotes | column words)", "the lengths of the quotations"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard let column, case .table(let table) = input else { return input }
    return .list(table.column(column) ?? [])
  }
}
