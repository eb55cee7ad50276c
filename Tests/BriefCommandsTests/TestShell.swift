import BriefAnalysis
import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport

/// A session with an engine, and what came out of it.
final class TestShell: OutputSink, LineSource {
  let session = Session()
  /// A directory of its own, for what is written.
  let directory = TemporaryDirectory()
  private(set) var results: [Value] = []
  private(set) var reports: [Diagnostic] = []
  /// What is typed when a command asks; after the last of them the terminal is closed.
  var answers: [String] = []
  /// What was asked, in order.
  private(set) var prompts: [String] = []
  lazy var engine = {
    let engine = Engine(commands: AllCommands.working(on: session), output: self)
    let session = session
    engine.checkpoint = { session.checkpoint() }
    return engine
  }()

  private lazy var completion = SessionCompletion(
    session, commands: AllCommands.working(on: session))

  /// Loads invented briefings of the examples by name; they are cited from the project's root.
  init(_ briefings: String...) throws {
    session.prompt.isActive = true
    session.prompt.copy = { _ in .done }
    session.store = SessionStore(directory: directory.path + "/sessions")
    for briefing in briefings {
      let path = Self.path(briefing)
      let text = try TextFile.read(path)
      let name = String(path.dropFirst(ProjectFiles.root.count + 1))
      session.add(Briefing(Source(name: name, text: text)))
    }
  }

  /// Where an invented briefing of the examples is.
  static func path(_ briefing: String) -> String {
    "\(ProjectFiles.root)/Scripts/examples/briefings/\(briefing).txt"
  }

  func emit(_ value: Value) throws(ScriptError) {
    results.append(value)
    if case .table(let table) = value { session.shownTable = table }
  }

  /// What may stand at the end of `line`.
  func complete(_ line: String) -> Completion {
    engine.completion(in: line, at: line.utf8.count, provider: completion)
  }

  func report(_ diagnostic: Diagnostic) { reports.append(diagnostic) }

  func line(prompt: String, offering offered: [Completion.Candidate]) -> TypedLine {
    prompts.append(prompt)
    return answers.isEmpty ? .end : .text(answers.removeFirst())
  }

  /// Runs `line` and gives the results it printed; with `canAsk` commands may ask for ``answers``.
  @discardableResult
  func run(_ line: String, canAsk: Bool = false) throws -> [Value] {
    let before = results.count
    engine.lineSource = canAsk ? self : nil
    let prompt = session.prompt
    let ledger = prompt.begin(line)
    engine.ledger = ledger
    let outcome = engine.run(Source(name: "<prompt>", text: line))
    let request = prompt.takeRequest()
    let showsTable = results[before...].contains { if case .table = $0 { true } else { false } }
    if case .finished = outcome {
      prompt.end(.finished, ledger, showsTable: showsTable)
    } else {
      prompt.end(.failed, ledger, showsTable: false)
    }
    switch outcome {
    case .finished, .quit: break
    case .failed(let diagnostics): throw Failure(diagnostics)
    case .assertionFailed(let diagnostic): throw Failure([diagnostic])
    case .interrupted: throw Failure([])
    }
    do throws(ScriptError) {
      if let request { results.append(try request(engine)) }
    } catch {
      prompt.failLast()
      if case .failed(let diagnostic) = error { throw Failure([diagnostic]) }
      throw Failure([])
    }
    return Array(results[before...])
  }

  /// The engine, with somebody else to ask.
  func engine(asking lines: any LineSource) -> Engine {
    engine.lineSource = lines
    return engine
  }

  /// The rows of the table that `line` prints, each cell as characters.
  func rows(_ line: String) throws -> [[String]] {
    guard case .table(let table)? = try run(line).last else { return [] }
    return (0..<table.count).map { row in
      table.type.columns.indices.map { table[row, $0].plainText }
    }
  }

  /// The values that `line` prints, as characters.
  func texts(_ line: String) throws -> [String] { try run(line).map(\.plainText) }

  /// Why a line did not run.
  struct Failure: Error, CustomStringConvertible {
    let ids: [String]
    let description: String

    init(_ diagnostics: [Diagnostic]) {
      ids = diagnostics.map(\.id)
      let renderer = DiagnosticRenderer()
      description = diagnostics.map { renderer.render($0).plain }.joined(separator: "\n")
    }
  }
}
