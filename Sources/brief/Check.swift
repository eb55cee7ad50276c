import ArgumentParser
import BriefScript
import BriefShell
import BriefSource

/// `brief check SCRIPT…`.
struct Check: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks scripts without running them.",
    discussion: """
      Findings go to standard error; with --format json they go to standard output, one JSON object \
      a line, with places in Unicode code points of the unmodified file.
      """)

  @OptionGroup var output: OutputOptions

  @Argument(help: "The scripts, .brief files.")
  var scripts: [String]

  func validate() throws {
    switch output.format {
    case nil, .json, .jsonl: break
    case let format?:
      throw ValidationError("findings are written with --format json, not \(format.rawValue)")
    }
  }

  func execute() -> ExitStatus {
    let workplace = Workplace(output)
    var sources: [Source] = []
    for path in scripts {
      guard let source = workplace.script(path) else { return .unreadable }
      sources.append(source)
    }
    return workplace.shell.check(sources, isJSON: output.format != nil)
  }
}
