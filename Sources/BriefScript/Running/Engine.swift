import BriefSource

/// Runs the language: checks a source as a whole, then runs it statement by statement.
///
/// What `let` binds stays for the next source, so that a prompt can be typed line by line. An
/// engine is owned by one thread.
public final class Engine {
  /// How running a source ended.
  public enum Outcome {
    /// Every statement ran.
    case finished
    /// It was not run, or stopped, because of these errors; warnings stand among them.
    case failed([Diagnostic])
    /// An `assert` does not hold.
    case assertionFailed(Diagnostic)
    /// The user stopped it.
    case interrupted
    /// `quit` was run.
    case quit
  }

  /// The commands it knows.
  public let commands: CommandSet
  private let output: any OutputSink
  /// Asked between rows and statements; when it says yes, running stops.
  public var isInterrupted: () -> Bool = { false }

  /// Creates an engine with nothing bound.
  public init(commands: CommandSet, output: any OutputSink) {
    self.commands = commands
    self.output = output
  }

  /// The mistakes in `source`, in text order; empty when it is right, warnings apart.
  public func check(_ source: Source) -> [Diagnostic] { [] }

  /// Checks `source` as a whole and, when nothing is wrong, runs it.
  public func run(_ source: Source) -> Outcome { .finished }

  /// Whether `text` is the beginning of statements that want more lines.
  public func isIncomplete(_ text: String) -> Bool { false }

  /// What may stand at the UTF-8 offset `offset` of the line `text`.
  public func completion(
    in text: String, at offset: Int, provider: any CompletionProvider
  ) -> Completion {
    Completion(replacing: .at(offset), candidates: [])
  }
}
