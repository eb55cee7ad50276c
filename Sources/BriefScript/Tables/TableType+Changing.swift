extension TableType {
  /// The names of the columns in order.
  public var names: [String] { columns.map(\.name) }

  /// The type with only the columns called `names`, in that order; names there are none of, and
  /// repeated ones, are left out.
  public func selecting(_ names: [String]) -> TableType {
    var chosen: [Column] = []
    for name in names where !chosen.contains(where: { $0.name == name }) {
      if let column = self[name] { chosen.append(column.asDetail(false)) }
    }
    return TableType(chosen, rowKind: rowKind)
  }

  /// The type without the columns called `names`.
  public func dropping(_ names: [String]) -> TableType {
    let further = columns.suffix(furtherCount).count { !names.contains($0.name) }
    return TableType(
      columns.filter { !names.contains($0.name) }, rowKind: rowKind, openedBy: openedBy,
      furtherCount: further)
  }

  /// The type with the column called `old` called `new`.
  public func renaming(_ old: String, to new: String) -> TableType {
    changed(columns.map { $0.name == old ? $0.renamed(new) : $0 })
  }

  /// The type with `column` at the end, or in the place of the column that has its name.
  ///
  /// It comes before the further columns that were known only at run time, and replaces one of
  /// them that has its name, so that its position is the one that the checker knows.
  public func adding(_ column: Column) -> TableType {
    var columns = columns
    let end = columns.count - furtherCount
    if let index = index(of: column.name) {
      if index < end {
        columns[index] = column
        return changed(columns)
      }
      columns.remove(at: index)
      columns.insert(column, at: end)
      return TableType(
        columns, rowKind: rowKind, openedBy: openedBy, furtherCount: furtherCount - 1)
    }
    columns.insert(column, at: end)
    return changed(columns)
  }

  /// The type of a table that exists, whose columns are all known.
  var closed: TableType { TableType(columns, rowKind: rowKind) }

  /// The type with the columns of `types` that it lacks as further columns, if it is open.
  func opened(to types: [TableType]) -> TableType {
    guard openedBy != nil else { return self }
    var columns = columns
    var names = Set(names)
    for type in types {
      for column in type.columns where names.insert(column.name).inserted { columns.append(column) }
    }
    return TableType(
      columns, rowKind: rowKind, openedBy: openedBy,
      furtherCount: furtherCount + columns.count - self.columns.count)
  }

  /// The same kind of rows with as many further columns at the end of `columns`.
  private func changed(_ columns: [Column]) -> TableType {
    TableType(columns, rowKind: rowKind, openedBy: openedBy, furtherCount: furtherCount)
  }

  /// The type of the table that counts rows by the columns called `names`: those columns, then
  /// `count`.
  public func counted(by names: [String]) -> TableType {
    TableType(selecting(names).columns.filter { $0.name != "count" }).adding(Self.countColumn)
  }

  /// The column that counts rows.
  static let countColumn = Column("count", .int, "how many rows there are of it")

  /// The type of a table that describes the columns of another.
  public static let described = TableType([
    Column("column", .text, "the column described"),
    Column("type", .text, "the type of its cells"),
    Column("filled", .int, "how many cells hold a value"),
    Column("missing", .int, "how many cells are missing"),
    Column("distinct", .int, "how many different values there are"),
    Column("least", .text, "the value that sorts first", isDetail: true),
    Column("greatest", .text, "the value that sorts last", isDetail: true),
    Column("mean", .number, "the mean of the values, if they are numbers"),
  ])
}
