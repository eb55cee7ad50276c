import BriefScript
import BriefSource

/// Lays out what a word can be completed to.
struct CompletionMenu {
  /// The columns and rows of the screen.
  let columns: Int
  let rows: Int

  init(columns: Int, rows: Int) {
    self.columns = max(10, columns)
    self.rows = max(4, rows)
  }

  /// The lines to show for `candidates`.
  ///
  /// Each has a line with its description when there are any; otherwise as many stand beside each
  /// other as fit. What goes beyond a screen is counted in the last line.
  func lines(for candidates: [Completion.Candidate]) -> [StyledText] {
    let hasSummaries = candidates.contains { !$0.summary.isEmpty }
    let lines = hasSummaries ? described(candidates) : grid(candidates.map(\.text))
    // The prompt needs a row or two itself.
    let most = max(1, rows - 3)
    guard lines.count > most else { return lines.map(\.text) }
    let shown = lines.prefix(most - 1)
    let left = candidates.count - shown.reduce(0) { $0 + $1.count }
    return shown.map(\.text) + [StyledText("… and \(left) more", .dim)]
  }

  /// What all of `texts` begin with, whole characters only.
  static func commonPrefix(_ texts: [String]) -> String {
    guard var prefix = texts.first.map({ Substring($0) }) else { return "" }
    for text in texts.dropFirst() {
      var end = prefix.startIndex
      var other = text.startIndex
      while end < prefix.endIndex, other < text.endIndex, prefix[end] == text[other] {
        end = prefix.index(after: end)
        other = text.index(after: other)
      }
      prefix = prefix[..<end]
    }
    return String(prefix)
  }

  /// Whether `text` goes on from what was typed, in any case and with or without a quotation
  /// mark in front, so that putting it there loses nothing.
  static func continues(_ typed: String, with text: String) -> Bool {
    func bare(_ text: String) -> String {
      String(text.drop { $0 == "\"" || $0 == "“" }).lowercased()
    }
    return bare(text).hasPrefix(bare(typed)) && text.count >= typed.count
  }

  private func described(
    _ candidates: [Completion.Candidate]
  ) -> [(text: StyledText, count: Int)] {
    let most = max(8, columns / 2)
    let names = candidates.map { DisplayText.harmless($0.text) }
    let widest = names.map { DisplayText.width($0) }.filter { $0 <= most }.max() ?? most
    return zip(names, candidates).map { name, candidate in
      var line = StyledText()
      // A name is never cut; it runs over its line if it must.
      line.append(name, .strong)
      let summary = DisplayText.harmless(candidate.summary)
      let room = columns - 1 - max(widest, DisplayText.width(name)) - 2
      if !summary.isEmpty, room >= 8 {
        let gap = max(0, widest - DisplayText.width(name)) + 2
        line.append(String(repeating: " ", count: gap))
        line.append(Self.shortened(summary, to: room), .dim)
      }
      return (line, 1)
    }
  }

  private func grid(_ texts: [String]) -> [(text: StyledText, count: Int)] {
    let names = texts.map { DisplayText.harmless($0) }
    let widest = (names.map { DisplayText.width($0) }.max() ?? 0) + 2
    let across = max(1, (columns + 1) / max(1, widest))
    let down = (names.count + across - 1) / across
    return (0..<down).map { row in
      var line = ""
      var count = 0
      for column in 0..<across {
        let index = column * down + row
        guard index < names.count else { break }
        let isLast = column == across - 1 || index + down >= names.count
        let padding = isLast ? 0 : widest - DisplayText.width(names[index])
        line += names[index] + String(repeating: " ", count: padding)
        count += 1
      }
      return (StyledText(line), count)
    }
  }

  /// `text`, or as much of it as fits `room` cells with an ellipsis.
  private static func shortened(_ text: String, to room: Int) -> String {
    guard DisplayText.width(text) > room else { return text }
    var result = ""
    var used = 1
    for character in text {
      let cells = DisplayText.width(String(character))
      if used + cells > room { break }
      result.append(character)
      used += cells
    }
    while result.last == " " { result.removeLast() }
    return result + "…"
  }
}
