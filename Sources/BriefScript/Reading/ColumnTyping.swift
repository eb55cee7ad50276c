import BriefSource

/// Finds the type that all cells of a column have, and reads them.
///
/// In this order a column is of bools, ints, numbers or dates if every cell that holds something
/// is one, and of text otherwise; in JSON a string is never a number or a bool.
struct ColumnTyping {
  let grid: CellGrid
  let column: Int

  private var width: Int { grid.names.count }
  private var rows: Int { grid.rows.count }

  func typed() -> (type: ValueType, storage: ColumnStorage) {
    switch firstKind {
    case .bool: if let cells = bools { return (.bool, ColumnStorage(.bool(cells))) }
    case .int:
      if let cells = ints { return (.int, ColumnStorage(.int(cells))) }
      if let cells = numbers { return (.number, ColumnStorage(.number(cells))) }
      if let cells = dates { return (.date, ColumnStorage(.date(cells))) }
    case .number:
      if let cells = numbers { return (.number, ColumnStorage(.number(cells))) }
    case .date:
      if let cells = dates { return (.date, ColumnStorage(.date(cells))) }
    case .list: if let lists { return (lists.type, ColumnStorage(.value(lists.values))) }
    case .text, nil: break
    }
    return (.text, ColumnStorage(.text(texts)))
  }

  /// What a single cell can be.
  private enum Kind { case bool, int, number, date, list, text }

  /// What the first cell is that holds something; later ones may be less.
  private var firstKind: Kind? {
    let file = grid.source.bytes
    let bytes = file.span
    for row in 0..<rows {
      let cell = grid.cells[row * width + column]
      if cell.isMissing { continue }
      if cell.isNested { return bytes[cell.start] == UInt8(ascii: "[") ? .list : .text }
      if Self.bool(bytes, cell) != nil { return .bool }
      if Self.int(bytes, cell) != nil { return .int }
      if Self.number(bytes, cell) != nil { return .number }
      return date(bytes, cell) == nil ? .text : .date
    }
    return nil
  }

  // MARK: Cells

  private static func bool(_ bytes: Span<UInt8>, _ cell: Cell) -> Bool? {
    if cell.isString || cell.isNested { return nil }
    return isWord(yes, bytes, cell) ? true : isWord(no, bytes, cell) ? false : nil
  }

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  private static func isWord(
    _ word: [UInt8], _ bytes: Span<UInt8>, _ cell: Cell
  ) -> Bool {
    guard cell.count == word.count else { return false }
    for index in 0..<cell.count where bytes[cell.start + index] != word[index] {
      return false
    }
    return true
  }

  private static func int(_ bytes: Span<UInt8>, _ cell: Cell) -> Int? {
    cell.isString || cell.isNested ? nil : Numerals.int(bytes, cell.start..<cell.end)
  }

  private static func number(_ bytes: Span<UInt8>, _ cell: Cell) -> Double? {
    cell.isString || cell.isNested ? nil : Numerals.number(bytes, cell.start..<cell.end)
  }

  private func date(_ bytes: Span<UInt8>, _ cell: Cell) -> CalendarDate? {
    // JSON has no dates but in strings.
    if cell.isNested || (grid.escaping == .json && !cell.isString) { return nil }
    return Numerals.date(bytes, cell.start..<cell.end)
  }

  // MARK: Columns

  /// The cells as `read` has them, or `nil` when it fails at one.
  private func all<Value>(
    _ read: (Span<UInt8>, Cell) -> Value?
  ) -> [Value?]? {
    var values: [Value?] = []
    values.reserveCapacity(rows)
    let file = grid.source.bytes
    let bytes = file.span
    let cells = grid.cells.span
    for row in 0..<rows {
      let cell = cells[row * width + column]
      if cell.isMissing {
        values.append(nil)
      } else if let value = read(bytes, cell) {
        values.append(value)
      } else {
        return nil
      }
    }
    return values
  }

  private var bools: [Bool?]? { all(Self.bool) }
  private var ints: [Int?]? { all(Self.int) }
  private var numbers: [Double?]? { all(Self.number) }

  /// The dates; a column of nothing but years is one of ints, and of strings of four digits text.
  private var dates: [CalendarDate?]? {
    guard let dates = all(date), dates.contains(where: { $0?.month != nil }) else { return nil }
    return dates
  }

  private var texts: [Text?] {
    (0..<rows).map { row in
      let cell = grid.cells[row * width + column]
      if cell.isMissing { return nil }
      if grid.escaping == .quotes, grid.source.bytes[cell.start] == UInt8(ascii: "'") {
        return withoutApostrophe(grid.text(cell))
      }
      return grid.text(cell)
    }
  }

  /// The text without the apostrophe that ``CSVWriter`` puts before what looks like a formula.
  private func withoutApostrophe(_ text: Text) -> Text {
    guard CSVWriter.looksLikeFormula(String(text.string.dropFirst())) else { return text }
    switch text {
    case .excerpt(let source, let range):
      return .excerpt(source, TextRange(range.start + 1, range.end))
    case .string(let string): return Text(String(string.dropFirst()))
    }
  }

  /// Lists, if all cells are arrays whose elements have one type.
  private var lists: (type: ValueType, values: [Value])? {
    var values: [Value] = []
    values.reserveCapacity(rows)
    var type = ValueType.list(.unknown)
    for row in 0..<rows {
      let cell = grid.cells[row * width + column]
      if cell.isMissing {
        values.append(.missing)
        continue
      }
      guard cell.isNested,
        let array = (try? JSONReader.read(Array(grid.source.bytes[cell.start..<cell.end])))?.array
      else { return nil }
      var elements: [Value] = []
      for element in array {
        switch element {
        case .null: elements.append(.missing)
        case .bool(let flag): elements.append(.bool(flag))
        case .int(let number): elements.append(.int(number))
        case .number(let number): elements.append(.number(number))
        case .string(let text): elements.append(.text(text))
        case .array, .object: return nil
        }
      }
      let list = Value.list(elements)
      guard let joined = type.joined(with: list.type) else { return nil }
      type = joined
      values.append(list)
    }
    return (type, values)
  }
}
