import BriefSource

/// Runs the language: checks a source as a whole, then runs it statement by statement.
///
/// What `let` binds stays for the next source, so that a prompt can be typed line by line; a later
/// source may bind a name anew, and that is noted. A source that fails leaves every variable as it
/// was. An engine is owned by one thread.
public final class Engine {
  /// How running a source ended.
  public enum Outcome {
    /// Every statement ran.
    case finished
    /// It was not run, or stopped, because of these errors; warnings stand among them.
    case failed([Diagnostic])
    /// An `assert` does not hold.
    case assertionFailed(Diagnostic)
    /// The user stopped it.
    case interrupted
    /// `quit` was run.
    case quit
  }

  /// Where a source comes from, which decides what it may do.
  public enum Origin: Sendable {
    /// Somebody typed it: names may be bound anew, and every file may be read and written.
    case prompt
    /// It is a script: it binds a name once, reads and writes what it `needs`, and what it does not
    /// use is worth a warning. `arguments` are the values given for its parameters, as text; `nil`
    /// when it is only checked.
    case script(arguments: [String: String]?)
  }

  /// A variable that a source has bound.
  public struct Variable {
    /// The name, without `$`.
    public let name: String
    /// What is known of its value.
    public let type: ValueType
    /// Its value.
    public let value: Value
  }

  /// The commands it knows.
  public let commands: CommandSet
  private let output: any OutputSink
  /// Asked between rows and statements; when it says yes, running stops.
  public var isInterrupted: () -> Bool = { false }
  /// Whether formulas over rows are computed column by column where that is known how.
  var isVectorising = true

  /// Called before each statement of a source with its place, so that results can be told apart.
  public var statementBegins: ((TextRange) -> Void)?
  /// Called before each step of a loop over briefings, files or rows whose steps are counted.
  public var stepBegins: ((Progress) -> Void)?
  /// How much a source may take.
  public var limits = Limits()
  /// Files and directories that whoever runs a script names beside it: it may read them whatever it
  /// says that it needs.
  public var givenFiles: [String] = []
  /// Where the files are noted that are read and written; nowhere when `nil`.
  public var ledger: FileLedger?
  /// Whom commands ask that need answers; nobody when `nil`, as in a script.
  public var lineSource: (any LineSource)?
  /// Called before a source is run; what it gives is called when the source fails or is stopped, to
  /// put back what its commands changed.
  public var checkpoint: () -> () -> Void = { {} }

  /// The functions that sources run so far have defined, by name.
  private var functions: [String: ScriptFunction] = [:]
  /// What sources run so far have bound, in the order of their binding.
  private var bound: [(name: String, flow: Flow, value: Value)] = []

  /// Creates an engine with nothing bound.
  public init(commands: CommandSet, output: any OutputSink) {
    self.commands = commands
    self.output = output
  }

  /// The variables bound so far, in the order of their binding.
  public var variables: [Variable] {
    bound.map { Variable(name: $0.name, type: $0.flow.type, value: $0.value) }
  }

  /// All that sources have bound, to be put back later.
  public struct Bindings {
    fileprivate var functions: [String: ScriptFunction] = [:]
    fileprivate var bound: [(name: String, flow: Flow, value: Value)] = []

    /// Nothing bound.
    public init() {}

    /// These, and what `others` binds beside them.
    public func adding(_ others: Bindings) -> Bindings {
      var result = self
      result.functions.merge(others.functions) { own, _ in own }
      let names = Set(bound.map(\.name))
      result.bound += others.bound.filter { !names.contains($0.name) }
      return result
    }
  }

  /// What is bound at the moment.
  public var bindings: Bindings {
    get {
      var bindings = Bindings()
      bindings.functions = functions
      bindings.bound = bound
      return bindings
    }
    set {
      functions = newValue.functions
      bound = newValue.bound
    }
  }

  /// The functions defined so far, by name.
  public var functionNames: [String] { functions.keys.sorted() }

  /// The mistakes in `source`, in text order; empty when it is right, warnings apart.
  ///
  /// Nothing is run; modules are read. Linear in the length of the sources.
  public func check(_ source: Source, from origin: Origin = .prompt) -> [Diagnostic] {
    checked(source, from: origin).findings.inOrder
  }

