import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// What is counted where.
@Suite struct DispersionCommandTests {
  private static let weeks = ["harbour-ministry-week-1", "harbour-ministry-week-2"]

  @Test func countsAreThoseOfTheConcordance() throws {
    let shell = try TestShell(Self.weeks[0], Self.weeks[1])
    let rows = try shell.rows("dispersion ministry \"the strait\" --table | select briefing, count")
    #expect(rows.map { $0[0] } == Self.weeks + Self.weeks)
    let total = rows.prefix(2).compactMap { Int($0[1]) }.reduce(0, +)
    #expect(try shell.texts("kwic ministry | count") == ["\(total)"])
    let phrase = rows.suffix(2).compactMap { Int($0[1]) }.reduce(0, +)
    #expect(try shell.texts("kwic \"the strait\" | count") == ["\(phrase)"])
  }

  @Test func speakersAndEntitiesAreFoundByAnyName() throws {
    let shell = try TestShell(Self.weeks[0])
    for name in ["spokesperson", "Varnaky", "\"Ilena Varnaky\""] {
      let counts = try shell.rows("dispersion --by \(name) --table | select count")
      #expect(counts == [try shell.texts("quotes --by \(name) --nested | count")])
      #expect(
        try shell.rows("dispersion --entity \(name) --table | select count")
          == [try shell.texts("mentions \(name) | count")])
    }
    #expect(shell.reports.isEmpty)
    _ = try shell.run("dispersion --by Nobody")
    #expect(shell.reports.map(\.id) == ["unknown-name"])
  }

  @Test func rowsCanBeShownAndPicturesCannotBeCounted() throws {
    let shell = try TestShell(Self.weeks[0], Self.weeks[1])
    let page = try shell.texts("dispersion strait --table | show 1")[0]
    #expect(page.contains("▸strait◂") && page.contains("more places:"))
    #expect(try shell.texts("dispersion zebra")[0].contains("0 times in"))
    #expect(try shell.rows("dispersion zebra --figures")[0].suffix(3) == ["", "", ""])
  }
}
