import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// Commands that work on tables of any kind.
@Suite struct TableCommandTests {
  private func shell() throws -> TestShell { try TestShell("harbour-ministry-week-1") }

  @Test func mistakesAreFoundBeforeAnythingRuns() throws {
    let path = "\(ProjectFiles.root)/Tests/BriefCommandsTests/Golden/wrong-tables.txt"
    try WrongPrograms.expectMessages(at: path) { program in
      let shell = try shell()
      do {
        let results = try shell.run(program)
        let renderer = DiagnosticRenderer()
        return results.map(Self.render).joined()
          + shell.reports.map { renderer.render($0).plain }.joined()
      } catch let failure as TestShell.Failure {
        return failure.description
      }
    }
  }

  /// A table as lines of cells with bars between them.
  private static func render(_ value: Value) -> String {
    guard case .table(let table) = value else { return value.plainText + "\n" }
    let rows = (0..<table.count).map { row in table.record(row).cells.map(\.plainText) }
    return ([table.type.names] + rows).map { $0.joined(separator: " | ") + "\n" }.joined()
  }

  @Test func aJoinKeepsRowsAndTheirPlaces() throws {
    let shell = try shell()
    let plain = try shell.rows("quotes | select quote, place")
    let joined = try shell.rows(
      "quotes | join $(speakers | select speaker, role) by speaker | select quote, place")
    #expect(joined == plain)
    let known = try shell.rows("quotes | where speaker != missing")
    let matched = try shell.rows("quotes | join $(speakers | select speaker) by speaker --matched")
    #expect(matched == known && matched.count < plain.count)
    _ = try shell.run("quotes | join $(speakers | select speaker, role) by speaker")
    let why = try shell.texts("why 1")
    _ = try shell.run("quotes")
    #expect(try shell.texts("why 1") == why && !why.isEmpty)
  }

  @Test func matchedAndUnmatchedRowsAreAllRows() throws {
    let shell = try shell()
    let counts = try ["", " --matched", " --unmatched"].map { flag in
      try shell.texts(
        "entities | rename name as speaker | join $(speakers | select speaker) by speaker\(flag)"
          + " | count")
    }
    let numbers = counts.compactMap { $0.first.flatMap { Int($0) } }
    try #require(numbers.count == 3)
    #expect(numbers[0] == numbers[1] + numbers[2] && numbers[1] > 0 && numbers[2] > 0)
  }

  @Test func rowsOfAKindStayOfThatKindInAUnion() throws {
    let shell = try TestShell("harbour-ministry-week-1", "harbour-ministry-week-2")
    let all = try shell.texts("briefings | quotes | count")
    #expect(
      try shell.texts("briefings | take 1 | union $(briefings | last 1) | quotes | count") == all)
  }

  @Test func whatNamesNoColumnWorksAfterAnOpenPivot() throws {
    let shell = try shell()
    _ = try shell.run("let t = $(quotes | count by speaker, kind | pivot kind --values count)")
    let names = ["speaker", "mixed", "direct"]
    for stage in [
      "take 3", "skip 1", "last 2", "sort speaker --desc", "distinct", "distinct speaker",
      "where speaker != missing",
    ] {
      guard case .table(let table)? = try shell.run("$t | \(stage)").last else {
        Issue.record("no table: \(stage)")
        continue
      }
      #expect(table.type.names == names, "\(stage)")
    }
    #expect(try shell.rows("$t | describe").map { $0[0] } == names)
    #expect(
      try shell.rows("$t | derive n = length(speaker) | where n > 12 | sort n | select n")
        == [["13"], ["13"], ["16"]])
    #expect(try shell.rows("$t | derive direct = 0 | where direct == 0 | take 1")[0].count == 3)
  }

  @Test func aPivotHasTheColumnsThatAreWanted() throws {
    let shell = try shell()
    let rows = try shell.rows(
      "quotes | where speaker != missing | count by speaker, kind "
        + "| pivot kind --values count --into direct, mixed, indirect "
        + "| where mixed > 0 and direct == missing | select speaker, mixed, indirect")
    #expect(rows.count > 1 && rows.allSatisfy { $0[1] == "1" && $0[2] == "" })
    #expect(shell.reports.isEmpty)
  }

  /// Right lines, damaged at random, are refused or run; neither traps.
  @Test(arguments: 0..<4)
  func damagedLinesNeverTrap(seed: Int) throws {
    let lines = [
      "quotes | select speaker, words | join $(speakers | drop words, place) by speaker --matched",
      "let t = $(quotes | count by speaker, kind)\n$t | union $t $t | pivot kind --values count",
      "let t = $(quotes | distinct speaker, kind | select speaker, kind, words)\n"
        + "$t | pivot kind --values words | derive direct = 1 | drop speaker | describe",
      "speakers | pivot speaker --values words --into a, \"b\" | rename role as a | last 2",
    ]
    let shell = try shell()
    var random = Random(seed: UInt64(seed))
    var outcomes: Set<Bool> = []
    for _ in 0..<60 {
      let line = random.pick(lines) ?? ""
      let damaged = random.once(in: 4) ? line : TextMutator.mutate(line, with: &random)
      do {
        try shell.run(damaged)
        outcomes.insert(true)
      } catch let failure as TestShell.Failure {
        #expect(!failure.ids.isEmpty)
        outcomes.insert(false)
      }
    }
    #expect(outcomes.count == 2)
  }

  @Test func theLastRowsAreKeptInTheirOrder() throws {
    let shell = try shell()
    let all = try shell.rows("quotes | select quote")
    #expect(try shell.rows("quotes | select quote | last 3") == all.suffix(3))
    #expect(try shell.rows("quotes | select quote | last 999") == all)
    #expect(try shell.rows("quotes | last 0").isEmpty)
    #expect(throws: TestShell.Failure.self) { try shell.run("quotes | last -1") }
  }
}
