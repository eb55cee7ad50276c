import BriefSource

/// Why briefings could not be loaded, said for the person who named them.
public enum LoadingError: Error, Sendable {
  /// A pattern that no file matches.
  case noMatch(pattern: String)
  /// A directory that holds no text.
  case noTexts(directory: String)
  /// A file or directory that cannot be read.
  case unreadable(ReadingError)

  /// The stable name of the kind of error.
  public var id: String {
    switch self {
    case .noMatch: "no-matching-file"
    case .noTexts: "no-texts"
    case .unreadable: "unreadable-input"
    }
  }

  /// The names of the errors that mean an input could not be read.
  public static let ids: Set<String> = ["no-matching-file", "no-texts", "unreadable-input"]

  /// What is wrong, in one sentence without a full stop.
  public var message: String {
    switch self {
    case .noMatch(let pattern): "no file matches '\(pattern)'"
    case .noTexts(let directory): "no .txt or .md file in the directory '\(directory)'"
    case .unreadable(let error): error.description
    }
  }

  /// A way out, when there is one to name.
  public var help: String? {
    switch self {
    case .noMatch: "patterns: * any characters, ? one character, [ab] one of these"
    case .noTexts(let directory): "name the files, or a pattern such as '\(directory)/*'"
    case .unreadable(.binary):
      "briefings are plain text or Markdown; save the document as text first"
    case .unreadable(.directory): "name the files in it, or a pattern such as 'DIRECTORY/*.txt'"
    case .unreadable: nil
    }
  }

  /// The same as a finding without a place in a script.
  public var diagnostic: Diagnostic { Diagnostic(id: id, severity: .error, message, help: help) }
}
