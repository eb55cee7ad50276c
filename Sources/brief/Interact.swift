import ArgumentParser
import BriefCommands
import BriefScript
import BriefShell
import BriefSource

/// `brief [FILE…]` and `brief -c STATEMENTS [FILE…]`.
struct Interact: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: "Opens the shell; reads statements from standard input if it is no terminal.")

  @OptionGroup var output: OutputOptions
  @OptionGroup var lessons: LessonOptions

  @Option(
    name: .customShort("c"),
    help: ArgumentHelp("Runs these statements and ends.", valueName: "statements"))
  var statements: String?

  @Argument(help: "Briefings to load: files, directories, or patterns.")
  var files: [String] = []

  func validate() throws {
    if lessons.learner != nil, output.width != nil || output.color != .auto {
      throw ValidationError("--class fixes width and colour: leave out --width and --color")
    }
    if lessons.learner != nil, statements != nil {
      throw ValidationError("--class opens the shell: leave out -c")
    }
  }

  func execute() -> ExitStatus {
    var options = output
    if lessons.learner != nil {
      options.width = Classroom.width
      options.color = .never
    }
    let workplace = Workplace(options)
    return workplace.loading(files) { shell in
      if let statements { return shell.run(Source(name: "<-c>", text: statements)) }
      guard Shell.isInteractive else {
        if lessons.learner != nil {
          shell.sink.report(
            Diagnostic(
              id: "no-prompt", severity: .error, "--class wants a terminal to type at"))
          return .wrongScript
        }
        return shell.runStandardInput()
      }
      let player = lessons.player(in: workplace)
      return shell.interact(
        loaded: workplace.loadedFiles, isGreeting: !player.greet())
    }
  }
}
