import BriefSource

/// Finds the cells of JSON Lines: an object a line, whose members are the cells of a row.
///
/// The columns are all names of members in the order in which they first appear; a member that a
/// row has not is missing, as `null` is. One pass over the bytes, which looks at arrays and objects
/// inside a row once more.
struct JSONLinesReader {
  /// The most bytes a row may have.
  private static let longestRow = 16 << 20

  private let source: Source
  private var keys: [[UInt8]] = []
  private var columns: [[UInt8]: Int] = [:]
  private var cells: [Cell] = []
  private var rows: [UInt32] = []
  /// From which row on there is how great a number of columns.
  private var widths: [(row: Int, width: Int)] = []
  /// The cells of the row at hand, and in which row a column was last met.
  private var row: [Cell] = []
  private var lastMet: [Int] = []

  private init(_ source: Source) { self.source = source }

  /// The cells of the whole file.
  ///
  /// - Throws: ``TableFileError``.
  static func read(_ source: Source) throws(TableFileError) -> CellGrid {
    var reader = JSONLinesReader(source)
    try reader.readLines()
    return try reader.grid()
  }

  private mutating func readLines() throws(TableFileError) {
    let file = source.bytes
    let bytes = file.span
    cells.reserveCapacity(bytes.count / 16)
    var index = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while true {
      index = Self.skipSpace(bytes, index)
      guard index < bytes.count else { return }
      if bytes[index] == 0x0A {
        index += 1
        continue
      }
      let start = index
      guard readObject(bytes, &index), index == bytes.count || bytes[index] == 0x0A else {
        throw mistake(inRowAt: start)
      }
      if index - start > Self.longestRow {
        throw .hugeRow(source, line: source.lineNumber(at: start), limit: Self.longestRow >> 20)
      }
      if keys.count > CellGrid.mostColumns {
        throw .tooManyColumns(
          source, line: source.lineNumber(at: start), limit: CellGrid.mostColumns)
      }
      if widths.last?.width != keys.count { widths.append((rows.count, keys.count)) }
      cells.append(contentsOf: row)
      rows.append(UInt32(truncatingIfNeeded: start))
    }
  }

  /// The cells in as many columns as all rows together have.
  private func grid() throws(TableFileError) -> CellGrid {
    var grid = CellGrid(source: source, escaping: .json)
    let start = rows.first.map(Int.init) ?? 0
    try grid.take(headings: keys.map { String(decoding: $0, as: UTF8.self) }, at: start)
    grid.rows = rows
    guard widths.count > 1 else {
      grid.cells = cells
      return grid
    }
    var padded: [Cell] = []
    padded.reserveCapacity(rows.count * keys.count)
    var offset = 0
    for (index, stretch) in widths.enumerated() {
      let end = index + 1 < widths.count ? widths[index + 1].row : rows.count
      for _ in stretch.row..<end {
        padded.append(contentsOf: cells[offset..<offset + stretch.width])
        padded.append(contentsOf: repeatElement(.missing, count: keys.count - stretch.width))
        offset += stretch.width
      }
    }
    grid.cells = padded
    return grid
  }

  // MARK: Rows

  /// Reads an object and the space after it; false when there is none.
  private mutating func readObject(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    row = Array(repeating: .missing, count: keys.count)
    guard Self.take(UInt8(ascii: "{"), bytes, &index) else { return false }
    index = Self.skipSpace(bytes, index)
    var isFirst = true
    var column = -1
    while !Self.take(UInt8(ascii: "}"), bytes, &index) {
      if !isFirst {
        guard Self.take(UInt8(ascii: ","), bytes, &index) else { return false }
        index = Self.skipSpace(bytes, index)
      }
      isFirst = false
      guard let key = string(bytes, &index) else { return false }
      index = Self.skipSpace(bytes, index)
      guard Self.take(UInt8(ascii: ":"), bytes, &index) else { return false }
      index = Self.skipSpace(bytes, index)
      column = self.column(of: key, bytes, after: column)
      guard lastMet[column] != rows.count, let cell = value(bytes, &index) else { return false }
      lastMet[column] = rows.count
      row[column] = cell
      index = Self.skipSpace(bytes, index)
    }
    index = Self.skipSpace(bytes, index)
    return true
  }

