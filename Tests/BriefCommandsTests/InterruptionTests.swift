import BriefAnalysis
import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// A script that is stopped leaves the session as it was.
@Suite struct InterruptionTests {
  @Test func aStoppedScriptChangesNothing() throws {
    let session = Session()
    let engine = Engine(
      commands: AllCommands.working(on: session), output: SessionSink(session, next: Nowhere()))
    engine.checkpoint = { session.checkpoint() }
    func run(_ text: String) -> Engine.Outcome { engine.run(Source(name: "<prompt>", text: text)) }
    let (first, second) = (
      TestShell.path("harbour-ministry-week-1"), TestShell.path("river-basin-wire")
    )
    guard case .finished = run("load \"\(first)\"; focus 1; let kept = 1; quotes | take 2") else {
      Issue.record("it was not loaded")
      return
    }
    var asked = 0
    engine.isInterrupted = {
      asked += 1
      return asked > 200
    }
    let outcome = run(
      "load \"\(second)\"; focus all; let other = 2; quotes; for $i in 1..100000 { let _y = $i }")
    guard case .interrupted = outcome else {
      Issue.record("it was not interrupted")
      return
    }
    #expect(session.briefings.map(\.source.name) == [first])
    #expect(session.focus === session.briefings.first)
    #expect(session.shownTable?.count == 2)
    #expect(engine.variables.map(\.name) == ["kept"])
  }

  private final class Nowhere: OutputSink {
    func emit(_ value: Value) throws(ScriptError) {}
    func report(_ diagnostic: Diagnostic) {}
  }
}

/// Columns that hold one of a few words say which.
@Suite struct ChoiceTests {
  @Test(arguments: [
    ("quotes | where kind == \"dircet\"", "did you mean 'direct'?"),
    ("quotes | where kind != \"Direct\"", "did you mean 'direct'?"),
    ("statements | where class in [\"denying\", \"denyng\"]", "did you mean 'denying'?"),
    ("entities | where type == \"organization\"", "did you mean 'organisation'?"),
    ("problems | where severity == \"warn\"", "severity: note, warning, error"),
    ("sections | where kind == \"key points\"", "did you mean 'key-points'?"),
    ("quotes | select kind | rename kind as how | where how == \"x\"", "how: direct, mixed"),
    ("quotes | group kind [ n = count() ] | where kind == \"x\"", "kind: direct, mixed"),
    ("tokens | where tag == \"noun\"", "did you mean 'NOUN'?"),
    ("for $q in $(quotes) { if $q.kind == \"x\" { print 1 } }", "kind: direct, mixed"),
    ("quotes | derive plain = kind == \"directly\"", "did you mean 'direct'?"),
  ])
  func aTextThatAColumnNeverHas(line: String, help: String) throws {
    let shell = try TestShell("river-basin-wire")
    try shell.run(line)
    #expect(shell.reports.map(\.id) == ["not-a-choice"])
    let said = shell.reports.map { DiagnosticRenderer().render($0).plain }.joined()
    #expect(said.contains(help), "\(said)")
  }

  @Test(arguments: [
    "quotes | where kind == \"direct\" or kind == missing",
    "quotes | derive kind = \"own\" | where kind == \"own\"",
    "union $(sections | select kind) | count", "tokens | where tag == \"\"",
    "quotes | select kind | union $(sections | select kind) | where kind == \"lead\"",
    "if $(quotes | count) > 1 { quotes | select kind } else { sections | select kind }",
  ])
  func textsThatAColumnMayHave(line: String) throws {
    let shell = try TestShell("river-basin-wire")
    _ = try? shell.run(line)
    #expect(!shell.reports.contains { $0.id == "not-a-choice" })
  }

  /// Every value that occurs is among those that are declared.
  @Test(arguments: [
    "quotes", "statements", "cues", "sections", "mentions", "entities", "dates", "timeline",
    "problems", "tokens",
  ])
  func whatOccursIsDeclared(command: String) throws {
    let shell = try TestShell(
      "harbour-ministry-week-1", "harbour-ministry-week-2", "river-basin-wire",
      "external-affairs-transcript")
    guard case .table(let table)? = try shell.run(command).last else {
      Issue.record("no table")
      return
    }
    let columns = table.type.columns.filter { $0.choices != nil }
    #expect(!columns.isEmpty)
    for column in columns {
      for value in Set(table.column(column.name) ?? []) where !value.isMissing {
        #expect(column.choices?.contains(value.plainText) == true, "\(column.name) \(value)")
      }
    }
  }
}
