extension TableType.Column {
  /// The same column, whose cells hold one of these texts or are missing; any when `nil`.
  func among(_ choices: [String]?) -> TableType.Column {
    TableType.Column(
      name, type, summary, isTrailing: isTrailing, isDetail: isDetail, choices: choices)
  }
}

extension TableType {
  /// The type, for rows that may also come from a table of the type `other`, which has the same
  /// columns: texts that only one of them knows are no choices of both.
  func withChoices(of other: TableType) -> TableType {
    guard columns != other.columns else { return self }
    let merged = zip(columns, other.columns).map { column, other in
      column.choices == other.choices ? column : column.among(nil)
    }
    return TableType(merged, rowKind: rowKind, openedBy: openedBy, furtherCount: furtherCount)
  }
}
