import BriefSource

/// Runs a plan: walks its tree, statement by statement.
final class Interpreter: CommandServices {
  /// The source at hand: that of the script, or of a module while its functions run.
  private(set) var source: Source
  let commands: CommandSet
  let permissions: ScriptPermissions?
  let ledger: FileLedger?
  let limits: Limits
  /// Whom commands ask; nobody when `nil`.
  var lineSource: (any LineSource)?
  private var untilMemoryCheck = 0
  private var output: any OutputSink
  private let isInterruptedNow: () -> Bool
  /// The values of the variables and of pipelines that are run once; `nil` before they have one.
  var slots: [Value?]
  /// Whether formulas over rows are computed column by column where that is known how; tests
  /// compare the results with those of the rows one by one.
  var isVectorising = true

  init(
    _ source: Source, commands: CommandSet, permissions: ScriptPermissions?, limits: Limits,
    ledger: FileLedger? = nil, output: any OutputSink, slots: [Value?],
    isInterrupted: @escaping () -> Bool
  ) {
    self.source = source
    self.commands = commands
    self.permissions = permissions
    self.limits = limits
    self.ledger = ledger
    self.output = output
    self.slots = slots
    isInterruptedNow = isInterrupted
  }

  var isInterrupted: Bool { isInterruptedNow() }

  func report(_ diagnostic: Diagnostic) { output.report(diagnostic) }

  func show(_ value: Value) throws(ScriptError) { try output.emit(value) }

  /// Throws when the user asked to stop, or memory runs out.
  func checkInterruption() throws(ScriptError) {
    try stopIfInterrupted()
    untilMemoryCheck -= 1
    guard untilMemoryCheck < 0 else { return }
    untilMemoryCheck = 16
    try requireMemory(for: 0, nil)
  }

  /// Called before each step of a loop whose steps are counted.
  var stepBegins: ((Progress) -> Void)?
  private var progress: (state: Progress, range: TextRange)?

  /// Counts a step of the loop that the command at `range` is in.
  func beginStep(of count: Int, _ range: TextRange) {
    guard let stepBegins else { return }
    if let known = progress, known.range == range, known.state.count == count,
      known.state.done + 1 < count
    {
      progress?.state.done += 1
    } else {
      let word = source[range].prefix { !$0.isWhitespace }
      progress = (Progress(String(word), of: count), range)
    }
    if let progress { stepBegins(progress.state) }
  }

  /// Throws when the user asked to stop.
  func stopIfInterrupted() throws(ScriptError) {
    if isInterruptedNow() { throw .interrupted }
  }

  /// The place of the stage or statement at hand, for errors that have no place of their own.
  private(set) var place = TextRange.at(0)

  /// Called before each statement of the script with its place.
  var statementBegins: ((TextRange) -> Void)?

  func run(_ plan: Plan) throws(ScriptError) {
    guard let statementBegins else { return try run(plan.statements) }
    for (statement, place) in zip(plan.statements, plan.places) {
      statementBegins(place)
      try run(CollectionOfOne(statement))
    }
  }

  private func run(_ statements: some Sequence<Plan.Statement>) throws(ScriptError) {
    for statement in statements {
      try checkInterruption()
      try run(statement)
    }
  }

  private func run(_ statement: Plan.Statement) throws(ScriptError) {
    switch statement {
    case .bind(let slot, let formula, let range):
      place = range
      slots[slot] = try evaluate(formula, .none)
    case .assert(let condition, let otherwise, let range):
      try assert(condition, otherwise, range)
    case .emit(let pipeline):
      let value = try run(pipeline)
      if case .nothing = value { return }
      if pipeline.isAcknowledgement {
        try output.acknowledge(value)
      } else {
        try requireRoom(for: value, pipeline.range)
        try output.emit(value, from: Place(source, pipeline.range))
      }
    case .loop(let slot, let list, let block, let range):
      place = range
      try forEachElement(of: try evaluate(list, .none), slot) { () throws(ScriptError) in
        try run(block.statements)
      }
    case .branch(let condition, let block, let otherwise):
      if try truth(condition, .none) == true {
        try run(block.statements)
      } else if let otherwise {
        try run(otherwise.statements)
      }
    case .exercise(let exercise): try run(exercise)
    case .within(let module, let statements):
      try within(module) { () throws(ScriptError) in try run(statements) }
    }
  }

