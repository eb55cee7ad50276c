import BriefSource

extension Checker {
  /// What a name is that a script binds, for the warning that nobody uses it.
  enum BindingKind: String {
    case variable, parameter, formal, element, function
  }

  /// A name that a script binds.
  struct Declaration {
    let name: Name
    let slot: Int
    let kind: BindingKind
    let source: Source
    /// Whether it stands outside of blocks and functions.
    let isGiven: Bool
  }

  /// Checks the statements of `block` in a scope of their own, with `variables` bound first.
  ///
  /// - Parameter givesValue: Whether the value of the last statement is wanted.
  mutating func check(
    _ block: Block, _ variables: [(name: Name, flow: Flow, kind: BindingKind)] = [],
    givesValue: Bool
  ) -> (block: PlannedBlock, slots: [Int], flow: Flow) {
    let scope = environment.scope
    blockDepth += 1
    defer {
      environment.leave(scope)
      blockDepth -= 1
    }
    let slots = variables.map { bind($0.name, $0.flow, $0.kind) }
    var statements: [Plan.Statement] = []
    var flow = Flow(type: .nothing, stage: "the block")
    for (index, statement) in block.statements.enumerated() {
      let isLast = index == block.statements.count - 1
      flow = check(statement, givesValue: givesValue && isLast, into: &statements)
    }
    reportUnreachable(block.statements)
    return (PlannedBlock(statements: statements), slots, flow)
  }

  /// Gives `name` a new slot; `constant` is its value where that is known before anything runs.
  mutating func bind(
    _ name: Name, _ flow: Flow, _ kind: BindingKind, constant: Value? = nil
  ) -> Int {
    var flow = flow
    flow.stage = "$" + name.text
    let slot = newSlot()
    let source = script.source
    environment.bind(
      name.text,
      .init(slot: slot, flow: flow, place: Place(source, name.range), constant: constant))
    note(
      .variable(flow.type), name.text, at: name.range, boundAt: name.range,
      in: name.range)
    if !isInstance {
      declarations.append(
        Declaration(
          name: name, slot: slot, kind: kind, source: source,
          isGiven: blockDepth == 0 && kind == .variable))
    }
    return slot
  }

  /// Says which names a script binds and never uses; those that begin with `_` are meant so.
  ///
  /// Where something is wrong nothing is said: the name may be used in what could not be read.
  mutating func reportUnused() {
    guard case .script = origin, !findings.hasErrors else { return }
    // A script that only gives names is a module, and others use them.
    let isLibrary = script.statements.allSatisfy(\.givesNames)
    for declaration in declarations
    where !uses.contains(declaration.slot) && !(isLibrary && declaration.isGiven)
      && !declaration.name.text.hasPrefix("_")
      && declaration.source === script.source
    {
      findings.report(
        .unused(declaration.name.text, declaration.kind), at: declaration.name.range)
    }
  }

  // MARK: for, if, each

  mutating func check(_ loop: Loop, into statements: inout [Plan.Statement]) {
    let typed = check(loop.list, .none)
    let element = elementFlow(typed.type, of: "'for'", loop.list)
    requireUnbound(loop.variable, isElement: true)
    let (body, slots, _) = check(
      loop.body, [(loop.variable, element, .element)], givesValue: false)
    statements.append(
      .loop(slot: slots[0], typed.formula, body, loop.list.range))
  }

  /// What is known of the elements of a list, or the rows of a table, that stands at `list`.
  private mutating func elementFlow(
    _ type: ValueType, of word: String, _ list: Expression
  ) -> Flow {
    if let element = type.element { return Flow(type: element, stage: "") }
    var help: String?
    if case .int = type { help = "`1..n` is the list of the numbers from 1 to n" }
    findings.report(
      .wrongType(word, expected: "a list or a table", found: type, help: help), at: list.range)
    return Flow(type: .unknown, stage: "")
  }

  mutating func check(
    _ branch: Branch, givesValue: Bool, into statements: inout [Plan.Statement]
  ) -> Flow {
    let condition = check(branch.condition, .none)
    require(condition, .bool, "'if'", branch.condition.range)
    examine(branch.condition, as: .branch)
    let (body, _, flow) = check(branch.body, givesValue: givesValue)
    var result = Flow(type: .nothing, stage: "'if'")
    var otherwise: PlannedBlock?
    if let block = branch.otherwise {
      let (planned, _, other) = check(block, givesValue: givesValue)
      otherwise = planned
      if let type = flow.type.joined(with: other.type) {
        result = Flow(type: type, stage: "'if'")
      } else if givesValue {
        findings.report(
          .branchesDiffer(flow.type, other.type), at: block.range,
          labels: [.init(branch.body.range, "this gives \(flow.type.phrase)")])
        result.type = .unknown
      }
    } else if givesValue, flow.type != .nothing, flow.type != .unknown {
      findings.report(.missingElse(flow.type), at: branch.body.range)
      result.type = .unknown
    }
    examine(chain: branch)
    statements.append(.branch(condition.formula, body, otherwise: otherwise))
    return result
  }

  mutating func checkEach(
    _ variable: Name, _ block: Block, _ stage: Stage, _ input: Flow,
    into stages: inout [PlannedStage]
  ) -> Flow {
    let word = TextRange(stage.range.start, min(stage.range.end, stage.range.start + 4))
    var element = Flow(type: .unknown, stage: "")
    if input.isStart {
      findings.report(
        .cannotBegin(
          "each", wants: "a table or a list",
          help: "put what it works on before it, as in `briefings | each $b { … }`"), at: word)
    } else if let type = input.type.element {
      element.type = type
      element.losses = input.losses
    } else {
      findings.report(.notATable(input.stage ?? "", "each", input.type), at: word)
    }
    requireUnbound(variable, isElement: true)
    let (body, slots, flow) = check(
      block, [(variable, element, .element)], givesValue: true)
    let type: ValueType =
      switch flow.type {
      case .table, .nothing, .unknown: flow.type
      case .page: .nothing
      default: .list(flow.type)
      }
    stages.append(.each(slot: slots[0], body, gives: type, RowStage(range: word, caches: [])))
    return input.through("each", word, giving: type)
  }
}

extension ValueType {
  /// The type of what a loop is run for: the elements of a list or the rows of a table; `nil` for
  /// anything else.
  var element: ValueType? {
    switch self {
    case .list(let element): element
    case .table(let type): .record(type)
    case .unknown, .missing: .unknown
    default: nil
    }
  }
}
