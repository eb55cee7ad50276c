extension TableType {
  /// The type of the rows of this table and of `others`, whose columns have to be the same in any
  /// order.
  ///
  /// - Throws: ``CallProblem`` at the first of `others` that differs; it is about the parameter
  ///   `tables` of `union`.
  public func united(with others: [TableType]) throws(CallProblem) -> TableType {
    if let openedBy { throw .openColumns(of: openedBy, for: "union") }
    var columns = columns
    for (index, other) in others.enumerated() {
      if let opener = other.openedBy {
        throw .openColumns(of: opener, for: "union", parameter: "tables", index: index)
      }
      try requireNames(of: other, at: index)
      for (place, column) in columns.enumerated() {
        guard let otherType = other[column.name]?.type else { continue }
        guard let type = column.type.joined(with: otherType) else {
          throw CallProblem(
            "wrong-type",
            "'\(column.name)' is \(otherType.phrase) in this table and \(column.type.phrase) before",
            parameter: "tables", index: index,
            help: "`derive \(column.name) = …` converts it in one of them")
        }
        columns[place] = column.typed(type)
      }
    }
    let isOneKind = others.allSatisfy { $0.rowKind == rowKind }
    return TableType(columns, rowKind: isOneKind ? rowKind : nil)
  }

  private func requireNames(of other: TableType, at index: Int) throws(CallProblem) {
    let lacking = names.filter { other[$0] == nil }
    let added = other.names.filter { self[$0] == nil }
    if lacking.isEmpty && added.isEmpty { return }
    let message: String
    if !lacking.isEmpty {
      message = "this table lacks \(Self.phrase(lacking)), which the rows before have"
    } else {
      message = "this table has \(Self.phrase(added)), which the rows before lack"
    }
    let help: String
    if let old = added.first, let new = lacking.first, added.count == 1, lacking.count == 1 {
      help = "`rename \(old) as \(new)` if they are the same"
    } else if lacking.isEmpty {
      help = "`drop` leaves out what the rows before lack"
    } else {
      help = "`select` the columns that both have"
    }
    throw CallProblem(
      "different-columns", message, parameter: "tables", index: index,
      label: "its columns: \(Message.list(other.names))", help: help)
  }
}

extension TableType.Column {
  /// The same column with cells of another type.
  func typed(_ type: ValueType) -> TableType.Column {
    TableType.Column(name, type, summary, isTrailing: isTrailing, isDetail: isDetail)
  }
}
