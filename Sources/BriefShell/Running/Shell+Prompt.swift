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
    engine.lineSource = ShellLines(reader)
    defer {
      self.reader = nil
      engine.lineSource = nil
    }
    if isGreeting, !options.console.isQuiet {
      let isFirst = options.historyPath != nil && history.entries.isEmpty
      let greeting = Greeting(
        name: options.name, loaded: loaded, isFirst: isFirst, commands: engine.commands)
      sink.show(greeting.text)
    }
    var said: String?
    /// What an editor has left, to go on with.
    var begun = ""
    while true {
      if let problem = history.problem, problem.message != said {
        sink.report(problem)
        said = problem.message
      }
      let line = readLine(reader, beginningWith: begun)
      begun = ""
      switch line {
      case .text(let typed):
        sink.beginRun()
        let typed = typed.isBlank ? offered() ?? typed : typed
        guard !typed.isBlank else {
          _ = conversation?.take(typed)
          _ = brief_signal_take(SIGINT)
          if isClosing { return close() }
          continue
        }
        if case .editing(let editor) = reader, Self.asksForEditor(typed) {
          begun = editor.edited(editor.history.last ?? "") ?? ""
          continue
        }
        guard let text = recalled(typed) else { continue }
        history.append(text)
        if case .editing(let editor) = reader { editor.remember(text) }
        if conversation?.take(text) == true {
          _ = brief_signal_take(SIGINT)
          if isClosing { return close() }
          continue
        }
        let outcome = run(line: text)
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

  /// The line that Enter alone stands for, which is shown as if it had been typed.
  private func offered() -> String? {
    guard let line = offeredLine() else { return nil }
    sink.show(StyledText(line + "\n", .code))
    return line
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

extension Engine.Outcome {
  /// Whether every statement ran, as far as was wanted.
  fileprivate var isGood: Bool {
    switch self {
    case .finished, .quit: true
    case .failed, .assertionFailed, .interrupted: false
    }
  }
}
