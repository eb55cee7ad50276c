import BriefSource

extension StyledText {
  /// Adds `text` as lines of at most `width` cells.
  mutating func appendLines(_ text: String, _ role: Role, width: Int) {
    appendLines(StyledText(text, role), width: width)
  }

  /// Adds `text` as lines of at most `width` cells, those after the first behind `indent` spaces.
  mutating func appendLines(_ text: StyledText, width: Int, indent: Int = 0) {
    for (index, line) in LineWrapper(width: width - indent).lines(of: text).enumerated() {
      if index > 0 { append(String(repeating: " ", count: indent)) }
      append(line)
      append("\n")
    }
  }

  /// Adds `units` behind a title, two spaces apart, on as many lines as they need; a unit breaks only
  /// where it is wider than a line. Nothing without units.
  mutating func appendUnits(_ units: [StyledText], _ title: String, width: Int) {
    if units.isEmpty { return }
    var line = StyledText(title, .dim)
    for unit in units {
      let gap = line.plain == title ? " " : "  "
      let isIndented = line.plain.hasPrefix(" ")
      if DisplayText.width(line.plain) + gap.count + DisplayText.width(unit.plain) <= width {
        line.append(gap)
        line.append(unit)
      } else {
        appendLines(line, width: width, indent: isIndented ? 2 : 0)
        line = StyledText("  ")
        line.append(unit)
      }
    }
    appendLines(line, width: width, indent: 2)
  }

  /// Adds what has to be known of a chart to read it right.
  mutating func appendNotes(_ notes: [String], width: Int) {
    if notes.isEmpty { return }
    appendLines("(\(notes.joined(separator: "; ")))", .dim, width: width)
  }
}

extension String {
  /// The text with spaces behind it, or before it, to fill `width` cells.
  func padded(to width: Int, isTrailing: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - DisplayText.width(self)))
    return isTrailing ? spaces + self : self + spaces
  }
}

/// A figure that is drawn in ASCII wherever it is drawn.
struct PlainFigure: Figure {
  let figure: any Figure

  func drawn(on medium: Medium) -> StyledText {
    figure.drawn(on: Medium(width: medium.width, alphabet: .ascii))
  }
}

extension Page {
  /// A page with `figure`; `inASCII` draws it in ASCII wherever it is drawn.
  static func chart(_ figure: some Figure, inASCII: Bool) -> Page {
    inASCII ? Page(PlainFigure(figure: figure)) : Page(figure)
  }
}
