import BriefAnalysis
import BriefScript
import BriefSource

/// Reads briefings into the session.
struct LoadCommand: Command {
  var paths: [String] = []
  var date: CalendarDate?
  var title: String?
  var outlet: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "load", .session, "Reads briefings into the session and lists them.",
      discussion: """
        A path may be a file, a directory (its .txt and .md files, and those below) or a pattern \
        such as briefings/*.txt. Plain text and Markdown are read, in UTF-8, Latin-1, \
        Windows-1252 or UTF-16. What the text does not say stays missing and is listed by \
        problems; --date, --title and --outlet say it for every file loaded. A file that is \
        loaded again takes the place of what was loaded before. When one file cannot be read, \
        none is loaded.
        """,
      input: .nothing, output: .fixed(BriefingRows.type),
      parameters: [
        .arguments(
          "path", \.paths, "a file, a directory, or a pattern", isRequired: true, accepts: .path),
        .flag("date", \.date, "the day of the briefing"),
        .flag("title", \.title, "the title, when the text has none"),
        .flag("outlet", \.outlet, "the newspaper, agency or office"),
      ],
      examples: [
        Example("load {file}", "one briefing"),
        Example("load {file} --date 2025-11-14", "one briefing, with its date"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let given = Metadata.Given(title: title, date: date, outlet: outlet)
    var loaded: [Briefing] = []
    for (index, path) in paths.enumerated() {
      let isPattern = context.isPattern("path", index)
      for file in try files(path, isPattern: isPattern, in: context) {
        try context.checkInterruption()
        do {
          loaded.append(Briefing(try Source.reading(file), given: given))
        } catch {
          throw context.unreadable(error, parameter: "path")
        }
      }
    }
    for briefing in loaded { context.host.add(briefing) }
    return .table(BriefingRows.schema.table(loaded))
  }

  private func files(
    _ path: String, isPattern: Bool, in context: CommandContext<Session>
  ) throws(ScriptError) -> [String] {
    do {
      return try TextFiles.files(path, asPattern: isPattern)
    } catch {
      switch error {
      case .noMatch(let pattern):
        throw context.failure(
          "no-matching-file", "no file matches '\(pattern)'", parameter: "path",
          help: "patterns: * any characters, ? one character, [ab] one of these")
      case .emptyDirectory(let path):
        throw context.failure(
          "no-texts", "no .txt or .md file in the directory '\(path)'", parameter: "path",
          help: "name the files, or a pattern such as '\(path)/*'")
      case .unreadable(let path, let reason):
        throw context.failure(
          "unreadable-input", "cannot read '\(path)': \(reason)", parameter: "path")
      }
    }
  }
}

extension CommandContext {
  /// The error for a text that could not be read.
  func unreadable(_ error: ReadingError, parameter: String) -> ScriptError {
    let help: String? =
      switch error {
      case .binary: "briefings are plain text or Markdown; save a document as text first"
      case .directory: "name the files in it, or a pattern such as 'DIRECTORY/*.txt'"
      case .unreadable, .empty: nil
      }
    return failure("unreadable-input", error.description, parameter: parameter, help: help)
  }
}
