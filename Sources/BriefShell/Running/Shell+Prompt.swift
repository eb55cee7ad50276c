import BriefScript
import BriefSource
import CEditLine
import Glibc

// The prompt: lines are read, called back, run, numbered and kept.

extension Shell {
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
    prompt.isActive = true
    defer { prompt.isActive = false }
    let history = History(path: options.historyPath)
    prompt.earlier = history.entries
    prepareSettings()
    let reader = makeReader(history)
    self.reader = reader
    defer { self.reader = nil }
    if isGreeting, !options.console.isQuiet { greet(loaded: loaded) }
    var said: String?
    while true {
      if let problem = history.problem, problem.message != said {
        sink.report(problem)
        said = problem.message
      }
      switch readLine(reader) {
      case .text(let typed):
        guard typed.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
          continue
        }
        guard let text = recalled(typed) else { continue }
        history.append(text)
        if case .editing(let editor) = reader { editor.remember(text) }
        let outcome = run(line: text)
        if case .quit = outcome { return .fine }
        if case .interrupted = outcome, !isClosing { sink.say("\ninterrupted\n") }
      case .interrupted: continue
      case .end: return .fine
      case .closed: return close()
      }
      if isClosing { return close() }
    }
  }

  /// Keeps the session when the terminal is gone.
  private func close() -> ExitStatus {
    prompt.closing(engine)
    return closingStatus
  }

  /// The line that a typed text calls back, which is shown, or the text itself; `nil` after
  /// reporting that there is no such line.
  private func recalled(_ text: String) -> String? {
    switch LineRecall(lines: prompt.past, earlier: prompt.earlier).recall(text) {
    case .unchanged: return text
    case .recalled(let line):
      sink.show(StyledText(line + "\n", .strong))
      return line
    case .unknown(let diagnostic):
      sink.report(diagnostic)
      return nil
    }
  }

  /// Runs a line as one of the session: it is numbered, and can be kept and saved.
  @discardableResult
  func run(line text: String, origin: PromptLine.Origin = .typed, name: String = "<prompt>")
    -> Engine.Outcome
  {
    let ledger = prompt.begin(text, origin: origin)
    engine.ledger = ledger
    let log = prompt.log
    sink.log = log
    if let line = prompt.lines.last { log?.begin(line) }
    let tablesBefore = sink.tableCount
    var outcome = execute(Source(name: name, text: text))
    prompt.end(
      outcome.isGood ? .finished : .failed, ledger, showsTable: sink.tableCount > tablesBefore)
    let request = prompt.takeRequest()
    if outcome.isGood, let request {
      let answer = carryOut(request)
      if !answer.isGood {
        prompt.failLast()
        outcome = answer
      }
    }
    // What stopped the statement must not stop the next prompt.
    _ = brief_signal_take(SIGINT)
    _ = report(outcome)
    sink.log = nil
    do throws(WritingError) {
      if prompt.log === log { try log?.end() }
    } catch {
      prompt.log = nil
      sink.report(
        Diagnostic(
          id: "log-stopped", severity: .warning, "the log has ended: \(error.description)",
          help: "what was written before is still there; log FILE begins another"))
    }
    return outcome
  }

  /// Does what a line has asked for, and shows what that gives.
  private func carryOut(_ request: PromptState.Request) -> Engine.Outcome {
    do throws(ScriptError) {
      let value = try request(engine)
      if case .nothing = value { return .finished }
      try sink.acknowledge(value)
      return .finished
    } catch {
      switch error {
      case .failed(let diagnostic): return .failed([diagnostic])
      case .assertionFailed(let diagnostic): return .assertionFailed(diagnostic)
      case .interrupted: return .interrupted
      case .quit: return .quit
      }
    }
  }

  // MARK: Settings

  /// Takes the settings of the command line, then those of the start-up file, and those of the
  /// command line once more: what is said there is meant for this once.
  private func prepareSettings() {
    let console = options.console
    let sink = sink
    let prompt = prompt
    prompt.settingsChange = { sink.options.take($0) }
    prompt.settings = console.settings(over: prompt.settings)
    if let path = options.startupPath, StartupFile.exists(path) { runStartup(path) }
    prompt.settings = console.settings(over: prompt.settings)
    sink.options.take(prompt.settings)
  }

  /// Runs the start-up file; when anything in it is wrong, that is reported and nothing of it is
  /// run.
  private func runStartup(_ path: String) {
    let source: Source
    do {
      source = try Source.reading(path)
    } catch .empty {
      return
    } catch {
      sink.report(
        Diagnostic(
          id: "unreadable-input", severity: .error, "the start-up file: \(error.description)",
          help: "BRIEF_STARTUP names another, or none when empty"))
      return
    }
    let errors = engine.check(source).filter { $0.severity == .error }
    guard errors.isEmpty else {
      for error in errors { sink.report(error) }
      sink.say("Nothing of the start-up file was run.\n")
      return
    }
    // What only confirms a setting would stand above the greeting every day.
    sink.isInteractive = false
    defer { sink.isInteractive = true }
    for statement in LineNames(source).statements {
      let outcome = run(line: source[statement], origin: .startup, name: path)
      guard outcome.isGood else { return }
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

extension Engine.Outcome {
  /// Whether every statement ran, as far as was wanted.
  fileprivate var isGood: Bool {
    switch self {
    case .finished, .quit: true
    case .failed, .assertionFailed, .interrupted: false
    }
  }
}
