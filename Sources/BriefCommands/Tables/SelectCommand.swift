import BriefScript

/// Keeps some columns, in the order given.
struct SelectCommand: Command {
  var columns: [String] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "select", .tables, "Keeps the columns named, in the order given.",
      input: .anyTable,
      output: .computed { shape in
        .table((shape.table ?? TableType([])).selecting(shape.columns["column"] ?? []))
      },
      parameters: [
        .arguments(
          "column", \.columns, "the columns to keep", isRequired: true, accepts: .columns)
      ],
      examples: [Example("quotes | select speaker, quote", "two columns")])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    input.mapTable { $0.selecting(columns: columns) }
  }
}

extension Value {
  /// What `change` makes of a table; any other value stays as it is.
  ///
  /// The checker lets only tables through to the commands that want one.
  func mapTable(_ change: (Table) -> Table) -> Value {
    if case .table(let table) = self { .table(change(table)) } else { self }
  }
}
