/// A pivoted table, and how many rows found no place in it.
public struct PivotedTable {
  /// The table.
  public let table: Table
  /// How many rows have a value that is none of the names wanted.
  public let unlisted: Int
  /// The first of those values.
  public let firstUnlisted: String?
  /// How many rows have no value, or an empty text, that could name a column.
  public let unnamed: Int
}

extension Table {
  /// How many cells a pivoted table may have.
  static let cellLimit = 20_000_000

  /// One row for each combination of the other columns, and one column for each value of the column
  /// called `name`, in the order in which they first come, with cells from the one called `values`.
  ///
  /// With `names` exactly these columns come out. A column is called as its value is written; a cell
  /// for which there is no row is missing. A row that comes out stands for the rows it is made of.
  /// Linear in the number of rows and of cells that come out, which are gathered when they are asked
  /// for.
  ///
  /// - Throws: ``CallProblem`` as ``TableType/pivoted(_:values:into:)`` does, when two rows want one
  ///   cell, when a value is the name of a column that stays, and when there would be more than
  ///   twenty million cells.
  public func pivoted(
    _ name: String, values: String, into names: [String]? = nil
  ) throws(CallProblem) -> PivotedTable {
    let known = try type.closed.pivoted(name, values: values, into: names)
    let keys = known.names.filter { type[$0] != nil && $0 != name && $0 != values }
    guard let column = storage(of: name), let cells = storage(of: values) else {
      return PivotedTable(table: self, unlisted: 0, firstUnlisted: nil, unnamed: 0)
    }
    var pivot = Pivot(ColumnNumbering.equality(column, rows), listed: names) { row in
      column[Int(rows[row])].plainText
    }
    if let taken = pivot.names.first(where: { type[$0] != nil && keys.contains($0) }) {
      throw CallProblem(
        "duplicate-column", "a value of '\(name)' is '\(taken)', as another column is called",
        parameter: "column", help: "`rename \(taken) as …` before 'pivot' gives that another name")
    }
    let grouping = grouping(by: keys)
    guard grouping.firsts.count * max(1, pivot.names.count) <= Self.cellLimit else {
      throw .tooLarge(
        "the table would have \(grouping.firsts.count) rows and \(pivot.names.count) columns; no more than "
          + "\(Self.cellLimit) cells are made",
        help: "`--into` names the columns that are wanted")
    }
    if let (first, second) = pivot.fill(grouping) {
      throw clash(first, second, keys, name, values)
    }
    let added = pivot.names.map { type.pivotColumn($0, of: name, values) }
    let firsts = grouping.firsts.map { rows[Int($0)] }
    let table = Table(
      type: TableType(
        known.columns.prefix(keys.count) + added, rowKind: nil,
        openedBy: names == nil ? "pivot" : nil, furtherCount: names == nil ? added.count : 0),
      columns: keys.compactMap { storage(of: $0)?.gatheringLater(firsts) }
        + pivot.cells.map { sources in
          cells.gatheringLater(orMissing: sources.map { $0 < 0 ? -1 : rows[Int($0)] })
        },
      rows: Array(0..<Int32(clamping: firsts.count)),
      origins: GroupOrigins(
        table: self, keys: keys, firsts: grouping.firsts, counts: grouping.counts))
    return PivotedTable(
      table: table, unlisted: pivot.unlisted, firstUnlisted: pivot.firstUnlisted,
      unnamed: pivot.unnamed)
  }

  /// Says which two rows want the same cell.
  private func clash(
    _ first: Int32, _ second: Int32, _ keys: [String], _ name: String, _ values: String
  ) -> CallProblem {
    let numbers = [first, second].map { row -> String in
      let place = place(of: Int(row)).map { " (\($0.citation))" } ?? ""
      return "\(row + 1)\(place)"
    }
    let shared = (keys + [name]).compactMap { key -> String? in
      guard let value = record(Int(first))[key] else { return nil }
      return "\(key) \(value.isMissing ? "missing" : Message.quoted(value.plainText))"
    }
    let columns = (keys + [name]).joined(separator: ", ")
    return CallProblem(
      "two-for-one-cell",
      "rows \(numbers[0]) and \(numbers[1]) want the same cell: "
        + Message.list(shared, limit: 6),
      parameter: "column",
      help: "make one row of them first, as in `group \(columns) [ \(values) = … ]`")
  }
}

/// Which row fills which cell of a pivoted table.
private struct Pivot {
  /// The names of the new columns, in order.
  private(set) var names: [String]
  /// For each new column and each group the row that fills its cell, or -1.
  private(set) var cells: [[Int32]] = []
  private(set) var unlisted = 0
  private(set) var firstUnlisted: String?
  private(set) var unnamed = 0
  /// The new column of each row, or -1.
  private var columns: [Int32] = []

  /// Gives each row a column by its value; `text` is the value of a row as it is written.
  init(_ numbering: ColumnNumbering, listed: [String]?, _ text: (Int) -> String) {
    names = listed ?? []
    var index: [String: Int32] = [:]
    for (place, name) in names.enumerated() { index[name] = Int32(clamping: place) }
    // -2 stands for a number that has not been met, -1 for one that gets no column.
    var places = [Int32](repeating: -2, count: numbering.count)
    columns.reserveCapacity(numbering.numbers.count)
    for (row, number) in numbering.numbers.enumerated() {
      guard number < numbering.count else {
        unnamed += 1
        columns.append(-1)
        continue
      }
      if places[Int(number)] == -2 {
        let name = text(row)
        if index[name] == nil, listed == nil, !name.isEmpty {
          index[name] = Int32(clamping: names.count)
          names.append(name)
        }
        if index[name] == nil, firstUnlisted == nil, !name.isEmpty { firstUnlisted = name }
        places[Int(number)] = index[name] ?? (name.isEmpty ? -3 : -1)
      }
      let place = places[Int(number)]
      if place == -1 { unlisted += 1 }
      if place == -3 { unnamed += 1 }
      columns.append(max(place, -1))
    }
  }

  /// Finds the row of each cell; gives two rows that want the same one, if there are such.
  mutating func fill(_ grouping: Grouping) -> (Int32, Int32)? {
    cells = names.map { _ in [Int32](repeating: -1, count: grouping.firsts.count) }
    for (row, group) in grouping.numbers.enumerated() where columns[row] >= 0 {
      let column = Int(columns[row])
      if cells[column][Int(group)] >= 0 {
        return (cells[column][Int(group)], Int32(truncatingIfNeeded: row))
      }
      cells[column][Int(group)] = Int32(truncatingIfNeeded: row)
    }
    return nil
  }
}
