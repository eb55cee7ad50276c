import BriefScript
import BriefSource

/// Makes a small chart of each series of a table.
struct SparkCommand: Command {
  var along: String?
  var value: String?
  var by: String?
  var ascii = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "spark", .charts, "Makes a table with a small chart of numbers for each value of a column.",
      discussion: """
        There is one row for each value of the column named by --by, or one for all. The chart has \
        a bar for each place along the first column, from left to right; a dot, or ? in ASCII, is \
        a place where the series has no number. All bars of the table have one scale, which holds \
        0, so that series can be compared. More than \(Sparkline.widest) places share bars, and a \
        bar is then as high as the greatest of its numbers.
        """,
      input: .anyTable,
      output: .computed { (shape) throws(CallProblem) in
        guard let table = shape.table else { return .unknown }
        if table.isOpen, !shape.flags.contains("value") {
          throw CallProblem(
            "open-columns",
            "the columns that '\(table.openedBy ?? "")' makes are known only when it runs, but "
              + "'spark' has to know which it draws",
            help: "name both columns, as in `spark date words`")
        }
        let given = shape.columns
        let columns = try LineCommand.columns(
          of: table, stage: "spark", given["along"]?.first, given["value"]?.first,
          given["by"]?.first)
        return .table(type(of: table, columns))
      },
      parameters: [
        .argument(
          "along", \.along, "the column of dates, numbers or names to go along", accepts: .column),
        .argument("value", \.value, "the column of numbers", accepts: .column),
        .flag("by", \.by, "a row for each value of this column", accepts: .column),
        .flag("ascii", \.ascii, "draws in ASCII"),
      ],
      examples: [
        Example(
          "quotes | count by speaker, section | spark section count --by speaker",
          "in which sections everyone is quoted")
      ])
  }

  private static func type(
    of table: TableType, _ columns: (along: Int, value: Int, by: Int?)
  ) -> TableType {
    let value = table.columns[columns.value]
    var made = [
      TableType.Column("chart", .text, "a bar for each place, from left to right"),
      TableType.Column("places", .int, "at how many places there is a number"),
      TableType.Column("first", value.type, "the number at the first place"),
      TableType.Column("last", value.type, "the number at the last place"),
      TableType.Column("least", value.type, "the least number"),
      TableType.Column("most", value.type, "the greatest number"),
    ]
    if let by = columns.by {
      let column = table.columns[by]
      // A column of the input may be called as one of those that are made.
      let taken = made.contains { $0.name == column.name }
      made.insert(
        TableType.Column(taken ? "series" : column.name, column.type, column.summary), at: 0)
    }
    return TableType(made)
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    let (columns, series) = try LineCommand.series(
      of: table, stage: "spark", along, value, by, in: context)
    let all = series.series.flatMap { $0.points.map(\.value) }
    let sparkline = Sparkline(
      scale: (min(0, all.min() ?? 0), max(0, all.max() ?? 0)),
      alphabet: ascii ? .ascii : .unicode)
    let rows = series.series.map { line -> [Value] in
      var values: [Double: Double] = [:]
      for point in line.points { values[point.x] = point.value }
      let sorted = line.points.sorted { ($0.value, $0.x) < ($1.value, $1.x) }
      func cell(_ point: SeriesTable.Point?) -> Value {
        point.map { table[$0.row, columns.value] } ?? .missing
      }
      let cells: [Value] = [
        .text(sparkline.text(series.stops.map { values[$0.x] })), .int(line.points.count),
        cell(line.points.first), cell(line.points.last), cell(sorted.first), cell(sorted.last),
      ]
      return columns.by == nil ? cells : [line.key] + cells
    }
    return .table(Table(Self.type(of: table.type, columns), rows: rows))
  }
}
