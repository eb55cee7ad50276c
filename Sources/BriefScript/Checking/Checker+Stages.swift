import BriefSource

extension Checker {
  /// Checks the stages of `pipeline` one after the other; `note` is told of each, with what it is
  /// given and what is to run for it.
  mutating func check(
    _ pipeline: Pipeline,
    noting note: (Stage, Flow, ArraySlice<PlannedStage>) -> Void = { _, _, _ in }
  ) -> (PlannedPipeline, Flow) {
    // A pipeline inside a formula has nothing to do with the stage that formula belongs to.
    let outer = (caches, aggregates)
    defer { (caches, aggregates) = outer }
    var flow = Flow.start
    var stages: [PlannedStage] = []
    for (index, stage) in pipeline.stages.enumerated() {
      if index > 0, flow.type == .nothing {
        let before = pipeline.stages[index - 1]
        findings.report(
          .givesNothing(flow.stage ?? ""), at: before.range,
          labels: [.init(stage.range, "wants something to work on")])
        flow.type = .unknown
      }
      if let offset = probe?.offset, stage.range.start <= offset, offset <= stage.reach {
        probe?.input = flow
        probe?.columns = flow.table
        probe?.isGrouping = false
        probe?.environment = environment
      }
      let (input, first) = (flow, stages.count)
      flow = check(stage, flow, into: &stages)
      note(stage, input, stages[first...])
    }
    return (PlannedPipeline(stages: stages, range: pipeline.range), flow)
  }

  private mutating func check(
    _ stage: Stage, _ input: Flow, into stages: inout [PlannedStage]
  ) -> Flow {
    caches = []
    noteStageWord(stage)
    switch stage.kind {
    case .broken:
      return Flow(type: .unknown, stage: "this")
    case .value(let value):
      if !input.isStart {
        findings.report(
          .cannotFollow(script.source[value.range], after: input.stage ?? ""), at: stage.range)
      }
      let typed = check(value, .none)
      stages.append(.value(typed.formula))
      var flow = Flow(type: typed.type, stage: script.source[value.range])
      if case .variable(let name) = value.kind, let binding = environment[name] {
        flow.losses = binding.flow.losses
      }
      return flow
    case .filter(let condition):
      let rows = tableInput(input, of: "where", stage.range)
      let typed = check(condition, .rows(rows))
      require(typed, .bool, "'where'", condition.range)
      examine(condition, as: .filter, rows: rows.table, facts: rows.facts)
      stages.append(.filter(typed.formula, RowStage(range: stage.range, caches: caches)))
      var flow = rows.through("where", keyword(stage, "where"), giving: rows.type)
      flow.facts = rows.facts + Self.conjuncts(of: condition)
      return flow
    case .derivation(let definitions):
      return checkDerivation(definitions, stage, input, into: &stages)
    case .each(let variable, let block):
      return checkEach(variable, block, stage, input, into: &stages)
    case .grouping(let keys, let definitions):
      return checkGrouping(keys, definitions, stage, input, into: &stages)
    case .explanation(let pipeline):
      return checkExplanation(pipeline, stage, input, into: &stages)
    case .call(let name, let arguments):
      return checkCall(name, arguments, stage, input, into: &stages)
    }
  }

  /// What a stage that works on rows is given: the rows of a table, or nothing that is known.
  private mutating func tableInput(
    _ input: Flow, of stage: String, _ range: TextRange
  ) -> Flow {
    switch input.type {
    case .table, .unknown: return input
    case .nothing where input.isStart:
      findings.report(
        .cannotBegin(
          stage, wants: "a table",
          help: "put what it works on before it, as in `quotes | \(stage) …`"),
        at: TextRange(range.start, min(range.end, range.start + stage.utf8.count)))
    default:
      findings.report(
        .notATable(input.stage ?? "", stage, input.type),
        at: TextRange(range.start, min(range.end, range.start + stage.utf8.count)))
    }
    return Flow(type: .unknown, stage: input.stage)
  }

  // MARK: derive

  private mutating func checkDerivation(
    _ definitions: [Definition], _ stage: Stage, _ input: Flow, into stages: inout [PlannedStage]
  ) -> Flow {
    let before = tableInput(input, of: "derive", stage.range)
    var rows = before
    var columns: [PlannedColumn] = []
    for definition in definitions {
      let typed = check(definition.value, .rows(rows))
      let column = TableType.Column(definition.name.text, storable(typed, definition))
      if columns.contains(where: { $0.column.name == column.name }) {
        findings.report(.duplicateColumn(column.name), at: definition.name.range)
      }
      noteColumn(column, definition, in: stage.range)
      columns.append(PlannedColumn(column: column, value: typed.formula))
      if typed.type == .bool { examine(definition.value, as: .value, rows: rows.table) }
      if let table = rows.table { rows.type = .table(table.adding(column)) }
      probeColumns(rows.table, stage)
    }
    stages.append(.derive(columns, RowStage(range: stage.range, caches: caches)))
    var flow = before.through("derive", keyword(stage, "derive"), giving: rows.type)
    let changed = Set(definitions.map(\.name.text))
    flow.facts = before.facts.filter { !$0.mentions(changed) }
    return flow
  }

