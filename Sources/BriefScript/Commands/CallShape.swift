/// What the checker knows of a call before it runs.
public struct CallShape {
  /// The type of the input.
  public let input: ValueType
  /// The parameters that were given, with their values.
  let given: [(parameter: ParameterSummary, values: [PlannedArgument.Value])]

  /// The names given for each parameter that takes columns or new names.
  ///
  /// Linear in the number of arguments.
  public var columns: [String: [String]] {
    var columns: [String: [String]] = [:]
    for (parameter, values) in given where parameter.takesColumns {
      columns[parameter.name] = values.compactMap {
        if case .constant(let name) = $0.formula { name.plainText } else { nil }
      }
    }
    return columns
  }

  /// The flags and other parameters that were given.
  ///
  /// Linear in the number of arguments.
  public var flags: Set<String> { Set(given.map(\.parameter.name)) }

  /// The table type of the input, when it is a table.
  public var table: TableType? {
    if case .table(let type) = input { type } else { nil }
  }

  /// The type of the column that was named for `parameter`; unknown when none was.
  public func columnType(_ parameter: String) -> ValueType {
    columns[parameter]?.first.flatMap { table?[$0]?.type } ?? .unknown
  }

  /// The types of the tables given for `parameter`; `nil` when one of them is not known.
  public func tables(_ parameter: String) -> [TableType]? {
    var tables: [TableType] = []
    let values = given.first { $0.parameter.name == parameter }?.values ?? []
    for value in values {
      guard case .table(let table) = value.givenType else { return nil }
      tables.append(table)
    }
    return tables
  }
}
