import BriefScript

/// Leaves columns out.
struct DropCommand: Command {
  var columns: [String] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "drop", .tables, "Leaves out the columns named and keeps all others.",
      input: .anyTable,
      output: .computed { shape in
        .table((shape.table ?? TableType([])).dropping(shape.columns["column"] ?? []))
      },
      parameters: [
        .arguments(
          "column", \.columns, "the columns to leave out", isRequired: true, accepts: .columns)
      ],
      examples: [Example("quotes | drop sure, class", "all columns but two")])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    input.mapTable { $0.dropping(columns) }
  }
}