  /// Does `body` with `other` as the source at hand.
  private func within<Result>(
    _ other: Source, _ body: () throws(ScriptError) -> Result
  ) throws(ScriptError) -> Result {
    let outer = source
    source = other
    defer { source = outer }
    return try body()
  }

  // MARK: Blocks

  /// Runs `body` for every element of a list or row of a table, which stands in `slot` meanwhile.
  private func forEachElement(
    of list: Value, _ slot: Int, _ body: () throws(ScriptError) -> Void
  ) throws(ScriptError) {
    switch list {
    case .list(let elements):
      for element in elements {
        try checkInterruption()
        slots[slot] = element
        try body()
      }
    case .table(let table):
      for row in 0..<table.count {
        try checkInterruption()
        slots[slot] = .record(table.record(row))
        try body()
      }
    default: break
    }
  }

  /// Runs a block and gives the value of its last statement.
  func value(of block: PlannedBlock) throws(ScriptError) -> Value {
    guard let last = block.statements.last else { return .nothing }
    try run(block.statements.dropLast())
    switch last {
    case .emit(let pipeline): return try run(pipeline)
    case .branch(let condition, let block, let otherwise):
      if try truth(condition, .none) == true { return try value(of: block) }
      return try otherwise.map { block throws(ScriptError) in try value(of: block) } ?? .nothing
    default:
      try run(last)
      return .nothing
    }
  }

  private func each(
    _ input: Value, _ slot: Int, _ block: PlannedBlock, gives type: ValueType
  ) throws(ScriptError) -> Value {
    var values: [Value] = []
    var rowCount = 0
    let stage = place
    try forEachElement(of: input, slot) { () throws(ScriptError) in
      let value = try value(of: block)
      switch value {
      case .page:
        // A page is for reading; there is no list of pages.
        try output.emit(value, from: Place(source, stage))
      case .nothing: break
      default:
        if case .table(let table) = value {
          rowCount += table.count
          try requireRows(rowCount, stage)
        }
        values.append(value)
      }
    }
    switch type {
    case .nothing, .unknown: return .nothing
    case .table(let type):
      return .table(
        .joining(
          values.compactMap { if case .table(let table) = $0 { table } else { nil } }, type: type))
    default:
      try requireSize(of: values, stage)
      return .list(values)
    }
  }

  /// The value of a function for these arguments.
  func invoke(_ function: PlannedFunction, _ arguments: [Value]) throws(ScriptError) -> Value {
    for (slot, argument) in zip(function.slots, arguments) { slots[slot] = argument }
    return try within(function.source) { () throws(ScriptError) in
      try value(of: function.body)
    }
  }

  /// Runs an exercise as its author would solve it: nothing is printed, and the checks must hold.
  private func run(_ exercise: PlannedExercise) throws(ScriptError) {
    let outer = output
    output = SilentSink(reporting: outer)
    defer { output = outer }
    slots[exercise.answer] = try solve(exercise)
    try requireChecks(of: exercise)
  }

  /// Runs what an exercise is given, and gives the value of its solution.
  func solve(_ exercise: PlannedExercise) throws(ScriptError) -> Value {
    try run(exercise.given.statements)
    return try value(of: exercise.solution)
  }

  /// Sees to it that the checks of an exercise hold of its answer.
  func requireChecks(of exercise: PlannedExercise) throws(ScriptError) {
    for check in exercise.checks { try assert(check.condition, check.otherwise, check.range) }
  }

  private func assert(
    _ condition: Formula, _ otherwise: Formula?, _ range: TextRange
  ) throws(ScriptError) {
    try requireTruth(of: condition, otherwise, range)
    output.noteAssertion(at: Place(source, range))
  }

  private func requireTruth(
    of condition: Formula, _ otherwise: Formula?, _ range: TextRange
  ) throws(ScriptError) {
    var label: String?
    switch condition {
    case .ordering(let comparison, let left, let right):
      let (left, right) = (try evaluate(left, .none), try evaluate(right, .none))
      if Self.compare(comparison, left, right) { return }
      label = Self.label(left, right)
    case .equality(let isEqual, let left, let right):
      let (left, right) = (try evaluate(left, .none), try evaluate(right, .none))
      if (left == right) == isEqual { return }
      label = Self.label(left, right)
    default:
      guard let truth = try truth(condition, .none) else {
        label = "it is missing, so that it neither holds nor fails"
        break
      }
      if truth { return }
    }
    var text: String?
    if let otherwise { text = try evaluate(otherwise, .none).plainText }
    var message = Message.assertionFailed(text)
    message.label = label
    throw .assertionFailed(message.diagnostic(in: source, at: range))
  }

