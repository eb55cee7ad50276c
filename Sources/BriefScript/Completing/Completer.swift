import BriefSource

/// Finds what may stand where a script ends.
struct Completer {
  let checker: Checker
  let site: CompletionSite
  let provider: any CompletionProvider
  let word: BegunWord

  init(checker: Checker, site: CompletionSite, provider: any CompletionProvider) {
    self.checker = checker
    self.site = site
    self.provider = provider
    word = BegunWord(site.token, in: checker.script.source)
  }

  var completion: Completion {
    Completion(replacing: word.range, candidates: candidates.filter { word.fits($0) })
  }

  private var candidates: [Completion.Candidate] {
    switch site.kind {
    case .invention: return []
    case .field(let operand): return fields(of: operand)
    case .type: return ValueType.named.map { .init($0.name, kind: .type) }
    case .column: return columns.map(Self.candidate)
    case .stage(let beginsStatement):
      return word.isVariable ? variables : stages(beginsStatement: beginsStatement)
    case .operand(let hasColumns): return word.isVariable ? variables : operands(hasColumns)
    case .argument(let command, let given):
      return word.isVariable ? variables : arguments(of: command, given)
    case .flagValue(let command, let flag, _):
      guard let parameter = summary(of: command)?.parameter(flag) else { return [] }
      return word.isVariable ? variables : values(of: parameter)
    }
  }

  // MARK: Names

  /// What can be seen where the script ends.
  private var environment: Environment { checker.probe?.environment ?? checker.environment }

  /// The declaration of the command or function called `name`.
  private func summary(of name: String) -> CommandSummary? {
    checker.commands[name]
      ?? environment.functions[name]?.summary(isFed: checker.probe?.input?.isStart == false)
  }

  /// The columns that can be used here, as the stage before leaves them.
  private var columns: [TableType.Column] { checker.probe?.columns?.columns ?? [] }

  private static func candidate(_ column: TableType.Column) -> Completion.Candidate {
    let type = column.type.name
    return .init(
      column.name, column.summary.isEmpty ? type : "\(type): \(column.summary)", kind: .column)
  }

  private var variables: [Completion.Candidate] {
    environment.names.sorted().map { name in
      .init("$" + name, environment[name]?.flow.type.name ?? "", kind: .variable)
    }
  }

  private func fields(of operand: Expression) -> [Completion.Candidate] {
    guard case .variable(let name) = operand.kind else { return [] }
    switch environment[name]?.flow.type {
    case .record(let type): return type.columns.map(Self.candidate)
    case .place: return [.init("file", "text", kind: .column), .init("line", "int", kind: .column)]
    default: return []
    }
  }

  private func operands(_ hasColumns: Bool) -> [Completion.Candidate] {
    // A string is whatever its author writes.
    if word.isQuoted { return [] }
    var candidates: [Completion.Candidate] = []
    var taken: Set<String> = []
    if hasColumns {
      candidates += columns.map(Self.candidate)
      if checker.probe?.isGrouping == true {
        taken = Set(AggregateDeclaration.all.map(\.name))
        candidates += AggregateDeclaration.all.map {
          .init($0.name + "(", $0.summary, isPartial: true, kind: .function)
        }
      }
    }
    candidates += FunctionDeclaration.all.filter { !taken.contains($0.name) }.map {
      .init($0.name + "(", $0.summary, isPartial: true, kind: .function)
    }
    candidates += environment.functions.values.sorted { $0.name < $1.name }.map {
      .init(
        $0.name + "(", $0.definition.purpose ?? $0.usage, isPartial: true, kind: .function)
    }
    candidates += ["false", "missing", "not", "true"].map { .init($0, kind: .keyword) }
    return candidates
  }

  // MARK: Stages

  private func stages(beginsStatement: Bool) -> [Completion.Candidate] {
    let input = checker.probe?.input ?? .start
    var candidates = checker.commands.all
      .filter { command in input.isStart ? Self.begins(command) : Self.follows(command, input) }
      .map { Completion.Candidate($0.name, $0.purpose, kind: .command) }
    if !input.isStart, input.table != nil || input.type == .unknown {
      candidates += StageWord.all.map { .init($0.word, $0.purpose, kind: .keyword) }
    }
    candidates += environment.functions.values.map {
      .init($0.name, $0.definition.purpose ?? $0.usage, kind: .function)
    }
    if beginsStatement {
      candidates += StageWord.statements.map { .init($0.word, $0.purpose, kind: .keyword) }
    }
    return candidates.sorted { $0.text < $1.text }
  }

  private static func begins(_ command: CommandSummary) -> Bool {
    switch command.input {
    case .nothing, .rowsOrNothing, .anyOrNothing: true
    case .rows(let kind): kind.source != nil
    case .anyTable, .any: false
    }
  }

  private static func follows(_ command: CommandSummary, _ input: Flow) -> Bool {
    if case .nothing = command.input { return false }
    let type: TableType
    switch input.type {
    case .unknown: return true
    case .table(let table), .record(let table): type = table
    default:
      switch command.input {
      case .any, .anyOrNothing: return true
      default: return false
      }
    }
    switch command.input {
    case .rows(let kind), .rowsOrNothing(let kind): return type.rowKind == kind
    default: return true
    }
  }

  // MARK: Arguments

  private func arguments(
    of command: String, _ given: [Argument]
  ) -> [Completion.Candidate] {
    guard let summary = summary(of: command) else { return [] }
    let names = given.compactMap { argument -> String? in
      if case .flag(let name, _) = argument.kind { name.text } else { nil }
    }
    let flags = summary.flags.filter { !names.contains($0.name) }.map {
      Completion.Candidate("--" + $0.name, $0.purpose, kind: .flag)
    }
    if word.isFlag { return flags }
    var state = ArgumentState(summary: summary)
    for argument in given { state.read(argument) }
    if let parameter = state.awaited { return values(of: parameter) }
    var candidates = state.current.map { values(of: $0) } ?? []
    candidates += state.markers.map { .init($0.word, $0.purpose, kind: .flag) }
    return word.text.isEmpty && !word.isQuoted ? candidates + flags : candidates
  }

  /// What may be given for `parameter`.
  private func values(of parameter: ParameterSummary) -> [Completion.Candidate] {
    if case .named(let kind) = parameter.completion {
      return provider.candidates(kind, prefix: word.text).map { word.written($0) }
    }
    switch parameter.accepts {
    case .path: return provider.candidates("files", prefix: word.text).map { word.written($0) }
    case .choice(let words): return words.map { word.written(.init($0)) }
    case .bool: return [.init("false"), .init("true")]
    case .table: return variables
    case .column, .columns:
      let columns = checker.probe?.input?.table?.columns ?? []
      return columns.map { word.written(Self.candidate($0)) }
    default: return []
    }
  }
}
