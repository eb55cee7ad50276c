import BriefScript
import BriefSource

/// Draws a column of numbers as a line.
struct LineCommand: Command {
  var along: String?
  var value: String?
  var by: String?
  var height: Int?
  var zoom = false
  var ascii = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "line", .charts, "Draws numbers as a line along dates, numbers or names.",
      discussion: """
        Dates and numbers stand at their distance from one another, names at even distances in the \
        order of the rows. Without columns it goes along the first one of dates, or else the first \
        one, and draws the first one of numbers. With --by there is a line for each value of a \
        column. The axis holds 0, unless --zoom lets it begin near the least number, which is said \
        below; so is how many rows have no number. A line breaks where a number is missing, and, along \
        names, where it passes one over. Two rows for one point are a mistake: group \
        makes one of them.
        """,
      input: .anyTable,
      output: .computed { (shape) throws(CallProblem) in
        guard let table = shape.table, !table.isOpen || shape.flags.contains("value") else {
          return .page
        }
        let given = shape.columns
        _ = try columns(
          of: table, stage: "line", given["along"]?.first, given["value"]?.first,
          given["by"]?.first)
        return .page
      },
      parameters: [
        .argument(
          "along", \.along, "the column of dates, numbers or names to go along", accepts: .column),
        .argument("value", \.value, "the column of numbers", accepts: .column),
        .flag("by", \.by, "a line for each value of this column", accepts: .column),
        .flag("height", \.height, "how many lines of cells high, 10 unless said", within: 3...60),
        .flag("zoom", \.zoom, "lets the axis begin near the least number"),
        .flag("ascii", \.ascii, "draws in ASCII"),
      ],
      examples: [
        Example("briefings | line date words", "how long the briefings are"),
        Example(
          "quotes | group section, kind [ n = count() ] | line section n --by kind",
          "how speech is given from section to section"),
      ])
  }

  /// The columns of a chart along an axis, as positions.
  static func columns(
    of type: TableType, stage: String, _ along: String?, _ value: String?, _ by: String?
  ) throws(CallProblem) -> (along: Int, value: Int, by: Int?) {
    let columns = ChartColumns(stage: stage, type: type)
    let by = by.flatMap { type.index(of: $0) }
    let named = along.flatMap { type.index(of: $0) }
    let value = try columns.numbers(
      value, "value", besides: Set([by, named].compactMap { $0 }))
    let along = try columns.axis(along, besides: Set([by, value].compactMap { $0 }))
    return (along, value, by)
  }

  /// The columns that are drawn, and the series in them.
  static func series(
    of table: Table, stage: String, _ along: String?, _ value: String?, _ by: String?,
    in context: CommandContext<Void>
  ) throws(ScriptError) -> (columns: (along: Int, value: Int, by: Int?), series: SeriesTable) {
    do throws(CallProblem) {
      let columns = try columns(of: table.type, stage: stage, along, value, by)
      let series = try SeriesTable(
        table, along: columns.along, value: columns.value, by: columns.by)
      return (columns, series)
    } catch {
      throw context.failure(error)
    }
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    let (columns, series) = try Self.series(of: table, stage: "line", along, value, by, in: context)
    func name(_ column: Int) -> String { DisplayText.harmless(table.type.columns[column].name) }
    var title = "\(name(columns.value)) along \(name(columns.along))"
    if let by = columns.by { title += ", by \(name(by))" }
    let chart = LineChart(
      title: title,
      lines: series.series.filter { !$0.points.isEmpty }.map { line in
        LineChart.Line(
          name: line.name ?? "missing",
          stretches: series.stretches(of: line).map { $0.map { ($0.x, $0.value) } })
      },
      stops: series.stops, areWhole: series.numbers.areWhole, isZoomed: zoom,
      height: height ?? 10, notes: series.notes)
    return .page(.chart(chart, inASCII: ascii))
  }
}
