import BriefAnalysis
import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// What `dates` and `timeline` let through, and in which order.
@Suite struct DateCommandTests {
  private func shell() throws -> TestShell {
    try TestShell("external-affairs-transcript", "harbour-ministry-week-1")
  }

  @Test func knownDaysCanBeCompared() throws {
    let shell = try shell()
    let rows = try shell.rows("dates | where start > 2026-03-14 | select text, value")
    #expect(rows.contains(["March 31", "2026-03-31"]))
    let open = try shell.rows("dates | where start == missing and value == \"XXXX-03-17\"")
    #expect(open.count == 1)
  }

  @Test func aTypeLetsNothingElseThrough() throws {
    let types = Set(try shell().rows("dates --type duration | select type").flatMap { $0 })
    #expect(types == ["duration"])
  }

  @Test func daysOutsideAreLeftOut() throws {
    let shell = try shell()
    let rows = try shell.rows("dates --from 2026-03-12 --to 2026-03 | select value")
    #expect(rows.contains(["2026-03-14"]) && rows.contains(["2026-03"]))
    #expect(!rows.contains(["2026-02-26"]) && !rows.contains(["XXXX-03-17"]))
  }

  @Test func aTimelineGoesByDayAndEndsWithWhatIsOpen() throws {
    let shell = try shell()
    let rows = try shell.rows("timeline | select start, when").map { $0[0] }
    let known = rows.prefix { !$0.isEmpty }
    #expect(known.count > 10 && known.count < rows.count)
    #expect(Array(known) == known.sorted())
    #expect(Set(rows.dropFirst(known.count)) == [""])
  }

  @Test func aTimelineIsAskedForByWhoTakesPart() throws {
    let shell = try shell()
    let rows = try shell.rows("timeline --with \"foreign secretary\" | select what, certainty")
    #expect(!rows.isEmpty)
    let all = try shell.rows("timeline").count
    #expect(rows.count < all)
  }

  @Test func aNameNobodyHasIsReported() throws {
    let shell = try shell()
    let rows = try shell.rows("timeline --with Nemo")
    #expect(rows.isEmpty)
    #expect(!shell.reports.isEmpty)
  }

  @Test func everyRowCanBeExplained() throws {
    let shell = try shell()
    try shell.run("dates; why 3")
    try shell.run("timeline; why 2")
  }

  @Test func aDateGivenToAnnotateAnchorsWhatIsRelative() throws {
    let text = "The envoy left on Monday, and the talks will resume next month.\n"
    let open = try ProgramRun("brief", ["annotate", "-"], input: text).output
    #expect(open.contains("\"value\":\"XXXX-WXX-1\",\"anchor\":\"open\""))
    let known = try ProgramRun(
      "brief", ["annotate", "--date", "2025-11-14", "--title", "Talks", "-"], input: text
    ).output
    #expect(known.contains("\"title\":\"Talks\",\"date\":\"2025-11-14\""))
    #expect(known.contains("\"value\":\"2025-11-10\",\"anchor\":\"briefing\""))
    #expect(known.contains("\"value\":\"2025-12\",\"anchor\":\"briefing\""))
    let refused = try ProgramRun("brief", ["annotate", "--date", "31-31", "-"], input: text)
    #expect(refused.exitCode == 2)
  }
}
