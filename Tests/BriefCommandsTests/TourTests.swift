import BriefAnalysis
import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// The walk through the program.
@Suite struct TourTests {
  private let shell: TestShell

  init() throws { shell = try TestShell("river-basin-wire") }

  /// What Enter alone runs, and what is said after it.
  private func enter() throws -> (results: [Value], said: String?) {
    let line = try #require(shell.session.tour?.line)
    let results = try shell.run(line)
    return (results, shell.session.continueTour(after: line, succeeded: true)?.plain)
  }

  @Test func enterAloneLeadsThroughItAndEachStepAnswers() throws {
    #expect(try shell.texts("tour")[0].hasPrefix("Tour 1/10 · A briefing\n"))
    for step in 2...10 {
      let (results, said) = try enter()
      #expect(said?.contains("\nTour \(step)/10 · ") == true)
      switch try #require(results.last) {
      case .table(let table): #expect(table.count > 0, "step \(step - 1)")
      case .page(let page): #expect(page.plain.count > 40, "step \(step - 1)")
      default: Issue.record("step \(step - 1) gives nothing to read")
      }
      for text in said.map({ $0.split(separator: "\n") }) ?? [] {
        #expect(text.count <= 250)
      }
    }
    let (_, farewell) = try enter()
    #expect(farewell?.contains("loaded again") == true)
    #expect(shell.session.tour == nil)
    #expect(try shell.rows("briefings | select file")[0][0].hasSuffix("/river-basin-wire.txt"))
  }

  @Test func whatIsLoadedIsGivenBack() throws {
    try shell.run("focus 1\nquotes")
    let shown = shell.session.shownTable?.count
    try shell.run("tour")
    #expect(shell.session.briefings.isEmpty)
    try shell.run("load harbour-ministry-week-1.txt\nquotes | take 1")
    try shell.run("load \"\(TestShell.path("lake-accord-statement"))\"")
    try shell.run("tour\ntour stop")
    #expect(shell.session.focus != nil && shell.session.shownTable?.count == shown)
    #expect(shell.session.briefings.count == 2)
    #expect(!shell.session.briefings.contains { $0.source.name.contains("harbour") })
  }

  @Test func anythingElseCanBeTyped() throws {
    try shell.run("tour")
    #expect(shell.session.continueTour(after: "help quotes", succeeded: true) == nil)
    let line = try #require(shell.session.tour?.line)
    #expect(shell.session.continueTour(after: line, succeeded: false) == nil)
    #expect(shell.session.continueTour(after: "  " + line + " ", succeeded: true) != nil)
  }

  @Test func stepsCanBeLeftOutAndGoneBackTo() throws {
    #expect(throws: TestShell.Failure.self) { try shell.run("tour next") }
    #expect(throws: TestShell.Failure.self) { try shell.run("tour sideways") }
    try shell.run("tour")
    #expect(try shell.texts("tour back")[0].hasPrefix("Tour 1/10"))
    for step in 2...10 { #expect(try shell.texts("tour next")[0].hasPrefix("Tour \(step)/10")) }
    #expect(try shell.texts("tour next")[0].contains("loaded again"))
    #expect(throws: TestShell.Failure.self) { try shell.run("tour stop") }
  }

  @Test func aStatementThatFailsLeavesTheTourWhereItWas() throws {
    try shell.run("tour")
    #expect(throws: TestShell.Failure.self) { try shell.run("tour next; assert 1 == 2") }
    #expect(try shell.texts("tour")[0].hasPrefix("Tour 1/10"))
    #expect(throws: TestShell.Failure.self) { try shell.run("tour stop; assert 1 == 2") }
    #expect(shell.session.tour != nil && shell.session.briefings.isEmpty)
  }

  @Test func theBriefingOfTheTourIsTheOneOfTheExamples() throws {
    try shell.run("tour; load harbour-ministry-week-1.txt")
    let text = try TextFile.read(TestShell.path("harbour-ministry-week-1"))
    #expect(shell.session.briefings.first.map { $0.source[$0.source.range] } == text)
  }
}
