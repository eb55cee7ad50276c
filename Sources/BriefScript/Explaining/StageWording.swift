import BriefSource

/// Says in words what a stage does.
struct StageWording {
  let source: Source
  /// What the stage is given.
  let input: Flow
  let environment: Environment

  /// What `stage` does, in whole lines without indent; `planned` is what runs for it.
  func words(for stage: Stage, _ planned: ArraySlice<PlannedStage>) -> StyledText {
    switch stage.kind {
    case .filter(let condition):
      var words = StyledText("Keeps the rows in which ")
      words.append(formulas().condition(condition))
      return words + StyledText(".\n")
    case .derivation(let definitions): return derivation(definitions, planned)
    case .grouping(let keys, let definitions): return grouping(keys, definitions)
    case .value(let value):
      var words = StyledText("Takes ")
      words.append(formulas().value(value))
      if case .variable(let name) = value.kind, let binding = environment[name] {
        words.append(", \(binding.flow.type.phrase)")
      }
      return words + StyledText(".\n")
    case .each(let variable, let block):
      let unit = if case .list = input.type { "element" } else { "row" }
      var words = StyledText("Runs the block for every \(unit), which is ")
      words.append("$" + variable.text, .code)
      words.append(" in it, and puts the results together.\n")
      for statement in block.statements {
        words.append("  ")
        words.append(Self.line(source[statement.range]), .code)
        words.append("\n")
      }
      return words
    case .call(let name, _):
      if let function = environment.functions[name.text] { return invocation(of: function) }
      let calls = planned.compactMap { stage in
        if case .call(let call) = stage { call } else { nil }
      }
      return call(calls)
    case .explanation, .broken: return StyledText()
    }
  }

  private func invocation(of function: ScriptFunction) -> StyledText {
    var words = StyledText("Runs a function of this script, ")
    words.append(function.usage, .code)
    words.append(function.definition.purpose.map { ": \($0).\n" } ?? ".\n")
    return words
  }

  /// `text` with one space for each line end and what stands around it.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline)
      .map { $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
      .joined(separator: " ")
  }

  private func formulas(_ columns: TableType? = nil) -> FormulaWording {
    FormulaWording(
      source: source, columns: columns ?? input.table, environment: environment)
  }

  // MARK: Columns

  private func derivation(
    _ definitions: [Definition], _ planned: ArraySlice<PlannedStage>
  ) -> StyledText {
    var columns = input.table
    var types: [TableType.Column] = []
    if case .derive(let derived, _)? = planned.last { types = derived.map(\.column) }
    var words = StyledText()
    for (index, definition) in definitions.enumerated() {
      let isNew = columns?[definition.name.text] == nil
      words.append(isNew ? "Adds a column " : "Puts in the place of ")
      words.append(definition.name.text, .code)
      words.append(isNew ? ": " : " this: ")
      words.append(formulas(columns).value(definition.value))
      words.append(".\n")
      if types.indices.contains(index) { columns = columns?.adding(types[index]) }
    }
    return words
  }

  private func grouping(_ keys: [Name], _ definitions: [Definition]?) -> StyledText {
    var words = StyledText("Makes one row of all rows that have the same ")
    for (index, key) in keys.enumerated() {
      if index > 0 { words.append(index == keys.count - 1 ? " and " : ", ") }
      words.append(key.text, .code)
    }
    guard let definitions else {
      return words + StyledText(", and counts them in ") + StyledText("count", .code)
        + StyledText(".\n")
    }
    words.append(definitions.isEmpty ? ".\n" : ", with\n")
    for definition in definitions {
      words.append("  ")
      words.append(definition.name.text, .code)
      words.append(": ")
      words.append(formulas().figure(definition.value))
      words.append("\n")
    }
    return words
  }

  // MARK: Commands

  private func call(_ calls: [PlannedCall]) -> StyledText {
    guard let call = calls.last else { return StyledText() }
    var words = StyledText(call.command.summary.purpose + "\n")
    if calls.count > 1, let first = calls.first {
      words.append("It reads what ")
      words.append(first.command.summary.name, .code)
      words.append(" gives, as nothing stands before it.\n")
    }
    for argument in call.arguments {
      words.append("  ")
      words.append(written(argument), .code)
      words.append(": \(argument.parameter.purpose)\n")
    }
    return words
  }

  private func written(_ argument: PlannedArgument) -> String {
    let values = argument.values.map { source[$0.range] }.joined(separator: ", ")
    let name = argument.parameter.name
    return switch argument.parameter.form {
    case .switch: "--\(name)"
    case .flag: "--\(name) \(values)"
    case .argument: values
    case .after(let word): "\(word) \(values)"
    }
  }
}
