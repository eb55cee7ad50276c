import BriefSource

/// Finds the cells of comma-separated values (RFC 4180) and of tab-separated ones, as
/// ``OutputFormat/csv`` and ``OutputFormat/tsv`` write them.
///
/// One pass over the bytes. Lines end with LF, CR LF or CR. In CSV cells may stand in quotation
/// marks, and empty lines are passed over; a heading that holds semicolons and no comma parts its
/// cells by semicolons, as spreadsheets do where the comma is in numbers. In TSV nothing is quoted
/// and an empty line is an empty cell, where there is one column.
struct SeparatedValuesReader {
  /// The most bytes a row may have.
  private static let longestRow = 16 << 20

  private var grid: CellGrid
  private let separator: UInt8
  private let isQuoting: Bool
  /// Where the file begins, after the mark of its encoding.
  private let start: Int

  init(_ source: Source, isTabbed: Bool) {
    grid = CellGrid(source: source, escaping: isTabbed ? .backslashes : .quotes)
    start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    isQuoting = !isTabbed
    separator = isTabbed ? 0x09 : Self.separator(of: source, from: start)
  }

  private static func separator(of source: Source, from start: Int) -> UInt8 {
    var hasSemicolon = false
    var isQuoted = false
    for byte in source.bytes[start...].prefix(1 << 16) {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: return byte
      case UInt8(ascii: ";") where !isQuoted: hasSemicolon = true
      case 0x0A, 0x0D:
        if !isQuoted { return UInt8(ascii: hasSemicolon ? ";" : ",") }
      default: break
      }
    }
    return UInt8(ascii: hasSemicolon ? ";" : ",")
  }

  /// The cells of the whole file.
  ///
  /// - Throws: ``TableFileError``.
  static func read(_ source: Source, isTabbed: Bool) throws(TableFileError) -> CellGrid {
    var reader = SeparatedValuesReader(source, isTabbed: isTabbed)
    try reader.read()
    return reader.grid
  }

  private mutating func read() throws(TableFileError) {
    let source = grid.source
    let file = source.bytes
    let bytes = file.span
    // A guess that saves most of the growing: cells of eight bytes.
    var cells: [Cell] = []
    cells.reserveCapacity(bytes.count / 8)
    var rows: [UInt32] = []
    var width: Int?
    var index = start
    while index < bytes.count {
      let rowStart = index
      let first = cells.count
      var isRow = true
      cells: while true {
        let (cell, end) = try self.cell(bytes, index)
        cells.append(cell)
        index = end
        if end - rowStart > Self.longestRow {
          throw .hugeRow(
            source, line: source.lineNumber(at: rowStart), limit: Self.longestRow >> 20)
        }
        guard end < bytes.count else { break }
        index += 1
        switch bytes[end] {
        case separator:
          // A separator at the very end has an empty cell behind it.
          if index == bytes.count { cells.append(.missing) }
        case 0x0D where index < bytes.count && bytes[index] == 0x0A:
          index += 1
          isRow = end > rowStart
          break cells
        default:
          isRow = end > rowStart
          break cells
        }
        if index == bytes.count { break }
      }
      guard isRow || (!isQuoting && width == 1) else {
        cells.removeLast(cells.count - first)
        continue
      }
      let found = cells.count - first
      if let width {
        if found != width {
          throw .ragged(
            source, line: source.lineNumber(at: rowStart), found: found, expected: width)
        }
        rows.append(UInt32(truncatingIfNeeded: rowStart))
      } else {
        width = found
        try readHeading(cells, at: rowStart)
        cells.removeAll(keepingCapacity: true)
      }
    }
    if width == nil { throw .noHeader(source, line: 1) }
    grid.cells = cells
    grid.rows = rows
  }

  /// Takes the cells of the first row for the names of the columns.
  private mutating func readHeading(_ cells: [Cell], at offset: Int) throws(TableFileError) {
    let line = grid.source.lineNumber(at: offset)
    if cells.count > CellGrid.mostColumns {
      throw .tooManyColumns(grid.source, line: line, limit: CellGrid.mostColumns)
    }
    let headings = cells.map { grid.text($0).string }
    // Where all names are values, the line that names the columns has been left out.
    let file = grid.source.bytes
    let bytes = file.span
    var isData = true
    for cell in cells {
      let range = cell.start..<cell.end
      isData = isData && (Numerals.number(bytes, range) ?? nil) != nil
    }
    if isData { throw .noHeader(grid.source, line: line) }
    try grid.take(headings: headings, at: offset)
  }

  /// The cell that begins at `start`, and where it ends: at a separator, a line end or the end.
  private func cell(
    _ bytes: Span<UInt8>, _ start: Int
  ) throws(TableFileError) -> (Cell, end: Int) {
    var index = start
    if isQuoting {
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        return try quotedCell(bytes, start)
      }
      while index < bytes.count {
        let byte = bytes[index]
        if byte == separator || byte == 0x0A || byte == 0x0D { break }
        index += 1
      }
      return (Cell(start, min(index - start, Cell.longest)), index)
    }
    var isEscaped = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      if byte == UInt8(ascii: "\\") { isEscaped = true }
      index += 1
    }
    return (Cell(start, min(index - start, Cell.longest), isEscaped: isEscaped), index)
  }

  private func quotedCell(
    _ bytes: Span<UInt8>, _ start: Int
  ) throws(TableFileError) -> (Cell, end: Int) {
    let source = grid.source
    var isEscaped = false
    var index = start + 1
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
        isEscaped = true
        index += 2
        continue
      }
      let end = index + 1
      if end < bytes.count, bytes[end] != separator, bytes[end] != 0x0A, bytes[end] != 0x0D {
        throw .textAfterQuote(source, line: source.lineNumber(at: end))
      }
      let count = min(index - start - 1, Cell.longest)
      return (count == 0 ? .missing : Cell(start + 1, count, isEscaped: isEscaped), end)
    }
    throw .unclosedQuote(source, line: source.lineNumber(at: start))
  }
}
