import BriefScript
import BriefSource

/// Draws rows as records, a line `name: value` for each column, for narrow terminals and for
/// single rows.
struct RecordRenderer {
  private let medium: Medium
  private var width: Int { medium.width }

  init(_ medium: Medium) { self.medium = medium }

  /// The columns at `shown` of every row of `table`, under its number.
  func render(_ table: Table, _ cells: CellText, _ shown: [Int]) -> StyledText {
    var result = StyledText()
    for row in 0..<table.count {
      result.append("#\(row + 1)\(table.isByHand(row) ? "*" : "")\n", .heading)
      append(table, row, cells, shown, indent: width < 30 ? 1 : 2, to: &result)
    }
    return result
  }

  /// One row.
  func render(_ record: Record) -> StyledText {
    var result = StyledText()
    let table = record.table.selecting(CollectionOfOne(record.row))
    append(
      table, 0, CellText(table, in: medium.alphabet), Array(table.type.columns.indices), indent: 0,
      to: &result)
    return result
  }

  private func append(
    _ table: Table, _ row: Int, _ cells: CellText, _ shown: [Int], indent: Int,
    to result: inout StyledText
  ) {
    let names = shown.map { DisplayText.harmless(table.type.columns[$0].name) + ":" }
    let widest = names.map { DisplayText.width($0) }.max() ?? 0
    let margin = String(repeating: " ", count: indent)
    // Values stand beside their names as long as there is room for a few words.
    let isBeside = width - indent - widest - 1 >= 12
    let hang = isBeside ? indent + widest + 1 : indent + 1
    let wrapper = LineWrapper(width: width - hang)
    for (column, name) in zip(shown, names) {
      let cell = cells[row, column]
      let lines = cell.lines(wrapper)
      result.append(margin)
      result.append(name, .strong)
      for (index, line) in lines.enumerated() {
        if index == 0, isBeside || fits(name, line, indent) {
          let gap = isBeside ? widest - DisplayText.width(name) + 1 : 1
          if !line.isEmpty { result.append(String(repeating: " ", count: gap)) }
        } else {
          result.append("\n")
          if !line.isEmpty { result.append(String(repeating: " ", count: hang)) }
        }
        result.append(line, cell.isMissing ? .dim : .plain)
      }
      result.append("\n")
    }
  }

  private func fits(_ name: String, _ line: String, _ indent: Int) -> Bool {
    indent + DisplayText.width(name) + 1 + DisplayText.width(line) <= width
  }
}
