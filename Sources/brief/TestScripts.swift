import ArgumentParser
import BriefShell

/// `brief test FILE…`.
struct TestScripts: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs scripts that say what they print, and compares.",
    discussion: """
      After a statement, comments of the form `# expect: LINE` give the lines that it prints as \
      TSV, the names of columns first. `# expect-error: ID` says that the script is wrong on \
      purpose. Assertions have to hold, and exercises to pass their own checks.
      """)

  @Argument(
    help: """
      Scripts, and directories, which stand for the scripts in them and below that have such \
      comments, assertions or exercises.
      """)
  var paths: [String]

  func execute() -> ExitStatus {
    ScriptTests(ConsoleSink(), engine: Workplace.engine(writingTo:)).run(paths)
  }
}
