import BriefScript
import BriefSource

/// Brings a saved session back.
struct RestoreCommand: Command {
  var name: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "restore", .session, "Brings a saved session back in the place of the one at hand.",
      discussion: """
        The lines that loaded, bound or defined anything are run again over the texts that were \
        saved with them, silently and without writing a file; results, places and reasons are those \
        of then. If a text has been changed or deleted since, that is said, and the saved text is \
        used: load it again to take the new one. The session at hand is first saved as \
        before-restore if it has anything to lose. Without a name the session that was saved last is \
        brought back. A save that is damaged is put aside under another name, with the place of the \
        damage; one from a later version of brief is left alone.
        """,
      input: .nothing, output: .fixed(.nothing),
      parameters: [
        .argument("name", \.name, "the session", completing: .named("sessions"))
      ],
      examples: [
        Example("restore", "go on where the session that was saved last ended"),
        Example("restore monday", "the session that was saved as monday"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let session = context.host
    try context.requirePrompt(session.prompt, "restore")
    if context.host.prompt.isReplaying { return .nothing }
    guard let store = context.host.store else { throw context.noSessionStore }
    let name = name ?? store.names().first { $0 != Self.before }
    // What the line binds would be kept over what is brought back.
    session.prompt.request { engine throws(ScriptError) in
      guard let name else {
        throw context.failure(
          "unknown-session", "no session has been saved yet", help: "save NAME saves this one")
      }
      let (saved, digest) = try read(name, store, context)
      if session.prompt.isWorthKeeping {
        let now = SavedSession(session, at: SessionStore.now())
        do throws(WritingError) {
          try store.write(now.bytes, Self.before, replacing: true)
        } catch {
          throw context.failure(
            "unwritable-file", "the session at hand cannot be kept: \(error.description)",
            help: "nothing has changed; make room first")
        }
      }
      Restoring(session, engine).restore(saved) { context.report($0) }
      session.prompt.savedName = name
      session.prompt.savedDigest = digest
      return .text("Restored \(name), saved \(saved.time): \(saved.summary).")
    }
    return .nothing
  }

  /// What the session at hand is saved as before another takes its place.
  static let before = "before-restore"

  private func read(
    _ name: String, _ store: SessionStore, _ context: CommandContext<Session>
  ) throws(ScriptError) -> (SavedSession, SHA256.Digest) {
    try context.requireSessionName(name)
    guard store.exists(name) else {
      let names = store.names()
      throw context.failure(
        "unknown-session", "no session is saved as '\(name)'", parameter: "name",
        help: Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
          ?? (names.isEmpty ? "none is saved yet" : "sessions lists them"))
    }
    let bytes: [UInt8]
    do {
      bytes = try store.bytes(name)
    } catch {
      throw context.failure("unreadable-input", error.description, parameter: "name")
    }
    do throws(SavedSessionError) {
      return (try SavedSession(bytes), SHA256.digest(of: bytes))
    } catch {
      switch error {
      case .newer(let format):
        throw context.failure(
          "unusable-session",
          "the session '\(name)' is in format \(format), from a later version of brief; this one "
            + "reads format \(SavedSession.format)",
          parameter: "name", help: "it stays as it is; restore it with that version")
      case .damaged(let line, let reason):
        let place = "\(HomePath.abbreviating(store.path(name))):\(line)"
        let aside = store.putAside(name).map { HomePath.abbreviating($0) }
        throw context.failure(
          "unusable-session", "the session '\(name)' is damaged at \(place): \(reason)",
          parameter: "name",
          help: aside.map { "it has been put aside as \($0); its texts can be read there" }
            ?? "it stays as it is; its texts can be read there")
      }
    }
  }
}
