import BriefScript
import BriefSource

/// Saves the session under a name.
struct SaveCommand: Command {
  var name: String?
  var force = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "save", .session, "Saves the session under a name; restore brings it back.",
      discussion: """
        Kept are the lines that were typed, the texts that they have read, word for word, what is \
        loaded and in focus, the actors, variables and functions, and the settings. A text that is \
        changed or deleted later is still in the save. Without a name it saves again as it was \
        saved or restored last. A name that another session has is replaced only with --force. \
        Afterwards there is the whole new save or the old one, whatever happens meanwhile. \
        A session whose terminal is closed is kept as closed. Saves are JSON Lines in \
        ~/.local/state/brief/sessions, or where BRIEF_SESSIONS says.
        """,
      input: .nothing, output: .fixed(.nothing),
      parameters: [
        .argument("name", \.name, "what to call it", completing: .named("sessions")),
        .flag("force", \.force, "replace a session of that name"),
      ],
      examples: [Example("save monday", "keep the session as monday")])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let session = context.host
    try context.requirePrompt(session.prompt, "save")
    if context.host.prompt.isReplaying { return .nothing }
    guard let store = context.host.store else { throw context.noSessionStore }
    guard let name = name ?? session.prompt.savedName else {
      throw context.failure(
        "unknown-session", "the session has no name yet", help: "give it one: save monday")
    }
    try context.requireSessionName(name)
    // What the rest of the line binds is to be saved too.
    session.prompt.request { _ throws(ScriptError) in
      let isReplacing = try mayReplace(name, store, context)
      let saved = SavedSession(session, at: SessionStore.now())
      let bytes = saved.bytes
      do throws(WritingError) {
        try store.write(bytes, name, replacing: isReplacing)
      } catch {
        throw context.failure(
          "unwritable-file", error.description, parameter: "name",
          help: "the session is still here; BRIEF_SESSIONS names another directory")
      }
      session.prompt.savedName = name
      session.prompt.savedDigest = SHA256.digest(of: bytes)
      return .text("Saved as \(name): \(saved.summary). restore \(name) brings it back.")
    }
    return .nothing
  }

  /// Whether there is a save of the name that may be replaced; an error when there is one that may
  /// not.
  private func mayReplace(
    _ name: String, _ store: SessionStore, _ context: CommandContext<Session>
  ) throws(ScriptError) -> Bool {
    guard store.exists(name) else { return false }
    let prompt = context.host.prompt
    let bytes = try? store.bytes(name)
    // What a later program has written is never replaced: this one cannot know what is in it.
    if let bytes {
      do throws(SavedSessionError) {
        _ = try SavedSession(heading: bytes)
      } catch {
        if case .newer = error {
          throw context.failure(
            "unusable-session", "a later version of brief has saved a session as '\(name)'",
            parameter: "name", help: "it stays as it is; choose another name")
        }
      }
    }
    if force { return true }
    guard name == prompt.savedName else {
      throw context.failure(
        "unwritable-file", "another session is saved as '\(name)'", parameter: "name",
        help: "choose another name, or add --force to replace it")
    }
    guard let bytes, SHA256.digest(of: bytes) == prompt.savedDigest else {
      throw context.failure(
        "unwritable-file", "another shell has saved '\(name)' meanwhile", parameter: "name",
        help: "choose another name, or add --force to replace it")
    }
    return true
  }
}

extension CommandContext<Session> {
  /// That there is no place for sessions.
  var noSessionStore: ScriptError {
    failure(
      "unknown-session",
      "there is no directory for sessions: neither HOME nor BRIEF_SESSIONS is set",
      help: "set BRIEF_SESSIONS to a directory")
  }

  /// Sees to it that a session can be called `name`.
  func requireSessionName(_ name: String) throws(ScriptError) {
    guard !SessionStore.isName(name) else { return }
    throw failure(
      "unknown-session", "'\(name)' cannot be the name of a session", parameter: "name",
      help: "names are letters, digits, '-', '_' and '.', and begin with a letter or digit")
  }
}
