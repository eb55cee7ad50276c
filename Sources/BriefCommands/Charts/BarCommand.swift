import BriefScript
import BriefSource

/// Draws a column of numbers as bars.
struct BarCommand: Command {
  var label: String?
  var value: String?
  var top: Int?
  var ascii = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "bar", .charts, "Draws a bar for each row of a table, as long as the number in a column.",
      discussion: """
        Without columns it takes the first one of words for the names and the first one of numbers \
        for the bars; a single column of numbers is the one that is drawn. Bars begin at 0, stand \
        in the order of the rows, and have their number behind them; a row without a number has \
        no bar, and is counted below. A chart is for reading: nothing follows it. In a terminal it \
        fills the width, elsewhere 80 columns.
        """,
      input: .anyTable,
      output: .computed { (shape) throws(CallProblem) in
        guard let table = shape.table else { return .page }
        _ = try columns(
          of: table, shape.columns["label"]?.first, shape.columns["value"]?.first)
        return .page
      },
      parameters: [
        .argument("label", \.label, "the column that names the bars", accepts: .column),
        .argument("value", \.value, "the column of numbers", accepts: .column),
        .flag("top", \.top, "only so many bars, the longest first", within: 1...10_000),
        .flag("ascii", \.ascii, "draws in ASCII"),
      ],
      examples: [
        Example("quotes | count by speaker | bar", "who is quoted how often"),
        Example("speakers | bar speaker words --top 3", "whose words are most"),
      ])
  }

  private static func columns(
    of type: TableType, _ label: String?, _ value: String?
  ) throws(CallProblem) -> (label: Int?, value: Int) {
    let columns = ChartColumns(stage: "bar", type: type)
    if value == nil, let label, type[label]?.type.holdsNumbers == true {
      let value = try columns.numbers(label, "label")
      return (columns.label(nil, besides: [value]), value)
    }
    let named = label.flatMap { type.index(of: $0) }
    let value = try columns.numbers(value, "value", besides: named.map { [$0] } ?? [])
    return (columns.label(label, besides: [value]), value)
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    let columns: (label: Int?, value: Int)
    do throws(CallProblem) {
      columns = try Self.columns(of: table.type, label, value)
    } catch {
      throw context.failure(error)
    }
    let numbers = ColumnNumbers(table, columns.value)
    let valueName = DisplayText.harmless(table.type.columns[columns.value].name)
    var title = valueName
    if let label = columns.label {
      title += " by \(DisplayText.harmless(table.type.columns[label].name))"
    }
    var rows = Array(0..<table.count)
    var notes: [String] = []
    if let top, table.count > top {
      rows = rows.sorted { left, right in
        let values = (numbers.values[left], numbers.values[right])
        if values.0 == values.1 { return left < right }
        return (values.0 ?? -.infinity) > (values.1 ?? -.infinity)
      }
      rows = Array(rows.prefix(top))
      notes.append("the \(top) largest of \(table.count) rows")
    }
    let bars = rows.map { row in
      let value = numbers.values[row]
      return BarChart.Bar(
        label: columns.label.map { table[row, $0].chartLabel } ?? String(row + 1), value: value,
        text: value.map { numbers.text($0) } ?? "no number")
    }
    let missing = rows.count { numbers.values[$0] == nil }
    if missing > 0 {
      notes.append(
        missing == 1 ? "1 row has no \(valueName)" : "\(missing) rows have no \(valueName)")
    }
    return .page(.chart(BarChart(title: title, bars: bars, notes: notes), inASCII: ascii))
  }
}
