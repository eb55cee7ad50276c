import BriefScript

/// Adds the rows of other tables.
struct UnionCommand: Command {
  var tables: [Table] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "union", .tables, "Adds the rows of other tables, which have the same columns.",
      discussion: """
        The order of the columns is that of the first table. Rows that are equal all stay; \
        distinct leaves out those that repeat an earlier one.
        """,
      input: .anyTable,
      output: .computed { (shape) throws(CallProblem) in
        guard let table = shape.table, let others = shape.tables("tables") else { return .unknown }
        return .table(try table.united(with: others))
      },
      parameters: [.tables("tables", \.tables, "the tables whose rows are added")],
      examples: [
        Example(
          "quotes --by {speaker} | union $(quotes --about {entity}) | count by speaker",
          "what one says, and what is said of something")
      ])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    do throws(CallProblem) {
      return .table(try table.united(with: tables))
    } catch {
      throw context.failure(error)
    }
  }
}
