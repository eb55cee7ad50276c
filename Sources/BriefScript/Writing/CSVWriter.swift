import BriefSource

/// Comma-separated values after RFC 4180: lines end with CR LF, a cell that holds a comma, a
/// quotation mark or a line end is quoted, and quotation marks in it are doubled.
///
/// A spreadsheet would take a text that begins with `=`, `+`, `-` or `@`, in ASCII or full width,
/// or with a tab or a line end, for a formula; it gets an apostrophe in front, unless it is a
/// number (OWASP, "CSV Injection"). A page stands plainly.
struct CSVWriter: ValueWriter {
  func write(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .nothing: break
    case .table(let table): write(table, to: &bytes)
    case .record(let record): write(record.asTable, to: &bytes)
    case .list(let elements):
      for element in elements { line([element], to: &bytes) }
    case .page: bytes.appendLines(value.cellText)
    default: line([value], to: &bytes)
    }
  }

  private func write(_ table: Table, to bytes: inout [UInt8]) {
    let columns = table.type.columns
    line(columns.map { .text($0.name) }, to: &bytes)
    for row in 0..<table.count {
      line(columns.indices.map { table[row, $0] }, to: &bytes)
    }
  }

  private func line(_ cells: [Value], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      append(cell, to: &bytes)
    }
    // A line of one empty cell would be an empty line, which readers skip.
    if cells.count == 1, bytes.last == 0x0A || bytes.isEmpty {
      bytes.append(contentsOf: #""""#.utf8)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private func append(_ cell: Value, to bytes: inout [UInt8]) {
    var text = cell.cellText
    if !cell.isNumeric, Self.looksLikeFormula(text) { text = "'" + text }
    let wantsQuotes = text.utf8.contains { byte in
      byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D
    }
    guard wantsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    case "=", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
    case "+", "-": return !isNumber(Substring(text).utf8.dropFirst())
    default: return false
    }
  }

  /// Whether `digits` is an unsigned decimal number, such as `12`, `0.5` or `1e-9`.
  private static func isNumber(_ digits: Substring.UTF8View) -> Bool {
    let isPlain = digits.allSatisfy { byte in
      (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x65 || byte == 0x2D
    }
    return isPlain && digits.first != 0x2D && Double(String(Substring(digits))) != nil
  }
}
