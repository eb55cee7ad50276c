import BriefAnalysis
import BriefCommands
import BriefScript
import BriefSource

/// Somebody who plays lessons without a terminal: types lines, and remembers what was said.
public final class Learner: OutputSink {
  /// What plays the lessons.
  public private(set) var player: LessonPlayer
  /// Everything that was said, results and messages in their order.
  public private(set) var heard: [String] = []
  /// The ids of the messages, in their order.
  public private(set) var messages: [String] = []

  private let session = Session()
  private let engine: Engine
  private let ears = Ears()

  /// Sits down at a prompt with a course, in a class or alone.
  public init(
    course: Course = .embedded, progress: ProgressFile = ProgressFile(path: nil),
    classroom: Classroom? = nil
  ) {
    engine = Engine(
      commands: AllCommands.working(on: session), output: SessionSink(session, next: ears))
    let session = session
    engine.checkpoint = { session.checkpoint() }
    player = LessonPlayer(
      session: session, engine: engine, sink: ears, course: course, progress: progress,
      classroom: classroom)
    player.isAtPrompt = true
    ears.owner = self
  }

  /// Hands on to whoever listens; the engine has to exist before its learner does.
  private final class Ears: OutputSink {
    weak var owner: Learner?

    func emit(_ value: Value) throws(ScriptError) { try owner?.emit(value) }
    func report(_ diagnostic: Diagnostic) { owner?.report(diagnostic) }
  }

  /// Keeps what a line gave.
  public func emit(_ value: Value) throws(ScriptError) { heard.append(value.plainText) }

  /// Keeps what was said beside it.
  public func report(_ diagnostic: Diagnostic) {
    messages.append(diagnostic.id)
    heard.append("\(diagnostic.severity.rawValue)[\(diagnostic.id)]: \(diagnostic.message)")
  }

  /// Types a line, as at the prompt, and gives what was said to it.
  @discardableResult
  public func type(_ line: String) -> String {
    let before = heard.count
    if player.take(line) { return heard[before...].joined(separator: "\n") }
    guard line.contains(where: { !$0.isWhitespace }) else { return "" }
    let outcome = engine.run(Source(name: "<prompt>", text: line))
    switch outcome {
    case .failed(let diagnostics): for diagnostic in diagnostics { report(diagnostic) }
    case .assertionFailed(let diagnostic): report(diagnostic)
    case .finished, .interrupted, .quit: break
    }
    player.lineEnded(outcome)
    return heard[before...].joined(separator: "\n")
  }

  /// The names of the briefings that are loaded.
  public var briefings: [String] { session.briefings.map(\.source.name) }

  /// The names that are bound.
  public var variables: [String] { engine.variables.map(\.name) }

  /// Stops what runs, as Ctrl-C does, after it was asked `count` times whether to stop.
  public func interrupt(after count: Int) {
    var asked = 0
    engine.isInterrupted = {
      asked += 1
      return asked > count
    }
  }

  /// Lets things run again.
  public func endInterruption() { engine.isInterrupted = { false } }
}
