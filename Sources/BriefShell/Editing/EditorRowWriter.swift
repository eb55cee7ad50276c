import BriefSource

/// Writes rows of a view as a terminal wants them.
struct EditorRowWriter {
  /// A row as it is sent.
  struct Written: Equatable {
    var text: String
    /// The cells it fills.
    var width: Int
    /// Whether the next row goes on with it, so that the terminal wraps it by itself.
    var isWrapped = false
  }

  let view: EditorView
  let palette: Palette
  let columns: Int
  private let leads: (first: String, other: String)

  init(_ view: EditorView, palette: Palette, columns: Int) {
    self.view = view
    self.palette = palette
    self.columns = columns
    // Half of a narrow screen is left to the text.
    let isNarrow = DisplayText.width(view.leads.first) * 2 > columns
    leads = isNarrow ? ("> ", "| ") : view.leads
  }

  /// The rows of the text.
  func layout(hasRoomForCursor: Bool) -> EditorRows {
    EditorRows(
      view.scalars, columns: columns,
      leads: (DisplayText.width(leads.first), DisplayText.width(leads.other)),
      hasRoomForCursor: hasRoomForCursor)
  }

  /// A row of the text; the hint follows the last one as far as there is room.
  func row(_ row: EditorRows.Row, isLast: Bool) -> Written {
    var text = ""
    if let line = row.line {
      text += palette.encode(
        StyledText(line == 0 ? leads.first : leads.other, line == 0 ? .speaker : .dim))
    }
    var run = ""
    var role = StyledText.Role.plain
    var column = row.line.map { DisplayText.width($0 == 0 ? leads.first : leads.other) } ?? 0
    var next = firstHighlight(from: row.range.lowerBound)
    for index in row.range {
      while next < view.highlights.count, view.highlights[next].range.upperBound <= index {
        next += 1
      }
      let isHighlighted =
        next < view.highlights.count && view.highlights[next].range.contains(index)
      let wanted = isHighlighted ? view.highlights[next].role : .plain
      let isMarked = palette.isColoured && view.marks.contains(index)
      if wanted != role || isMarked {
        text += palette.encode(StyledText(run, role))
        run = ""
        role = wanted
      }
      let scalar = view.scalars[index]
      let cells = EditorRows.cells(of: scalar, at: column, of: columns)
      column += cells
      let shown =
        scalar == "\t"
        ? String(repeating: " ", count: cells) : Self.harmless(scalar)
      if isMarked {
        text += "\u{1B}[7m" + shown + "\u{1B}[0m"
      } else {
        run += shown
      }
    }
    text += palette.encode(StyledText(run, role))
    var width = row.width
    // The last column stays free: what fills it would wrap.
    if isLast, !view.hint.isEmpty, columns - 1 - width > 0 {
      let hint = DisplayText.prefix(of: DisplayText.harmless(view.hint), cells: columns - 1 - width)
      text += palette.encode(StyledText(hint, .dim))
      width += DisplayText.width(hint)
    }
    return Written(text: text, width: width, isWrapped: row.isWrapped)
  }

  /// A line beside the text, cut to the columns.
  func note(_ text: StyledText) -> Written {
    var shown = StyledText()
    var width = 0
    for run in text.runs {
      let part = DisplayText.prefix(of: DisplayText.harmless(run.text), cells: columns - 1 - width)
      shown.append(part, run.role)
      width += DisplayText.width(part)
    }
    return Written(text: palette.encode(shown), width: width)
  }

  private func firstHighlight(from index: Int) -> Int {
    var low = 0
    var high = view.highlights.count
    while low < high {
      let middle = (low + high) / 2
      if view.highlights[middle].range.upperBound <= index {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private static func harmless(_ scalar: Unicode.Scalar) -> String {
    let text = String(Character(scalar))
    return (0x20..<0x7F).contains(scalar.value) ? text : DisplayText.harmless(text)
  }
}

extension DisplayText {
  /// As many of the first characters of `text` as fit into `cells`.
  static func prefix(of text: String, cells: Int) -> String {
    if text.utf8.count <= cells { return text }
    var left = cells
    var result = ""
    for character in text {
      left -= width(String(character))
      if left < 0 { break }
      result.append(character)
    }
    return result
  }
}