  /// The values that were compared, if they are short.
  private static func label(_ left: Value, _ right: Value) -> String? {
    let texts = [left, right].map { $0.isMissing ? "missing" : $0.plainText }
    guard texts.allSatisfy({ $0.unicodeScalars.count <= 60 }) else { return nil }
    return "found \(texts[0]), compared with \(texts[1])"
  }

  // MARK: Stages

  func run(_ pipeline: PlannedPipeline) throws(ScriptError) -> Value {
    var value = Value.nothing
    for stage in pipeline.stages {
      try checkInterruption()
      value = try run(stage, value)
      if case .table(let table) = value { try requireRows(table.count, stage.range ?? place) }
    }
    return value
  }

  func run(_ stage: PlannedStage, _ input: Value) throws(ScriptError) -> Value {
    switch stage {
    case .value(let formula): return try evaluate(formula, .none)
    case .explanation(let explanation): return try explain(explanation)
    case .call(let call):
      place = call.range
      return try run(call, input)
    case .each(let slot, let block, let type, let stage):
      place = stage.range
      return try each(input, slot, block, gives: type)
    case .invoke(let invocation):
      place = invocation.range
      var values: [Value] = []
      for argument in invocation.arguments {
        switch argument {
        case .input(let asTable):
          if asTable, case .record(let record) = input {
            values.append(.table(record.asTable))
          } else {
            values.append(input)
          }
        case .formula(let formula): values.append(try evaluate(formula, .none))
        }
      }
      return try invoke(invocation.function, values)
    case .filter(let condition, let stage):
      return .table(try filter(try table(input, stage.range), condition, stage))
    case .derive(let columns, let stage):
      return .table(try derive(try table(input, stage.range), columns, stage))
    case .group(let keys, let aggregates, let columns, let stage):
      return .table(
        try group(try table(input, stage.range), keys, aggregates, columns, stage))
    }
  }

  /// The table that a stage is given; the checker has seen to it that it is one, or missing.
  private func table(_ value: Value, _ range: TextRange) throws(ScriptError) -> Table {
    if case .table(let table) = value { return table }
    throw .failed(
      Message.notATable("what stands before", "this", value.type)
        .diagnostic(in: source, at: range))
  }

  // MARK: Calls

  private func run(_ call: PlannedCall, _ input: Value) throws(ScriptError) -> Value {
    var arguments: [String: [Value]] = [:]
    var ranges: [String: [TextRange]] = [:]
    var patterns: [String: Set<Int>] = [:]
    for argument in call.arguments {
      let name = argument.parameter.name
      var values: [Value] = []
      var places: [TextRange] = []
      for given in argument.values {
        let value = try evaluate(given.formula, .none)
        let elements = given.isSpread ? value.elements : [value]
        for element in elements {
          try require(element, argument.parameter, given.range)
          if given.isPattern { patterns[name, default: []].insert(values.count) }
          values.append(element)
          places.append(given.range)
        }
      }
      arguments[name] = values
      ranges[name] = places
    }
    var input = input
    if call.takesRecordAsTable, case .record(let record) = input {
      input = .table(record.asTable)
    }
    let site = CallSite(
      source: source, range: call.range, arguments: ranges, patterns: patterns,
      foretold: call.foretold)
    return try call.command.run(input, arguments, site, self)
  }

  /// Sees to it that a value that was computed is one the parameter accepts.
  private func require(
    _ value: Value, _ parameter: ParameterSummary, _ range: TextRange
  ) throws(ScriptError) {
    if parameter.accepts == .value {
      // A command that takes any value writes it out; of a table it needs no more than the size.
      if case .table = value { return }
      return try requireRoom(for: value, range)
    }
    let converter = ArgumentConverter(parameter: parameter, input: .start)
    let title = converter.title
    if value.isMissing {
      throw .failed(Message.missingValue(title).diagnostic(in: source, at: range))
    }
    if let message = converter.outOfBounds(value) {
      throw .failed(message.diagnostic(in: source, at: range))
    }
    if case .choice(let words) = parameter.accepts, !words.contains(value.plainText) {
      throw .failed(
        Message.badValue(
          title, expected: ArgumentConverter.alternatives(words),
          found: Message.quoted(value.plainText)
        ).diagnostic(in: source, at: range))
    }
  }
}

extension Value {
  /// The elements of a list.
  var elements: [Value] {
    if case .list(let elements) = self { elements } else { [] }
  }
}
