import BriefSource

extension Table {
  /// The most bytes a file may have that a table is read from.
  public static let longestFile = Cell.longestFile

  /// Reads the table in the file at `path`: `.csv`, `.tsv` or `.jsonl`, in UTF-8.
  ///
  /// Text cells are excerpts of the file and every row cites its line. The types of the columns
  /// are found from all cells: see ``ColumnTyping``. Linear in the length of the file.
  ///
  /// - Parameter ledger: What stands in the place of files, if anything does; nothing is noted.
  /// - Throws: ``TableFileError``.
  public static func reading(
    _ path: String, given ledger: FileLedger? = nil
  ) throws(TableFileError) -> Table {
    let format = OutputFormat(path: path)
    guard format == .csv || format == .tsv || format == .jsonl else {
      throw TableFileError(
        "unknown-format", "the ending of '\(path)' names no format that tables are read from",
        help: "end the file's name with .csv, .tsv or .jsonl")
    }
    let source: Source
    do {
      source = try Source.reading(path, noting: ledger)
    } catch {
      var help: String?
      if case .empty = error { help = "the first line of a table names its columns" }
      throw TableFileError(TableFileError.unreadable, error.description, help: help)
    }
    switch source.encoding {
    case .utf8, .utf8WithByteOrderMark: break
    default: throw .badEncoding(source, line: Self.firstForeignLine(of: source))
    }
    if source.bytes.count > longestFile { throw .huge(path) }
    switch format {
    case .jsonl: return try JSONLinesReader.read(source).table
    default: return try SeparatedValuesReader.read(source, isTabbed: format == .tsv).table
    }
  }

  /// The first line that shows that a source was not UTF-8: what was repaired in it, or its first
  /// character that is not ASCII.
  private static func firstForeignLine(of source: Source) -> Int {
    let bytes = source.bytes
    var offset = bytes.firstIndex { $0 >= 0x80 } ?? 0
    if case .damagedUTF8 = source.encoding {
      while offset < bytes.count, !bytes[offset...].starts(with: [0xEF, 0xBF, 0xBD]) { offset += 1 }
    }
    return source.lineNumber(at: min(offset, bytes.count))
  }
}
