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
  /// Gives the line that Enter alone stands for at the prompt, as in a tour; none when `nil`.
  public var offeredLine: () -> String? = { nil }
  /// Gives what is to be said after a line that was typed has run, and whether it succeeded.
  public var remark: (_ line: String, _ succeeded: Bool) -> StyledText? = { _, _ in nil }
  let options: Options
  /// What goes on between the lines that are typed, if anything does.
  public var conversation: (any Conversation)?
  private let provider: ShellCompletion
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
      source = try Source.reading("-")
    } catch .empty {
      return .fine
    } catch {
      sink.report(Diagnostic(id: "unreadable-input", severity: .error, error.description))
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
      if found.contains(where: { $0.severity == .error }) { status = .wrongScript }
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
    if isGreeting, !options.console.isQuiet {
      let isFirst = options.historyPath != nil && history.entries.isEmpty
      let greeting = Greeting(
        name: options.name, loaded: loaded, isFirst: isFirst, commands: engine.commands)
      sink.show(greeting.text)
    }
    var problems = 0
    /// What an editor has left, to go on with.
    var begun = ""
    while true {
      if let problem = history.problem, problems == 0 {
        sink.report(problem)
        problems += 1
      }
      let line = readLine(reader, beginningWith: begun)
      begun = ""
      switch line {
      case .text(let typed):
        sink.beginRun()
        let text = typed.isBlank ? offered() ?? typed : typed
        guard !text.isBlank else {
          _ = conversation?.take(text)
          _ = brief_signal_take(SIGINT)
          if isClosing { return closingStatus }
          continue
        }
        if case .editing(let editor) = reader, Self.asksForEditor(text) {
          begun = editor.edited(editor.history.last ?? "") ?? ""
          continue
        }
        history.append(text)
        if case .editing(let editor) = reader { editor.remember(text) }
        if conversation?.take(text) == true {
          _ = brief_signal_take(SIGINT)
          if isClosing { return closingStatus }
          continue
        }
        let outcome = execute(Source(name: "<prompt>", text: text))
        // What stopped the statement must not stop the next prompt.
        _ = brief_signal_take(SIGINT)
        _ = report(outcome)
        if case .quit = outcome { return .fine }
        if case .finished = outcome, let remark = remark(text, true) {
          sink.show(remark)
        } else if case .failed = outcome, let remark = remark(text, false) {
          sink.show(remark)
        }
        if case .interrupted = outcome, !isClosing { sink.say("\ninterrupted\n") }
        conversation?.lineEnded(outcome)
        _ = brief_signal_take(SIGINT)
      case .interrupted: continue
      case .end: return .fine
      case .closed: return closingStatus
      }
      if isClosing { return closingStatus }
    }
  }

  /// The line that Enter alone stands for, which is shown as if it had been typed.
  private func offered() -> String? {
    guard let line = offeredLine() else { return nil }
    sink.show(StyledText(line + "\n", .code))
    return line
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
    else {
      let reader = PlainLineReader(input: 0, output: output)
      reader.completion = { [engine, provider] in
        engine.completion(in: $0, at: $0.utf8.count, provider: provider)
      }
      return .plain(reader)
    }
    for entry in history.entries { editor.remember(entry) }
    let engine = engine
    let provider = provider
    provider.typedLines = { [weak editor] in editor?.history ?? [] }
    editor.offeredLine = { [unowned self] in offeredLine() }
    prepare(editor)
    editor.completion = { engine.completion(in: $0, at: $1, provider: provider) }
    return .editing(editor)
  }

  private func readLine(_ reader: Reader, beginningWith text: String) -> LineEditor.Line {
    let prompt = (conversation?.prompt ?? "brief") + "> "
    conversation?.screenRows = Terminal.size(of: 1)?.rows ?? 24
    switch reader {
    case .editing(let editor): return editor.readLine(prompt: prompt, beginningWith: text)
    case .plain(let reader):
      return reader.readLine(prompt: prompt, continuation: "  ...> ") { engine.isIncomplete($0) }
    }
  }
}
