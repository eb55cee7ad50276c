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

    /// Creates options, with the user's own history and `.editrc`.
    public init(
      console: ConsoleSink.Options = .init(), name: String = "brief",
      historyPath: String? = History.defaultPath(), editorSettings: String? = Shell.editorSettings()
    ) {
      self.console = console
      self.name = name
      self.historyPath = historyPath
      self.editorSettings = editorSettings
    }
  }

  /// Where results go.
  public let sink: ConsoleSink
  /// What runs the statements.
  public let engine: Engine
  let options: Options
  private let provider: any CompletionProvider
  private var reader: Reader?

  /// What reads from the terminal.
  private enum Reader {
    case editing(LineEditor)
    case plain(PlainLineReader)
  }

  /// Creates a shell.
  ///
  /// - Parameters:
  ///   - engine: Makes the engine that writes to the sink it is given.
  ///   - completion: Knows the words of the program; the names of files the shell knows itself.
  public init(
    _ options: Options = Options(), completion: any CompletionProvider,
    engine: (any OutputSink) -> Engine
  ) {
    self.options = options
    sink = ConsoleSink(options.console, isInterrupted: Shell.isInterrupted)
    self.engine = engine(sink)
    provider = ShellCompletion(completion)
    self.engine.isInterrupted = Shell.isInterrupted
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

  private func execute(
    _ source: Source, from origin: Engine.Origin = .prompt
  ) -> Engine.Outcome {
    sink.beginRun()
    return engine.run(source, from: origin)
  }

  private func report(_ outcome: Engine.Outcome) -> ExitStatus {
    switch outcome {
    case .finished, .quit: break
    case .failed(let diagnostics): for diagnostic in diagnostics { sink.report(diagnostic) }
    case .assertionFailed(let diagnostic): sink.report(diagnostic)
    case .interrupted:
      for signal in [SIGTERM, SIGHUP] where brief_signal_is_pending(signal) {
        return .signal(signal)
      }
      if reader == nil { sink.say("interrupted\n") }
    }
    return ExitStatus(outcome)
  }

  // MARK: The prompt

  /// Whether statements are typed: standard input and one of the outputs are a terminal.
  public static var isInteractive: Bool {
    isatty(0) != 0 && (isatty(1) != 0 || isatty(2) != 0)
  }

  /// Reads statements at a prompt and runs them until the user leaves.
  ///
  /// Errors are reported and do not end it.
  ///
  /// - Parameters:
  ///   - loaded: What the greeting says of the files that were loaded, without a full stop.
  ///   - isGreeting: Whether to say, unless quiet, what this is and how to begin.
  public func interact(loaded: String? = nil, isGreeting: Bool = true) -> ExitStatus {
    sink.isInteractive = true
    let history = History(path: options.historyPath)
    let reader = makeReader(history)
    self.reader = reader
    defer { self.reader = nil }
    if isGreeting, !options.console.isQuiet { greet(loaded: loaded) }
    var problems = 0
    while true {
      if let problem = history.problem, problems == 0 {
        sink.report(problem)
        problems += 1
      }
      switch readLine(reader) {
      case .text(let text):
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { continue }
        history.append(text)
        if case .editing(let editor) = reader { editor.remember(text) }
        let outcome = execute(Source(name: "<prompt>", text: text))
        // What stopped the statement must not stop the next prompt.
        _ = brief_signal_take(SIGINT)
        _ = report(outcome)
        if case .quit = outcome { return .fine }
        if case .interrupted = outcome, !isClosing { sink.say("\ninterrupted\n") }
      case .interrupted: continue
      case .end: return .fine
      case .closed: return closingStatus
      }
      if isClosing { return closingStatus }
    }
  }

  private var isClosing: Bool {
    brief_signal_is_pending(SIGTERM) || brief_signal_is_pending(SIGHUP)
  }

  private var closingStatus: ExitStatus {
    .signal(brief_signal_is_pending(SIGTERM) ? SIGTERM : SIGHUP)
  }

  private func makeReader(_ history: History) -> Reader {
    let output: Int32 = isatty(1) != 0 ? 1 : 2
    let isColored = Terminal(descriptor: output).isColored(options.console.color)
    guard
      let editor = LineEditor(
        output: output, isColoured: isColored, settings: options.editorSettings)
    else { return .plain(PlainLineReader(input: 0, output: output)) }
    for entry in history.entries { editor.remember(entry) }
    let engine = engine
    let provider = provider
    editor.isIncomplete = { engine.isIncomplete($0) }
    editor.completion = { engine.completion(in: $0, at: $1, provider: provider) }
    return .editing(editor)
  }

  private func readLine(_ reader: Reader) -> LineEditor.Line {
    switch reader {
    case .editing(let editor): editor.readLine(prompt: "brief> ")
    case .plain(let reader):
      reader.readLine(prompt: "brief> ", continuation: "  ...> ") { engine.isIncomplete($0) }
    }
  }

  private func greet(loaded: String?) {
    var text = StyledText(options.name, .strong)
    text.append(": type ")
    text.append("help", .code)
    text.append(" for the commands, Ctrl-D to leave.\n")
    if let loaded {
      text.append(loaded + ". Ask: quotes, entities, topics.\n")
    } else {
      text.append("Begin with ")
      text.append("load FILE", .code)
      text.append(", then ask: quotes, entities, topics.\n")
    }
    sink.show(text)
  }
}
