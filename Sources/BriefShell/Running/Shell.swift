import BriefScript
import BriefSource
import CEditLine
import Glibc

/// Runs statements: typed at a prompt, read from standard input, or from a script.
///
/// Results go to standard output, all else to standard error. A shell ignores `SIGPIPE` for the
/// whole process and takes `SIGINT` to stop what runs. It is owned by one thread.
public final class Shell {
  /// What the shell is to be like.
  public struct Options: Sendable {
    /// How results and messages are written.
    public var console: ConsoleSink.Options
    /// What the greeting calls the program.
    public var name: String
    /// Where what is typed is kept; nowhere when `nil`.
    public var historyPath: String?
    /// The settings of the line editor; none when `nil`.
    public var editorSettings: String?
    /// Whether `edit` and its key are refused, because no other program may be started.
    public var refusesEditor = false
    /// What is run before the first prompt; nothing when `nil`.
    public var startupPath: String?

    /// Creates options, with the user's own history, `.editrc` and start-up file.
    public init(
      console: ConsoleSink.Options = .init(), name: String = "brief",
      historyPath: String? = History.defaultPath(),
      editorSettings: String? = Shell.editorSettings(),
      startupPath: String? = Shell.startupPath()
    ) {
      self.console = console
      self.name = name
      self.historyPath = historyPath
      self.editorSettings = editorSettings
      self.startupPath = startupPath
    }
  }

  /// Where results go.
  public let sink: ConsoleSink
  /// What runs the statements.
  public let engine: Engine
  /// Gives the line that Enter alone stands for at the prompt, as in a tour; none when `nil`.
  public var offeredLine: () -> String? = { nil }
  /// Gives what is to be said after a line that was typed has run, and whether it succeeded.
  public var remark: (_ line: String, _ succeeded: Bool) -> StyledText? = { _, _ in nil }
  /// What goes on between the lines that are typed, if anything does.
  public var conversation: (any Conversation)?
  /// What is shared with the commands that speak of the prompt.
  public let prompt: PromptState
  let options: Options
  let provider: ShellCompletion
  var reader: Reader?

  /// What reads from the terminal.
  enum Reader {
    case editing(LineEditor)
    case plain(PlainLineReader)
  }

  /// Creates a shell.
  ///
  /// - Parameters:
  ///   - engine: Makes the engine that writes to the sink it is given.
  ///   - completion: Knows the words of the program; the names of files the shell knows itself.
  ///   - prompt: What is shared with the commands that speak of the prompt.
  public init(
    _ options: Options = Options(), completion: any CompletionProvider,
    prompt: PromptState = PromptState(), engine: (any OutputSink) -> Engine
  ) {
    self.options = options
    self.prompt = prompt
    sink = ConsoleSink(options.console, isInterrupted: Shell.isInterrupted)
    self.engine = engine(sink)
    provider = ShellCompletion(completion)
    self.engine.isInterrupted = Shell.isInterrupted
    let sink = sink
    self.engine.stepBegins = { sink.show($0) }
    prompt.copy = { sink.copy($0) }
  }

  /// The start-up file of the user: what `BRIEF_STARTUP` names, or the one in the directory of
  /// settings.
  public static func startupPath(
    environment: (String) -> String? = Terminal.environment
  ) -> String? {
    StartupFile.defaultPath(environment: environment)
  }

  /// The `.editrc` of the user: what `EDITRC` names, or the one in the home directory.
  public static func editorSettings(
    environment: (String) -> String? = Terminal.environment
  ) -> String? {
    if let path = environment("EDITRC") { return path.isEmpty ? nil : path }
    return environment("HOME").map { $0 + "/.editrc" }
  }

  /// Whether a signal asks that what runs be stopped.
  static func isInterrupted() -> Bool {
    brief_signal_is_pending(SIGINT) || brief_signal_is_pending(SIGTERM)
      || brief_signal_is_pending(SIGHUP)
  }

  // MARK: Scripts

  /// Checks `source` as a whole and runs it when nothing is wrong; errors are reported.
  @discardableResult
  public func run(_ source: Source, from origin: Engine.Origin = .prompt) -> ExitStatus {
    for signal in [SIGINT, SIGTERM, SIGHUP] { brief_signal_watch(signal) }
    return report(execute(source, from: origin))
  }

  /// Reads statements from standard input to its end, then runs them as ``run(_:)`` does.
  public func runStandardInput() -> ExitStatus {
    let source: Source
    do {
      source = try Source.script(at: "-")
    } catch {
      sink.report(error.diagnostic)
      return .unreadable
    }
    return run(source)
  }

  /// Checks scripts without running them; what is wrong is reported.
  ///
  /// - Parameter isJSON: Whether findings are written to standard output, as one JSON object a line,
  ///   and not to standard error.
  public func check(_ sources: [Source], isJSON: Bool = false) -> ExitStatus {
    var status = ExitStatus.fine
    for source in sources {
      let found = engine.check(source, from: .script(arguments: nil))
      do throws(ScriptError) {
        if isJSON { try sink.emit(json: found) }
      } catch {
        if case .failed(let diagnostic) = error { sink.report(diagnostic) }
        return .unreadable
      }
      if !isJSON { for diagnostic in found { sink.report(diagnostic) } }
      let errors = found.filter { $0.severity == .error }
      if !errors.isEmpty { status = status.worse(than: .of(errors: errors)) }
    }
    return status
  }

  func execute(
    _ source: Source, from origin: Engine.Origin = .prompt
  ) -> Engine.Outcome {
    sink.beginRun()
    defer { sink.endProgress() }
    guard sink.options.isTiming else {
      engine.statementBegins = nil
      return engine.run(source, from: origin)
    }
    let sink = sink
    let timer = StatementTimer(source, waited: { sink.waited }) { sink.sayTime($0) }
    engine.statementBegins = { timer.begin($0) }
    defer { engine.statementBegins = nil }
    let outcome = engine.run(source, from: origin)
    timer.end()
    return outcome
  }

  func report(_ outcome: Engine.Outcome) -> ExitStatus {
    switch outcome {
    case .finished, .quit: break
    case .failed(let diagnostics): reportFirst(of: diagnostics)
    case .assertionFailed(let diagnostic): sink.report(diagnostic)
    case .interrupted:
      for signal in [SIGTERM, SIGHUP] where brief_signal_is_pending(signal) {
        return .signal(signal)
      }
      if reader == nil { sink.say("interrupted\n") }
    }
    return ExitStatus(outcome)
  }
}
