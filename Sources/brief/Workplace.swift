import BriefAnalysis
import BriefCommands
import BriefScript
import BriefShell
import BriefSource

/// A session, the commands that work on it, and a shell to run them in.
struct Workplace {
  let session = Session()
  let shell: Shell
  /// Follows what runs, when a record of it is wanted.
  let recorder: RunRecorder?

  /// Sets it up; what is read and written is noted in `ledger`, if there is one.
  init(_ options: OutputOptions, noting ledger: FileLedger? = nil) {
    self.init(Shell.Options(console: options.console), noting: ledger)
  }

  /// Sets it up with a shell of these options.
  init(_ options: Shell.Options, noting ledger: FileLedger? = nil) {
    let session = session
    var recorder: RunRecorder?
    let commands = AllCommands.working(on: session)
    shell = Shell(
      options, completion: SessionCompletion(session, commands: commands),
      prompt: session.prompt
    ) { sink in
      recorder = ledger.map { RunRecorder($0, next: sink) }
      let engine = Self.engine(commands, session, recorder ?? sink)
      engine.ledger = ledger
      return engine
    }
    self.recorder = recorder
    // In a lesson the tour waits.
    shell.offeredLine = { [unowned shell] in
      shell.conversation?.prompt == nil ? session.tour?.line : nil
    }
    shell.remark = { [unowned shell] line, succeeded in
      guard shell.conversation?.prompt == nil else { return nil }
      return session.continueTour(after: line, succeeded: succeeded)
        ?? (succeeded ? session.remark(onNothingIn: line, of: commands) : nil)
    }
    session.prompt.closing = { _ in session.store?.keepClosed(session) }
  }

  /// Takes note of what was loaded before the first prompt as if it had been typed, so that it is
  /// saved and kept with the lines that work on it.
  func noteLoaded() {
    guard let ledger = shell.engine.ledger, !ledger.entries(.text).isEmpty else { return }
    session.noteLoaded(ledger)
  }

  /// An engine that works on a session of its own, and hands results on to `sink`.
  static func engine(writingTo sink: any OutputSink) -> Engine {
    let session = Session()
    return engine(AllCommands.working(on: session), session, sink)
  }

  private static func engine(
    _ commands: CommandSet, _ session: Session, _ sink: any OutputSink
  ) -> Engine {
    let engine = Engine(commands: commands, output: SessionSink(session, next: sink))
    engine.checkpoint = { session.checkpoint() }
    return engine
  }

  /// Loads `files`, then goes on; when one cannot be read, that is reported instead.
  func loading(_ files: [String], then body: (Shell) -> ExitStatus) -> ExitStatus {
    do {
      let sink = shell.sink
      defer { sink.endProgress() }
      try session.load(files, noting: shell.engine.ledger) {
        sink.report($0)
      } step: {
        sink.show($0)
      }
    } catch {
      shell.sink.report(error.diagnostic)
      return .unreadable
    }
    return body(shell)
  }

  /// Reads a script, or reports why it cannot be read; `help` is a way out where the error names
  /// none.
  func script(_ path: String, help: String? = nil) -> Source? {
    do {
      return try Source.script(at: path, noting: shell.engine.ledger)
    } catch {
      let found = error.diagnostic
      shell.sink.report(
        Diagnostic(
          id: found.id, severity: found.severity, found.message, source: found.source,
          range: found.range, help: found.help ?? help))
      return nil
    }
  }

  /// What is loaded, in a few words; `nil` when nothing is.
  var loadedFiles: String? {
    switch session.briefings.count {
    case 0: nil
    case 1: "Loaded \(session.briefings[0].source.name.split(separator: "/").last ?? "a text")"
    default: "Loaded \(session.briefings.count) briefings"
    }
  }
}
