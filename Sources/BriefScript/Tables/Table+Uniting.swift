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
    return .joining(tables, type: type)
  }
}
