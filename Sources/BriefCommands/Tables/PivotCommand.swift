import BriefScript

/// Makes columns of the values of a column.
struct PivotCommand: Command {
  var column: String?
  var values: String?
  var names: [String] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "pivot", .tables, "Makes a column of each value of a column, filled from another one.",
      discussion: """
        There is one row for each combination of the columns that are left, and one new column for \
        each value, in the order in which they first come. Which columns come out is known only \
        when it runs, so that a later stage cannot name them; with --into exactly the columns \
        named come out, and can be. A cell for which there is no row is missing. Two rows for one \
        cell are a mistake: group makes one of them.
        """,
      input: .anyTable,
      output: .computed { (shape) throws(CallProblem) in
        guard let table = shape.table, let column = shape.columns["column"]?.first,
          let values = shape.columns["values"]?.first
        else { return .unknown }
        return .table(try table.pivoted(column, values: values, into: shape.columns["into"]))
      },
      parameters: [
        .argument(
          "column", \.column, "the column whose values become columns", isRequired: true,
          accepts: .column),
        .column("values", \.values, "the column that fills the cells"),
        .names("into", \.names, "the columns that come out, and no others"),
      ],
      examples: [
        Example(
          "quotes | count by speaker, kind | pivot kind --values count",
          "how often everyone is quoted in which way"),
        Example(
          "quotes | count by speaker, kind | pivot kind --values count --into direct, mixed "
            + "| where mixed > 1", "those whose words are mixed with the reporter’s"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input, let column, let values else { return input }
    let pivoted: PivotedTable
    do throws(CallProblem) {
      pivoted = try table.pivoted(
        column, values: values, into: context.isGiven("into") ? names : nil)
    } catch {
      throw context.failure(error)
    }
    if pivoted.unlisted > 0 {
      let example = pivoted.firstUnlisted.map { ", such as '\($0)'" } ?? ""
      context.report(
        context.warning(
          "unlisted-values",
          "\(Self.leftOut(pivoted.unlisted)): '--into' does not list the '\(column)'\(example)",
          parameter: "into"))
    }
    if pivoted.unnamed > 0 {
      context.report(
        context.warning(
          "unnamed-columns",
          "\(Self.leftOut(pivoted.unnamed)): the '\(column)' that would name a column is missing",
          parameter: "column",
          help: "`derive \(column) = text(\(column)) ?? \"none\"` before 'pivot' gives them one"))
    }
    return .table(pivoted.table)
  }

  private static func leftOut(_ count: Int) -> String {
    count == 1 ? "1 row is left out" : "\(count) rows are left out"
  }
}
