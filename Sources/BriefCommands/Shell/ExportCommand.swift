import BriefScript
import BriefSource

/// Writes a result to a file.
struct ExportCommand: ExaminingCommand {
  var path: String?
  var format: Format?
  var force = false

  /// The formats of a file.
  enum Format: String, CaseIterable {
    case csv, tsv, json, jsonl, markdown

    var outputFormat: OutputFormat {
      switch self {
      case .csv: .csv
      case .tsv: .tsv
      case .json: .json
      case .jsonl: .jsonl
      case .markdown: .markdown
      }
    }
  }

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "export", .shell, "Writes a result to a file, and replaces none without --force.",
      discussion: """
        The format follows from the file's ending: .csv, .tsv, .json, .jsonl or .md. Afterwards \
        there is the whole new file or the old one, never a part.
        """,
      input: .any, output: .fixed(.nothing),
      parameters: [
        .argument("path", \.path, "the file to write", isRequired: true, accepts: .path(.write)),
        .flag("format", \.format, "when the file's ending does not say it"),
        .flag("force", \.force, "replace the file if there is one"),
      ],
      examples: [Example("quotes | export {out}/quotes.csv", "the quotations as a spreadsheet")])
  }

  static func examine(_ arguments: KnownArguments, host: Void) throws(CallProblem) {
    if let path = arguments.text("path"), !arguments.isGiven("format"),
      OutputFormat(path: path) == nil
    {
      throw unknownFormat(of: path)
    }
  }

  private static func unknownFormat(of path: String) -> CallProblem {
    CallProblem(
      "unknown-format", "the ending of '\(path)' names no format", parameter: "path",
      help: "end it with .csv, .tsv, .json, .jsonl or .md, or say --format")
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard let path else { return .nothing }
    let format = self.format?.outputFormat ?? OutputFormat(path: path)
    guard let format else { throw context.failure(Self.unknownFormat(of: path)) }
    try context.requireAccess(.write, path, parameter: "path")
    try context.requireRoom(for: input)
    do {
      try context.write(format.write(input), to: path, replacing: force)
    } catch {
      let help: String? =
        switch error {
        case .exists: "add --force to replace it"
        case .directory: "name a file in it"
        case .unwritable:
          Self.missingDirectory(of: path).map {
            "there is no directory '\($0)'; make it first, as with `mkdir -p \($0)`"
          }
        }
      throw context.failure("unwritable-file", error.description, parameter: "path", help: help)
    }
    return .nothing
  }

  /// The directory that the file at `path` is to stand in, if there is none.
  private static func missingDirectory(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
    let directory = String(path[..<slash])
    return TextFiles.exists(directory) ? nil : directory
  }
}
