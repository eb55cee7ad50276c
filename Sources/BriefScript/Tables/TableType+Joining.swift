extension TableType {
  /// The type of this table joined with `other`: its columns, then those of the other that are no
  /// keys.
  ///
  /// - Throws: ``CallProblem`` when a key lacks or can never be equal, or when both have another
  ///   column of one name; it is about the parameters `table` and `columns` of `join`.
  public func joined(
    with other: TableType, by keys: [String], keeping kept: JoinedRows = .all
  ) throws(CallProblem) -> TableType {
    if let openedBy { throw .openColumns(of: openedBy, for: "join") }
    if let opener = other.openedBy {
      throw .openColumns(of: opener, for: "join", parameter: "table")
    }
    for (index, name) in keys.enumerated() {
      try requireKey(name, at: index, in: other)
    }
    if kept == .unmatched { return self }
    let added = other.columns.filter { !keys.contains($0.name) }
    let shared = added.map(\.name).filter { self[$0] != nil }
    guard shared.isEmpty else {
      throw CallProblem(
        "duplicate-column",
        "both tables have \(Self.phrase(shared)) beside the columns they are joined by",
        parameter: "table",
        help: "`rename` or `drop` in one of them, or `select` what is wanted of the other")
    }
    return TableType(columns + added, rowKind: rowKind)
  }

  private func requireKey(
    _ name: String, at index: Int, in other: TableType
  ) throws(CallProblem) {
    guard let key = self[name] else { return }
    guard let otherKey = other[name] else {
      throw CallProblem(
        "unknown-column", "the table to join has no column '\(name)'", parameter: "columns",
        index: index, label: "its columns: \(Message.list(other.names))",
        help: "`rename … as \(name)` gives one of its columns this name")
    }
    guard key.type.joined(with: otherKey.type) != nil else {
      throw CallProblem(
        "incomparable",
        "'\(name)' is \(key.type.phrase) here and \(otherKey.type.phrase) in the table to join, so "
          + "that no rows match",
        parameter: "columns", index: index,
        help: "`derive \(name) = …` converts it in one of them")
    }
  }

  /// `names` as columns: `the column 'a'`, `the columns 'a', 'b'`.
  static func phrase(_ names: [String]) -> String {
    let list = Message.list(names.map { "'\($0)'" }, limit: 8)
    return names.count == 1 ? "the column \(list)" : "the columns \(list)"
  }
}

/// Which rows a join keeps.
public enum JoinedRows: Sendable {
  /// Every row of the first table.
  case all
  /// Those for which the other table has a row.
  case matched
  /// Those for which it has none; then no columns are added.
  case unmatched
}
