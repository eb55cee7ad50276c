import BriefSource

/// Runs a plan: walks its tree, statement by statement.
final class Interpreter: CommandServices {
  let source: Source
  let commands: CommandSet
  private let output: any OutputSink
  private let isInterruptedNow: () -> Bool
  /// The values of the variables and of pipelines that are run once; `nil` before they have one.
  var slots: [Value?]
  /// Whether formulas over rows are computed column by column where that is known how; tests
  /// compare the results with those of the rows one by one.
  var isVectorising = true

  init(
    _ source: Source, commands: CommandSet, output: any OutputSink, slots: [Value?],
    isInterrupted: @escaping () -> Bool
  ) {
    self.source = source
    self.commands = commands
    self.output = output
    self.slots = slots
    isInterruptedNow = isInterrupted
  }

  var isInterrupted: Bool { isInterruptedNow() }

  func report(_ diagnostic: Diagnostic) { output.report(diagnostic) }

  /// Throws when the user asked to stop.
  func checkInterruption() throws(ScriptError) {
    if isInterruptedNow() { throw .interrupted }
  }

  func run(_ plan: Plan) throws(ScriptError) {
    for statement in plan.statements {
      try checkInterruption()
      switch statement {
      case .bind(let slot, let formula, _):
        slots[slot] = try evaluate(formula, .none)
      case .assert(let condition, let otherwise, let range):
        try assert(condition, otherwise, range)
      case .emit(let pipeline):
        let value = try run(pipeline)
        if case .nothing = value { continue }
        if pipeline.isAcknowledgement {
          try output.acknowledge(value)
        } else {
          try output.emit(value)
        }
      }
    }
  }

  private func assert(
    _ condition: Formula, _ otherwise: Formula?, _ range: TextRange
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
      if try truth(condition, .none) == true { return }
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
    }
    return value
  }

  private func run(_ stage: PlannedStage, _ input: Value) throws(ScriptError) -> Value {
    switch stage {
    case .value(let formula): return try evaluate(formula, .none)
    case .call(let call): return try run(call, input)
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
    if parameter.accepts == .value { return }
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
