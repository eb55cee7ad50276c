/// How results are written.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// Aligned and wrapped, for reading in a terminal.
  case table
  /// Tab-separated values, one line a row.
  case tsv
  /// Comma-separated values after RFC 4180, safe to open in a spreadsheet.
  case csv
  /// One JSON value (RFC 8259); a table is an array of objects.
  case json
  /// One JSON value a line; a table is an object for each row.
  case jsonl
  /// A pipe table of GitHub Flavored Markdown.
  case markdown
  /// A page of HTML that needs no other file.
  case html

  /// The formats a file can have: all but ``table``, which is made for a terminal's width.
  public static let fileFormats: [OutputFormat] = [
    .tsv, .csv, .json, .jsonl, .markdown, .html,
  ]

  /// The format that the extension of `path` stands for, in any case; `nil` when it is not known.
  public init?(path: String) {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return nil
    }
    switch name[name.index(after: dot)...].lowercased() {
    case "tsv", "tab": self = .tsv
    case "csv": self = .csv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    default: return nil
    }
  }

  /// The bytes of `value` in this format, UTF-8, ending with a line end unless empty.
  ///
  /// ``Value/nothing`` gives no bytes. The layout of ``table`` depends on a terminal and is drawn
  /// by the shell; here it gives what ``tsv`` gives. Linear in the size of the result.
  public func write(_ value: Value) -> [UInt8] {
    let writer: any ValueWriter =
      switch self {
      case .table, .tsv: TSVWriter()
      case .csv: CSVWriter()
      case .json: JSONValueWriter()
      case .jsonl: JSONLinesWriter()
      case .markdown: MarkdownWriter()
      case .html: HTMLWriter()
      }
    var bytes: [UInt8] = []
    writer.write(value, to: &bytes)
    return bytes
  }
}

/// Writes values in one format.
protocol ValueWriter {
  /// Adds `value` and a line end at the end of `bytes`; nothing for ``Value/nothing``.
  func write(_ value: Value, to bytes: inout [UInt8])
}

extension [UInt8] {
  /// Adds the UTF-8 of `text`, and a line end unless it ends with one.
  mutating func appendLines(_ text: String) {
    append(contentsOf: text.utf8)
    if last != 0x0A || text.isEmpty { append(0x0A) }
  }
}
