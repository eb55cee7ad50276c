import ArgumentParser
import BriefShell
import BriefSource

/// `brief [FILE…]` and `brief -c STATEMENTS [FILE…]`.
struct Interact: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Opens the shell; reads statements from standard input if it is no terminal.")

  @OptionGroup var output: OutputOptions

  @Option(
    name: .customShort("c"),
    help: ArgumentHelp("Runs these statements and ends.", valueName: "statements"))
  var statements: String?

  @Argument(help: "Briefings to load: files, directories, or patterns.")
  var files: [String] = []

  func execute() -> ExitStatus {
    let workplace = Workplace(output)
    return workplace.loading(files) { shell in
      if let statements { return shell.run(Source(name: "<-c>", text: statements)) }
      return Shell.isInteractive
        ? shell.interact(loaded: workplace.loadedFiles) : shell.runStandardInput()
    }
  }
}
