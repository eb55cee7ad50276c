import ArgumentParser
import BriefShell

/// `brief fmt FILE…`.
struct FormatScripts: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Writes scripts again in the one style there is for them.",
    discussion: """
      A file is replaced only if it changes. One that cannot be read is left alone, and the exit \
      code is 2.
      """)

  @Flag(help: "Lists the files that would change, and leaves them alone; the exit code is 1 then.")
  var check = false

  @Argument(
    help: """
      The scripts: .brief files, and directories with such files; - is standard input, which is \
      written to standard output.
      """)
  var files: [String]

  func execute() -> ExitStatus {
    ScriptFormatting(ConsoleSink(), isChecking: check).format(files)
  }
}
