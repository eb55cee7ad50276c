import BriefSource

/// What a prompt and the commands that speak of it share: the lines of the session, the settings,
/// and what a command asks to be done once its line is over.
///
/// It is owned by one thread.
public final class PromptState {
  /// Done when the line that asks for it has been run; what it gives is shown.
  public typealias Request = (Engine) throws(ScriptError) -> Value

  /// What came of putting a text on the clipboard.
  public enum Copying: Sendable, Hashable {
    case done
    /// Standard output is no terminal, or one that knows no sequences.
    case noTerminal
  }

  /// Whether statements are typed; the commands that speak of a prompt are refused without one.
  public var isActive = false
  /// Whether lines are run again to bring a session back; what they wrote and copied was done then.
  public var isReplaying = false
  /// The lines of this session, the one that is being run among them.
  public var lines: [PromptLine] = []
  /// The lines of earlier sessions, the oldest first.
  public var earlier: [String] = []
  /// How results are shown.
  public var settings = PromptSettings() {
    didSet { if settings != oldValue { settingsChange?(settings) } }
  }
  /// Told when the settings have changed.
  public var settingsChange: ((PromptSettings) -> Void)?
  /// Where the session is written down for people to read, if it is.
  public var log: SessionLog?
  /// Puts a text on the clipboard of the terminal.
  public var copy: (String) -> Copying = { _ in .noTerminal }
  /// The name that the session was last saved under, or brought back from.
  public var savedName: String?
  /// The hash of the save of that name as this session wrote or read it.
  public var savedDigest: SHA256.Digest?
  /// Called when the terminal is gone, so that the session can be kept.
  public var closing: (Engine) -> Void = { _ in }
  /// How often what is loaded has changed.
  public private(set) var changeCount = 0

  private var request: Request?

  /// Creates the state of a prompt at which nothing has been typed.
  public init() {}

  /// Takes note that what is loaded, or what commands read of it, has changed.
  public func noteChange() { changeCount += 1 }

  /// Asks for something to be done when the line at hand has been run; of two requests in one line
  /// both are carried out, in their order.
  public func request(_ next: @escaping Request) {
    guard let before = request else {
      request = next
      return
    }
    request = { engine throws(ScriptError) in
      _ = try before(engine)
      return try next(engine)
    }
  }

  /// What the line at hand has asked for; it is forgotten.
  public func takeRequest() -> Request? {
    defer { request = nil }
    return request
  }

  /// The lines before the one that is being run.
  public var past: [PromptLine] { lines.filter { $0.outcome != .running } }

  /// Whether there is anything that saving would keep.
  ///
  /// Linear in the length of the lines.
  public var isWorthKeeping: Bool { lines.contains { $0.origin == .typed && $0.isLasting } }

  // MARK: Running

  /// Begins a line, which is numbered when it was typed.
  ///
  /// - Returns: Where the files are to be noted that it reads and writes.
  public func begin(_ text: String, origin: PromptLine.Origin = .typed) -> FileLedger {
    let last = lines.last { $0.number != nil }?.number ?? 0
    lines.append(
      PromptLine(text, origin: origin, number: origin == .typed ? last + 1 : nil))
    changesBefore = changeCount
    return FileLedger(isKeeping: true)
  }

  private var changesBefore = 0

  /// Takes note that what the line run last had asked for could not be done; what the line bound or
  /// loaded before is there all the same, and is saved.
  public func failLast() {
    if let last = lines.indices.last, !lines[last].isLasting { lines[last].outcome = .failed }
  }

  /// Ends the line that was begun last.
  ///
  /// - Parameter showsTable: Whether it has shown a table.
  public func end(_ outcome: PromptLine.Outcome, _ ledger: FileLedger, showsTable: Bool) {
    guard var line = lines.popLast() else { return }
    line.outcome = outcome
    line.changesSession = changeCount != changesBefore
    line.showsTable = showsTable
    line.reads = ledger.entries(.text)
    line.writes = ledger.entries(.result).map(\.path)
    if line.isLasting { line.findings = ledger.findings }
    lines.append(line)
  }
}

extension CommandContext {
  /// Sees to it that there is a prompt, of which the command speaks.
  ///
  /// - Throws: ``ScriptError`` when a script calls it.
  public func requirePrompt(_ prompt: PromptState, _ command: String) throws(ScriptError) {
    guard !prompt.isActive else { return }
    throw failure(
      "prompt-only", "'\(command)' is about what is typed at a prompt, and there is none here",
      help: "open the shell with `brief`, and type it there")
  }
}
