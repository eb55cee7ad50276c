import BriefScript
import BriefSource

/// The cells of a table as they are read: harmless, in paragraphs, numbers of a column alike.
struct CellText {
  /// One cell.
  struct Cell {
    /// The paragraphs, at least one; none holds a line end or a tab.
    let paragraphs: [String]
    /// Whether there is no value.
    let isMissing: Bool

    /// The lines of all paragraphs.
    func lines(_ wrapper: LineWrapper) -> [String] {
      if paragraphs.count == 1, let only = paragraphs.first { return wrapper.lines(of: only) }
      return paragraphs.flatMap { wrapper.lines(of: $0) }
    }
  }

  /// What stands where there is no value.
  private let missing: String
  private let table: Table
  private let numbers: [NumberText?]
  private let citations: CitationNames
  /// Whether places are cited with their files.
  var citesFiles = true

  init(_ table: Table, in alphabet: Medium.Alphabet = .unicode) {
    self.table = table
    missing = alphabet == .unicode ? "—" : "-"
    citations = CitationNames(table)
    numbers = table.type.columns.indices.map { column in
      guard table.type.columns[column].type == .number else { return nil }
      return NumberText(
        for: (0..<table.count).lazy.compactMap { row in
          if case .number(let number) = table[row, column] { number } else { nil }
        })
    }
  }

  /// The one file that every place cites; `nil` when there are several, or none.
  var onlyFile: String? { citations.onlyFile }

  /// The cell in the column at `column` of the row at `row`.
  subscript(row: Int, column: Int) -> Cell {
    let value = table[row, column]
    switch value {
    case .missing, .nothing: return Cell(paragraphs: [missing], isMissing: true)
    case .number(let number):
      let text = numbers[column]?.text(number) ?? NumberText(for: [number]).text(number)
      return Cell(paragraphs: [text], isMissing: false)
    case .place(let place):
      return Cell(
        paragraphs: Self.paragraphs(of: citations.citation(place, withFile: citesFiles)),
        isMissing: false)
    default:
      return Cell(paragraphs: Self.paragraphs(of: value.cellText), isMissing: false)
    }
  }

  /// The cells of the widest paragraph of a column.
  func naturalWidth(of column: Int) -> Int {
    var widest = 0
    for row in 0..<table.count {
      for paragraph in self[row, column].paragraphs {
        widest = max(widest, DisplayText.width(paragraph))
      }
    }
    return widest
  }

  /// The cells of the widest word of a column.
  func widestWord(of column: Int) -> Int {
    var widest = 0
    for row in 0..<table.count {
      for paragraph in self[row, column].paragraphs where paragraph.utf8.count > widest {
        for word in paragraph.split(separator: " ") {
          widest = max(widest, DisplayText.width(word))
        }
      }
    }
    return widest
  }

  /// The paragraphs of `text`, harmless.
  ///
  /// A line end inside a paragraph is only how the file was wrapped and becomes a space; an empty
  /// line ends a paragraph. Spaces at the ends are left out, as columns have their own.
  static func paragraphs(of text: String) -> [String] {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    if isPlain { return [DisplayText.harmless(text.trimmingSpaces())] }
    var paragraphs: [String] = []
    var words: [Substring.UnicodeScalarView] = []
    func close() {
      guard !words.isEmpty else { return }
      paragraphs.append(
        DisplayText.harmless(words.map { String($0) }.joined(separator: " ")))
      words = []
    }
    // By code points: CR LF is one character, and so is neither of its halves.
    let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
    for line in lines {
      let parts = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
      if parts.isEmpty { close() } else { words += parts }
    }
    close()
    return paragraphs.isEmpty ? [""] : paragraphs
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    guard utf8.first == 0x20 || utf8.last == 0x20 else { return self }
    let end = lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex
    return String(self[..<end].drop { $0 == " " })
  }
}
