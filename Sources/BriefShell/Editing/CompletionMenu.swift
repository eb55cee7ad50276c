import BriefScript
import BriefSource

/// Lays out what a word can be completed to: a line each, as many as fit the screen.
struct CompletionMenu {
  /// What can be chosen.
  let candidates: [Completion.Candidate]
  /// What is said below them.
  let note: String?
  /// The columns and rows that may be filled.
  private(set) var columns: Int
  private(set) var rows: Int
  /// The candidate that is chosen, and the first of those shown.
  private(set) var chosen: Int?
  private var first = 0
  /// The digits that go on with what was typed, and so choose nothing.
  private let typedDigits: Set<Character>

  /// Lays out `candidates` for a word of which `typed` stands there.
  init(
    _ candidates: [Completion.Candidate], note: String? = nil, typed: String = "", columns: Int,
    rows: Int
  ) {
    self.candidates = candidates
    self.note = note
    self.columns = max(10, columns)
    self.rows = max(2, rows)
    typedDigits = Set(
      Self.digits.filter { digit in
        candidates.contains { Self.continues(typed + String(digit), with: $0.text) }
      })
  }

  private static let digits = "1234567890"

  /// Lays it out for a screen of another size; what is chosen stays.
  mutating func fit(columns: Int, rows: Int) {
    (self.columns, self.rows) = (max(10, columns), max(2, rows))
    if let chosen { first = max(chosen - reach + 1, min(first, chosen)) }
    first = max(0, min(first, candidates.count - reach))
  }

  /// How many candidates are shown at once.
  var reach: Int {
    let spare = note == nil ? 0 : 1
    return candidates.count + spare <= rows ? candidates.count : max(1, rows - 1)
  }

  /// The candidate that a digit chooses: those shown first are numbered from 1 to 9, then 0.
  func candidate(at digit: Character) -> Completion.Candidate? {
    guard !typedDigits.contains(digit), let place = Self.digits.firstIndex(of: digit) else {
      return nil
    }
    let index = first + Self.digits.distance(from: Self.digits.startIndex, to: place)
    return index < min(candidates.count, first + reach) ? candidates[index] : nil
  }

  /// Chooses the next candidate, or the one before; after the last comes the first.
  mutating func move(by step: Int) {
    let count = candidates.count
    guard count > 0 else { return }
    let next = chosen.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    chosen = next
    if next < first { first = next }
    if next >= first + reach { first = next - reach + 1 }
  }

  /// The candidate that is chosen.
  var chosenCandidate: Completion.Candidate? { chosen.map { candidates[$0] } }

  /// The lines to show; none is wider than the screen.
  var lines: [StyledText] {
    let shown = Array(candidates.enumerated().dropFirst(first).prefix(reach))
    let names = shown.map { DisplayText.harmless(String($0.element.name.dropFirst(directory))) }
    // The mark of what is chosen, a digit and a space stand before the name.
    let room = columns - 1 - 3
    let told = shown.map { DisplayText.width($0.element.summary) }.max() ?? 0
    let most = told == 0 || room < 28 ? room : max(room - told - 2, room / 2)
    let widest = min(most, names.map { DisplayText.width($0) }.max() ?? 0)
    var lines = zip(names, shown).enumerated().map { place, pair in
      let (name, (index, candidate)) = pair
      let isChosen = index == chosen
      var line = StyledText(isChosen ? ">" : " ", isChosen ? .speaker : .plain)
      let digit = place < 10 ? Array(Self.digits)[place] : " "
      line.append(typedDigits.contains(digit) ? "  " : "\(digit) ", .dim)
      let cut = Self.shortened(name, to: most)
      line.append(cut, isChosen ? .speaker : .strong)
      let left = room - widest - 2
      if !candidate.summary.isEmpty, left >= 8 {
        line.append(String(repeating: " ", count: widest - DisplayText.width(cut) + 2))
        line.append(
          Self.shortened(DisplayText.harmless(candidate.summary), to: left),
          isChosen ? .plain : .dim)
      }
      return line
    }
    var below: [String] = []
    if candidates.count > reach { below.append(counts) }
    if let note { below.append(DisplayText.harmless(note)) }
    if !below.isEmpty, lines.count < rows || candidates.count > reach {
      let text = Self.shortened(below.joined(separator: " · "), to: columns - 1)
      lines.append(StyledText(text, .dim))
    }
    return lines
  }

  /// How many characters of a directory the names share, which need not be said in each line.
  private var directory: Int {
    let common = Self.commonPrefix(candidates.map(\.name))
    guard candidates.count > 1, let slash = common.lastIndex(of: "/") else { return 0 }
    return common.distance(from: common.startIndex, to: slash) + 1
  }

  /// How many candidates are not shown.
  private var counts: String {
    let below = candidates.count - first - reach
    if below <= 0 { return "\(first) above" }
    return first == 0 ? "… and \(below) more" : "\(first) above, \(below) below"
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

  /// Whether `text` goes on from what was typed, in any case, with or without accents and a
  /// quotation mark in front, so that putting it there loses nothing.
  static func continues(_ typed: String, with text: String) -> Bool {
    func bare(_ text: String) -> String {
      FoldedText.folded(text.drop { $0 == "\"" || $0 == "“" })
    }
    return bare(text).hasPrefix(bare(typed)) && text.count >= typed.count
  }

  /// `text`, or as much of it as fits `room` cells with an ellipsis.
  static func shortened(_ text: String, to room: Int) -> String {
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
