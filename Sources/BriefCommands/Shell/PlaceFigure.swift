import BriefSource

/// A place of a text between the words before and behind it, under its citation.
struct PlaceFigure: Figure {
  /// The number of the row, when several are shown.
  let number: Int?
  let citation: String
  /// The section it stands in.
  let section: String?
  let before: String
  let words: String
  let after: String

  func drawn(on medium: Medium) -> StyledText {
    var text = StyledText(before)
    text.append(medium.choose("▸", ">>"), .strong)
    text.append(words, .quote)
    text.append(medium.choose("◂", "<<"), .strong)
    text.append(after)
    var title = StyledText(number.map { "#\($0) " } ?? "", .heading)
    title.append(DisplayText.harmless(citation), .strong)
    if let section {
      title.append(medium.choose(" · ", " - ") + DisplayText.harmless(section), .dim)
    }
    var result = StyledText()
    result.appendLines(title, width: medium.width)
    result.append("\n")
    var line = StyledText()
    for run in text.runs {
      let words = DisplayText.harmless(
        run.text.replacing("\r\n", with: "\n").replacing("\t", with: " "), keepingLineEnds: true)
      for (index, part) in words.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 {
          result.appendLines(line, width: medium.width)
          line = StyledText()
        }
        line.append(String(part), run.role)
      }
    }
    if !line.isEmpty { result.appendLines(line, width: medium.width) }
    return result
  }
}
