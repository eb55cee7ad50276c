import BriefSource

/// The screen of a terminal: enough of ECMA-48 and xterm to see what a person would see.
///
/// Lines that were wrapped at the right edge are wrapped anew when the screen is resized, as most
/// terminals do.
public struct PseudoTerminalScreen {
  private struct Row {
    /// A character for each cell; empty behind a wide one.
    var cells: [String]
    /// Whether the line goes on in the next row.
    var isWrapped = false

    init(_ columns: Int) { cells = Array(repeating: " ", count: columns) }
  }

  /// Its size in cells.
  public private(set) var columns: Int
  /// Its size in cells.
  public private(set) var rows: Int
  /// Where the cursor stands, from 0.
  public private(set) var cursor = (row: 0, column: 0)
  /// Whether pastes are to be bracketed.
  public private(set) var isBracketingPastes = false
  /// How often the bell rang.
  public private(set) var bells = 0

  /// What a program that took the whole screen will give back.
  private var covered: [PseudoTerminalScreen] = []
  private var screen: [Row]
  private var scrolled: [Row] = []
  /// The cursor is behind the last column, where the next character wraps.
  private var isAtEdge = false
  private var sequence: [UInt8]?
  private var pending: [UInt8] = []

  /// Creates an empty screen.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    screen = Array(repeating: Row(columns), count: rows)
  }

  /// What can be seen, without spaces at the ends of rows and without empty rows at the end.
  public var text: String { Self.text(screen) }

  /// The same with the rows that went off at the top.
  public var allText: String { Self.text(scrolled + screen) }

  private static func text(_ rows: [Row]) -> String {
    var lines = rows.map { row in
      var line = row.cells.joined()
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  // MARK: Input

  /// Draws what a program wrote.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    if var sequence {
      sequence.append(byte)
      self.sequence = isComplete(sequence) ? nil : sequence
      if self.sequence == nil { perform(sequence) }
      return
    }
    switch byte {
    case 0x1B: sequence = []
    case 0x07: bells += 1
    case 0x08:
      cursor.column = max(0, cursor.column - 1)
      isAtEdge = false
    case 0x09:
      cursor.column = min(columns - 1, (cursor.column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D:
      cursor.column = 0
      isAtEdge = false
    case 0..<0x20, 0x7F: break
    default: decode(byte)
    }
  }

  private mutating func decode(_ byte: UInt8) {
    pending.append(byte)
    if let text = String(validating: pending, as: UTF8.self) {
      pending = []
      for scalar in text.unicodeScalars { put(scalar) }
    } else if pending.count >= 4 {
      pending = []
      put("\u{FFFD}")
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = DisplayText.width(scalar)
    if width == 0 {
      let column = isAtEdge ? cursor.column : max(0, cursor.column - 1)
      screen[cursor.row].cells[column] += String(Character(scalar))
      return
    }
    if isAtEdge || cursor.column + width > columns {
      screen[cursor.row].isWrapped = true
      lineFeed()
      cursor.column = 0
      isAtEdge = false
    }
    screen[cursor.row].cells[cursor.column] = String(Character(scalar))
    if width == 2, cursor.column + 1 < columns {
      screen[cursor.row].cells[cursor.column + 1] = ""
    }
    cursor.column += width
    if cursor.column >= columns {
      cursor.column = columns - 1
      isAtEdge = true
    }
  }

  private mutating func lineFeed() {
    if cursor.row + 1 < rows {
      cursor.row += 1
    } else {
      scrolled.append(screen.removeFirst())
      screen.append(Row(columns))
    }
  }

  // MARK: Sequences

  private func isComplete(_ sequence: [UInt8]) -> Bool {
    switch sequence[0] {
    case 0x5B: sequence.count > 1 && (0x40...0x7E).contains(sequence[sequence.count - 1])
    case 0x5D: sequence.last == 0x07 || sequence.suffix(2) == [0x1B, 0x5C]
    case 0x28, 0x29: sequence.count == 2
    default: true
    }
  }

  private mutating func perform(_ sequence: [UInt8]) {
    guard sequence[0] == 0x5B, let final = sequence.last else { return }
    let body = String(decoding: sequence.dropFirst().dropLast(), as: UTF8.self)
    if body.hasPrefix("?") {
      if body == "?2004" { isBracketingPastes = final == 0x68 }
      if body == "?1049" { takeScreen(final == 0x68) }
      return
    }
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let first = numbers.first ?? nil
    let count = max(1, first ?? 1)
    isAtEdge = false
    switch Unicode.Scalar(final) {
    case "A": cursor.row = max(0, cursor.row - count)
    case "B": cursor.row = min(rows - 1, cursor.row + count)
    case "C": cursor.column = min(columns - 1, cursor.column + count)
    case "D": cursor.column = max(0, cursor.column - count)
    case "G": cursor.column = min(columns, count) - 1
    case "H", "f":
      cursor = (
        min(rows, count) - 1, min(columns, max(1, (numbers.count > 1 ? numbers[1] : 1) ?? 1)) - 1
      )
    case "J": erase(screenFrom: first ?? 0)
    case "K": erase(rowFrom: first ?? 0)
    case "P":
      screen[cursor.row].cells.removeSubrange(
        cursor.column..<min(columns, cursor.column + count))
      screen[cursor.row].cells += Array(
        repeating: " ", count: columns - screen[cursor.row].cells.count)
    case "@":
      screen[cursor.row].cells.insert(
        contentsOf: Array(repeating: " ", count: count), at: cursor.column)
      screen[cursor.row].cells.removeLast(screen[cursor.row].cells.count - columns)
    default: break
    }
  }

  /// Whether a program has a screen of its own, which is put away afterwards.
  public var isCovered: Bool { !covered.isEmpty }

  private mutating func takeScreen(_ isTaken: Bool) {
    if isTaken, covered.isEmpty {
      covered = [self]
      screen = Array(repeating: Row(columns), count: rows)
      scrolled = []
    } else if !isTaken, var before = covered.first {
      before.resize(columns: columns, rows: rows)
      before.bells = bells
      self = before
    }
  }

  private mutating func erase(rowFrom mode: Int) {
    let range =
      switch mode {
      case 0: cursor.column..<columns
      case 1: 0..<cursor.column + 1
      default: 0..<columns
      }
    for column in range { screen[cursor.row].cells[column] = " " }
    if mode != 1 { screen[cursor.row].isWrapped = false }
  }

  private mutating func erase(screenFrom mode: Int) {
    if mode == 0 {
      erase(rowFrom: 0)
      for row in (cursor.row + 1)..<max(cursor.row + 1, rows) { screen[row] = Row(columns) }
    } else {
      for row in 0..<rows { screen[row] = Row(columns) }
    }
  }

  // MARK: Size

  /// Changes the size and wraps the lines anew.
  public mutating func resize(columns: Int, rows: Int) {
    let all = scrolled + screen
    let cursorRow = scrolled.count + cursor.row
    var result: [Row] = []
    var line: [String] = []
    var cursorOffset: Int?
    var place = (row: 0, column: 0)
    let used = (all.lastIndex { $0.cells.contains { $0 != " " } } ?? -1) + 1
    for (index, row) in all.prefix(max(used, cursorRow + 1)).enumerated() {
      if index == cursorRow { cursorOffset = line.count + cursor.column }
      line += row.cells
      if row.isWrapped { continue }
      while line.count > (cursorOffset ?? 0), line.last == " " { line.removeLast() }
      if let cursorOffset {
        place = (result.count + cursorOffset / columns, cursorOffset % columns)
      }
      result += Self.rows(of: line, columns: columns, atLeast: (cursorOffset ?? 0) / columns + 1)
      line = []
      cursorOffset = nil
    }
    let top = max(0, max(place.row + 1, result.count) - rows)
    scrolled = Array(result.prefix(top))
    screen = Array(result.dropFirst(top).prefix(rows))
    while screen.count < rows { screen.append(Row(columns)) }
    cursor = (min(rows - 1, max(0, place.row - top)), place.column)
    self.columns = columns
    self.rows = rows
    isAtEdge = false
  }

  private static func rows(of line: [String], columns: Int, atLeast count: Int) -> [Row] {
    var rows: [Row] = []
    var rest = line[...]
    repeat {
      var row = Row(columns)
      let part = rest.prefix(columns)
      row.cells.replaceSubrange(0..<part.count, with: part)
      rest = rest.dropFirst(columns)
      row.isWrapped = !rest.isEmpty
      rows.append(row)
    } while !rest.isEmpty || rows.count < count
    return rows
  }
}
