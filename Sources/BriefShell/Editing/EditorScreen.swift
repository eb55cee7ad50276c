import BriefSource

/// The part of the terminal that the editor draws in, and what stands there.
///
/// It is drawn anew as a whole, but only rows that look different are sent. A text that is longer
/// than the screen is shown through a window that follows the cursor.
struct EditorScreen {
  private typealias Written = EditorRowWriter.Written

  private let palette: Palette
  private let send: (String) -> Void
  private var drawn: [Written] = []
  private var cursor = EditorRows.Position()
  private var columns = 80
  /// The first row of the text that is shown.
  private var top = 0
  private var last: EditorView?

  /// Creates a screen; what is drawn is given to `send`.
  init(palette: Palette, send: @escaping (String) -> Void) {
    self.palette = palette
    self.send = send
  }

  /// Whether nothing is drawn.
  var isEmpty: Bool { drawn.isEmpty }

  /// Where the terminal's cursor and the end of what is drawn stand.
  var positions: (cursor: EditorRows.Position, end: EditorRows.Position) {
    let end = EditorRows.Position(row: max(0, drawn.count - 1), column: drawn.last?.width ?? 0)
    return (cursor, end)
  }

  /// Draws `view` where the last one stands, or where the terminal's cursor is.
  mutating func draw(_ view: EditorView, columns: Int, rows: Int) {
    if !drawn.isEmpty, view == last, columns == self.columns { return }
    last = view
    self.columns = columns
    let writer = EditorRowWriter(view, palette: palette, columns: columns)
    let layout = writer.layout(hasRoomForCursor: true)
    let notes = view.notes.prefix(max(0, rows - 2))
    // A row is left to what stands above.
    let height = max(1, rows - 1 - notes.count)
    let place = layout.position(of: view.cursor)
    follow(place.row, of: layout.rows.count, height: height)
    let shown = top..<min(layout.rows.count, top + height)
    var written: [Written] = []
    for index in shown {
      if height > 3, index != place.row, let mark = mark(index, shown, of: layout) {
        Self.append(writer.note(mark), after: &written)
      } else {
        let isLast = index == layout.rows.count - 1
        written.append(writer.row(layout.rows[index], isLast: isLast))
      }
    }
    for note in notes { Self.append(writer.note(note), after: &written) }
    update(to: written, cursor: .init(row: place.row - top, column: place.column))
  }

  /// Leaves `view` behind as it is kept on the screen, with `mark` after it, and goes to a fresh
  /// row below. A text longer than the screen is shortened in its middle.
  mutating func leave(_ view: EditorView, marking mark: String, columns: Int, rows: Int) {
    self.columns = columns
    let writer = EditorRowWriter(view.settled, palette: palette, columns: columns)
    let layout = writer.layout(hasRoomForCursor: false)
    var written: [Written] = []
    let kept = max(1, (rows - 2) / 2)
    if layout.rows.count > max(1, rows - 1) {
      let end = layout.rows.count - kept
      written += layout.rows[..<kept].map { writer.row($0, isLast: false) }
      let hidden = Self.lines(layout.rows[kept..<end])
      Self.append(writer.note(StyledText("… \(hidden) lines", .dim)), after: &written)
      written += layout.rows[end...].map { writer.row($0, isLast: false) }
    } else {
      written = layout.rows.map { writer.row($0, isLast: false) }
    }
    let end = written[written.count - 1].width
    update(to: written, cursor: .init(row: written.count - 1, column: min(end, columns - 1)))
    send((end >= columns && !mark.isEmpty ? "\r\n" : "") + mark + "\r\n\u{1B}[J")
    forget()
    top = 0
  }

  /// Takes note that something else was written: the next view is drawn from the terminal's cursor.
  mutating func forget() {
    drawn = []
    cursor = .init()
    last = nil
  }

  /// Wipes what is drawn, after the terminal has wrapped it anew to another number of columns.
  mutating func wipe(columns new: Int) {
    var row = 0
    var length = 0
    for (index, written) in drawn.prefix(cursor.row + 1).enumerated() {
      if index == cursor.row {
        row += (length + cursor.column) / max(1, new)
      } else if written.isWrapped {
        length += columns
      } else {
        row += max(1, (length + written.width + new - 1) / max(1, new))
        length = 0
      }
    }
    send("\r" + Self.up(row) + "\u{1B}[J")
    forget()
  }

  // MARK: A window on a long text

  private mutating func follow(_ row: Int, of count: Int, height: Int) {
    // Beside the cursor's row stands another one, not the mark of what is hidden.
    let margin = height > 3 ? 1 : 0
    if row < top + margin { top = row - margin }
    if row > top + height - 1 - margin { top = row - height + 1 + margin }
    top = max(0, min(top, count - height))
  }

  /// What stands instead of a row at the edge of the window, when more is behind it.
  private func mark(_ index: Int, _ shown: Range<Int>, of layout: EditorRows) -> StyledText? {
    if index == shown.lowerBound, index > 0 {
      return StyledText("↑ \(Self.lines(layout.rows[...index])) more lines", .dim)
    }
    if index == shown.upperBound - 1, shown.upperBound < layout.rows.count {
      return StyledText("↓ \(Self.lines(layout.rows[index...])) more lines", .dim)
    }
    return nil
  }

  /// Adds a row that goes on with nothing.
  private static func append(_ line: Written, after written: inout [Written]) {
    if !written.isEmpty { written[written.count - 1].isWrapped = false }
    written.append(line)
  }

  private static func lines(_ rows: ArraySlice<EditorRows.Row>) -> Int {
    rows.reduce(0) { $0 + ($1.line == nil ? 0 : 1) }
  }

  // MARK: What is sent

  private mutating func update(to written: [Written], cursor target: EditorRows.Position) {
    var out = ""
    var row = cursor.row
    var isAtEnd = false
    for (index, line) in written.enumerated() {
      // The terminal marks a row as wrapped only when what follows is written straight on.
      let goesOn = isAtEnd && row == index - 1 && written[row].isWrapped
      if index < drawn.count, drawn[index] == line, !goesOn {
        isAtEnd = false
        continue
      }
      if !goesOn {
        out += Self.move(from: row, to: index, below: max(drawn.count, row + 1)) + "\r"
      }
      row = index
      out += line.text
      // At the right edge this would erase the last character.
      if line.width < columns { out += "\u{1B}[K" }
      isAtEnd = true
    }
    if drawn.count > written.count {
      out += Self.move(from: row, to: written.count, below: drawn.count) + "\r\u{1B}[J"
      row = written.count
    }
    if !out.isEmpty || target != cursor || drawn.isEmpty {
      out += Self.move(from: row, to: target.row, below: max(drawn.count, written.count)) + "\r"
      out += target.column > 0 ? "\u{1B}[\(target.column)C" : ""
      send(out)
    }
    drawn = written
    cursor = target
  }

  /// The way to another row; rows from `below` on do not exist yet.
  private static func move(from row: Int, to target: Int, below: Int) -> String {
    if target < row { return up(row - target) }
    let last = min(target, below - 1)
    return (last > row ? "\u{1B}[\(last - row)B" : "")
      + String(repeating: "\r\n", count: max(0, target - max(last, row)))
  }

  private static func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }
}
