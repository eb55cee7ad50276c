extension Parameter {
  /// A table by position; it has to be given.
  public static func table(
    _ name: String, _ property: WritableKeyPath<C, Table?>, _ purpose: String
  ) -> Parameter {
    Parameter(
      name, .argument(isRequired: true, isRepeated: false), .table, purpose, .automatic
    ) { command, values in
      command[keyPath: property] = values.first?.table
    }
  }

  /// Several tables by position; one has to be given.
  public static func tables(
    _ name: String, _ property: WritableKeyPath<C, [Table]>, _ purpose: String
  ) -> Parameter {
    Parameter(
      name, .argument(isRequired: true, isRepeated: true), .table, purpose, .automatic
    ) { command, values in
      command[keyPath: property] = values.compactMap(\.table)
    }
  }

  /// `--name COLUMN`, a column of the input, which has to be given.
  public static func column(
    _ name: String, _ property: WritableKeyPath<C, String?>, _ purpose: String
  ) -> Parameter {
    Parameter(
      name, .flag, .column, purpose, .automatic, isRequired: true
    ) { command, values in
      command[keyPath: property] = values.first?.argumentText
    }
  }

  /// `--name A, B`, the names of columns that come out, as they are written.
  public static func names(
    _ name: String, _ property: WritableKeyPath<C, [String]>, _ purpose: String
  ) -> Parameter {
    Parameter(name, .flag, .names, purpose, .automatic) { command, values in
      command[keyPath: property] = values.map(\.argumentText)
    }
  }
}

extension Value {
  /// The table, of a table.
  var table: Table? {
    if case .table(let table) = self { table } else { nil }
  }
}
