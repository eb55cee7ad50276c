import BriefSource

extension Checker {
  /// The words that begin a stage and are no commands.
  static let stageWords = StageWord.all.map(\.word)

  mutating func checkCall(
    _ name: Name, _ arguments: [Argument], _ stage: Stage, _ given: Flow,
    into stages: inout [PlannedStage]
  ) -> Flow {
    if let function = environment.functions[name.text] {
      return checkInvocation(function, name, arguments, given, into: &stages)
    }
    guard let command = commands.byName[name.text] else {
      reportUnknownCommand(name, arguments)
      return Flow(type: .unknown, stage: name.text)
    }
    let summary = command.summary
    note(.command(summary), name.text, at: name.range)
    var input = given
    if given.isStart, case .rows(let kind) = summary.input {
      input = defaultInput(kind, of: name, into: &stages)
    }
    let takesRecord = requireInput(&input, summary, name)
    var reader = ArgumentReader(summary: summary, name: name, input: input)
    let planned = reader.read(arguments, &self)
    var call = PlannedCall(
      command: command, arguments: planned, range: name.range, takesRecordAsTable: takesRecord)
    if let examine = command.examine { self.examine(examine, planned, name) }
    let type: ValueType
    if let foretell = command.foretell {
      type = self.foretell(foretell, planned, name)
      call.foretold = type
    } else {
      do throws(CallProblem) {
        type = try outputType(summary, input, reader.hasWrongColumns ? nil : reader.shape)
      } catch {
        report(error, name, planned)
        type = .unknown
      }
    }
    stages.append(.call(call))
    var flow = input.through(name.text, name.range, giving: type)
    if case .sameAsInput = summary.output { flow.facts = input.facts }
    if ["select", "drop"].contains(name.text) { flow.facts = input.facts }
    return flow
  }

  /// Reports a problem at the argument that it is about, or at the command.
  mutating func report(
    _ problem: CallProblem, _ name: Name, _ arguments: [PlannedArgument]
  ) {
    let ranges = arguments.first { $0.parameter.name == problem.parameter }?.values.map(\.range)
    var range = name.range
    if let ranges, let first = ranges.first {
      range =
        problem.index.flatMap { ranges.indices.contains($0) ? ranges[$0] : nil }
        ?? ranges.reduce(first) { $0.union($1) }
    }
    findings.report(
      Message(problem.id, problem.message, label: problem.label, help: problem.help), at: range)
  }

  private func outputType(
    _ summary: CommandSummary, _ input: Flow, _ shape: @autoclosure () -> CallShape?
  ) throws(CallProblem) -> ValueType {
    switch summary.output {
    case .fixed(let type): return type
    case .table(let type, let variants):
      if variants.isEmpty { return .table(type) }
      let flags = shape()?.flags ?? []
      let given = summary.parameters.first {
        flags.contains($0.name) && variants[$0.name] != nil
      }
      return .table(given.flatMap { variants[$0.name] } ?? type)
    case .tableOrPage(let type, let flag):
      return shape()?.flags.contains(flag) == true ? .page : .table(type)
    case .sameAsInput: return input.type
    case .computed(let compute):
      switch summary.input {
      case .rows, .anyTable:
        // Without a table nothing can be computed of it.
        guard input.table != nil else { return .unknown }
      default:
        if input.type == .unknown { return .unknown }
      }
      guard let shape = shape() else { return .unknown }
      return try compute(shape)
    }
  }

  // MARK: Input

  /// Puts the command before `name` that rows of `kind` come from.
  private mutating func defaultInput(
    _ kind: RowKind, of name: Name, into stages: inout [PlannedStage]
  ) -> Flow {
    guard let source = kind.source, let command = commands.byName[source],
      let type = command.summary.output.plainType
    else {
      findings.report(
        .cannotBegin(name.text, wants: kind.plural, help: nil), at: name.range)
      return Flow(type: .unknown, stage: kind.source)
    }
    stages.append(
      .call(
        PlannedCall(
          command: command, arguments: [], range: name.range, takesRecordAsTable: false)))
    return Flow(type: type, stage: source)
  }

  /// Reports input that the command cannot take; true when a row stands for a table of one.
  private mutating func requireInput(
    _ input: inout Flow, _ summary: CommandSummary, _ name: Name
  ) -> Bool {
    if input.isStart {
      switch summary.input {
      case .nothing, .rowsOrNothing, .anyOrNothing, .rows: return false
      case .anyTable, .any:
        let wants = if case .any = summary.input { "a value" } else { "a table" }
        findings.report(
          .cannotBegin(
            name.text, wants: wants,
            help: "put what it works on before it, as in `quotes | \(name.text)`"),
          at: name.range)
        input = Flow(type: .unknown, stage: nil)
        return false
      }
    }
    var takesRecord = false
    if case .record(let type) = input.type {
      switch summary.input {
      case .rows, .rowsOrNothing, .anyTable:
        takesRecord = true
        input.type = .table(type)
      default: break
      }
    }
    guard input.type != .unknown else { return takesRecord }
    switch summary.input {
    case .nothing:
      findings.report(
        .cannotFollow(name.text, after: input.stage ?? ""), at: name.range)
    case .rows(let kind), .rowsOrNothing(let kind):
      if case .table(let type) = input.type, type.rowKind == kind { break }
      reportWrongRows(kind, input, name)
      input.type = .unknown
    case .anyTable:
      if input.table == nil {
        findings.report(.notATable(input.stage ?? "", name.text, input.type), at: name.range)
        input.type = .unknown
      }
    case .any, .anyOrNothing: break
    }
    return takesRecord
  }

