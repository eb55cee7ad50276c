import BriefScript
import BriefSource

extension Markdown {
  /// The blocks as text for reading, one empty line between them.
  var page: StyledText {
    var page = StyledText()
    for block in blocks {
      if !page.isEmpty { page.append("\n") }
      switch block {
      case .heading(_, let text): page.append(Self.plain(text) + "\n", .heading)
      case .paragraph(let text): page.append(Self.styled(text) + StyledText("\n"))
      case .code(let lines):
        for line in lines { page.append("    " + line + "\n", .code) }
      case .list(let items):
        for item in items {
          page.append("- ")
          page.append(Self.styled(item) + StyledText("\n"))
        }
      case .table(_, let rows): page.append(Self.table(rows))
      }
    }
    return page
  }

  /// Columns that are aligned; the last one may be wrapped.
  private static func table(_ rows: [[String]]) -> StyledText {
    let cells = rows.map { $0.map { styled($0) } }
    var page = StyledText()
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      cells.compactMap { $0.indices.contains(column) ? DisplayText.width($0[column].plain) : nil }
        .max() ?? 0
    }
    for row in cells {
      page.append("  ")
      for (column, cell) in row.enumerated() {
        page.append(cell)
        guard column + 1 < row.count else { break }
        let space = widths[column] - DisplayText.width(cell.plain) + 2
        page.append(String(repeating: " ", count: space))
      }
      page.append("\n")
    }
    return page
  }

  /// A line with the roles of its stretches.
  static func styled(_ line: String) -> StyledText {
    var text = StyledText()
    for span in MarkdownSpan.spans(of: line) {
      switch span {
      case .text(let words), .emphasis(let words): text.append(words)
      case .code(let code): text.append(code, .code)
      case .strong(let words): text.append(words, .strong)
      }
    }
    return text
  }

  /// The characters of a line alone.
  static func plain(_ line: String) -> String {
    MarkdownSpan.spans(of: line).map(\.plain).joined()
  }
}
