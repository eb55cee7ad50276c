import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// Wrong programs and what is said of them, recorded in the files of `Wrong`.
///
/// The files are those of ``WrongPrograms``.
@Suite("Wrong programs")
struct WrongProgramTests {
  private static let directory = ProjectFiles.root + "/Tests/BriefScriptTests/Wrong/"

  @Test(arguments: [
    "arguments", "blocks", "columns", "formulas", "functions", "literals", "names", "rows",
    "running", "statements",
  ])
  func messages(file: String) throws {
    try WrongPrograms.expectMessages(at: Self.directory + file + ".txt") { program in
      TestSession().run(program)
    }
  }

  /// Warnings, which are given before anything runs.
  @Test func warnings() throws {
    try WrongPrograms.expectMessages(at: Self.directory + "conditions.txt") { program in
      TestSession().remarks(on: program)
    }
  }
}
