import BriefSource

/// A text as the pager shows it: lines, and how many of the first name the columns of a table.
struct PagerText {
  /// The lines, without line ends.
  private(set) var lines: [StyledText] = []
  /// How many lines at the beginning stand above every screen.
  let headerCount: Int

  /// Takes `text` apart into lines.
  init(_ text: StyledText) {
    var line = StyledText()
    for run in text.runs {
      var isFirst = true
      for part in run.text.split(separator: "\n", omittingEmptySubsequences: false) {
        if !isFirst {
          lines.append(line)
          line = StyledText()
        }
        isFirst = false
        line.append(String(part), run.role)
      }
    }
    if !line.isEmpty { lines.append(line) }
    headerCount = Self.headerCount(of: lines)
  }

  /// The lines of a table above its rows: names of columns, then a rule.
  private static func headerCount(of lines: [StyledText]) -> Int {
    let rule = lines.prefix(8).firstIndex { line in
      let text = line.plain
      return text.contains("─") && text.allSatisfy { $0 == "─" || $0 == "┼" }
    }
    return rule.map { $0 + 1 } ?? 0
  }
}
