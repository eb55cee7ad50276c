import BriefSource

/// A line that was run at a prompt, and what came of it.
public struct PromptLine: Sendable {
  /// Where a line comes from.
  public enum Origin: String, Sendable, CaseIterable {
    /// Somebody typed it.
    case typed
    /// It loads what was named when the program was started.
    case arguments
    /// It stands in the start-up file.
    case startup
  }

  /// How running it ended.
  public enum Outcome: String, Sendable, CaseIterable {
    case running, finished, failed
  }

  /// Where it comes from.
  public var origin: Origin
  /// Its number among the lines of the session; `nil` when it was not typed.
  public var number: Int?
  /// What was typed.
  public var text: String
  /// How it ended.
  public var outcome = Outcome.running
  /// Whether it changed what is loaded, or what commands read of it.
  public var changesSession = false
  /// Whether it showed a table, whose rows `show` and `why` then mean.
  public var showsTable = false
  /// The files it read.
  public var reads: [FileLedger.Entry] = []
  /// The paths of the files it wrote.
  public var writes: [String] = []
  /// What it found in the files it read; kept only when the line has to be run again to bring the
  /// session back.
  public var findings = FileLedger.Findings()

  /// Creates a line that has not been run.
  public init(_ text: String, origin: Origin = .typed, number: Int? = nil) {
    self.text = text
    self.origin = origin
    self.number = number
  }

  /// Its text as a source; findings cite it as what stands at a prompt.
  public var source: Source { Source(name: "<prompt>", text: text) }

  /// Whether it has to be run again to bring the session back: it changed what is loaded, or bound
  /// or defined a name.
  ///
  /// Linear in the length of the text.
  public var isLasting: Bool {
    outcome == .finished && (changesSession || LineNames(source).givesNames)
  }
}