  /// Checks `source` as a whole and, when nothing is wrong, runs it.
  ///
  /// - Parameter isSilent: Whether results, and what is said beside them, are kept back.
  public func run(
    _ source: Source, from origin: Origin = .prompt, isSilent: Bool = false
  ) -> Outcome {
    let checker = checked(source, from: origin)
    if checker.findings.hasErrors { return .failed(checker.findings.inOrder) }
    let output: any OutputSink = isSilent ? MuteSink() : output
    for remark in checker.plan.remarks { output.report(remark) }
    let interpreter = interpreter(source, checker, output: output)
    interpreter.statementBegins = isSilent ? nil : statementBegins
    interpreter.stepBegins = stepBegins
    if case .prompt = origin { interpreter.lineSource = lineSource }
    let restore = checkpoint()
    do throws(ScriptError) {
      try interpreter.run(checker.plan)
    } catch {
      if case .quit = error {} else { restore() }
      switch error {
      case .failed(let diagnostic): return .failed([diagnostic])
      case .assertionFailed(let diagnostic): return .assertionFailed(diagnostic)
      case .interrupted: return .interrupted
      case .quit:
        keep(checker.environment, interpreter.slots)
        return .quit
      }
    }
    keep(checker.environment, interpreter.slots)
    return .finished
  }

  /// Forgets all variables and functions.
  public func forgetNames() {
    functions = [:]
    bound = []
  }

  /// What runs a source that was checked, with what is bound already.
  func interpreter(
    _ source: Source, _ checker: Checker, output: any OutputSink
  ) -> Interpreter {
    var slots: [Value?] = bound.map(\.value)
    slots.append(
      contentsOf: repeatElement(nil, count: max(0, checker.plan.slotCount - slots.count)))
    let interpreter = Interpreter(
      source, commands: commands, permissions: checker.plan.permissions, limits: limits,
      ledger: ledger, output: output, slots: slots, isInterrupted: isInterrupted)
    interpreter.isVectorising = isVectorising
    return interpreter
  }

  /// Whether `text` is the beginning of statements that want more lines: a bracket or a text block
  /// is open, or it ends with `|`, a comma, `=` or an operator.
  ///
  /// A string that is not closed on its line is a mistake, not a beginning.
  public func isIncomplete(_ text: String) -> Bool {
    Parser.parse(Source(name: "", text: text)).isIncomplete
  }

  /// `source` parsed and checked, with what is bound already.
  ///
  /// - Parameters:
  ///   - isCompleting: Whether to note what is being written at the end.
  ///   - isNoting: Whether to note what the names mean.
  ///   - answerType: The type of `$answer` in an exercise, when it is not that of the solution.
  func checked(
    _ source: Source, from origin: Origin = .prompt, isCompleting: Bool = false,
    isNoting: Bool = false, answerType: ValueType? = nil
  ) -> Checker {
    var environment = Environment()
    environment.functions = functions.mapValues { $0.copy(environment: nil) }
    for (slot, variable) in bound.enumerated() {
      environment.bind(
        variable.name,
        .init(slot: slot, flow: variable.flow, place: nil, constant: variable.value))
    }
    var checker = Checker(
      Parser.parse(source, isCompleting: isCompleting), commands: commands, origin: origin,
      environment: environment, slotCount: bound.count, probing: isCompleting)
    if isNoting { checker.symbols = [] }
    checker.ledger = ledger
    checker.answerType = answerType
    for path in givenFiles { checker.plan.permissions?.allow(.read, path) }
    checker.checkScript()
    return checker
  }

  /// Keeps the variables for the next source; one that was bound anew, or was never reached, is
  /// left out.
  private func keep(_ environment: Environment, _ slots: [Value?]) {
    functions = environment.functions
    bound = environment.names.compactMap { name in
      guard let binding = environment[name], let value = slots[binding.slot] else { return nil }
      // Places of the source at hand mean nothing in the next one.
      var flow = binding.flow
      flow.losses = []
      flow.facts = []
      return (name, flow, value)
    }
  }
}
