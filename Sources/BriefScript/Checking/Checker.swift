import BriefSource

/// Works out the type of everything in a script, reports every mistake, and resolves the names.
///
/// What is wrong gets the type `unknown`, which fits everywhere, so that one mistake is reported
/// once. The result can be run if there is no error among the findings.
struct Checker {
  /// A formula with its type.
  struct Typed {
    var formula: Formula
    var type: ValueType

    static var broken: Typed { Typed(formula: .broken, type: .unknown) }
  }

  /// What bare names mean in a formula.
  enum Scope {
    /// There are no columns.
    case none
    /// The columns of the rows of a table.
    case rows(Flow)
    /// What the rows of a group have in common, and figures of the group.
    case group(Flow, keys: [String])
  }

  /// What was known at the stage in which a script ends.
  struct Probe {
    let offset: Int
    /// What the stage is given.
    var input: Flow?
    /// Its input with the columns that the stage itself has defined.
    var columns: TableType?
    var isGrouping = false
    /// What could be seen there.
    var environment: Environment?
  }

  /// The script at hand: the one that is to run, or a module of it.
  var script: Script
  /// The source of the script that is to run.
  let mainSource: Source
  let commands: CommandSet
  let origin: Engine.Origin
  var findings: Findings
  var environment: Environment
  /// What a function sees that was defined at the prompt.
  let promptEnvironment: Environment
  var plan = Plan()
  /// The pipelines in the formulas of the stage at hand that are run once.
  var caches: [Int] = []
  /// The figures of the group at hand.
  var aggregates: [PlannedAggregate] = []
  var probe: Probe?
  /// Where the modules that are read are noted.
  var ledger: FileLedger?
  /// How many blocks are around the statement at hand.
  var blockDepth = 0
  /// Whether a body is checked for the types of one call.
  var isInstance = false
  /// Whether the script at hand is a module.
  var isModule = false
  /// Where the functions of the script are defined, looked up once a name is not known.
  var definitionStarts: [String: Int]?
  /// The function that is being defined.
  var definitionAtHand: String?
  /// How deep the functions go that the body at hand calls.
  var calleeDepth = 0
  /// The modules read so far by where they really are; `nil` for one that is being read.
  var modules: [CanonicalPath: Module?] = [:]
  /// The files that commands write before the place at hand, as far as that is known.
  var writtenFiles: Set<CanonicalPath> = []
  /// The files that the function at hand reads or writes although the script does not say that it
  /// needs them, when it is one of a module: that matters only to who calls it.
  var lackingFiles: [Diagnostic]?
  /// How many modules are being read, each for the one before.
  var moduleDepth = 0
  var exerciseNames: Set<String> = []
  /// The type of `$answer` where it is not that of the solution.
  var answerType: ValueType?
  /// The names bound in the scripts at hand, and the slots that are used.
  var declarations: [Declaration] = []
  var uses: Set<Int> = []
  var functionSlots: [ObjectIdentifier: Int] = [:]
  /// What the names mean, in the order they were looked at; `nil` when nobody wants to know.
  var symbols: [Symbol]?

  init(
    _ script: Script, commands: CommandSet, origin: Engine.Origin, environment: Environment,
    slotCount: Int, probing: Bool = false
  ) {
    self.script = script
    mainSource = script.source
    self.commands = commands
    self.origin = origin
    self.environment = environment
    promptEnvironment = environment
    findings = script.findings
    plan.slotCount = slotCount
    plan.permissions = Self.permissions(of: script, origin)
    if probing { probe = Probe(offset: script.source.bytes.count) }
  }

  /// The next free slot.
  mutating func newSlot() -> Int {
    plan.slotCount += 1
    return plan.slotCount - 1
  }

  mutating func checkScript() {
    var statements: [Plan.Statement] = []
    statements.reserveCapacity(script.statements.count)
    for statement in script.statements {
      _ = check(statement, givesValue: false, into: &statements)
      let added = statements.count - plan.places.count
      plan.places += repeatElement(statement.range, count: added)
    }
    plan.statements = statements
    reportUnreachable(script.statements)
    reportUnused()
    reportMisspeltExpectations()
    plan.remarks = findings.inOrder.filter { $0.severity != .error }
  }

