extension Table {
  /// The table with only the columns called `names`, in that order; names there are none of, and
  /// repeated ones, are left out.
  ///
  /// No cell is copied.
  public func selecting(columns names: [String]) -> Table {
    let type = type.selecting(names)
    return Table(
      type: type, columns: type.columns.compactMap { storage(of: $0.name) }, rows: rows,
      origins: origins)
  }

  /// The table without the columns called `names`; no cell is copied.
  public func dropping(_ names: [String]) -> Table {
    let type = type.dropping(names)
    return Table(
      type: type, columns: type.columns.compactMap { storage(of: $0.name) }, rows: rows,
      origins: origins)
  }

  /// The table with the column called `old` called `new`.
  public func renaming(_ old: String, to new: String) -> Table {
    Table(type: type.renaming(old, to: new), columns: columns, rows: rows, origins: origins)
  }

  /// The table with a further column, or with new cells in the column of that name.
  ///
  /// - Parameters:
  ///   - column: The column's name and type.
  ///   - values: One cell for each row, in the order of the rows; those that are too few are filled
  ///     with `missing`.
  ///
  /// Linear in the number of rows, or of positions if most of them are rows.
  public func adding(_ column: TableType.Column, values: [Value]) -> Table {
    let cells =
      values.count < count
      ? values + Array(repeating: .missing, count: count - values.count) : values
    return adding(column, ColumnStorage(column.type, cells))
  }

  /// The table with a further column, or with new cells in the column of that name: those of
  /// `storage`, one for each row in the order of the rows.
  func adding(_ column: TableType.Column, _ storage: ColumnStorage) -> Table {
    let base = isCompact ? self : compacted()
    let type = type.adding(column)
    let storage = base.scattered(storage)
    let columns = type.names.map { name in
      name == column.name ? storage : base.storage(of: name) ?? storage
    }
    return Table(type: type, columns: columns, rows: base.rows, origins: base.origins)
  }

  /// Cells in the order of the rows, put at the positions of the rows.
  private func scattered(_ storage: ColumnStorage) -> ColumnStorage {
    if positions == count, rows.elementsEqual(0..<Int32(clamping: count)) { return storage }
    // The row at each position; where there is none it does not matter which.
    var places = [Int32](repeating: 0, count: positions)
    for (row, position) in rows.enumerated() { places[Int(position)] = Int32(clamping: row) }
    return storage.gathering(places)
  }

  /// The rows of this table, then those of `other`, which must have the same columns; columns of
  /// other names are left out and those that lack are missing.
  ///
  /// Linear in the number of rows.
  public func appending(_ other: Table) -> Table { .joining([self, other], type: type) }

  /// The rows of one table after another, each with the columns of `type`: columns of other names
  /// are left out and those that lack are missing. If `type` is open, all columns stay.
  ///
  /// Linear in the number of rows; a column that all tables have is copied when one of its cells is
  /// asked for.
  public static func joining(_ tables: [Table], type: TableType) -> Table {
    let type = type.opened(to: tables.map(\.type))
    let columns = type.columns.map { column in
      let parts = tables.compactMap { table in
        table.storage(of: column.name).map { (column: $0, positions: table.rows) }
      }
      if parts.count == tables.count {
        return ColumnStorage.concatenating(parts, type: column.type)
      }
      return ColumnStorage(
        column.type,
        tables.flatMap { table in
          table.column(column.name) ?? Array(repeating: .missing, count: table.count)
        })
    }
    let count = tables.reduce(0) { $0 + $1.count }
    return Table(
      type: type, columns: columns, rows: Array(0..<Int32(clamping: count)),
      origins: JoinedOrigins(tables))
  }

  /// The cells of the column called `name`.
  func storage(of name: String) -> ColumnStorage? { type.index(of: name).map { columns[$0] } }

  /// The number of positions in the columns, of which rows are some.
  private var positions: Int {
    guard let first = columns.first else { return rows.max().map { Int($0) + 1 } ?? 0 }
    return switch first.cells {
    case .bool(let cells): cells.count
    case .int(let cells): cells.count
    case .number(let cells): cells.count
    case .text(let cells): cells.count
    case .date(let cells): cells.count
    case .place(let cells): cells.count
    case .value(let cells): cells.count
    }
  }

  /// Whether a new column may be stored by position: most positions are rows, and none is twice.
  private var isCompact: Bool {
    guard positions <= rows.count * 4 else { return false }
    var seen = [Bool](repeating: false, count: positions)
    for row in rows {
      if seen[Int(row)] { return false }
      seen[Int(row)] = true
    }
    return true
  }

  /// The same rows, stored one after the other.
  private func compacted() -> Table {
    Table(
      type: type, columns: columns.map { $0.gathering(rows) },
      rows: Array(0..<Int32(clamping: count)),
      origins: origins.map { GatheredOrigins(origins: $0, positions: rows) })
  }
}

/// The origins of the rows of one table after another.
private struct JoinedOrigins: RowOrigins {
  let tables: [Table]
  /// The position of the first row of each table.
  let starts: [Int]

  init(_ tables: [Table]) {
    self.tables = tables.filter { !$0.isEmpty }
    var starts: [Int] = []
    var position = 0
    for table in self.tables {
      starts.append(position)
      position += table.count
    }
    self.starts = starts
  }

  func isByHand(_ position: Int) -> Bool {
    let (table, row) = home(of: position)
    return table.isByHand(row)
  }

  func thing(of position: Int) -> Any? {
    let (table, row) = home(of: position)
    return table.origins?.thing(of: Int(table.rows[row]))
  }

  func place(of position: Int) -> Place? {
    let (table, row) = home(of: position)
    return table.place(of: row)
  }

  func explanation(of position: Int) -> Explanation? {
    let (table, row) = home(of: position)
    return table.explanation(of: row)
  }

  /// The table that a row comes from, and its row there, by binary search.
  private func home(of position: Int) -> (Table, Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return (tables[low], position - starts[low])
  }
}
