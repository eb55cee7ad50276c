/// The part of Markdown that the manual is written in, read into blocks.
///
/// Headings with `#`, paragraphs, lists with `-`, code that is indented by four spaces or stands
/// between fences, and tables. Not read are nested lists, quotations and HTML.
struct Markdown {
  /// A piece of a page.
  enum Block: Hashable {
    case heading(level: Int, String)
    case paragraph(String)
    case code([String])
    case list([String])
    case table(header: [String], rows: [[String]])
  }

  /// The pieces in order.
  var blocks: [Block] = []

  init() {}

  /// Reads `text`. Linear in its length.
  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = lines.first {
      if line.allSatisfy({ $0 == " " }) {
        lines.removeFirst()
      } else if line.hasPrefix("#") {
        lines.removeFirst()
        let level = line.prefix { $0 == "#" }.count
        blocks.append(.heading(level: level, String(line.dropFirst(level).drop { $0 == " " })))
      } else if line.hasPrefix("```") {
        readFence(&lines)
      } else if line.hasPrefix("    ") {
        readCode(&lines)
      } else if line.hasPrefix("|") {
        readTable(&lines)
      } else if line.hasPrefix("- ") {
        readList(&lines)
      } else {
        blocks.append(.paragraph(Self.paragraph(&lines)))
      }
    }
  }

  private mutating func readFence(_ lines: inout ArraySlice<String>) {
    lines.removeFirst()
    var code: [String] = []
    while let line = lines.popFirst(), !line.hasPrefix("```") { code.append(line) }
    blocks.append(.code(code))
  }

  private mutating func readCode(_ lines: inout ArraySlice<String>) {
    var code: [String] = []
    while let line = lines.first, line.hasPrefix("    ") || line.isEmpty {
      code.append(String(line.dropFirst(4)))
      lines.removeFirst()
    }
    while code.last?.isEmpty == true { code.removeLast() }
    blocks.append(.code(code))
  }

  private mutating func readTable(_ lines: inout ArraySlice<String>) {
    var rows: [[String]] = []
    while let line = lines.first, line.hasPrefix("|") {
      rows.append(Self.cells(of: line))
      lines.removeFirst()
    }
    // The second line only says that the first is the head.
    let isRule = rows.count > 1 && rows[1].allSatisfy { $0.allSatisfy { $0 == "-" || $0 == ":" } }
    blocks.append(
      .table(header: isRule ? rows[0] : [], rows: Array(isRule ? rows.dropFirst(2) : rows[...])))
  }

  private mutating func readList(_ lines: inout ArraySlice<String>) {
    var items: [String] = []
    while let line = lines.first, line.hasPrefix("- ") || line.hasPrefix("  ") {
      lines.removeFirst()
      if line.hasPrefix("- ") {
        items.append(String(line.dropFirst(2)))
      } else if let last = items.indices.last {
        items[last] += " " + line.drop { $0 == " " }
      }
    }
    blocks.append(.list(items))
  }

  /// The lines up to the next block, joined.
  private static func paragraph(_ lines: inout ArraySlice<String>) -> String {
    var words: [String] = []
    while let line = lines.first, !line.isEmpty,
      !["#", "|", "- ", "```"].contains(where: line.hasPrefix)
    {
      words.append(String(line.drop { $0 == " " }))
      lines.removeFirst()
    }
    return words.joined(separator: " ")
  }

  /// The cells of a line of a table; a bar after a backslash is one of the text, in code as well.
  private static func cells(of line: String) -> [String] {
    var cells = [""]
    for character in line.dropFirst() {
      let last = cells.count - 1
      if character == "|", cells[last].last == "\\" {
        cells[last].removeLast()
        cells[last].append("|")
      } else if character == "|" {
        cells.append("")
      } else {
        cells[last].append(character)
      }
    }
    if cells.last?.allSatisfy({ $0 == " " }) == true { cells.removeLast() }
    return cells.map { cell in
      let start = cell.drop { $0 == " " }
      return String(
        start.prefix(upTo: start.lastIndex { $0 != " " }.map(start.index(after:)) ?? start.endIndex)
      )
    }
  }
}

/// A stretch of a line of Markdown.
enum MarkdownSpan: Hashable {
  case text(String)
  case code(String)
  case strong(String)
  case emphasis(String)

  /// The stretches of `line`; of a link only its words count. Linear in its length.
  static func spans(of line: String) -> [MarkdownSpan] {
    var spans: [MarkdownSpan] = []
    var plain = ""
    func flush() {
      if !plain.isEmpty { spans.append(.text(plain)) }
      plain = ""
    }
    var rest = Substring(line)
    while let character = rest.first {
      if character == "\\", let next = rest.dropFirst().first, next.isPunctuation || next.isSymbol {
        plain.append(next)
        rest = rest.dropFirst(2)
      } else if character == "`" {
        // A code span ends with as many marks as it begins with.
        let marks = String(rest.prefix { $0 == "`" })
        let body = rest.dropFirst(marks.count)
        guard let end = body.firstRange(of: marks) else {
          plain += marks
          rest = body
          continue
        }
        flush()
        var code = String(body[..<end.lowerBound])
        if marks.count > 1 {
          if code.hasPrefix(" ") { code.removeFirst() }
          if code.hasSuffix(" ") { code.removeLast() }
        }
        spans.append(.code(code))
        rest = body[end.upperBound...]
      } else if rest.hasPrefix("**"), let end = rest.dropFirst(2).firstRange(of: "**") {
        flush()
        spans.append(.strong(String(rest.dropFirst(2)[..<end.lowerBound])))
        rest = rest[end.upperBound...]
      } else if character == "*", let end = rest.dropFirst().firstIndex(of: "*"),
        end > rest.index(after: rest.startIndex)
      {
        flush()
        spans.append(.emphasis(String(rest.dropFirst()[..<end])))
        rest = rest[rest.index(after: end)...]
      } else if character == "[", let middle = rest.firstRange(of: "]("),
        let end = rest[middle.upperBound...].firstIndex(of: ")")
      {
        plain += rest[rest.index(after: rest.startIndex)..<middle.lowerBound]
        rest = rest[rest.index(after: end)...]
      } else {
        plain.append(character)
        rest.removeFirst()
      }
    }
    flush()
    return spans
  }

  /// `text` so that it is read as these characters, in a line or in a cell.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\*_[<|`".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// `code` as a code span in a cell, which no bar parts.
  static func cell(code text: String) -> String { code(text).replacing("|", with: "\\|") }

  /// `code` as a code span.
  static func code(_ code: String) -> String {
    let marks = code.contains("`") ? "``" : "`"
    let space = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
    return marks + space + code + space + marks
  }

  /// The characters alone.
  var plain: String {
    switch self {
    case .text(let text), .code(let text), .strong(let text), .emphasis(let text): text
    }
  }
}
