import BriefScript
import BriefSource

/// Draws a table that fits a terminal's width, with nothing cut.
///
///      # │ speaker        │ words │ place
///     ───┼────────────────┼───────┼────────────────
///      1 │ Tahir Andrabi  │    12 │ briefing.txt:7
///
/// Long cells wrap. When the columns cannot be read side by side, each row becomes a record, one
/// line for each column.
struct TableRenderer {
  /// The most cells of a line.
  let width: Int

  init(width: Int) { self.width = max(1, width) }

  /// `table` as lines, each with its line end.
  func render(_ table: Table) -> StyledText {
    guard table.count > 0, !table.type.columns.isEmpty else { return empty(table) }
    var table = table
    var leftOut: [String] = []
    while true {
      let cells = CellText(table)
      let layout = layout(of: table, cells)
      let detail = table.type.columns.last { $0.isDetail && !leftOut.contains($0.name) }
      if let layout, layout.isComfortable || detail == nil {
        return draw(table, cells, layout.widths) + note(leftOut)
      }
      guard let detail else {
        return RecordRenderer(width: width).render(table, cells) + note(leftOut)
      }
      leftOut.append(detail.name)
      table = table.dropping([detail.name])
    }
  }

  private func layout(of table: Table, _ cells: CellText) -> ColumnLayout? {
    let columns = table.type.columns
    let numberWidth = String(table.count).count
    let wishes =
      [ColumnLayout.Wish(natural: numberWidth, isRigid: true)]
      + columns.indices.map { column -> ColumnLayout.Wish in
        let natural = max(
          DisplayText.width(columns[column].name), cells.naturalWidth(of: column))
        let type = columns[column].type
        return ColumnLayout.Wish(
          natural: natural, isRigid: type.isNumeric || (type == .place && natural <= 36))
      }
    let room = width - Self.leading.count - Self.separator.count * columns.count
    return ColumnLayout(wishes, room: room)
  }

  /// Says which columns are not drawn, so that nothing is left out silently.
  private func note(_ leftOut: [String]) -> StyledText {
    if leftOut.isEmpty { return StyledText() }
    let names = leftOut.reversed().joined(separator: ", ")
    return PageRenderer(width: width).render(
      StyledText("(not shown: \(names); select shows them)\n", .dim))
  }

  private static let leading = " "
  private static let separator = " │ "

  private func draw(_ table: Table, _ cells: CellText, _ widths: [Int]) -> StyledText {
    let columns = table.type.columns
    var result = StyledText()
    let isTrailing = [true] + columns.map { $0.type.isNumeric || $0.isTrailing }
    func line(_ parts: [[String]], _ roles: [StyledText.Role]) {
      let height = parts.map(\.count).max() ?? 0
      for index in 0..<height {
        result.append(Self.leading)
        for column in parts.indices {
          if column > 0 { result.append(Self.separator, .dim) }
          let text = index < parts[column].count ? parts[column][index] : ""
          let padding = max(0, widths[column] - DisplayText.width(text))
          let isLast = column == parts.count - 1
          if isTrailing[column] { result.append(String(repeating: " ", count: padding)) }
          result.append(text, roles[column])
          if !isTrailing[column], !isLast {
            result.append(String(repeating: " ", count: padding))
          }
        }
        result.append("\n")
      }
    }
    let names = ["#"] + columns.map(\.name)
    line(
      zip(names, widths).map { LineWrapper(width: $1).lines(of: $0) },
      names.map { _ in .heading })
    result.append(rule(widths) + "\n", .dim)
    for row in 0..<table.count {
      var parts = [[String(row + 1)]]
      var roles: [StyledText.Role] = [.dim]
      for column in columns.indices {
        let wrapper = LineWrapper(width: widths[column + 1])
        parts.append(cells[row, column].paragraphs.flatMap { wrapper.lines(of: $0) })
        roles.append(cells[row, column].isMissing ? .dim : .plain)
      }
      line(parts, roles)
    }
    return result.trimmingLineEnds()
  }

  private func rule(_ widths: [Int]) -> String {
    let parts = widths.enumerated().map { index, width in
      // The space around the separators is drawn through.
      String(repeating: "─", count: width + (index == widths.count - 1 ? 1 : 2))
    }
    return parts.joined(separator: "┼")
  }

  private func empty(_ table: Table) -> StyledText {
    var text = table.count == 0 ? "no rows" : "\(table.count) rows without columns"
    let names = table.type.columns.map { DisplayText.harmless($0.name) }
    if !names.isEmpty { text += " (columns: \(names.joined(separator: ", ")))" }
    var result = StyledText()
    for line in LineWrapper(width: width).lines(of: text) { result.append(line + "\n", .dim) }
    return result
  }
}
