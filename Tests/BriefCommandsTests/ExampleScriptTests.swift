import BriefTestSupport
import Testing

/// The saved scripts that travel with the project give what is recorded, to the byte.
@Suite struct ExampleScriptTests {
  static let names = [
    "accusations", "anonymous-sources", "before-publishing", "conditions", "countries-by-month",
    "dates-ahead", "denials", "figures", "first-lesson", "for-a-colleague", "in-pictures",
    "name-in-context",
    "promises", "quality-check", "short-quotations", "source-list", "spokesperson-in-numbers",
    "transcript-answers", "two-outlets", "two-sides", "week-to-week", "what-it-is-about",
    "who-spoke", "without-a-name",
  ]

  @Test(arguments: names)
  func aScriptGivesWhatIsRecorded(name: String) throws {
    let run = try ProgramRun(
      "brief",
      ["run", "Scripts/examples/\(name).brief", "--format", "table", "--width", "100"])
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    try expectGolden(
      run.output, at: "\(ProjectFiles.root)/Tests/BriefCommandsTests/Golden/\(name).txt")
  }

  @Test(arguments: names)
  func aScriptIsSoundBeforeItRuns(name: String) throws {
    let run = try ProgramRun("brief", ["check", "Scripts/examples/\(name).brief"])
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
  }
}
