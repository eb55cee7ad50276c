import BriefSource

extension Checker {
  /// How many levels of formulas, blocks and calls there may be inside each other when a function
  /// is called; it keeps the recursion of checking and running within its stack.
  static let callDepthLimit = 200

  // MARK: def

  mutating func check(_ definition: FunctionDefinition) {
    requireTopLevel("def", definition.name.range)
    let name = definition.name.text
    _ = requireFree(definition.name)
    var formals: [ScriptFunction.Formal] = []
    for formal in definition.formals {
      if formals.contains(where: { $0.name.text == formal.name.text }) {
        findings.report(.repeatedFormal(formal.name.text), at: formal.name.range)
        continue
      }
      let type = formal.type.flatMap { namedType($0) } ?? .unknown
      let standard = formal.standard.flatMap { constant($0, of: type, formal.name) }
      if standard == nil, let before = formals.last, before.standard != nil {
        findings.report(
          .requiredAfterOptional(formal.name.text, after: before.name.text), at: formal.name.range)
      }
      formals.append(.init(name: formal.name, type: type, standard: standard))
    }
    let function = ScriptFunction(
      name: name, definition, formals: formals, result: definition.result.flatMap { namedType($0) },
      script: script, environment: environment)
    definitionAtHand = name
    _ = instantiate(function, function.writtenTypes, isGeneric: true)
    definitionAtHand = nil
    environment.functions[name] = function
    note(
      .definition(usage: function.usage, purpose: definition.purpose), name,
      at: definition.name.range, boundAt: definition.name.range,
      in: definition.name.range)
    let slot = newSlot()
    functionSlots[ObjectIdentifier(function)] = slot
    declarations.append(
      Declaration(
        name: definition.name, slot: slot, kind: .function, source: script.source,
        isGiven: true))
  }

  /// The value of a literal that has the type wanted; `nil` after reporting that it is none.
  mutating func constant(_ expression: Expression, of type: ValueType, _ name: Name) -> Value? {
    if case .broken = expression.kind { return nil }
    guard let value = Self.literalValue(expression) else {
      findings.report(.notLiteral(name.text), at: expression.range)
      return nil
    }
    guard value.type.fits(type) else {
      findings.report(
        .wrongType("'\(name.text)'", expected: type.phrase, found: value.type),
        at: expression.range)
      return nil
    }
    return value
  }

  private static func literalValue(_ expression: Expression) -> Value? {
    switch expression.kind {
    case .literal(let value): return value
    case .list(let elements):
      var values: [Value] = []
      for element in elements {
        guard let value = literalValue(element) else { return nil }
        values.append(value)
      }
      return .list(values)
    default: return nil
    }
  }

  // MARK: Bodies

  /// The body of `function` for arguments of these types.
  ///
  /// - Parameter isGeneric: Whether the types stand for every call, so that what is found wrong is
  ///   wrong in all of them.
  mutating func instantiate(
    _ function: ScriptFunction, _ types: [ValueType], isGeneric: Bool = false,
    calledAt call: TextRange? = nil
  ) -> PlannedFunction {
    if let known = function.instances[types] {
      calleeDepth = max(calleeDepth, known.depth)
      report(lackingFiles: known.lackingFiles)
      return known
    }
    let foundBefore = findings.all.count
    let outerLacking = lackingFiles
    lackingFiles = function.script.source === mainSource ? nil : []
    let outer = enter(function.script, function.environment ?? promptEnvironment)
    if !isGeneric {
      probe = nil
      isInstance = true
    }
    let (body, slots, flow) = check(
      function.definition.body,
      zip(function.formals, types).map {
        ($0.name, Flow(type: $1, stage: nil), .formal)
      },
      givesValue: true)
    let result = resultType(of: function, flow)
    let depth = function.definition.body.depth + 2 + calleeDepth
    if depth > Self.callDepthLimit {
      findings.report(.tooDeep, at: function.definition.name.range)
    }
    if let call, outer.script.source === function.script.source {
      findings.explain(from: foundBefore, .init(call, "in this call of '\(function.name)'"))
    }
    leave(to: outer)
    calleeDepth = max(outer.calleeDepth, depth)
    let planned = PlannedFunction(
      name: function.name, source: function.script.source, slots: slots, body: body, type: result,
      depth: depth, lackingFiles: lackingFiles ?? [])
    lackingFiles = outerLacking
    if !isGeneric { report(lackingFiles: planned.lackingFiles) }
    function.instances[types] = planned
    return planned
  }

  /// What the checker is in the middle of when it turns to another body or script.
  ///
  /// What was found and planned is no part of it, and is not copied.
  struct Surroundings {
    let script: Script
    let environment: Environment
    let blockDepth: Int
    let caches: [Int]
    let aggregates: [PlannedAggregate]
    let isInstance: Bool
    let isModule: Bool
    let calleeDepth: Int
    let probe: Probe?
  }

  /// Turns to another script, or a body in it: the checks and messages that follow are about it.
  ///
  /// - Returns: What ``leave(to:)`` needs to go back.
  mutating func enter(_ script: Script, _ environment: Environment) -> Surroundings {
    let outer = Surroundings(
      script: self.script, environment: self.environment, blockDepth: blockDepth, caches: caches,
      aggregates: aggregates, isInstance: isInstance, isModule: isModule,
      calleeDepth: calleeDepth, probe: probe)
    self.script = script
    findings.source = script.source
    self.environment = environment
    caches = []
    calleeDepth = 0
    blockDepth = 0
    return outer
  }

