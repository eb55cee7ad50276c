extension TableType {
  /// The type of a table with one column for each value of the column called `name`: the columns
  /// that are left, then `names`, or, when that is `nil`, columns that are known only at run time.
  ///
  /// - Throws: ``CallProblem`` about the parameters `column`, `values` and `into` of `pivot`.
  public func pivoted(
    _ name: String, values: String, into names: [String]?
  ) throws(CallProblem) -> TableType {
    if let openedBy { throw .openColumns(of: openedBy, for: "pivot") }
    if name == values {
      throw CallProblem(
        "same-column", "'\(name)' gives the names of the columns, so it cannot fill them as well",
        parameter: "values", help: "name another column after `--values`")
    }
    if let type = self[name]?.type, !type.namesColumns {
      throw CallProblem(
        "wrong-type", "'pivot' wants a column whose values can be names, not \(type.phrase)",
        parameter: "column", help: "`derive` can make text of it")
    }
    let keys = columns.filter { $0.name != name && $0.name != values }
    guard let names else { return TableType(keys, rowKind: nil, openedBy: "pivot") }
    for (index, new) in names.enumerated() {
      try Self.require(new, at: index, among: names, beside: keys)
    }
    return TableType(keys + names.map { pivotColumn($0, of: name, values) })
  }

  private static func require(
    _ name: String, at index: Int, among names: [String], beside keys: [Column]
  ) throws(CallProblem) {
    if name.isEmpty {
      throw CallProblem(
        "bad-name", "a column cannot have an empty name", parameter: "into", index: index)
    }
    if names.firstIndex(of: name) != index {
      throw CallProblem(
        "duplicate-column", "'\(name)' is named twice", parameter: "into", index: index)
    }
    if keys.contains(where: { $0.name == name }) {
      throw CallProblem(
        "duplicate-column", "there is a column '\(name)' already", parameter: "into",
        index: index, help: "`rename \(name) as …` before 'pivot' gives that another name")
    }
  }

  /// The column for one value of the column called `name`, filled from the one called `values`.
  func pivotColumn(_ new: String, of name: String, _ values: String) -> Column {
    Column(new, self[values]?.type ?? .unknown, "'\(values)' where '\(name)' is \(new)")
  }
}

extension ValueType {
  /// Whether the values are short enough in writing to be the names of columns.
  fileprivate var namesColumns: Bool {
    switch self {
    case .bool, .int, .number, .text, .date, .duration, .unknown, .missing: true
    default: false
    }
  }
}
