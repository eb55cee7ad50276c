import ArgumentParser
import BriefShell
import BriefSource

/// `brief check SCRIPT…`.
struct Check: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks scripts without running them.")

  @OptionGroup var output: OutputOptions

  @Argument(help: "The scripts, .brief files.")
  var scripts: [String]

  func execute() -> ExitStatus {
    let workplace = Workplace(output)
    var sources: [Source] = []
    for path in scripts {
      guard let source = workplace.script(path) else { return .unreadable }
      sources.append(source)
    }
    return workplace.shell.check(sources)
  }
}
