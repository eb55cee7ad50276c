import BriefSource

/// A pipe table of GitHub Flavored Markdown; every character of a cell is shown as it is.
///
/// Numbers stand at the right. A line end in a cell becomes `<br>`, a control or bidirectional
/// character its picture. A list is a list of points, a page a fenced block.
struct MarkdownWriter: ValueWriter {
  func write(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .nothing: break
    case .table(let table): write(table, to: &bytes)
    case .record(let record): write(record.asTable, to: &bytes)
    case .list(let elements):
      for element in elements { bytes.appendLines("- " + Self.escaped(element.cellText)) }
    case .page(let page): writePage(page.plain, to: &bytes)
    default: bytes.appendLines(Self.escaped(value.cellText))
    }
  }

  private func write(_ table: Table, to bytes: inout [UInt8]) {
    let columns = table.type.columns
    line(columns.map { Self.escaped($0.name) }, to: &bytes)
    line(columns.map { $0.type.isNumeric ? "---:" : "---" }, to: &bytes)
    for row in 0..<table.count {
      line(columns.indices.map { Self.escaped(table[row, $0].cellText) }, to: &bytes)
    }
  }

  private func line(_ cells: [String], to bytes: inout [UInt8]) {
    bytes.append(0x7C)
    for cell in cells {
      bytes.append(contentsOf: cell.isEmpty ? " |".utf8 : " \(cell) |".utf8)
    }
    bytes.append(0x0A)
  }

  private func writePage(_ text: String, to bytes: inout [UInt8]) {
    let text = DisplayText.harmless(text, keepingLineEnds: true)
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    bytes.appendLines(fence + "text")
    bytes.appendLines(text)
    bytes.appendLines(fence)
  }

  /// `text` so that Markdown shows it as it is, on one line.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ isPlain($0) }) { return startSafe(text) }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    let normal = text.unicodeScalars
    for (index, scalar) in zip(normal.indices, normal) {
      switch scalar {
      case "\n":
        if previous != "\r" { result.append(contentsOf: "<br>".unicodeScalars) }
      case "\r": result.append(contentsOf: "<br>".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "_":
        // Between letters it is no emphasis, and names of columns stay readable.
        let next = normal.index(after: index)
        let isInside =
          isWordCharacter(previous) && next < normal.endIndex && isWordCharacter(normal[next])
        if !isInside { result.append("\\") }
        result.append(scalar)
      case "|", "\\", "`", "*", "[", "]", "~", "$":
        result.append("\\")
        result.append(scalar)
      default: result.append(scalar)
      }
      previous = scalar
    }
    return startSafe(DisplayText.harmless(String(result)))
  }

  /// Whether a byte is a letter, a digit, a space or a mark that means nothing to Markdown.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x20, 0x21, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }

  /// Hides what would make a list or a heading of a text that stands on a line of its own.
  private static func startSafe(_ text: String) -> String {
    guard let first = text.utf8.first, first == 0x23 || first == 0x2B || first == 0x2D else {
      return text
    }
    return "\\" + text
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
