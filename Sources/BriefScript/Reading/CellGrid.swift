import BriefSource

/// The cells of a table file, found but not read yet.
struct CellGrid {
  /// How a file writes what is no plain stretch of its bytes.
  enum Escaping {
    /// Doubled quotation marks.
    case quotes
    /// `\t`, `\n`, `\r` and `\\`.
    case backslashes
    /// Strings, arrays and objects of JSON.
    case json
  }

  /// The most columns a table has; a file with more is none.
  static let mostColumns = 4096

  let source: Source
  let escaping: Escaping
  var names: [String] = []
  /// The cells row by row, as many for each as there are names.
  var cells: [Cell] = []
  /// Where each row begins.
  var rows: [UInt32] = []

  init(source: Source, escaping: Escaping) {
    self.source = source
    self.escaping = escaping
  }

  /// The table, its columns of the types that all their cells have.
  var table: Table {
    let columns = names.indices.map { ColumnTyping(grid: self, column: $0).typed() }
    return Table(
      type: TableType(zip(names, columns).map { TableType.Column($0, $1.type) }),
      columns: columns.map(\.storage), rows: Array(0..<Int32(clamping: rows.count)),
      origins: FileRows(source: source, starts: rows))
  }

  /// The characters of a cell; nothing is copied unless they are escaped.
  func text(_ cell: Cell) -> Text {
    let range = TextRange(cell.start, cell.end)
    guard cell.isEscaped else { return .excerpt(source, range) }
    let bytes = source.bytes[range.offsets]
    switch escaping {
    case .quotes: return Text(String(decoding: Self.withoutDoubledQuotes(bytes), as: UTF8.self))
    case .backslashes: return Text(String(decoding: Self.withoutBackslashes(bytes), as: UTF8.self))
    case .json:
      // The quotation marks around it have been left out.
      let quoted = Array(source.bytes[range.start - 1..<range.end + 1])
      return (try? JSONReader.read(quoted))?.string.map { Text($0) } ?? .excerpt(source, range)
    }
  }

  private static func withoutDoubledQuotes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { result.append(byte) }
    }
    return result
  }

  private static func withoutBackslashes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isEscape = false
    for byte in bytes {
      if isEscape {
        isEscape = false
        switch byte {
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "\\"): result.append(byte)
        default: result += [UInt8(ascii: "\\"), byte]
        }
      } else if byte == UInt8(ascii: "\\") {
        isEscape = true
      } else {
        result.append(byte)
      }
    }
    if isEscape { result.append(UInt8(ascii: "\\")) }
    return result
  }

  // MARK: Names

  /// Takes `headings` for the names of the columns.
  ///
  /// A name that formulas could not have gets `_` for what no name may hold.
  ///
  /// - Throws: ``TableFileError`` when they are none, or two are the same.
  mutating func take(
    headings: [String], at offset: Int
  ) throws(TableFileError) {
    let line = source.lineNumber(at: offset)
    if headings.allSatisfy(\.isEmpty) { throw .noHeader(source, line: line) }
    var columns: [String: Int] = [:]
    for (column, heading) in headings.enumerated() {
      if heading.isEmpty { throw .namelessColumn(source, line: line, column: column + 1) }
      let name = Self.name(heading) ?? "column_\(column + 1)"
      if let other = columns.updateValue(column, forKey: name) {
        throw .sameName(source, line: line, name, other + 1, column + 1)
      }
      names.append(name)
    }
  }

  /// `heading` as a name; `nil` when nothing of it can be one.
  static func name(_ heading: String) -> String? {
    var name = ""
    var isGap = false
    for scalar in heading.unicodeScalars {
      let isPart: Bool =
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber: true
        default: scalar.properties.isAlphabetic || scalar == "_"
        }
      if isPart {
        if isGap, !name.isEmpty { name += "_" }
        isGap = false
        name.unicodeScalars.append(scalar)
      } else {
        isGap = true
      }
    }
    let lexer = Lexer(Source(name: "", text: name))
    if name.isEmpty { return nil }
    if ["and", "or", "not", "in", "true", "false", "missing", "else"].contains(name) {
      return name + "_"
    }
    if lexer.nameEnd(from: 0) == lexer.bytes.count { return name }
    let prefixed = Lexer(Source(name: "", text: "_" + name))
    return prefixed.nameEnd(from: 0) == prefixed.bytes.count ? "_" + name : nil
  }
}

/// The origins of the rows of a file: its lines.
private struct FileRows: RowOrigins {
  let source: Source
  let starts: [UInt32]

  func thing(of position: Int) -> Any? { nil }

  func place(of position: Int) -> Place? {
    let line = source.lines.line(at: Int(starts[position]))
    return Place(source, source.lineRange(line))
  }

  func explanation(of position: Int) -> Explanation? {
    guard let place = place(of: position) else { return nil }
    return Explanation(
      title: "row \(position + 1) of the file \(source.name)",
      steps: ["It begins in \(place.citation)."],
      evidence: [.init(place.range, "the row", role: .note)], source: source)
  }
}