  private mutating func reportWrongRows(_ kind: RowKind, _ input: Flow, _ name: Name) {
    let found: String
    if case .table(let type) = input.type {
      found = type.rowKind?.plural ?? "a table of other rows"
    } else {
      found = input.type.phrase
    }
    var help: String?
    if let loss = input.losses.last(where: \.isLoss), case .table(let type) = input.type,
      type.rowKind == nil,
      loss.stage == "group"
    {
      help = "after 'group' the rows stand for groups; put '\(name.text)' before it"
    } else if kind.source != nil {
      help = "`\(name.text)` on a line of its own works on all \(kind.plural)"
    }
    findings.report(
      .wrongRows(
        name.text, wants: kind.plural, found: found, stage: input.stage ?? "", help: help),
      at: name.range)
  }

  // MARK: Unknown commands

  private mutating func reportUnknownCommand(_ name: Name, _ arguments: [Argument]) {
    if FunctionDeclaration.byName[name.text] != nil,
      Lexer(script.source).byte(name.range.end) == UInt8(ascii: "(")
    {
      // It is a formula without its brackets, and that has been said.
      return checkLoosely(arguments)
    }
    var help: String?
    if let first = arguments.first, case .value(let value) = first.kind,
      case .word("=") = value.kind
    {
      help = "`let \(name.text) = …` gives a value a name"
    } else if let own = Self.namesElsewhere[name.text] {
      help = "it is called `\(own)` here"
    } else if Exercise.words.contains(name.text) {
      help = "'\(name.text)' is a part of an exercise: `exercise \"NAME\" { … \(name.text) … }`"
    } else if name.text == definitionAtHand {
      help = "a function does not call itself, so that every script ends"
    } else if let line = definitionLine(of: name.text) {
      help = "it is defined on line \(line); put that before its first use"
    } else if environment[name.text] != nil {
      help = "the variable is written `$\(name.text)`"
    } else if ErrorPage.language.contains(where: { $0.id == name.text }) {
      help = "`help \(name.text)` explains the message of this name"
    } else if FunctionDeclaration.byName[name.text] != nil
      || AggregateDeclaration.byName[name.text] != nil
    {
      help = "'\(name.text)' is a function; it stands in formulas, as in `print (\(name.text)(…))`"
    }
    let names =
      commands.names + Self.stageWords + environment.functions.keys.sorted()
      + StageWord.statements.map(\.word)
    findings.report(
      .unknownCommand(
        name.text, nearest: Spelling.nearest(to: name.text, among: names), help: help),
      at: name.range)
    checkLoosely(arguments)
  }

  /// What commands are called here that people know by other names.
  private static let namesElsewhere = [
    "cat": "read", "cd": "load", "echo": "print", "exit": "quit", "filter": "where",
    "find": "kwic", "first": "take", "grep": "kwic", "head": "take", "limit": "take",
    "ls": "briefings", "man": "help", "mutate": "derive", "order": "sort", "people": "entities",
    "persons": "entities", "search": "kwic", "tail": "last",
    "top": "take", "uniq": "distinct", "unique": "distinct", "wc": "count",
  ]

  /// The line of a later definition of the function called `name`.
  private mutating func definitionLine(of name: String) -> Int? {
    if definitionStarts == nil {
      var starts: [String: Int] = [:]
      for case .definition(let definition) in script.statements.lazy.map(\.kind)
      where starts[definition.name.text] == nil {
        starts[definition.name.text] = definition.name.range.start
      }
      definitionStarts = starts
    }
    return definitionStarts?[name].map { script.source.lineNumber(at: $0) }
  }

  /// Checks the formulas among arguments whose command is not known.
  mutating func checkLoosely(_ arguments: [Argument]) {
    for argument in arguments {
      switch argument.kind {
      case .flag(_, let value): if let value { checkLoosely(value) }
      case .value(let value): checkLoosely(value)
      }
    }
  }

  mutating func checkLoosely(_ value: ArgumentValue) {
    switch value.kind {
    case .word, .broken: break
    case .wrong(let message): findings.reportOnce(message, at: value.range)
    case .list(let elements): for element in elements { checkLoosely(element) }
    case .expression(let expression):
      if case .regex = expression.kind { break }
      _ = check(expression, .none)
    }
  }
}
