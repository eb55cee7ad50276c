import ArgumentParser
import BriefShell

/// `brief run SCRIPT [ARGUMENT…]`.
struct Run: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs a script; briefings named after it are loaded first.")

  @OptionGroup var output: OutputOptions

  @Argument(help: "The script, a .brief file; - is standard input.")
  var script: String

  @Argument(help: "Briefings to load before it runs.")
  var files: [String] = []

  func execute() -> ExitStatus {
    let workplace = Workplace(output)
    guard let source = workplace.script(script) else { return .unreadable }
    return workplace.loading(files) { $0.run(source) }
  }
}
