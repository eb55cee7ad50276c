import ArgumentParser
import BriefCommands
import BriefScript
import BriefShell
import BriefSource
import BriefText
import Glibc

/// `brief run SCRIPT [ARGUMENT…]`.
struct Run: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs a script; briefings named after it are loaded first.",
    discussion: """
      A parameter of the script, `param since: date`, is set by an option of its name, after \
      that of the script. A script reads and writes only what it says it needs; \
      files named on the command line are read all the same.

      --record writes what came out, with the hashes of all that it depends on: the script and its \
      modules, every text that was read, and the model of the program. `brief verify` compares \
      with it.
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Option(help: ArgumentHelp("Where to write a record of the run.", valueName: "file"))
  var record: String?

  @Flag(help: "Replaces the record if there is one.")
  var force = false

  @Argument(help: "The script, a .brief file; - is standard input.")
  var script: String

  @Argument(
    parsing: .allUnrecognized,
    help: "Values for its parameters, and briefings to load before it runs.")
  var rest: [String] = []

  func execute() -> ExitStatus {
    let workplace = Workplace(output, noting: record.map { _ in FileLedger() })
    workplace.shell.engine.limits = limits.limits
    guard let source = workplace.script(script) else { return .unreadable }
    let arguments: ScriptArguments
    do {
      arguments = try ScriptArguments(rest, for: ScriptOutline(source), of: script)
    } catch {
      workplace.shell.sink.report(error.diagnostic)
      return .wrongScript
    }
    if let record, let refusal = refusal(record, arguments.files) {
      workplace.shell.sink.report(refusal.diagnostic)
      return refusal.status
    }
    let status = workplace.run(source, arguments.values, arguments.files)
    guard let record, status == .fine else { return status }
    return write(record, arguments, workplace)
  }

  /// Why no record can be written, as far as that is known before the script runs.
  private func refusal(
    _ record: String, _ files: [String]
  ) -> (diagnostic: Diagnostic, status: ExitStatus)? {
    if script == "-" || files.contains("-") {
      let diagnostic = Diagnostic(
        id: "unrepeatable-input", severity: .error,
        "standard input cannot be read again to verify a record",
        help: "write what it gives to a file first")
      return (diagnostic, .wrongScript)
    }
    if CanonicalPath(record) == CanonicalPath(script) {
      return (Self.replacing("the script", record), .wrongScript)
    }
    var status = stat()
    if !force, stat(HomePath.expanding(record), &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      return (Self.diagnostic(.exists(path: record)), .unreadable)
    }
    return nil
  }

  private func write(
    _ path: String, _ arguments: ScriptArguments, _ workplace: Workplace
  ) -> ExitStatus {
    guard var record = workplace.record else { return .unreadable }
    let place = CanonicalPath(path)
    let uses = [
      (record.modules, "a module"), (record.texts, "a text of the run"),
      (record.results, "what the script wrote"),
    ]
    for (entries, name) in uses where entries.contains(where: { CanonicalPath($0.path) == place }) {
      workplace.shell.sink.report(Self.replacing(name, path))
      return .unreadable
    }
    record.parameters = arguments.values
    record.files = arguments.files
    do {
      try AtomicFile.write(record.bytes, to: HomePath.expanding(path), replacing: force)
      return .fine
    } catch {
      workplace.shell.sink.report(Self.diagnostic(error))
      return .unreadable
    }
  }

  private static func replacing(_ name: String, _ path: String) -> Diagnostic {
    Diagnostic(
      id: "unwritable-file", severity: .error,
      "a record at '\(path)' would replace \(name)", help: "name another file after --record")
  }

  private static func diagnostic(_ error: WritingError) -> Diagnostic {
    var help: String?
    if case .exists = error { help = "add --force to replace it" }
    return Diagnostic(
      id: "unwritable-file", severity: .error, error.description, help: help)
  }
}

extension Workplace {
  /// Runs a script with `values` for its parameters, over `files`.
  func run(_ source: Source, _ values: [String: String], _ files: [String]) -> ExitStatus {
    shell.engine.givenFiles = files
    return loading(files) { $0.run(source, from: .script(arguments: values)) }
  }

  /// The record of what has run.
  var record: RunRecord? {
    recorder?.record(program: Manual.version, model: ModelIdentity.digest)
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
