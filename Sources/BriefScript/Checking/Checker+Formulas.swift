import BriefSource

extension Checker {
  /// The characters of an argument.
  func text(_ argument: Argument) -> String { script.source[argument.range] }

  /// The resolved formula and its type.
  mutating func check(_ expression: Expression, _ scope: Scope) -> Typed {
    switch expression.kind {
    case .broken: return .broken
    case .literal(let value): return Typed(formula: .constant(value), type: value.type)
    case .regex:
      findings.report(.patternOutOfPlace, at: expression.range)
      return .broken
    case .variable(let name): return checkVariable(name, expression.range)
    case .name(let name): return checkName(name, expression.range, scope)
    case .list(let elements): return checkList(elements, scope)
    case .unary(let unary, let operand): return check(unary, operand, expression.range, scope)
    case .binary(let binary, let place, let left, let right):
      return check(binary, place, left, right, expression.range, scope)
    case .field(let operand, let field): return checkField(operand, field, scope)
    case .call(let name, let arguments):
      return checkCall(name, arguments, expression.range, scope)
    case .pipeline(let pipeline): return checkPipeline(pipeline, scope)
    }
  }

  private mutating func checkPipeline(_ pipeline: Pipeline, _ scope: Scope) -> Typed {
    let (planned, flow) = check(pipeline)
    if flow.type == .nothing {
      reportNoValue(pipeline)
      return .broken
    }
    if case .none = scope { return Typed(formula: .pipeline(planned), type: flow.type) }
    let slot = newSlot()
    caches.append(slot)
    return Typed(formula: .oncePerStage(slot: slot, planned), type: flow.type)
  }

  private mutating func checkList(_ elements: [Expression], _ scope: Scope) -> Typed {
    var type = ValueType.unknown
    var formulas: [Formula] = []
    var isMixed = false
    for element in elements {
      let typed = check(element, scope)
      formulas.append(typed.formula)
      if let joined = type.joined(with: typed.type) {
        type = joined
      } else if !isMixed {
        isMixed = true
        findings.report(.mixedList(type, typed.type), at: element.range)
      }
    }
    return Typed(formula: .list(formulas), type: .list(type))
  }

  // MARK: Names

  private mutating func checkVariable(_ name: String, _ range: TextRange) -> Typed {
    if let binding = environment[name] {
      uses.insert(binding.slot)
      let place = binding.place.flatMap { $0.source === script.source ? $0.range : nil }
      note(.variable(binding.flow.type), name, at: range, boundAt: place)
      return Typed(formula: .slot(binding.slot), type: binding.flow.type)
    }
    var help: String?
    if let line = bindingLine(of: name, before: range) {
      help = "it is bound on line \(line); put that before its first use"
    } else if let ended = declarations.last(where: { $0.name.text == name }),
      ended.source === script.source, ended.kind != .function
    {
      let line = script.source.lineNumber(at: ended.name.range.start)
      help = "it is bound in a block, on line \(line), and ends with that block"
    } else if commands[name] != nil {
      help = "`$(\(name))` is what the command '\(name)' gives"
    }
    findings.report(
      .unknownVariable(
        name, nearest: Spelling.nearest(to: name, among: environment.names), help: help),
      at: range)
    return .broken
  }

  /// The line of a later `let` or `param` of this name.
  private func bindingLine(of name: String, before range: TextRange) -> Int? {
    for statement in script.statements {
      let found: Name
      switch statement.kind {
      case .binding(let name, _, _): found = name
      case .parameter(let parameter): found = parameter.name
      default: continue
      }
      if found.text == name, statement.range.start > range.start {
        return script.source.lineNumber(at: found.range.start)
      }
    }
    return nil
  }

  private mutating func checkName(
    _ name: String, _ range: TextRange, _ scope: Scope
  ) -> Typed {
    switch scope {
    case .none:
      var help = "text stands in quotation marks, as in `\"\(name)\"`"
      if environment.functions[name] != nil || FunctionDeclaration.byName[name] != nil {
        findings.report(.functionWithoutBrackets(name), at: range)
        return .broken
      }
      if environment[name] != nil {
        help = "the variable is written `$\(name)`"
      } else if commands[name] != nil {
        help = "`$(\(name))` is what the command '\(name)' gives"
      }
      findings.report(.columnOutsideStage(name, help: help), at: range)
      return .broken
    case .rows(let rows):
      guard
        let column = column(
          name, range, rows,
          help: rows.table?.openedBy == nil
            ? "text stands in quotation marks, as in `\"\(name)\"`" : nil),
        let index = rows.table?.index(of: name)
      else { return .broken }
      return Typed(formula: .column(index), type: column.type)
    case .group(let rows, let keys):
      let isFigure = AggregateDeclaration.byName[name] != nil
      guard
        let column = column(
          name, range, rows, help: isFigure ? "a figure has brackets: `\(name)()`" : nil),
        let index = rows.table?.index(of: name)
      else {
        return .broken
      }
      guard keys.contains(name) else {
        findings.report(.needsAggregate(name), at: range)
        return .broken
      }
      return Typed(formula: .column(index), type: column.type)
    }
  }

  private mutating func checkField(
    _ operand: Expression, _ field: Name, _ scope: Scope
  ) -> Typed {
    if case .variable(let module) = operand.kind, environment[module] == nil,
      let binding = environment[module + "." + field.text]
    {
      uses.insert(binding.slot)
      return Typed(formula: .slot(binding.slot), type: binding.flow.type)
    }
    let typed = check(operand, scope)
    let fields: [(name: String, type: ValueType)]
    switch typed.type {
    case .unknown, .missing: return .broken
    case .record(let type): fields = type.columns.map { ($0.name, $0.type) }
    case .place: fields = [("file", .text), ("line", .int)]
    default: fields = []
    }
    if let found = fields.first(where: { $0.name == field.text }) {
      noteField(field, found.type, of: typed.type)
      return Typed(formula: .field(typed.formula, field.text), type: found.type)
    }
    let names = fields.map(\.name)
    if case .record(let type) = typed.type, let opener = type.openedBy {
      findings.report(
        .openColumn(
          field.text, opener: opener, columns: names,
          nearest: Spelling.nearest(to: field.text, among: names)), at: field.range)
      return .broken
    }
    var message = Message.noSuchField(
      field.text, of: typed.type, nearest: Spelling.nearest(to: field.text, among: names),
      fields: names)
    if case .table(let type) = typed.type, type[field.text] != nil {
      message.help = "`| column \(field.text)` makes a list of a column"
    } else if typed.type == .text {
      message.help =
        "to join texts write a formula in brackets, as in `($name + \".\(field.text)\")`"
    }
    findings.report(message, at: field.range)
    return .broken
  }
}
