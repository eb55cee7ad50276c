import BriefSource

/// The row, or the group, that a formula is computed for.
struct RowContext {
  let columns: [ColumnStorage]
  /// The row's position in the columns.
  var position = 0
  /// The figures of the group.
  var aggregates: [Value] = []

  static var none: RowContext { RowContext(columns: []) }
}

extension Interpreter {
  /// How many rows are computed between two looks at whether the user wants to stop.
  private static let stretch = 1024

  func filter(
    _ table: Table, _ condition: Formula, _ stage: RowStage
  ) throws(ScriptError) -> Table {
    clear(stage.caches)
    var context = RowContext(columns: table.columns)
    var kept: [Int32] = []
    for (row, position) in table.rows.enumerated() {
      if row % Self.stretch == 0 { try checkInterruption() }
      context.position = Int(position)
      if try holds(condition, context, table, row) { kept.append(position) }
    }
    return Table(type: table.type, columns: table.columns, rows: kept, origins: table.origins)
  }

  private func holds(
    _ condition: Formula, _ context: RowContext, _ table: Table, _ row: Int
  ) throws(ScriptError) -> Bool {
    do {
      return try truth(condition, context) ?? false
    } catch {
      throw located(error, table, row)
    }
  }

  func derive(
    _ table: Table, _ columns: [PlannedColumn], _ stage: RowStage
  ) throws(ScriptError) -> Table {
    clear(stage.caches)
    var table = table
    for planned in columns {
      var values: [Value] = []
      values.reserveCapacity(table.count)
      var context = RowContext(columns: table.columns)
      for (row, position) in table.rows.enumerated() {
        if row % Self.stretch == 0 { try checkInterruption() }
        context.position = Int(position)
        values.append(try evaluate(planned.value, context, table, row))
      }
      table = table.adding(planned.column, values: values)
    }
    return table
  }

  func group(
    _ table: Table, _ keys: [String], _ aggregates: [PlannedAggregate],
    _ columns: [PlannedColumn], _ stage: RowStage
  ) throws(ScriptError) -> Table {
    clear(stage.caches)
    let groups = table.groups(by: keys)
    var cells = [[Value]](repeating: [], count: columns.count)
    var context = RowContext(columns: table.columns)
    for rows in groups {
      try checkInterruption()
      context.aggregates = []
      for aggregate in aggregates {
        context.aggregates.append(try figure(aggregate, rows, table))
      }
      let first = Int(rows.first ?? 0)
      context.position = Int(table.rows[first])
      for (index, column) in columns.enumerated() {
        cells[index].append(try evaluate(column.value, context, table, first))
      }
    }
    return table.grouped(
      groups, keys: keys, adding: columns.indices.map { (columns[$0].column, cells[$0]) })
  }

  private func figure(
    _ aggregate: PlannedAggregate, _ rows: [Int32], _ table: Table
  ) throws(ScriptError) -> Value {
    guard let argument = aggregate.argument else { return .int(rows.count) }
    do throws(FormulaFault) {
      if let value = try Self.columnFigure(aggregate, rows, table) { return value }
    } catch {
      throw .failed(error.message.diagnostic(in: source, at: aggregate.range))
    }
    var values: [Value] = []
    values.reserveCapacity(rows.count)
    var context = RowContext(columns: table.columns)
    for row in rows {
      context.position = Int(table.rows[Int(row)])
      let value = try evaluate(argument, context, table, Int(row))
      if !value.isMissing { values.append(value) }
    }
    do throws(FormulaFault) {
      return try aggregate.declaration.evaluate(values)
    } catch {
      throw .failed(error.message.diagnostic(in: source, at: aggregate.range))
    }
  }

  /// The figure of a bare column of ints or numbers, computed without boxing a cell; `nil` for
  /// anything else.
  private static func columnFigure(
    _ aggregate: PlannedAggregate, _ rows: [Int32], _ table: Table
  ) throws(FormulaFault) -> Value? {
    guard case .column(let column)? = aggregate.argument else { return nil }
    switch table.columns[column].cells {
    case .int(let cells):
      guard let evaluate = aggregate.declaration.evaluateInts else { return nil }
      return try evaluate(rows.compactMap { cells[Int(table.rows[Int($0)])] })
    case .number(let cells):
      guard let evaluate = aggregate.declaration.evaluateNumbers else { return nil }
      return try evaluate(
        rows.compactMap { cells[Int(table.rows[Int($0)])].flatMap { $0.isFinite ? $0 : nil } })
    default: return nil
    }
  }

  private func evaluate(
    _ formula: Formula, _ context: RowContext, _ table: Table, _ row: Int
  ) throws(ScriptError) -> Value {
    do {
      return try evaluate(formula, context)
    } catch {
      throw located(error, table, row)
    }
  }

  /// Says in which row a formula failed.
  private func located(_ error: ScriptError, _ table: Table, _ row: Int) -> ScriptError {
    guard case .failed(let diagnostic) = error, diagnostic.help == nil else { return error }
    let place = table.place(of: row).map { " (\($0.citation))" } ?? ""
    return .failed(
      Diagnostic(
        id: diagnostic.id, severity: diagnostic.severity, diagnostic.message,
        source: diagnostic.source, range: diagnostic.range, labels: diagnostic.labels,
        help: "this happened in row \(row + 1)\(place)"))
  }

  private func clear(_ caches: [Int]) {
    for slot in caches { slots[slot] = nil }
  }
}
