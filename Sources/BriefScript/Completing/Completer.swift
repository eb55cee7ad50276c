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
    if let joined = joinedWords { return joined }
    let (candidates, kind) = candidates
    return Completion(
      replacing: word.range,
      candidates: ranked(candidates, typed: word.text).map {
        isText ? word.quoted($0) : written($0)
      },
      note: kind.flatMap { provider.note($0) })
  }

  /// Whether what stands there is a text in quotation marks, whatever its characters.
  private var isText: Bool {
    if case .file = site.kind { true } else { false }
  }

  /// Names and values are quoted where the language wants it; words of the language never are.
  private func written(_ candidate: Completion.Candidate) -> Completion.Candidate {
    switch candidate.kind {
    case .value: isFormula ? word.quoted(candidate) : word.written(candidate)
    case .column: isFormula ? candidate : word.written(candidate)
    default: candidate
    }
  }

  /// Whether the word stands in a formula, where a bare word is no text.
  private var isFormula: Bool {
    switch site.kind {
    case .operand, .operator, .column, .field, .type: true
    default: false
    }
  }

  /// The candidates before they are ranked, and the kind of words that the provider was asked for.
  private var candidates: (all: [Completion.Candidate], kind: String?) {
    switch site.kind {
    case .invention: return ([], nil)
    case .field(let operand): return (fields(of: operand), nil)
    case .type: return (ValueType.named.map { .init($0.name, kind: .type) }, nil)
    case .column: return (columns.map(Self.candidate), nil)
    case .operator(let operand): return (operators(after: operand), nil)
    case .file(let ending):
      return (provider.candidates("files \(ending)", prefix: word.text), nil)
    case .stage(let beginsStatement):
      return (word.isVariable ? variables : stages(beginsStatement: beginsStatement), nil)
    case .operand(let hasColumns, let compared):
      return (word.isVariable ? variables : operands(hasColumns, compared), nil)
    case .argument(let command, let given):
      return word.isVariable ? (variables, nil) : arguments(of: command, given)
    case .flagValue(let command, let flag, _):
      guard let parameter = summary(of: command)?.parameter(flag) else { return ([], nil) }
      return word.isVariable ? (variables, nil) : values(of: parameter)
    }
  }

  // MARK: Names

  /// What can be seen where the script ends.
  var environment: Environment { checker.probe?.environment ?? checker.environment }

  /// The declaration of the command or function called `name`.
  func summary(of name: String) -> CommandSummary? {
    checker.commands[name]
      ?? environment.functions[name]?.summary(isFed: checker.probe?.input?.isStart == false)
  }

  /// The columns that can be used here, as the stage before leaves them.
  var columns: [TableType.Column] { checker.probe?.columns?.columns ?? [] }

  static func candidate(_ column: TableType.Column) -> Completion.Candidate {
    let type = column.type.name
    return .init(
      column.name, column.summary.isEmpty ? type : "\(type): \(column.summary)", kind: .column)
  }

  var variables: [Completion.Candidate] {
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
}