  /// Goes back; what was found and planned since stays.
  mutating func leave(to outer: Surroundings) {
    script = outer.script
    findings.source = outer.script.source
    environment = outer.environment
    blockDepth = outer.blockDepth
    caches = outer.caches
    aggregates = outer.aggregates
    isInstance = outer.isInstance
    isModule = outer.isModule
    calleeDepth = outer.calleeDepth
    if probe == nil { probe = outer.probe }
  }

  private mutating func resultType(of function: ScriptFunction, _ flow: Flow) -> ValueType {
    guard let written = function.result else { return flow.type }
    let last = function.definition.body.statements.last
    if flow.type == .nothing {
      findings.report(
        .givesNoValue("'\(function.name)'"), at: last?.range ?? function.definition.name.range)
      return .unknown
    }
    guard flow.type.fits(written) else {
      findings.report(
        .brokenPromise(function.name, written, flow.type),
        at: last?.range ?? function.definition.name.range)
      return .unknown
    }
    return flow.type.isOpen ? (written.isComposite ? .unknown : written) : flow.type
  }

  // MARK: Calls

  /// Checks a call of a function that stands as a stage.
  mutating func checkInvocation(
    _ function: ScriptFunction, _ name: Name, _ arguments: [Argument], _ input: Flow,
    into stages: inout [PlannedStage]
  ) -> Flow {
    use(function)
    note(function, at: name)
    let isFed = !input.isStart
    var reader = ArgumentReader(
      summary: function.summary(isFed: isFed), name: name, input: input)
    let planned = reader.read(arguments, &self)
    if isFed, function.formals.isEmpty {
      findings.report(.cannotFollow(name.text, after: input.stage ?? ""), at: name.range)
    }
    var values: [PlannedInvocation.Argument] = []
    var types: [ValueType] = []
    for (index, formal) in function.formals.enumerated() {
      if index == 0, isFed {
        let type = fitting(input.type, formal, name.range)
        values.append(.input(asTable: input.type.isRow && !type.isRow))
        types.append(type)
      } else if let given = planned.first(where: { $0.parameter.name == formal.name.text }) {
        let value = given.values.first
        let type = value.map { fitting($0.type, formal, $0.range) } ?? .unknown
        values.append(.formula(value.map { Self.asTable($0.formula, $0.type, type) } ?? .broken))
        types.append(type)
      } else {
        values.append(.formula(.constant(formal.standard ?? .missing)))
        types.append(formal.standard?.type ?? .unknown)
      }
    }
    let instance = instantiate(function, types, calledAt: name.range)
    stages.append(
      .invoke(PlannedInvocation(function: instance, arguments: values, range: name.range)))
    return Flow(type: instance.type, stage: name.text)
  }

  /// Checks a call of a function that stands in a formula.
  mutating func checkCall(
    of function: ScriptFunction, _ name: Name, _ arguments: [Expression], _ scope: Scope
  ) -> Typed {
    use(function)
    note(function, at: name)
    var formulas: [Formula] = []
    var types: [ValueType] = []
    for (index, argument) in arguments.enumerated() {
      let typed = check(argument, scope)
      guard index < function.formals.count else {
        if index == function.formals.count {
          findings.report(
            .tooManyArguments(name.text, usage: function.usage), at: argument.range)
        }
        continue
      }
      let type = fitting(typed.type, function.formals[index], argument.range)
      formulas.append(Self.asTable(typed.formula, typed.type, type))
      types.append(type)
    }
    for formal in function.formals.dropFirst(arguments.count) {
      guard let standard = formal.standard else {
        findings.report(.missingFunctionArgument(name.text, usage: function.usage), at: name.range)
        return .broken
      }
      formulas.append(.constant(standard))
      types.append(standard.type)
    }
    let instance = instantiate(function, types, calledAt: name.range)
    if instance.type == .nothing {
      findings.report(.givesNoValue("'\(name.text)'"), at: name.range)
      return .broken
    }
    return Typed(formula: .invoke(instance, formulas), type: instance.type)
  }

  private mutating func use(_ function: ScriptFunction) {
    if let slot = functionSlots[ObjectIdentifier(function)] { uses.insert(slot) }
  }

  /// A formula that gives a row, as a table of that row where a table is wanted.
  private static func asTable(
    _ formula: Formula, _ type: ValueType, _ wanted: ValueType
  ) -> Formula {
    type.isRow && !wanted.isRow && wanted != .unknown ? .tableOfRow(formula) : formula
  }

  /// The type of an argument, or what is written where it does not fit: that is reported.
  private mutating func fitting(
    _ type: ValueType, _ formal: ScriptFunction.Formal, _ range: TextRange
  ) -> ValueType {
    if type.fits(formal.type) {
      return type.isOpen && !formal.type.isComposite ? formal.type : type
    }
    if case .table = formal.type, case .record(let row) = type { return .table(row) }
    var help: String?
    if case .table = formal.type {
      help = "a table stands before the function, as in `quotes | …`, or is written `$(quotes)`"
    }
    findings.report(
      .wrongType(
        "'\(formal.name.text)'", expected: formal.type.phrase, found: type, help: help),
      at: range)
    return formal.type.isComposite ? .unknown : formal.type
  }
}
