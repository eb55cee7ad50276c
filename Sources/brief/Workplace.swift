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
    let session = session
    var recorder: RunRecorder?
    let commands = AllCommands.working(on: session)
    shell = Shell(
      Shell.Options(console: options.console),
      completion: SessionCompletion(session, commands: commands)
    ) { sink in
      recorder = ledger.map { RunRecorder($0, next: sink) }
      let engine = Self.engine(commands, session, recorder ?? sink)
      engine.ledger = ledger
      return engine
    }
    self.recorder = recorder
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
      try session.load(files, noting: shell.engine.ledger) { shell.sink.report($0) }
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
    case 1: "Loaded \(session.briefings[0].source.name)"
    default: "Loaded \(session.briefings.count) briefings"
    }
  }
}