  /// The type of a formula that is to fill a column.
  private mutating func storable(_ typed: Typed, _ definition: Definition) -> ValueType {
    if typed.type == .nothing || typed.type == .page {
      findings.report(
        .wrongType("a column", expected: "a value", found: typed.type),
        at: definition.value.range)
      return .unknown
    }
    return typed.type
  }

  private mutating func probeColumns(
    _ table: TableType?, _ stage: Stage, isGrouping: Bool = false
  ) {
    guard let offset = probe?.offset, stage.range.start <= offset, offset <= stage.reach else {
      return
    }
    probe?.columns = table
    probe?.isGrouping = isGrouping
  }

  // MARK: group

  private mutating func checkGrouping(
    _ keys: [Name], _ definitions: [Definition]?, _ stage: Stage, _ input: Flow,
    into stages: inout [PlannedStage]
  ) -> Flow {
    let rows = tableInput(input, of: "group", stage.range)
    aggregates = []
    var columns: [TableType.Column] = []
    var names: [String] = []
    for key in keys {
      guard let column = column(key.text, key.range, rows) else { continue }
      if names.contains(key.text) {
        findings.report(.duplicateColumn(key.text), at: key.range)
      } else {
        names.append(key.text)
        columns.append(column)
      }
    }
    var planned: [PlannedColumn] = []
    if let definitions {
      probeColumns(rows.table, stage, isGrouping: true)
      for definition in definitions {
        let typed = check(definition.value, .group(rows, keys: names))
        let column = TableType.Column(definition.name.text, storable(typed, definition))
        noteColumn(column, definition, in: stage.range)
        if columns.contains(where: { $0.name == column.name }) {
          findings.report(.duplicateColumn(column.name), at: definition.name.range)
        } else {
          columns.append(column)
          planned.append(PlannedColumn(column: column, value: typed.formula))
        }
      }
    } else {
      aggregates = [PlannedAggregate(declaration: .count, argument: nil, range: stage.range)]
      if columns.contains(where: { $0.name == "count" }) {
        findings.report(
          .duplicateColumn("count"), at: keys.first { $0.text == "count" }?.range ?? stage.range)
      } else {
        columns.append(TableType.countColumn)
        planned = [PlannedColumn(column: TableType.countColumn, value: .aggregate(0))]
      }
    }
    stages.append(
      .group(
        keys: names, aggregates, planned, RowStage(range: stage.range, caches: caches)))
    let type: ValueType = rows.table == nil ? .unknown : .table(TableType(columns))
    var flow = rows.through("group", keyword(stage, "group"), giving: type)
    let lost = Set(rows.table?.names ?? []).subtracting(names)
    flow.facts = rows.facts.filter { !$0.mentions(lost) }
    return flow
  }

  // MARK: Columns

  /// Where a column went, and what to do about it.
  private func explain(
    _ loss: Flow.Loss, of name: String
  ) -> (labels: [Diagnostic.Label], help: String) {
    if let newName = loss.newName(of: name) {
      return (
        [.init(loss.range, "'\(loss.stage)' calls it '\(newName)'")], "did you mean '\(newName)'?"
      )
    }
    let keep = loss.keepsRows ? ", or keep the column there" : ""
    return (
      [.init(loss.range, "'\(loss.stage)' does not hand on '\(name)'")],
      "use '\(name)' before '\(loss.stage)'\(keep)"
    )
  }

  /// The range of the first word of a stage.
  private func keyword(_ stage: Stage, _ word: String) -> TextRange {
    TextRange(stage.range.start, min(stage.range.end, stage.range.start + word.utf8.count))
  }

  /// The column called `name`, or `nil` after reporting that there is none; `nil` in silence when
  /// the columns are not known.
  mutating func column(
    _ name: String, _ range: TextRange, _ rows: Flow, help given: @autoclosure () -> String? = nil
  ) -> TableType.Column? {
    guard let table = rows.table else { return nil }
    if let column = table[name] {
      note(.column(column), name, at: range)
      return column
    }
    if let opener = table.openedBy {
      reportOpenColumn(name, range, rows, opener, help: given())
      return nil
    }
    var labels: [Diagnostic.Label] = []
    var help: String?
    if let loss = rows.loss(of: name) {
      (labels, help) = explain(loss, of: name)
    } else if environment[name] != nil {
      help = "the variable of this name is written `$\(name)`"
    }
    let nearest = help == nil ? Spelling.nearest(to: name, among: table.names) : nil
    if nearest == nil, help == nil { help = given() }
    findings.report(
      .unknownColumn(
        name, after: rows.stage, columns: table.names, nearest: nearest, help: help),
      at: range, labels: labels)
    return nil
  }
}
