import BriefSource

/// Wraps a styled text at words; what fits the width stays as it was laid out.
struct PageRenderer {
  /// The most cells of a line.
  let width: Int

  init(width: Int) { self.width = max(1, width) }

  /// `page`, harmless, with no line wider than ``width`` and a line end after the last.
  func render(_ page: StyledText) -> StyledText {
    var result = StyledText()
    var line = StyledText()
    for run in page.runs {
      let text = DisplayText.harmless(run.text.expandingTabs(), keepingLineEnds: true)
      var isFirst = true
      for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if !isFirst {
          append(line, to: &result)
          line = StyledText()
        }
        isFirst = false
        line.append(String(part), run.role)
      }
    }
    if !line.isEmpty { append(line, to: &result) }
    return result
  }

  private func append(_ line: StyledText, to result: inout StyledText) {
    let plain = line.plain
    guard DisplayText.width(plain) > width else {
      result.append(line)
      result.append("\n")
      return
    }
    let hang = hangingIndent(of: plain)
    let indent = String(plain.prefix { $0 == " " })
    let body = plain.dropFirst(indent.count)
    let first = min(indent.count, deepest)
    // The first line may begin further left than the others; wrap it on its own.
    var lines: [String] = []
    var rest = String(body)
    if first != hang, let head = LineWrapper(width: width - first).lines(of: rest).first {
      lines.append(head)
      rest = String(rest.dropFirst(head.count).drop { $0 == " " })
    }
    if !rest.isEmpty { lines += LineWrapper(width: width - hang).lines(of: rest) }
    var characters = StyledCharacters(line)
    characters.skip(indent.count)
    for (index, text) in lines.enumerated() {
      result.append(String(repeating: " ", count: index == 0 ? first : hang))
      characters.take(text, to: &result)
      result.append("\n")
    }
  }

  /// Where the lines after the first begin: under the text of the first, or under its second
  /// column when two spaces or more set that off.
  private func hangingIndent(of line: String) -> Int {
    let indent = line.prefix { $0 == " " }.count
    var column = 0
    var spaces = 0
    var hang = indent
    if line.dropFirst(indent).hasPrefix("- ") { hang = indent + 2 }
    for character in line {
      if character == " " {
        spaces += 1
      } else {
        if spaces >= 2, column > indent { hang = column }
        spaces = 0
      }
      column += DisplayText.width(String(character))
      if column > width / 2 { break }
    }
    return min(hang, deepest)
  }

  /// The deepest indent that leaves room for words.
  private var deepest: Int { max(0, min(width / 2, width - 8)) }
}

extension String {
  /// Each tab as the spaces up to the next multiple of eight columns, and CR LF as LF.
  fileprivate func expandingTabs() -> String {
    guard utf8.contains(where: { $0 == 0x09 || $0 == 0x0D }) else { return self }
    var result = ""
    var column = 0
    for character in self {
      switch character {
      case "\t":
        let count = 8 - column % 8
        result += String(repeating: " ", count: count)
        column += count
      case "\r\n", "\n":
        result += "\n"
        column = 0
      default:
        result.append(character)
        column += DisplayText.width(String(character))
      }
    }
    return result
  }
}
