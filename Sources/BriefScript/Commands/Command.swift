import BriefSource

/// A command: one declaration, from which come parsing, checking, help, completion and reference,
/// and what it does.
///
///     struct TakeCommand: Command {
///       var count = 10
///
///       static var declaration: CommandDeclaration<Self> {
///         CommandDeclaration(
///           "take", .tables, "Keeps the first rows.",
///           input: .anyTable, output: .sameAsInput,
///           parameters: [.argument("n", \.count, "how many rows")],
///           examples: [Example("quotes | take 3", "the first three quotations")])
///       }
///
///       func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value
///     }
public protocol Command {
  /// What the command works on beside its input: the session, or `Void`.
  associatedtype Host
  /// Creates it with the default of every parameter.
  init()
  /// What it is called, takes and gives.
  static var declaration: CommandDeclaration<Self> { get }
  /// Does its work; the parameters have been set.
  ///
  /// - Throws: ``ScriptError``, made with ``CommandContext/failure(_:_:parameter:help:)``.
  func run(_ input: Value, in context: CommandContext<Host>) throws(ScriptError) -> Value
}

/// Why a running script stopped.
public enum ScriptError: Error {
  /// Something is wrong, with a place.
  case failed(Diagnostic)
  /// An `assert` does not hold.
  case assertionFailed(Diagnostic)
  /// The user pressed Ctrl-C.
  case interrupted
  /// `quit` was run.
  case quit
}

/// What a command may use while it runs.
public struct CommandContext<Host> {
  /// What the commands of this program work on.
  public let host: Host
  let site: CallSite
  let services: any CommandServices

  init(host: Host, site: CallSite, services: any CommandServices) {
    self.host = host
    self.site = site
    self.services = services
  }

  /// An error that points at the command, or at the argument given for `parameter`: at all of its
  /// values, or at the one at `index`.
  public func failure(
    _ id: String, _ message: String, parameter: String? = nil, index: Int? = nil,
    help: String? = nil
  ) -> ScriptError {
    .failed(diagnostic(id, .error, message, parameter, index, help))
  }

  /// An error that says what is wrong with the call.
  public func failure(_ problem: CallProblem) -> ScriptError {
    failure(
      problem.id, problem.message, parameter: problem.parameter, index: problem.index,
      help: problem.help ?? problem.label)
  }

  /// Whether the value at `index` of those given for `parameter` stands for several files.
  ///
  /// That is so of an unquoted word with `*`, `?` or `[`; a quoted string never is a pattern.
  public func isPattern(_ parameter: String, _ index: Int = 0) -> Bool {
    site.patterns[parameter]?.contains(index) ?? false
  }

  /// Whether `parameter` was given at all.
  public func isGiven(_ parameter: String) -> Bool { site.arguments[parameter] != nil }

  /// What a ``ForetellingCommand`` said that it will give, on which all that follows relies.
  public var foretold: ValueType? { site.foretold }

  /// Says something beside the result, on standard error.
  public func report(_ diagnostic: Diagnostic) { services.report(diagnostic) }

  /// A warning that points at the command, or at the argument given for `parameter`: at all of its
  /// values, or at the one at `index`.
  public func warning(
    _ id: String, _ message: String, parameter: String? = nil, index: Int? = nil,
    help: String? = nil
  ) -> Diagnostic {
    diagnostic(id, .warning, message, parameter, index, help)
  }

  /// Throws when the user asked to stop, or memory runs out; long loops call it now and then.
  public func checkInterruption() throws(ScriptError) { try services.checkInterruption() }

  /// Sees to it that the script may read or write the file at `path`, given for `parameter`.
  ///
  /// - Throws: ``ScriptError`` when the script does not say that it needs the file.
  public func requireAccess(
    _ access: FileAccess, _ path: String, parameter: String, index: Int? = nil
  ) throws(ScriptError) {
    guard let permissions = services.permissions, !permissions.allows(access, path) else { return }
    throw .failed(
      Message.fileNotNamed(access, path, permissions.paths(access)).diagnostic(
        in: site.source, at: site.range(of: parameter, at: index) ?? site.range))
  }

  /// Sees to it that the script may read some file that matches `pattern`, given for `parameter`;
  /// whether it may read each of them is asked with ``requireAccess(_:_:parameter:index:)``.
  ///
  /// - Throws: ``ScriptError`` when it may read none, whatever files there are.
  public func requireAccess(
    toPattern pattern: String, parameter: String, index: Int? = nil
  ) throws(ScriptError) {
    guard let permissions = services.permissions,
      !permissions.mayAllow(.read, pattern: pattern)
    else { return }
    throw .failed(
      Message.fileNotNamed(.read, pattern, permissions.paths(.read)).diagnostic(
        in: site.source, at: site.range(of: parameter, at: index) ?? site.range))
  }

  /// The commands that exist, for `help`.
  public var commands: CommandSet { services.commands }

  private func diagnostic(
    _ id: String, _ severity: Diagnostic.Severity, _ message: String, _ parameter: String?,
    _ index: Int?, _ help: String?
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, message, source: site.source,
      range: parameter.flatMap { site.range(of: $0, at: index) } ?? site.range, help: help)
  }
}

/// Where a command stands in a script, and each of its arguments.
struct CallSite {
  let source: Source
  let range: TextRange
  /// The place of each value given for a parameter.
  let arguments: [String: [TextRange]]
  /// Which of the values given for a parameter are patterns.
  let patterns: [String: Set<Int>]
  /// What the command said before anything ran that it will give.
  var foretold: ValueType?

  /// The place of one value given for `parameter`, or of all.
  func range(of parameter: String, at index: Int?) -> TextRange? {
    guard let ranges = arguments[parameter], let first = ranges.first else { return nil }
    if let index, ranges.indices.contains(index) { return ranges[index] }
    return ranges.reduce(first) { $0.union($1) }
  }
}

/// What the running script offers to every command.
protocol CommandServices {
  func checkInterruption() throws(ScriptError)
  func requireRoom(for value: Value, _ range: TextRange?) throws(ScriptError)
  /// Throws when `bytes` more would be more than the script may take.
  func requireMemory(for bytes: Int, _ range: TextRange?) throws(ScriptError)
  var commands: CommandSet { get }
  var permissions: ScriptPermissions? { get }
  var ledger: FileLedger? { get }
  func report(_ diagnostic: Diagnostic)
}
