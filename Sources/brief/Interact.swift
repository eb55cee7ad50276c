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

  @Flag(help: "Shows long results all at once, not a screen at a time.")
  var noPager = false

  @Flag(help: "Leaves the start-up file alone.")
  var noStartup = false

  @Argument(help: "Briefings to load: files, directories, or patterns.")
  var files: [String] = []

  func execute() -> ExitStatus {
    let isPrompt = statements == nil && Shell.isInteractive
    var options = Shell.Options(console: output.console)
    options.console.isPaging = !noPager
    if noStartup { options.startupPath = nil }
    let workplace = Workplace(options, noting: isPrompt ? FileLedger(isKeeping: true) : nil)
    return workplace.loading(files) { shell in
      if let statements { return shell.run(Source(name: "<-c>", text: statements)) }
      guard isPrompt else { return shell.runStandardInput() }
      workplace.noteLoaded()
      return shell.interact(loaded: workplace.loadedFiles)
    }
  }
}
