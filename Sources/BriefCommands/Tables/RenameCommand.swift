import BriefScript

/// Gives a column another name.
struct RenameCommand: Command {
  var column: String?
  var newName: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "rename", .tables, "Gives a column another name.",
      input: .anyTable,
      output: .computed { shape in
        let table = shape.table ?? TableType([])
        guard let old = shape.columns["column"]?.first, let new = shape.columns["name"]?.first
        else { return .table(table) }
        return .table(table.renaming(old, to: new))
      },
      parameters: [
        .argument(
          "column", \.column, "the column to rename", isRequired: true, accepts: .column),
        .newName("name", after: "as", \.newName, "its new name"),
      ],
      examples: [Example("speakers | rename speaker as who", "speaker becomes who")])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard let column, let newName else { return input }
    // A column that is known only now may have the name.
    if case .table(let table) = input, newName != column, table.type[newName] != nil {
      throw context.failure(
        "duplicate-column", "there is a column '\(newName)' already", parameter: "name",
        help: "give it another name")
    }
    return input.mapTable { $0.renaming(column, to: newName) }
  }
}