  /// Says which comments of a script look as if they were to say what it prints, and do not.
  private mutating func reportMisspeltExpectations() {
    guard case .script = origin else { return }
    for comment in script.comments {
      guard let form = ScriptExpectations.rightForm(of: script.source[comment]) else { continue }
      findings.report(.misspeltExpectation(form), at: comment)
    }
  }

  /// Checks a statement and plans it.
  ///
  /// - Parameter givesValue: Whether its value is that of a block.
  /// - Returns: What is known of its value.
  mutating func check(
    _ statement: Statement, givesValue: Bool, into statements: inout [Plan.Statement]
  ) -> Flow {
    noteStatementWord(statement)
    switch statement.kind {
    case .edition: break
    case .broken: return Flow(type: .unknown, stage: "this")
    case .pipeline(let pipeline):
      let (planned, flow) = check(pipeline)
      statements.append(.emit(planned))
      return flow
    case .assertion(let condition, let otherwise):
      let typed = check(condition, .none)
      require(typed, .bool, "'assert'", condition.range)
      examine(condition, as: .assertion)
      let message = checkMessage(otherwise, of: "'assert'")
      statements.append(.assert(typed.formula, otherwise: message, condition.range))
    case .binding(let name, let typeName, let value):
      checkBinding(name, typeName, value, into: &statements)
      noteExtent(statement.range, of: name)
    case .parameter(let parameter):
      check(parameter, into: &statements)
      noteExtent(statement.range, of: parameter.name)
    case .needs(let need): check(need)
    case .use(let module): check(module, into: &statements)
    case .definition(let function):
      check(function)
      noteExtent(statement.range, of: function.name)
    case .loop(let loop): check(loop, into: &statements)
    case .branch(let branch): return check(branch, givesValue: givesValue, into: &statements)
    case .exercise(let exercise): check(exercise, into: &statements)
    }
    return Flow(type: .nothing, stage: "this")
  }

  private mutating func checkBinding(
    _ name: Name, _ typeName: Name?, _ value: Expression, into statements: inout [Plan.Statement]
  ) {
    var flow: Flow
    let formula: Formula
    if case .pipeline(let pipeline) = value.kind {
      let (planned, given) = check(pipeline)
      flow = given
      formula = .pipeline(planned)
      if flow.type == .nothing { reportNoValue(pipeline) }
    } else {
      let typed = check(value, .none)
      formula = typed.formula
      flow = Flow(type: typed.type, stage: nil)
      if case .variable(let other) = value.kind, let binding = environment[other] {
        flow = binding.flow
      }
    }
    if let typeName { flow.type = declaredType(typeName, of: flow.type, value, name) }
    requireUnbound(name)
    var constant: Value?
    if case .constant(let value) = formula { constant = value }
    let slot = bind(name, flow, .variable, constant: constant)
    statements.append(.bind(slot: slot, formula, value.range))
  }

  /// The type that is written after the name, if the value has it.
  private mutating func declaredType(
    _ typeName: Name, of found: ValueType, _ value: Expression, _ name: Name
  ) -> ValueType {
    guard let type = namedType(typeName) else { return found }
    if !found.fits(type) {
      findings.report(
        .wrongType("'$\(name.text)'", expected: type.phrase, found: found), at: value.range)
      return .unknown
    }
    return found.isOpen ? type : found
  }

  /// Says that a pipeline gives nothing where a value is wanted.
  mutating func reportNoValue(_ pipeline: Pipeline) {
    guard let last = pipeline.stages.last else { return }
    findings.report(.givesNoValue(Self.name(of: last, in: script)), at: last.range)
  }

  /// How a stage is called in messages.
  static func name(of stage: Stage, in script: Script) -> String {
    switch stage.kind {
    case .call(let name, _): "'\(name.text)'"
    case .filter: "'where'"
    case .derivation: "'derive'"
    case .grouping: "'group'"
    case .each: "'each'"
    case .explanation: "'explain'"
    case .value(let value): Message.quoted(script.source[value.range])
    case .broken: "this"
    }
  }

  /// Reports a formula that has not the type wanted.
  mutating func require(
    _ typed: Typed, _ type: ValueType, _ what: String, _ range: TextRange
  ) {
    guard !typed.type.fits(type) else { return }
    var help: String?
    if type == .bool {
      help = "write a comparison, as in `… > 0` or `… != missing`"
    }
    findings.report(
      .wrongType(
        what, expected: type == .bool ? "a condition" : type.phrase, found: typed.type, help: help),
      at: range)
  }
}
