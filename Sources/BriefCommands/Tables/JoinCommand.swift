import BriefScript

/// Adds the columns of another table.
struct JoinCommand: Command {
  var table: Table?
  var columns: [String] = []
  var onlyMatched = false
  var onlyUnmatched = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "join", .tables, "Adds the columns of another table where the columns after by are equal.",
      discussion: """
        Every row stays, in its order. A row that the other table has several rows for comes once \
        for each of them, in their order; where it has none the new cells are missing. A missing \
        value is equal to no other. Beside the columns after by the tables have no column in \
        common; rename or drop one of them first.
        """,
      input: .anyTable,
      output: .computed { (shape) throws(CallProblem) in
        if shape.flags.isSuperset(of: ["matched", "unmatched"]) { throw Self.contradiction }
        guard let table = shape.table, let other = shape.tables("table")?.first else {
          return .unknown
        }
        let kept: JoinedRows = shape.flags.contains("unmatched") ? .unmatched : .all
        return .table(
          try table.joined(with: other, by: shape.columns["columns"] ?? [], keeping: kept))
      },
      parameters: [
        .table("table", \.table, "the table whose columns are added"),
        .columns(
          "columns", after: "by", \.columns, "the columns in which rows have to be equal",
          isRequired: true),
        .flag("matched", \.onlyMatched, "leave out rows that the other table has no row for"),
        .flag("unmatched", \.onlyUnmatched, "keep only those rows, and add no column"),
      ],
      examples: [
        Example(
          "quotes | join $(speakers | select speaker, role) by speaker | select quote, role",
          "each quotation with the role of its speaker"),
        Example(
          "entities --type person | rename name as speaker | join $(speakers) by speaker "
            + "--unmatched", "people who are not quoted"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let left) = input else { return input }
    guard let table else {
      throw context.failure("wrong-type", "'join' wants a table", parameter: "table")
    }
    let kept: JoinedRows = onlyUnmatched ? .unmatched : onlyMatched ? .matched : .all
    do throws(CallProblem) {
      return .table(try left.joined(with: table, by: columns, keeping: kept))
    } catch {
      throw context.failure(error)
    }
  }

  private static let contradiction = CallProblem(
    "contradicting-flags", "no row is both '--matched' and '--unmatched'",
    help: "leave one of them out; without both every row stays")
}
