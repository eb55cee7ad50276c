import BriefScript
import BriefSource

/// The text of a lesson, as its comments have it: paragraphs, lists and lines of code.
///
/// Lines of a paragraph are joined, so that they can be wrapped to any terminal. An empty line ends
/// a paragraph, one that begins with `- ` is an item of a list, and one that is indented by two
/// spaces or more is shown as it is.
struct LessonText {
  private let lines: [String]

  init(_ lines: [String]) { self.lines = lines }

  /// A line with the roles of its stretches.
  ///
  /// Code keeps its marks: a learner has to see where it begins and ends where there are no colours
  /// as well.
  static func styled(_ line: String) -> StyledText {
    var text = StyledText()
    for span in MarkdownSpan.spans(of: line) {
      switch span {
      case .text(let words), .emphasis(let words): text.append(words)
      case .code(let code): text.append("`\(code)`", .code)
      case .strong(let words): text.append(words, .strong)
      }
    }
    return text
  }

  /// The text with the roles of its stretches.
  var styled: StyledText {
    var text = StyledText()
    var paragraph: [String] = []
    func end() {
      guard !paragraph.isEmpty else { return }
      text.append(Self.styled(paragraph.joined(separator: " ")))
      text.append("\n")
      paragraph = []
    }
    var isInItem = false
    for line in lines {
      let body = line.drop { $0 == " " || $0 == "\t" }
      if body.isEmpty {
        end()
        isInItem = false
        if !text.isEmpty { text.append("\n") }
      } else if body.hasPrefix("- ") {
        end()
        isInItem = true
        paragraph = [String(body)]
      } else if line.hasPrefix("  "), !isInItem {
        end()
        text.append("  " + line + "\n", .code)
      } else {
        paragraph.append(String(body))
      }
    }
    end()
    return text
  }
}
