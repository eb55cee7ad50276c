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
  }

  let script: Script
  let commands: CommandSet
  var findings: Findings
  var environment: Environment
  var plan = Plan()
  /// The pipelines in the formulas of the stage at hand that are run once.
  var caches: [Int] = []
  /// The figures of the group at hand.
  var aggregates: [PlannedAggregate] = []
  var probe: Probe?

  init(
    _ script: Script, commands: CommandSet, environment: Environment, slotCount: Int,
    probing: Bool = false
  ) {
    self.script = script
    self.commands = commands
    self.environment = environment
    findings = script.findings
    plan.slotCount = slotCount
    if probing { probe = Probe(offset: script.source.bytes.count) }
  }

  /// The next free slot.
  mutating func newSlot() -> Int {
    plan.slotCount += 1
    return plan.slotCount - 1
  }

  mutating func checkScript() {
    plan.statements.reserveCapacity(script.statements.count)
    for statement in script.statements { check(statement) }
    plan.remarks = findings.inOrder.filter { $0.severity != .error }
  }

  private mutating func check(_ statement: Statement) {
    switch statement.kind {
    case .edition, .broken: break
    case .pipeline(let pipeline):
      let (planned, _) = check(pipeline)
      plan.statements.append(.emit(planned))
    case .assertion(let condition, let otherwise):
      let typed = check(condition, .none)
      require(typed, .bool, "'assert'", condition.range)
      var message: Formula?
      if let otherwise {
        let typed = check(otherwise, .none)
        require(typed, .text, "the message of 'assert'", otherwise.range)
        message = typed.formula
      }
      plan.statements.append(.assert(typed.formula, otherwise: message, condition.range))
    case .binding(let name, let typeName, let value):
      checkBinding(name, typeName, value)
    }
  }

  private mutating func checkBinding(_ name: Name, _ typeName: Name?, _ value: Expression) {
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
    flow.stage = "$" + name.text
    if let place = environment[name.text]?.place {
      let line = script.source.lineNumber(at: place.start)
      findings.report(
        .repeatedBinding(name.text, line: line), at: name.range,
        labels: [.init(place, "bound here")])
    } else if environment[name.text] != nil {
      findings.report(.rebound(name.text), at: name.range)
    }
    let slot = newSlot()
    var constant: Value?
    if case .constant(let value) = formula { constant = value }
    environment.bind(
      name.text, .init(slot: slot, flow: flow, place: name.range, constant: constant))
    plan.statements.append(.bind(slot: slot, formula, value.range))
  }

  /// The type that is written after the name, if the value has it.
  private mutating func declaredType(
    _ typeName: Name, of found: ValueType, _ value: Expression, _ name: Name
  ) -> ValueType {
    guard let type = ValueType.named.first(where: { $0.name == typeName.text })?.type else {
      let names = ValueType.named.map(\.name)
      findings.report(
        .unknownType(
          typeName.text, nearest: Spelling.nearest(to: typeName.text, among: names), types: names),
        at: typeName.range)
      return found
    }
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