  /// The column of a member; most rows have the same members in the same order.
  private mutating func column(
    of key: Cell, _ bytes: Span<UInt8>, after column: Int
  ) -> Int {
    if !key.isEscaped, column + 1 < keys.count,
      Self.isSame(keys[column + 1], key, bytes)
    {
      return column + 1
    }
    let name: [UInt8]
    if key.isEscaped {
      name = Array(CellGrid(source: source, escaping: .json).text(key).string.utf8)
    } else {
      name = Array(source.bytes[key.start..<key.end])
    }
    if let column = columns[name] { return column }
    columns[name] = keys.count
    keys.append(name)
    row.append(.missing)
    lastMet.append(-1)
    return keys.count - 1
  }

  private static func isSame(_ name: [UInt8], _ key: Cell, _ bytes: Span<UInt8>) -> Bool {
    guard name.count == key.count else { return false }
    for index in 0..<name.count where name[index] != bytes[key.start + index] { return false }
    return true
  }

  // MARK: Values

  /// The value that begins at `index`, or `nil` when none does.
  private func value(_ bytes: Span<UInt8>, _ index: inout Int) -> Cell? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "\""): return string(bytes, &index)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return nested(bytes, &index)
    default: break
    }
    let start = index
    scalar: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "}"), 0x20, 0x09, 0x0A, 0x0D: break scalar
      default: index += 1
      }
    }
    let range = start..<index
    if bytes[start] == UInt8(ascii: "n") {
      return isJSON(range) ? .missing : nil
    }
    if Numerals.number(bytes, range) == nil, !isJSON(range) { return nil }
    return Cell(start, index - start)
  }

  /// The string that begins at `index`, without its quotation marks.
  private func string(_ bytes: Span<UInt8>, _ index: inout Int) -> Cell? {
    guard Self.take(UInt8(ascii: "\""), bytes, &index) else { return nil }
    let start = index
    var isEscaped = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        if isEscaped, !isJSON(start - 1..<index) { return nil }
        return Cell(
          start, min(index - 1 - start, Cell.longest), isEscaped: isEscaped, isString: true)
      case UInt8(ascii: "\\"):
        isEscaped = true
        index += 2
      case ..<0x20: return nil
      default: index += 1
      }
    }
    return nil
  }

  /// The array or object that begins at `index`.
  private func nested(_ bytes: Span<UInt8>, _ index: inout Int) -> Cell? {
    let start = index
    var depth = 0
    var isString = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isString {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") { isString = false }
        if byte == 0x0A { return nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 {
          guard isJSON(start..<index) else { return nil }
          return Cell(start, min(index - start, Cell.longest), isNested: true)
        }
      case 0x0A: return nil
      default: break
      }
    }
    return nil
  }

  private func isJSON(_ range: Range<Int>) -> Bool {
    (try? JSONReader.read(Array(source.bytes[range]))) != nil
  }

  private static func take(_ byte: UInt8, _ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// The end of the space at `index`, which a line feed is not: it ends the row.
  private static func skipSpace(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var index = index
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D
    {
      index += 1
    }
    return index
  }

  // MARK: Mistakes

  /// What is wrong with the row that begins at `start`.
  private func mistake(inRowAt start: Int) -> TableFileError {
    let bytes = source.bytes
    let line = source.lineNumber(at: start)
    let end = bytes[start...].prefix(Self.longestRow + 1).firstIndex(of: 0x0A) ?? bytes.count
    if end - start > Self.longestRow {
      return .hugeRow(source, line: line, limit: Self.longestRow >> 20)
    }
    do throws(JSONError) {
      let value = try JSONReader.read(Array(bytes[start..<end]))
      return .notAnObject(source, line: line, found: value.phrase)
    } catch {
      return .badJSON(
        source, line: line, column: source.column(at: start + error.offset),
        expected: error.expected)
    }
  }
}
