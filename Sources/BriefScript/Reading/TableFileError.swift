import BriefSource

/// Why a file could not be read as a table, said for the person who named it.
public struct TableFileError: Error {
  /// The stable name of the kind of error.
  public let id: String
  /// What is wrong, with the file's name and the line, in one sentence without a full stop.
  public let message: String
  /// A way out.
  public let help: String?

  /// The name of the error that a file could not be read at all.
  public static let unreadable = "unreadable-input"
  /// The names of the errors that a file was read and is no table.
  public static let ids: Set<String> = [
    "bad-json", "changed-file", "huge-row", "no-header", "not-an-object", "not-utf-8",
    "ragged-row", "same-column-name", "text-after-quotation-mark", "too-many-columns",
    "unclosed-quotation-mark",
  ]

  /// Creates an error.
  public init(_ id: String, _ message: String, help: String? = nil) {
    self.id = id
    self.message = message
    self.help = help
  }
}

extension TableFileError {
  /// A file that is too large to be a table.
  public static func huge(_ path: String) -> TableFileError {
    TableFileError(
      unreadable, "'\(path)' has more than 4 GB",
      help: "split it, or keep only the columns that are wanted")
  }

  static func badEncoding(_ source: Source, line: Int) -> TableFileError {
    TableFileError(
      "not-utf-8", "'\(source.name):\(line)' is not UTF-8",
      help: "save the file again with the encoding UTF-8 (in a spreadsheet: \"CSV UTF-8\")")
  }

  static func noHeader(_ source: Source, line: Int) -> TableFileError {
    TableFileError(
      "no-header", "'\(source.name):\(line)' should name the columns, but it holds no names",
      help: "put a line with the names of the columns at the top of the file")
  }

  static func namelessColumn(_ source: Source, line: Int, column: Int) -> TableFileError {
    TableFileError(
      "no-header", "'\(source.name):\(line)' gives column \(column) no name",
      help: "every column has a name in the first line; write one there")
  }

  static func sameName(
    _ source: Source, line: Int, _ name: String, _ first: Int, _ second: Int
  ) -> TableFileError {
    TableFileError(
      "same-column-name",
      "'\(source.name):\(line)' calls both column \(first) and column \(second) '\(name)'",
      help: "give one of them another name in the first line")
  }

  static func tooManyColumns(_ source: Source, line: Int, limit: Int) -> TableFileError {
    TableFileError(
      "too-many-columns", "'\(source.name):\(line)' has more than \(limit) columns",
      help: "see whether the lines of the file end with line ends")
  }

  static func ragged(
    _ source: Source, line: Int, found: Int, expected: Int
  ) -> TableFileError {
    let cells = found == 1 ? "1 cell" : "\(found) cells"
    return TableFileError(
      "ragged-row",
      "'\(source.name):\(line)' has \(cells), but there are \(expected) columns",
      help: found > expected
        ? "a cell that holds the separator stands in quotation marks"
        : "write all separators, also of cells that are empty")
  }

  static func unclosedQuote(_ source: Source, line: Int) -> TableFileError {
    TableFileError(
      "unclosed-quotation-mark",
      "the quotation mark that begins a cell in '\(source.name):\(line)' is never closed",
      help: "close it, or double it inside a quoted cell: \"5\"\" wide\"")
  }

  static func textAfterQuote(_ source: Source, line: Int) -> TableFileError {
    TableFileError(
      "text-after-quotation-mark",
      "text follows the closing quotation mark of a cell in '\(source.name):\(line)'",
      help: "a quotation mark inside a quoted cell is doubled: \"5\"\" wide\"")
  }

  static func hugeRow(_ source: Source, line: Int, limit: Int) -> TableFileError {
    TableFileError(
      "huge-row", "the row that begins in '\(source.name):\(line)' is longer than \(limit) MB",
      help: "see whether its lines end with line ends and its quotation marks are closed")
  }

  static func notAnObject(_ source: Source, line: Int, found: String) -> TableFileError {
    TableFileError(
      "not-an-object", "'\(source.name):\(line)' is \(found), not an object",
      help: "in a .jsonl file every line is an object, as in {\"speaker\": \"Dell\", \"words\": 4}")
  }

  static func badJSON(
    _ source: Source, line: Int, column: Int, expected: String
  ) -> TableFileError {
    TableFileError(
      "bad-json",
      "'\(source.name):\(line)' is no JSON: \(expected) should stand at column \(column)",
      help: "in a .jsonl file every line is an object, as in {\"speaker\": \"Dell\", \"words\": 4}")
  }
}
