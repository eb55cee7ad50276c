import BriefSource

extension Checker {
  /// Says that a statement stands only outside of blocks, if it stands in one.
  mutating func requireTopLevel(_ word: String, _ range: TextRange) {
    if blockDepth > 0 { findings.report(.notInBlock(word), at: range) }
  }

  /// The type that a script names, or `nil` after reporting that there is none.
  mutating func namedType(_ name: Name) -> ValueType? {
    if let type = ValueType.named.first(where: { $0.name == name.text })?.type {
      note(.type(type), name.text, at: name.range)
      return type
    }
    let names = ValueType.named.map(\.name)
    findings.report(
      .unknownType(
        name.text, nearest: Spelling.nearest(to: name.text, among: names), types: names),
      at: name.range)
    return nil
  }

  // MARK: param

  mutating func check(_ parameter: ScriptParameter, into statements: inout [Plan.Statement]) {
    requireTopLevel("param", parameter.name.range)
    if RunOptions.names.contains(parameter.name.text) {
      findings.report(
        .nameTaken(parameter.name.text, "an option of `brief run`"), at: parameter.name.range)
    }
    guard let type = namedType(parameter.type) else {
      _ = bind(parameter.name, Flow(type: .unknown), .parameter)
      return
    }
    let settable: [ValueType] = [.text, .int, .number, .bool, .date, .list(.unknown)]
    if !settable.contains(type) {
      findings.report(.parameterType(type), at: parameter.type.range)
    }
    // A list is one of texts: nothing tells what else the command line would mean.
    let known = type == .list(.unknown) ? .list(.text) : type
    var value = parameter.standard.flatMap { constant($0, of: known, parameter.name) }
    if case .script(let arguments?) = origin {
      if let given = arguments[parameter.name.text] {
        value = self.value(given, of: type, parameter)
      } else if parameter.standard == nil {
        findings.report(
          .missingParameter(parameter.name.text, type, parameter.purpose), at: parameter.name.range)
      }
    }
    requireUnbound(parameter.name)
    let slot = bind(parameter.name, Flow(type: known), .parameter, constant: value)
    statements.append(.bind(slot: slot, .constant(value ?? .missing), parameter.name.range))
  }

  /// The value that an option of the command line gives a parameter.
  private mutating func value(
    _ text: String, of type: ValueType, _ parameter: ScriptParameter
  ) -> Value? {
    let range = parameter.name.range
    func convert(_ text: String, _ type: ValueType, _ checker: inout Checker) -> Value? {
      let summary = ParameterSummary(
        name: parameter.name.text, form: .flag, accepts: type.accepts,
        purpose: parameter.purpose ?? "", completion: .automatic)
      let converted = ArgumentConverter(parameter: summary, input: .start)
        .convert(ArgumentValue(kind: .word(text), range: range), &checker)
      if case .constant(let value)? = converted?.formula { return value }
      return nil
    }
    guard case .list = type else { return convert(text, type, &self) }
    var values: [Value] = []
    for part in text.split(separator: ",") {
      values.append(.text(String(part.drop { $0 == " " })))
    }
    return .list(values)
  }

  // MARK: needs

  /// What the script at hand may do with files: all at the prompt, what it `needs` otherwise.
  static func permissions(of script: Script, _ origin: Engine.Origin) -> ScriptPermissions? {
    guard case .script = origin else { return nil }
    var permissions = ScriptPermissions()
    for statement in script.statements {
      if case .needs(let need) = statement.kind { permissions.allow(need.access, need.path) }
    }
    return permissions
  }

  mutating func check(_ need: Need) {
    requireTopLevel("needs", need.range)
    if need.path.isEmpty { findings.report(.emptyPath, at: need.range) }
    if need.path.contains("*") {
      let folder = ScriptPermissions.fixedPart(ofPattern: need.path)
      findings.report(.patternInNeed(need.access, folder), at: need.range)
    }
  }

  /// Reports a file that the script may not read or write, as far as its name tells.
  mutating func requireAccess(
    _ access: FileAccess, _ path: String, isPattern: Bool, _ range: TextRange
  ) {
    guard let permissions = plan.permissions, !path.isEmpty else { return }
    let isAllowed =
      isPattern
      ? permissions.mayAllow(access, pattern: path) : permissions.allows(access, path)
    if isAllowed { return }
    let message = Message.fileNotNamed(
      access, path, permissions.paths(access), isInModule: script.source !== mainSource)
    if lackingFiles != nil {
      lackingFiles?.append(message.diagnostic(in: script.source, at: range))
    } else {
      findings.report(message, at: range)
    }
  }

  /// Takes note of files that a function reads or writes and the script does not name.
  mutating func report(lackingFiles files: [Diagnostic]) {
    if lackingFiles != nil {
      lackingFiles?.append(contentsOf: files)
    } else {
      findings.add(files)
    }
  }

  // MARK: exercise

  mutating func check(_ exercise: Exercise, into statements: inout [Plan.Statement]) {
    requireTopLevel("exercise", exercise.name.range)
    if !exerciseNames.insert(exercise.name.text).inserted {
      findings.report(.repeatedExercise(exercise.name.text), at: exercise.name.range)
    }
    if exercise.question == nil, !exercise.isBroken {
      findings.report(.incompleteExercise("question: `ask \"…\"`"), at: exercise.name.range)
    }
    if exercise.solution == nil, !exercise.isBroken {
      findings.report(.incompleteExercise("solution: `solution { … }`"), at: exercise.name.range)
    }
    let scope = environment.scope
    blockDepth += 1
    defer {
      environment.leave(scope)
      blockDepth -= 1
    }
    // What is given can be seen in the solution and the checks.
    var given: [Plan.Statement] = []
    for statement in exercise.given?.statements ?? [] {
      _ = check(statement, givesValue: false, into: &given)
    }
    var answer = Flow(type: .unknown, stage: "$answer")
    var solution = PlannedBlock(statements: [])
    if let block = exercise.solution {
      let (planned, _, flow) = check(block, givesValue: true)
      if flow.type == .nothing {
        findings.report(.givesNoValue("the solution"), at: block.range)
      } else {
        answer.type = flow.type
        answer.losses = flow.losses
      }
      solution = planned
    }
    if let answerType { answer = Flow(type: answerType, stage: "$answer") }
    let slot = newSlot()
    environment.bind("answer", .init(slot: slot, flow: answer, place: nil))
    var checks: [PlannedExercise.Check] = []
    for check in exercise.checks {
      let typed = self.check(check.condition, .none)
      require(typed, .bool, "'check'", check.condition.range)
      examine(check.condition, as: .assertion)
      checks.append(
        .init(
          condition: typed.formula, otherwise: checkMessage(check.otherwise, of: "'check'"),
          range: check.condition.range))
    }
    statements.append(
      .exercise(
        PlannedExercise(
          name: exercise.name.text, given: PlannedBlock(statements: given), solution: solution,
          answer: slot, checks: checks)))
  }

  /// The formula of a message after `else`.
  mutating func checkMessage(_ message: Expression?, of word: String) -> Formula? {
    guard let message else { return nil }
    let typed = check(message, .none)
    require(typed, .text, "the message of \(word)", message.range)
    return typed.formula
  }
}
