/// Writes a page of the manual for `man`, with the macros of man(7).
///
/// Only what every formatter knows is used, so that groff and mandoc show the same; letters beyond
/// ASCII are written by their number.
struct RoffWriter {
  private var lines: [String] = []

  /// The longest line of running text.
  private static let lineLength = 78

  /// Begins the page `name` of a section of the manual.
  init(_ name: String, section: Int, date: String, source: String, title: String) {
    lines = [
      ".\\\" Written by `brief manual`; not to be edited.",
      ".TH \(Self.text(name.uppercased())) \(section) \(date) \"\(source)\" \"\(title)\"",
    ]
  }

  /// What has been written, with a line end after the last line.
  var page: String { lines.joined(separator: "\n") + "\n" }

  /// Adds `document`; its headings of level `level` begin sections, deeper ones parts of them.
  mutating func append(_ document: Markdown, sectionLevel level: Int) {
    for block in document.blocks {
      switch block {
      case .heading(let depth, let text):
        let words = Self.inline(text, isHeading: true)
        if depth <= level {
          lines.append(".SH \(words.uppercasedOutsideOfEscapes)")
        } else {
          lines.append(".SS \(words)")
        }
      case .paragraph(let text):
        if !beginsSection { lines.append(".PP") }
        fill(text)
      case .code(let code): append(code)
      case .list(let items):
        for item in items {
          lines.append(".IP \\(bu 2")
          fill(item)
        }
      case .table(_, let rows): append(rows)
      }
    }
  }

  /// Whether a heading stands right before, after which a paragraph begins by itself.
  private var beginsSection: Bool {
    lines.last.map { $0.hasPrefix(".SH") || $0.hasPrefix(".SS") } ?? false
  }

  private mutating func append(_ code: [String]) {
    lines += [beginsSection ? nil : ".PP", ".in +4n", ".nf"].compactMap { $0 }
    for line in code {
      lines.append(line.isEmpty ? "\\&" : Self.guarded(Self.text(line, isCode: true)))
    }
    lines += [".fi", ".in -4n"]
  }

  /// A table as a list of what stands in its first column, each with the rest of its row.
  private mutating func append(_ rows: [[String]]) {
    for row in rows {
      guard let first = row.first else { continue }
      lines.append(".TP")
      lines.append(Self.guarded(Self.inline(first)))
      let rest = row.dropFirst().filter { !$0.isEmpty }
      if rest.isEmpty { lines.append("\\&") } else { fill(rest.joined(separator: " ")) }
    }
  }

  // MARK: Running text

  /// Adds lines of text, broken after sentences and where they would become too long.
  private mutating func fill(_ text: String) {
    var line = ""
    for word in Self.words(Self.inline(text)) {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > Self.lineLength {
        lines.append(Self.guarded(line))
        line = ""
      }
      line += line.isEmpty ? word : " " + word
      if word.hasSuffix(".") || word.hasSuffix(".\\fR") {
        lines.append(Self.guarded(line))
        line = ""
      }
    }
    if !line.isEmpty { lines.append(Self.guarded(line)) }
  }

  /// The words of text that is written already; an escaped space is part of a word.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isEscaped = false
    for character in text {
      if character == " ", !isEscaped {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// A line of Markdown with its fonts.
  static func inline(_ text: String, isHeading: Bool = false) -> String {
    MarkdownSpan.spans(of: text).map { span in
      switch span {
      case .text(let text): return Self.text(text)
      case .code(let code):
        let text = Self.text(code, isCode: true)
        return isHeading ? text : "\\fB\(text)\\fR"
      case .strong(let text): return isHeading ? Self.text(text) : "\\fB\(Self.text(text))\\fR"
      case .emphasis(let text): return isHeading ? Self.text(text) : "\\fI\(Self.text(text))\\fR"
      }
    }.joined()
  }

  // MARK: Characters

  /// `text` so that it is shown as it is; in code a hyphen is the one of ASCII.
  static func text(_ text: String, isCode: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += isCode ? "\\-" : "-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\"": result += "\\(dq"
      case "\u{A0}": result += "\\ "
      default:
        if scalar.isASCII {
          result.unicodeScalars.append(scalar)
        } else {
          let code = String(scalar.value, radix: 16, uppercase: true)
          result += "\\[u" + String(repeating: "0", count: max(0, 4 - code.count)) + code + "]"
        }
      }
    }
    return result
  }

  /// A line that is no request, whatever it begins with.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }
}

extension String {
  /// The text in upper case, but for what follows a backslash.
  fileprivate var uppercasedOutsideOfEscapes: String {
    contains("\\") ? self : uppercased()
  }
}
