import BriefSource

/// What of a text the pager shows, and where its keys lead.
///
/// Lines are counted from 0 behind the header, which stands above every screen.
struct PagerView {
  private(set) var text: PagerText
  /// The columns and rows of the terminal.
  private(set) var columns: Int
  private(set) var rows: Int
  /// The first line shown.
  private(set) var top = 0
  /// What was looked for last.
  private(set) var search = ""
  /// The line where it was found.
  private var found: Int?
  /// What the last line says instead of what it always says.
  var message: String?

  init(_ text: PagerText, columns: Int, rows: Int) {
    self.text = text
    self.columns = columns
    self.rows = rows
  }

  /// The header lines, if they leave room for rows.
  var header: ArraySlice<StyledText> {
    text.headerCount * 2 < rows ? text.lines.prefix(text.headerCount) : []
  }

  private var body: ArraySlice<StyledText> { text.lines.dropFirst(header.count) }

  /// How many lines fit below the header and above the last row.
  var height: Int { max(1, rows - 1 - header.count) }

  /// The lines behind the header.
  var count: Int { body.count }

  /// The last line that may stand first.
  private var bottom: Int { max(0, count - height) }

  /// The lines shown below the header.
  var shown: ArraySlice<StyledText> { body.dropFirst(top).prefix(height) }

  /// The first line shown, counted from 1.
  var topLine: Int { top + 1 }

  /// Whether the end can be seen.
  var isAtEnd: Bool { top >= bottom }

  mutating func move(by lines: Int) { top = min(max(0, top + lines), bottom) }

  mutating func moveToStart() { top = 0 }

  mutating func moveToEnd() { top = bottom }

  /// Takes the text laid out anew for a terminal of another size; about the same lines stay shown.
  mutating func resize(_ text: PagerText, columns: Int, rows: Int) {
    let wasAtEnd = isAtEnd && top > 0
    let share = count == 0 ? 0 : Double(top) / Double(count)
    self.text = text
    self.columns = columns
    self.rows = rows
    top = wasAtEnd ? bottom : min(Int(share * Double(count)), bottom)
  }

  /// Goes to the next line that holds `wanted`, in any case; to the one before when `isBack`.
  ///
  /// Linear in the length of the text.
  mutating func find(_ wanted: String, isBack: Bool = false) {
    if !wanted.isEmpty {
      search = wanted
      found = nil
    }
    guard !search.isEmpty else {
      message = "nothing to look for: / and a word"
      return
    }
    let lines = Array(body)
    // A line near the end does not come to the top, as no screen goes beyond the end.
    let start = found.flatMap { (top..<top + height).contains($0) ? $0 : nil }
    let positions =
      isBack ? Array((0..<(start ?? top)).reversed()) : Array((start.map { $0 + 1 } ?? top)..<count)
    guard let next = positions.first(where: { !matches(in: lines[$0].plain).isEmpty }) else {
      message =
        "no \(start == nil ? "" : "other ")line \(isBack ? "before" : "after") this holds "
        + "“\(DisplayText.harmless(search))”"
      return
    }
    found = next
    top = min(next, bottom)
  }

  /// Where `text` holds what was looked for.
  func matches(in text: String) -> [Range<String.Index>] {
    guard !search.isEmpty else { return [] }
    let wanted = Array(search.lowercased())
    var found: [Range<String.Index>] = []
    var start = text.startIndex
    while start < text.endIndex {
      var end = start
      var count = 0
      while count < wanted.count, end < text.endIndex,
        text[end].lowercased() == String(wanted[count])
      {
        end = text.index(after: end)
        count += 1
      }
      if count == wanted.count {
        found.append(start..<end)
        start = end
      } else {
        start = text.index(after: start)
      }
    }
    return found
  }

  /// What the last row says: as much of it as fits.
  var status: String {
    if let message { return message }
    let lines = "\(top + 1)–\(top + shown.count) of \(count)"
    let keys = isAtEnd ? "b back, g start, q leave" : "space on, b back, / search, q leave"
    let texts = ["lines \(lines) · \(keys)", "\(lines) · \(keys)", "\(lines) · q leave"]
    return texts.first { DisplayText.width($0) < columns } ?? "q leave"
  }
}
