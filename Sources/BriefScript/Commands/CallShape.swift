/// What the checker knows of a call before it runs.
public struct CallShape: Sendable {
  /// The type of the input.
  public let input: ValueType
  /// The names given for each parameter that takes columns or new names.
  public let columns: [String: [String]]
  /// The flags and other parameters that were given.
  public let flags: Set<String>
  /// The types of the values given for each parameter.
  public let types: [String: [ValueType]]

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
    for type in types[parameter] ?? [] {
      guard case .table(let table) = type else { return nil }
      tables.append(table)
    }
    return tables
  }

  /// Creates a shape.
  public init(
    input: ValueType, columns: [String: [String]], flags: Set<String>,
    types: [String: [ValueType]] = [:]
  ) {
    self.input = input
    self.columns = columns
    self.flags = flags
    self.types = types
  }
}
