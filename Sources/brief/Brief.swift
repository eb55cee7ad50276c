import ArgumentParser
import BriefCommands
import BriefShell

/// The program's arguments.
struct Brief: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Reads press briefings: who said what, about whom, in which words.",
    discussion: """
      brief FILE… opens the shell with the files loaded; at its prompt, help lists the commands.
      Results go to standard output, all else to standard error.

      Exit codes: 0 fine; 1 an assertion failed, or an answer is not what was recorded; 2 the
      script or the arguments are wrong; 3 a file could not be read or written; 130 interrupted.
      """,
    version: Manual.version,
    subcommands: [
      Interact.self, Run.self, Verify.self, Check.self, FormatScripts.self, TestScripts.self,
      Grade.self, DescribeScript.self, Annotate.self, LanguageServer.self, ExplainError.self,
      PrintManual.self,
    ],
    defaultSubcommand: Interact.self)
}

/// A subcommand that says how it ended.
protocol Subprogram: ParsableCommand {
  /// Does the work.
  func execute() -> ExitStatus
}
