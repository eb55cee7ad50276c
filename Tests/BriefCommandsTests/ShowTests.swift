import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// Rows and the places they stand for.
@Suite struct ShowTests {
  private func shell() throws -> TestShell { try TestShell("harbour-ministry-week-1") }

  @Test func rowsAreChosenOneByOneAndInRanges() throws {
    let shell = try shell()
    let page = try shell.texts("quotes | show 2-4 1")[0]
    let numbers = page.split(separator: "\n").filter { $0.hasPrefix("#") }.map { $0.prefix(2) }
    #expect(numbers == ["#2", "#3", "#4", "#1"])
    #expect(try shell.texts("quotes | show 4-2")[0] == shell.texts("quotes | show 2-4")[0])
    try shell.run("let n = 3")
    #expect(try shell.texts("quotes | show $n") == shell.texts("quotes | show 3"))
    #expect(try shell.texts("quotes | show") == shell.texts("quotes | show 1"))
    #expect(try shell.texts("quotes | show \"2-3\"") == shell.texts("quotes | show 2-3"))
  }

  @Test(arguments: [
    ("show x", "no-row-number"), ("show 1-", "no-row-number"), ("show -1", "no-such-row"),
    ("show 1-2-3", "no-row-number"), ("show 0", "no-such-row"), ("show 1-99", "no-such-row"),
    ("show 2025-11", "no-row-number"), ("show 1.5", "no-row-number"),
    ("show 99999999999999999999-3", "no-row-number"), ("show 1 98", "no-such-row"),
  ])
  func whatIsNoRowIsSaid(_ line: String, _ id: String) throws {
    let shell = try shell()
    let failure = #expect(throws: TestShell.Failure.self) { try shell.run("quotes | \(line)") }
    #expect(failure?.ids == [id], "\(failure?.description ?? "")")
  }

  @Test(arguments: ["entities", "topics", "keywords", "speakers", "cues"])
  func rowsAboutSeveralPlacesShowThemAll(_ command: String) throws {
    let shell = try shell()
    let page = try shell.texts("\(command) | show 1")[0]
    #expect(page.contains("▸") && page.contains("◂"))
    #expect(page.contains(" more places"))
    // A row of another kind of table stands for one place.
    #expect(!(try shell.texts("quotes | show 1")[0].contains("more place")))
  }

  @Test func allPlacesOfAnEntityAreCounted() throws {
    let shell = try shell()
    let rows = try shell.rows("entities | select name, mentions")
    for (index, row) in rows.enumerated() {
      let page = try shell.texts("entities | show \(index + 1)")[0]
      let count = page.firstMatch(of: #/\n([0-9]+) more places?/#).flatMap { Int($0.output.1) } ?? 0
      #expect(Int(row[1]) == count + 1, "\(row[0])")
    }
  }
}
