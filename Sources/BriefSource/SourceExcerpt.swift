/// Draws places of a source as numbered lines with carets under them.
///
/// One renderer draws a script's errors, a briefing's reading problems and the evidence of an
/// answer.
public struct SourceExcerpt: Sendable {
  /// A place to point at.
  public struct Mark: Sendable {
    /// What the carets stand under; a range over several lines is marked on its first.
    public let range: TextRange
    /// What is said after the carets.
    public let message: String
    /// How the carets are drawn.
    public let role: StyledText.Role

    /// Creates a mark.
    public init(_ range: TextRange, _ message: String = "", role: StyledText.Role = .error) {
      self.range = range
      self.message = message
      self.role = role
    }
  }

  /// The most terminal cells of a line, its number included; longer source lines are cut around
  /// the mark, and longer messages wrap.
  public let width: Int

  /// Creates a renderer for lines of at most `width` cells, at least 30.
  public init(width: Int = 100) { self.width = max(30, width) }

  /// Draws `marks` of `source`, one excerpt line for each marked line, in text order.
  ///
  /// Linear in the length of the marked lines.
  public func render(_ marks: [Mark], of source: Source) -> StyledText {
    var result = StyledText()
    let sorted = marks.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }.map(\.element)
    let gutter = String(
      sorted.last.map { source.lineNumber(at: $0.range.start) } ?? 1
    ).count
    let room = width - gutter - 3
    var drawn: Int?
    for mark in sorted {
      let line = source.lines.line(at: mark.range.start)
      let window = Window(mark: mark, line: source.lineRange(line), source: source, width: room)
      if drawn != line || window.isCut {
        let number = String(line + 1)
        let padding = String(repeating: " ", count: gutter - number.count)
        result.append("\(padding)\(number) | ", .dim)
        result.append(window.text + "\n")
        drawn = line
      }
      let margin = String(repeating: " ", count: gutter) + " | "
      result.append(margin, .dim)
      result.append(String(repeating: " ", count: window.indent))
      result.append(String(repeating: "^", count: window.carets), mark.role)
      let message = DisplayText.harmless(mark.message)
      let cells = DisplayText.width(message)
      if cells > 0, window.indent + window.carets + 1 + cells > room {
        // Below the carets, as far right as it has room.
        for line in Self.lines(of: message, cells: room) {
          let indent = max(0, min(window.indent, room - cells))
          result.append("\n" + margin, .dim)
          result.append(String(repeating: " ", count: indent))
          result.append(line, mark.role)
        }
      } else if cells > 0 {
        result.append(" " + message, mark.role)
      }
      result.append("\n")
    }
    return result
  }

  /// `text` broken at spaces into lines of at most `cells` cells; a longer word is a line.
  private static func lines(of text: String, cells: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, DisplayText.width(last) + 1 + DisplayText.width(word) <= cells {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The part of one line that is drawn, and where the carets go under it.
  private struct Window {
    var text = ""
    var indent = 0
    var carets = 1
    var isCut = false

    init(mark: Mark, line: TextRange, source: Source, width: Int) {
      let markStart = min(max(mark.range.start, line.start), line.end)
      let markEnd = max(markStart, min(mark.range.end, line.end))
      // Only what can be shown is decoded: a line may be a hundred megabytes long.
      let reach = width * 4
      var from = Self.boundary(max(line.start, markStart - reach), source)
      let to = Self.boundary(min(line.end, max(markStart + reach, line.start)), source)
      var before = Self.drawable(source[TextRange(from, markStart)])
      let marked = Self.drawable(source[TextRange(markStart, min(markEnd, to))])
      var after = min(markEnd, to) < to ? Self.drawable(source[TextRange(markEnd, to)]) : ""
      if from > line.start { before = "…" + before }
      let total =
        DisplayText.width(before) + DisplayText.width(marked) + DisplayText.width(after)
      if to < line.end { after += "…" }
      if total > width {
        isCut = true
        let room = max(width / 4, width - min(DisplayText.width(marked), width / 2) - 10)
        (before, from) = Self.suffix(before, cells: room / 2, from: from)
        let rest = width - DisplayText.width(before)
        let tail = Self.prefix(marked + after, cells: rest)
        text = before + tail
        carets = max(1, min(DisplayText.width(marked), rest))
      } else {
        text = before + marked + after
        carets = max(1, DisplayText.width(marked))
      }
      indent = DisplayText.width(before)
    }

    private static func boundary(_ offset: Int, _ source: Source) -> Int {
      var offset = offset
      while offset > 0, offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 {
        offset -= 1
      }
      return offset
    }

    private static func drawable(_ text: String) -> String {
      DisplayText.harmless(String(text.map { $0 == "\t" ? " " : $0 }))
    }

    private static func suffix(_ text: String, cells: Int, from: Int) -> (String, Int) {
      guard DisplayText.width(text) > cells else { return (text, from) }
      var kept = ""
      var used = 1
      for character in text.reversed() {
        let width = DisplayText.width(String(character))
        if used + width > cells { break }
        used += width
        kept.append(character)
      }
      return ("…" + String(kept.reversed()), from)
    }

    private static func prefix(_ text: String, cells: Int) -> String {
      guard DisplayText.width(text) > cells else { return text }
      var kept = ""
      var used = 1
      for character in text {
        let width = DisplayText.width(String(character))
        if used + width > cells { break }
        used += width
        kept.append(character)
      }
      return kept + "…"
    }
  }
}
