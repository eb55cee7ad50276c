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
  /// How many rows are computed between two looks at whether the user wants to stop, and by one
  /// ``VectorEvaluator``.
  static let stretch = 1024

  func filter(
    _ table: Table, _ condition: Formula, _ stage: RowStage
  ) throws(ScriptError) -> Table {
    clear(stage.caches)
    var context = RowContext(columns: table.columns)
    var kept: [Int32] = []
    for rows in Self.stretches(table.count) {
      try checkInterruption()
      if let truths = vectors(table, rows)?.truths(condition) {
        for (row, truth) in zip(rows, truths) where truth == .yes { kept.append(table.rows[row]) }
        continue
      }
      for row in rows {
        context.position = Int(table.rows[row])
        if try holds(condition, context, table, row) { kept.append(table.rows[row]) }
      }
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
      var builder = ColumnBuilder(planned.column.type, count: table.count)
      var context = RowContext(columns: table.columns)
      for rows in Self.stretches(table.count) {
        try checkInterruption()
        if let vector = vectors(table, rows)?.values(planned.value), builder.append(vector) {
          continue
        }
        for row in rows {
          context.position = Int(table.rows[row])
          builder.append(try evaluate(planned.value, context, table, row))
        }
      }
      table = table.adding(planned.column, builder.storage)
    }
    return table
  }

  func group(
    _ table: Table, _ keys: [String], _ aggregates: [PlannedAggregate],
    _ columns: [PlannedColumn], _ stage: RowStage
  ) throws(ScriptError) -> Table {
    clear(stage.caches)
    let grouping = table.grouping(by: keys)
    var figures: [[Value]?] = []
    for aggregate in aggregates { figures.append(try self.figures(aggregate, grouping, table)) }
    // Only figures that need all values at once need the rows of each group.
    let groups = figures.contains { $0 == nil } ? grouping.groups : []
    var cells = [[Value]](repeating: [], count: columns.count)
    var context = RowContext(columns: table.columns)
    for (group, first) in grouping.firsts.enumerated() {
      if group % Self.stretch == 0 { try checkInterruption() }
      context.aggregates = []
      for (aggregate, known) in zip(aggregates, figures) {
        if let known {
          context.aggregates.append(known[group])
        } else {
          context.aggregates.append(try figure(aggregate, groups[group], table))
        }
      }
      context.position = Int(table.rows[Int(first)])
      for (index, column) in columns.enumerated() {
        cells[index].append(try evaluate(column.value, context, table, Int(first)))
      }
    }
    return table.grouped(
      grouping, keys: keys, adding: columns.indices.map { (columns[$0].column, cells[$0]) })
  }

  /// The figure of every group, if it can be computed in one pass over the rows.
  private func figures(
    _ aggregate: PlannedAggregate, _ grouping: Grouping, _ table: Table
  ) throws(ScriptError) -> [Value]? {
    guard let argument = aggregate.argument else { return grouping.counts.map { .int(Int($0)) } }
    guard let running = aggregate.declaration.running, isVectorising else { return nil }
    var figures = RunningFigures(running, count: grouping.firsts.count)
    for rows in Self.stretches(table.count) {
      try checkInterruption()
      guard let vector = vectors(table, rows)?.values(argument),
        figures.add(vector, to: grouping.numbers[rows])
      else { return nil }
    }
    return figures.values
  }

  /// The rows from 0 on in pieces.
  private static func stretches(_ count: Int) -> some Sequence<Range<Int>> {
    stride(from: 0, to: count, by: stretch).lazy.map { $0..<min($0 + stretch, count) }
  }

  private func vectors(_ table: Table, _ rows: Range<Int>) -> VectorEvaluator? {
    isVectorising ? VectorEvaluator(table, slots: slots, rows: rows) : nil
  }

  private func figure(
    _ aggregate: PlannedAggregate, _ rows: [Int32], _ table: Table
  ) throws(ScriptError) -> Value {
    guard let argument = aggregate.argument else { return .int(rows.count) }
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
