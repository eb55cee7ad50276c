import BriefScript
import BriefSource

extension LineEditor {
  /// The longest text that is coloured while it is typed, in code points; it is read anew at every
  /// key.
  private static let longestDecorated = 20_000

  /// Adds to a view what the text alone does not say: colours, the partner of the bracket at the
  /// cursor, and the hint.
  func decorate(_ view: inout EditorView) {
    view.notes = menu.map { notes(of: $0) } ?? notes
    hint = nil
    if let found {
      view.marks = Array(found)
      return
    }
    guard palette.isColoured, isAssisting, view.scalars.count <= Self.longestDecorated else {
      return
    }
    let text = String(scalars: view.scalars)
    view.highlights = Self.highlights(highlighting(text), of: view.scalars)
    view.marks = Self.brackets(around: view.cursor, in: view)
    // A hint is told from the text by its colour alone.
    if menu == nil, view.cursor == view.scalars.count, !view.scalars.isEmpty {
      hint = likeliest(after: text) ?? expectation(text)
      if let hint { view.hint = Self.shown(hint) }
    }
  }

  /// The rest of the last entry that begins with `text`. Linear in the history.
  private func likeliest(after text: String) -> Engine.Hint? {
    let count = text.utf8.count
    guard text.utf8.contains(where: { $0 != 0x20 && $0 != 0x0A }) else { return nil }
    let entry = history.last { $0.utf8.count > count && $0.utf8.starts(with: text.utf8) }
    guard let entry, let rest = String(entry.utf8.dropFirst(count)) else { return nil }
    return Engine.Hint(rest, isText: true)
  }

  /// The first line of a hint.
  private static func shown(_ hint: Engine.Hint) -> String {
    guard let end = hint.text.firstIndex(of: "\n") else { return hint.text }
    return hint.text[..<end] + " …"
  }

  /// Highlights in code points instead of UTF-8 offsets.
  static func highlights(
    _ highlights: [Engine.Highlight], of scalars: [Unicode.Scalar]
  ) -> [EditorView.Highlight] {
    var result: [EditorView.Highlight] = []
    var offset = 0
    var index = 0
    func position(of wanted: Int) -> Int {
      while offset < wanted, index < scalars.count {
        offset += UTF8.width(scalars[index])
        index += 1
      }
      return index
    }
    for highlight in highlights {
      let start = position(of: highlight.range.start)
      let end = position(of: highlight.range.end)
      if start < end { result.append(.init(range: start..<end, role: highlight.role)) }
    }
    return result
  }

  /// The stretches of a text in which brackets are none: strings and comments.
  func unbracketed(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    guard scalars.count <= Self.longestDecorated else { return [] }
    let highlights = Self.highlights(highlighting(String(scalars: scalars)), of: scalars)
    return Self.unbracketed(highlights)
  }

  private static func unbracketed(_ highlights: [EditorView.Highlight]) -> [Range<Int>] {
    // `$(` is faint as a comment is, and two code points long.
    highlights.filter { $0.role == .quote || ($0.role == .dim && $0.range.count > 2) }.map(\.range)
  }

  /// The bracket that the cursor stands on or just behind, and its partner.
  private static func brackets(around cursor: Int, in view: EditorView) -> [Int] {
    let near = [cursor, cursor - 1].filter { index in
      view.scalars.indices.contains(index) && "()[]{}".unicodeScalars.contains(view.scalars[index])
    }
    if near.isEmpty { return [] }
    let scan = BracketScan(view.scalars, passing: unbracketed(view.highlights))
    for index in near { if let partner = scan.partners[index] { return [index, partner] } }
    return []
  }

  // MARK: Taking the hint

  /// Takes the hint over, or only its first word; whether there was one to take.
  func takeHint(wordOnly: Bool = false) -> Bool {
    let (scalars, cursor) = line
    guard cursor == scalars.count, let hint, hint.isText else { return false }
    var taken = hint.text[...]
    if wordOnly {
      let word = taken.drop { $0 == " " || $0 == "\n" }.drop { $0 != " " && $0 != "\n" }
      taken = taken[..<word.startIndex]
    }
    replace(cursor..<cursor, with: String(taken))
    return true
  }
}
