import ArgumentParser
import BriefScript
import BriefShell
import BriefSource

/// `brief run SCRIPT [ARGUMENT…]`.
struct Run: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs a script; briefings named after it are loaded first.",
    discussion: """
      A parameter of the script, `param since: date`, is set by an option of its name, after \
      that of the script. A script reads and writes only what it says it needs; \
      files named on the command line are read all the same.
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Argument(help: "The script, a .brief file; - is standard input.")
  var script: String

  @Argument(
    parsing: .allUnrecognized,
    help: "Values for its parameters, and briefings to load before it runs.")
  var rest: [String] = []

  func execute() -> ExitStatus {
    let workplace = Workplace(output)
    workplace.shell.engine.limits = limits.limits
    guard let source = workplace.script(script) else { return .unreadable }
    let arguments: ScriptArguments
    do {
      arguments = try ScriptArguments(rest, for: ScriptOutline(source), of: script)
    } catch {
      workplace.shell.sink.report(error.diagnostic)
      return .wrongScript
    }
    return workplace.loading(arguments.files) {
      $0.run(source, from: .script(arguments: arguments.values))
    }
  }
}

/// How much a script may take.
struct LimitOptions: ParsableArguments {
  @Option(help: "How many rows a table of the script may have.")
  var maxRows: Int?

  @Option(help: "How many megabytes of memory the script may take.")
  var maxMemory: Int?

  mutating func validate() throws {
    if let maxRows, maxRows < 1 {
      throw ValidationError("--max-rows wants 1 or more, found \(maxRows)")
    }
    if let maxMemory, !(1...1_000_000).contains(maxMemory) {
      throw ValidationError("--max-memory wants 1 to 1000000 megabytes, found \(maxMemory)")
    }
  }

  var limits: Limits {
    var limits = Limits()
    if let maxRows { limits.rows = maxRows }
    if let maxMemory { limits.memory = maxMemory << 20 }
    return limits
  }
}
