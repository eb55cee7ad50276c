import BriefScript

extension CommandContext<Session> {
  /// The table that `show` and `why` speak of: the one they are given, or the one last shown.
  func shownTable(_ input: Value) throws(ScriptError) -> Table {
    if case .table(let table) = input { return table }
    if case .record(let record) = input { return record.table.selecting([record.row]) }
    guard let table = host.shownTable else {
      throw failure(
        "nothing-shown", "no table has been shown yet",
        help: "run a command that lists something first, such as quotes")
    }
    return table
  }

  /// Checks that `number` counts a row of `table`, and gives its position from 0.
  func row(_ number: Int, of table: Table) throws(ScriptError) -> Int {
    guard number >= 1, number <= table.count else {
      let rows =
        switch table.count {
        case 0: "it has no rows"
        case 1: "it has one row"
        default: "it has rows 1 to \(table.count)"
        }
      throw failure(
        "no-such-row", "the table has no row \(number); \(rows)", parameter: "row",
        help: "the numbers stand at the left of the table last shown")
    }
    return number - 1
  }
}
