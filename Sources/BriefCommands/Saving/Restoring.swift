import BriefScript
import BriefSource

/// Runs the lines of a saved session again, over what they found then.
struct Restoring {
  private let session: Session
  private let engine: Engine

  init(_ session: Session, _ engine: Engine) {
    self.session = session
    self.engine = engine
  }

  /// Puts `saved` in the place of the session; what has changed since is reported.
  func restore(_ saved: SavedSession, report: (Diagnostic) -> Void) {
    let prompt = session.prompt
    let ledger = engine.ledger
    prompt.isReplaying = true
    defer {
      prompt.isReplaying = false
      session.tableFiles.given = nil
      engine.ledger = ledger
    }
    engine.forgetNames()
    session.reset()
    // The start-up file may have got functions since that the session did not know.
    let known = Set(saved.lines.map(\.text))
    let startup = prompt.lines.filter { $0.origin == .startup && !known.contains($0.text) }
    prompt.lines = []
    for line in startup + saved.lines {
      var line = line
      if line.isLasting {
        let past = FileLedger(isRehearsal: true, given: line.findings)
        engine.ledger = past
        session.tableFiles.given = past
        let outcome = engine.run(line.source, from: .prompt, isSilent: true)
        // What the line asked to be done besides, such as saving, was done then.
        _ = prompt.takeRequest()
        if let lost = Self.loss(of: line, outcome) {
          report(lost)
          line.outcome = .failed
        }
      }
      prompt.lines.append(line)
    }
    var settings = PromptSettings()
    for (name, value) in saved.settings {
      if let key = PromptSettings.Key(rawValue: name) { _ = settings.set(key, to: value) }
    }
    prompt.settings = settings
    reportChanges(saved, report)
  }

  private static func loss(of line: PromptLine, _ outcome: Engine.Outcome) -> Diagnostic? {
    let reason: String
    switch outcome {
    case .finished, .quit: return nil
    case .interrupted: reason = "interrupted"
    case .assertionFailed(let diagnostic): reason = diagnostic.message
    case .failed(let diagnostics):
      reason = diagnostics.first { $0.severity == .error }?.message ?? "it failed"
    }
    let number = line.number.map { "line \($0)" } ?? "a line"
    return Diagnostic(
      id: "lost-line", severity: .warning, "\(number) does not run again: \(reason)",
      source: line.source, range: line.source.range,
      help: "what it did is not restored; the save still has it")
  }

  /// Says which of the texts are no longer what they were.
  private func reportChanges(_ saved: SavedSession, _ report: (Diagnostic) -> Void) {
    var latest: [String: [UInt8]] = [:]
    for line in saved.lines where line.isLasting {
      latest.merge(line.findings.files) { $1 }
    }
    for (path, bytes) in latest.sorted(by: { $0.key < $1.key }) {
      let what: String
      if let found = try? Source.fileBytes(path) {
        if found == bytes { continue }
        what = "has changed since the session was saved"
      } else {
        what = "cannot be read any longer"
      }
      report(
        Diagnostic(
          id: "changed-text", severity: .warning, "'\(path)' \(what); the saved text is used",
          help: "load it again to take what the file holds now"))
    }
  }
}
