import BriefScript
import BriefSource

/// Draws a table that fits a terminal's width, with nothing cut.
///
///      # │ speaker        │ words │ place
///     ───┼────────────────┼───────┼────────────────
///      1 │ Tahir Andrabi  │    12 │ briefing.txt:7
///
/// Long cells wrap. Where room is short, a file that every row cites is said once, below, and columns
/// of detail are left out and named there. When the others cannot be read side by side, each row
/// becomes a record, one line for each column.
struct TableRenderer {
  private let medium: Medium
  private var width: Int { medium.width }

  init(_ medium: Medium) { self.medium = medium }

  /// `table` as lines, each with its line end.
  func rendered(_ table: Table) -> RenderedResult {
    let columns = table.type.columns
    guard table.count > 0, !columns.isEmpty else { return RenderedResult(empty(table)) }
    var shown = Array(columns.indices)
    var leftOut: [String] = []
    var cells = CellText(table, in: medium.alphabet)
    if table.arrangement == .records {
      return RenderedResult(RecordRenderer(medium).render(table, cells, shown))
    }
    var wishes = shown.map { wish(for: $0, of: columns, cells) }
    var file: String?
    if let only = cells.onlyFile, layout(of: wishes, rows: table.count)?.isComfortable != true {
      file = only
      cells.citesFiles = false
      wishes = shown.map { wish(for: $0, of: columns, cells) }
    }
    let corrected = (0..<table.count).count { table.isByHand($0) }
    while true {
      let layout = layout(
        of: shown.map { wishes[$0] }, rows: table.count, hasCorrected: corrected > 0)
      let detail = shown.lastIndex { columns[$0].isDetail }
      if let layout, layout.isComfortable || detail == nil {
        let drawn = draw(table, cells, shown, layout.widths)
        return RenderedResult(
          drawn.text + note(leftOut, file, corrected), headerLineCount: drawn.headerLineCount)
      }
      guard let detail else {
        cells.citesFiles = true
        return RenderedResult(
          RecordRenderer(medium).render(table, cells, shown) + note(leftOut, nil, corrected))
      }
      leftOut.append(columns[shown.remove(at: detail)].name)
    }
  }

  private func wish(
    for index: Int, of columns: [TableType.Column], _ cells: CellText
  ) -> ColumnLayout.Wish {
    let column = columns[index]
    let natural = max(DisplayText.width(column.name), cells.naturalWidth(of: index))
    var wish = ColumnLayout.Wish(
      natural: natural, isRigid: column.type.isNumeric || (column.type == .place && natural <= 36),
      isAligned: column.isTrailing)
    if !wish.isRigid, !wish.isLong { wish.longestWord = cells.widestWord(of: index) }
    return wish
  }

  private func layout(
    of wishes: [ColumnLayout.Wish], rows: Int, hasCorrected: Bool = false
  ) -> ColumnLayout? {
    let number = ColumnLayout.Wish(
      natural: String(rows).count + (hasCorrected ? 1 : 0), isRigid: true)
    let room = width - Self.leading.count - separator.count * wishes.count
    return ColumnLayout([number] + wishes, room: room)
  }

  /// Says which columns are not drawn, so that nothing is left out silently, and which file the
  /// lines are of.
  private func note(_ leftOut: [String], _ file: String?, _ corrected: Int) -> StyledText {
    var notes = file.map { ["lines of \(DisplayText.harmless($0))"] } ?? []
    if corrected > 0 { notes.append("* \(corrected) corrected by hand") }
    if !leftOut.isEmpty {
      notes.append(
        "not shown: \(leftOut.reversed().joined(separator: ", ")); select shows them")
    }
    if notes.isEmpty { return StyledText() }
    return PageRenderer(width: width).render(
      StyledText("(\(notes.joined(separator: "; ")))\n", .dim))
  }

  private static let leading = " "
  private var separator: String { medium.choose(" │ ", " | ") }

  /// Draws the columns at `shown`; the first of `widths` is that of the row numbers.
  private func draw(
    _ table: Table, _ cells: CellText, _ shown: [Int], _ widths: [Int]
  ) -> RenderedResult {
    let columns = shown.map { table.type.columns[$0] }
    var result = StyledText()
    let isTrailing = [true] + columns.map { $0.type.isNumeric || $0.isTrailing }
    let wrappers = widths.map { LineWrapper(width: $0) }
    func line(_ parts: [[String]], _ roles: [StyledText.Role]) {
      let height = parts.map(\.count).max() ?? 0
      for index in 0..<height {
        result.append(Self.leading)
        for column in parts.indices {
          let text = index < parts[column].count ? parts[column][index] : ""
          let isLast = column == parts.count - 1
          // No line ends with a space.
          if column > 0 {
            result.append(isLast && text.isEmpty ? String(separator.dropLast()) : separator, .dim)
          }
          let padding = max(0, widths[column] - DisplayText.width(text))
          let space = isLast && (text.isEmpty || !isTrailing[column]) ? 0 : padding
          if isTrailing[column] { result.append(String(repeating: " ", count: space)) }
          result.append(text, roles[column])
          if !isTrailing[column] { result.append(String(repeating: " ", count: space)) }
        }
        result.append("\n")
      }
    }
    let names = ["#"] + columns.map(\.name)
    let heads = zip(names, wrappers).map { $1.lines(of: $0) }
    line(heads, names.map { _ in .heading })
    result.append(rule(widths) + "\n", .dim)
    let hasCorrected = (0..<table.count).contains { table.isByHand($0) }
    for row in 0..<table.count {
      let mark = table.isByHand(row) ? "*" : hasCorrected ? " " : ""
      var parts = [[String(row + 1) + mark]]
      var roles: [StyledText.Role] = [.dim]
      for (index, column) in shown.enumerated() {
        let cell = cells[row, column]
        parts.append(cell.lines(wrappers[index + 1]))
        roles.append(cell.isMissing ? .dim : .plain)
      }
      line(parts, roles)
    }
    return RenderedResult(result, headerLineCount: (heads.map(\.count).max() ?? 0) + 1)
  }

  private func rule(_ widths: [Int]) -> String {
    let parts = widths.enumerated().map { index, width in
      // The space around the separators is drawn through.
      String(
        repeating: medium.choose("─", "-"), count: width + (index == widths.count - 1 ? 1 : 2))
    }
    return parts.joined(separator: medium.choose("┼", "+"))
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
