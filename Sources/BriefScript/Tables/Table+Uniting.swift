extension Table {
  /// The rows of this table, then those of `others` in their order; the order of the columns is
  /// that of this table.
  ///
  /// Every row stands for what it stood for. Linear in the number of rows; cells are copied when
  /// they are asked for, and no text is.
  ///
  /// - Throws: ``CallProblem`` as ``TableType/united(with:)`` does, and when there would be more than
  ///   ten million rows.
  public func united(with others: [Table]) throws(CallProblem) -> Table {
    let type = try self.type.closed.united(with: others.map(\.type.closed))
    let tables = [self] + others
    let size = tables.reduce(0) { $0 + $1.count }
    if size > Self.rowLimit {
      throw .tooLarge(
        "the table would have \(size) rows; no more than \(Self.rowLimit) are made",
        help: "pick the rows that are wanted with `where` first")
    }
    let columns = type.columns.map { column in
      ColumnStorage.concatenating(
        tables.compactMap { table in table.storage(of: column.name).map { ($0, table.rows) } },
        type: column.type)
    }
    return Table(
      type: type, columns: columns, rows: Array(0..<Int32(clamping: size)),
      origins: UnitedOrigins(tables))
  }
}

/// The origins of the rows of several tables, one after the other.
private struct UnitedOrigins: RowOrigins {
  private let tables: [Table]
  /// The position of the first row of each table.
  private let starts: [Int]

  init(_ tables: [Table]) {
    self.tables = tables
    var next = 0
    starts = tables.map { table in
      defer { next += table.count }
      return next
    }
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

  /// The last table that begins at `position` or before; of several such, the others are empty.
  private func home(of position: Int) -> (Table, Int) {
    var (low, high) = (0, tables.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return (tables[low], position - starts[low])
  }
}
