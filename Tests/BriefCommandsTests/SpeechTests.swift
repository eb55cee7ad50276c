import BriefAnalysis
import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// What the commands on speech let through.
@Suite struct SpeechTests {
  private func shell() throws -> TestShell { try TestShell("harbour-ministry-week-1") }

  @Test func everyNameOfASpeakerGivesTheSameRows() throws {
    let shell = try shell()
    for command in ["quotes", "statements", "cues"] {
      let rows = try shell.rows("\(command) --by spokesperson")
      #expect(!rows.isEmpty)
      for name in ["Varnaky", "\"Ilena Varnaky\"", "\"the spokesperson\""] {
        #expect(try shell.rows("\(command) --by \(name)") == rows, "\(command) \(name)")
      }
    }
  }

  @Test func statementsHoldTheQuotedAndTheReported() throws {
    let shell = try shell()
    let kinds = Set(try shell.rows("statements | select kind").flatMap { $0 })
    #expect(kinds == ["direct", "mixed", "indirect"])
    let reported = try shell.rows("statements --kind indirect").count
    #expect(try shell.rows("quotes --kind indirect").count == reported)
  }

  @Test func aCueIsAskedForInAnyForm() throws {
    let shell = try shell()
    let said = try shell.rows("quotes --cue say | select cue")
    #expect(!said.isEmpty)
    #expect(said.allSatisfy { ["said", "says", "saying"].contains($0[0]) })
    #expect(try shell.rows("quotes --cue SAID | select cue") == said)
  }

  @Test func aClassLetsNothingElseThrough() throws {
    let shell = try shell()
    let classes = try shell.rows("statements --class denying | select class")
    #expect(!classes.isEmpty)
    #expect(classes.allSatisfy { $0 == ["denying"] })
  }

  @Test func confidenceIsAtLeastWhatIsAskedFor() throws {
    let shell = try shell()
    let all = try shell.rows("quotes | where sure >= 0.9 | select quote")
    #expect(!all.isEmpty)
    #expect(try shell.rows("quotes --sure 0.9 | select quote") == all)
    #expect(try shell.rows("quotes --sure 0 | select quote") == shell.rows("quotes | select quote"))
  }

  @Test func contextAddsSentencesOnBothSides() throws {
    let shell = try shell()
    let rows = try shell.rows("quotes --context 0 | take 4 | select quote, context")
    #expect(!rows.isEmpty)
    for row in rows { #expect(row[1].contains(row[0])) }
    let wider = try shell.rows("quotes --context 1 | take 4 | select context")
    for (narrow, wide) in zip(rows, wider) {
      #expect(wide[0].contains(narrow[1]))
      #expect(wide[0].count > narrow[1].count)
    }
  }

  @Test func whatIsSaidToReporters() throws {
    let shell = try shell()
    let rows = try shell.rows("statements --to reporters | select speaker, to")
    #expect(rows == [["Pavel Istrane", "reporters"]])
  }

  @Test func theInstitutionIsIncludedOnRequest() throws {
    let shell = try shell()
    let hers = try shell.rows("statements --by Varnaky --all").count
    let both = try shell.rows("statements --by Varnaky --include institution --all").count
    #expect(both >= hers)
    #expect(
      try shell.rows("speakers | select speaker, institution | take 1")
        == [["Ilena Varnaky", "Harbour Ministry"]])
  }

  @Test func cuesAreCountedOncePerLemma() throws {
    let shell = try shell()
    let rows = try shell.rows("cues | select cue, class, count")
    #expect(Set(rows.map { $0[0] }).count == rows.count)
    #expect(rows.first == ["say", "neutral", rows.first?[2] ?? ""])
    let counts = rows.compactMap { Int($0[2]) }
    #expect(counts == counts.sorted(by: >))
  }

  @Test(arguments: [
    ("quotes --sure 7", "bad-value", "0.7"),
    ("quotes --class shouting", "bad-value", "'showing'"),
    ("statements --class demanding --context -1", "bad-value", "from 0 to 100"),
    ("cues --kind indirekt", "bad-value", "'indirect'"),
  ])
  func badValuesAreExplained(_ line: String, id: String, hint: String) throws {
    let shell = try shell()
    let failure = #expect(throws: TestShell.Failure.self) { try shell.run(line) }
    #expect(failure?.ids == [id])
    #expect(failure?.description.contains(hint) == true, "\(failure?.description ?? "")")
  }

  @Test(arguments: [
    ("quotes --cue sayd", "unknown-cue", "did you mean 'say'?"),
    ("quotes --cue deplor", "unknown-cue", "did you mean 'deplore'?"),
    ("quotes --to reportrs", "unknown-name", "did you mean 'reporters'?"),
    ("quotes --include institution", "nothing-to-widen", "add --by"),
  ])
  func whatIsUnknownIsReported(_ line: String, id: String, hint: String) throws {
    let shell = try shell()
    try shell.run(line)
    #expect(shell.reports.map(\.id) == [id])
    #expect(shell.reports.first?.help?.contains(hint) == true, "\(shell.reports)")
  }

  private static let foreignOffice =
    ProjectFiles.root + "/../shared/data/foreign-office/briefing.txt"
  private static let hasForeignOffice = (try? TextFile.read(foreignOffice)) != nil

  @Test(.enabled(if: hasForeignOffice, "the corpora are not beside the project"))
  func theSpokespersonOfTheForeignOfficeIsOne() throws {
    let shell = try TestShell()
    let text = try TextFile.read(Self.foreignOffice)
    shell.session.add(Briefing(Source(name: "briefing.txt", text: text)))
    let rows = try shell.rows("quotes --by Andrabi")
    #expect(rows.count == 14)
    #expect(try shell.rows("quotes --by \"Tahir Hussain Andrabi\"") == rows)
    #expect(try shell.rows("quotes --by spokesperson") == rows)
    let wider = try shell.rows("quotes --by Andrabi --include institution | select speaker")
    #expect(Set(wider.map { $0[0] }) == ["Tahir Hussain Andrabi", "Foreign Office"])
    #expect(
      try shell.rows("speakers | select institution | take 1") == [["Foreign Office"]])
  }
}
