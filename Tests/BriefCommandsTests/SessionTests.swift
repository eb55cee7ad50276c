import BriefAnalysis
import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

@Suite struct SessionTests {
  @Test func whatIsLoadedAgainTakesTheOldPlace() throws {
    let shell = try TestShell()
    let file = TestShell.path("harbour-ministry-week-1")
    try shell.run("load \"\(file)\" \"\(TestShell.path("river-basin-wire"))\"")
    try shell.run("load \"\(file)\" --date 2026-03-05 --outlet \"The Courier\"")
    #expect(shell.session.briefings.count == 2)
    #expect(
      try shell.rows("briefings | select date, outlet").first == ["2026-03-05", "The Courier"])
  }

  @Test func whatNobodySaysStaysMissing() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    #expect(try shell.rows("briefings | select date") == [[""]])
  }

  @Test func usePutsTheOthersAside() throws {
    let shell = try TestShell("harbour-ministry-week-1", "river-basin-wire")
    try shell.run("focus river-basin-wire")
    #expect(try shell.rows("briefings").count == 1)
    #expect(try shell.rows("briefings --all").count == 2)
    try shell.run("focus all")
    #expect(try shell.rows("briefings").count == 2)
  }

  @Test func closeForgets() throws {
    let shell = try TestShell("harbour-ministry-week-1", "river-basin-wire")
    try shell.run("close 1")
    #expect(shell.session.briefings.count == 1)
    #expect(shell.session.briefings.first?.source.name.hasSuffix("river-basin-wire.txt") == true)
    try shell.run("close")
    #expect(shell.session.briefings.isEmpty)
  }

  @Test func anUnknownBriefingIsNamedWithWhatIsLoaded() throws {
    let shell = try TestShell("river-basin-wire")
    let failure = #expect(throws: TestShell.Failure.self) { try shell.run("focus riverbed") }
    #expect(failure?.ids == ["unknown-briefing"])
    #expect(failure?.description.contains("1 river-basin-wire.txt") == true)
  }

  @Test func whenOneFileCannotBeReadNoneIsLoaded() throws {
    let shell = try TestShell()
    let file = TestShell.path("river-basin-wire")
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("load \"\(file)\" missing.txt")
    }
    #expect(failure?.ids == ["unreadable-input"])
    #expect(shell.session.briefings.isEmpty)
  }

  @Test func aDirectoryGivesItsTextsInOrder() throws {
    let shell = try TestShell()
    let directory = ProjectFiles.root + "/Scripts/examples/briefings"
    let names = try shell.rows("load \"\(directory)\"; briefings | select file").map { $0[0] }
    #expect(names.count == 9)
    #expect(names == names.sorted())
  }

  @Test func aPatternStandsForFilesUnlessItIsQuoted() throws {
    let shell = try TestShell()
    let directory = ProjectFiles.root + "/Scripts/examples/briefings"
    try shell.run("load \(directory)/harbour-*.txt")
    #expect(shell.session.briefings.count == 2)
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("load \"\(directory)/harbour-*.txt\"")
    }
    #expect(failure?.ids == ["unreadable-input"])
    let none = #expect(throws: TestShell.Failure.self) {
      try shell.run("load \(directory)/nothing-*.txt")
    }
    #expect(none?.ids == ["no-matching-file"])
  }

  @Test func aDirectoryWithoutTextsIsSaid() throws {
    let shell = try TestShell()
    let directory = TemporaryDirectory()
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("load \"\(directory.path)\"")
    }
    #expect(failure?.ids == ["no-texts"])
  }
}
