import BriefScript
import BriefSource
import CEditLine

extension LineEditor {
  /// Completes the word before the cursor as far as it is certain, and offers in a menu what it
  /// can be.
  func complete() -> brief_editor_action {
    let (scalars, cursor) = line
    let text = String(scalars: scalars)
    let before = String(scalars: scalars[..<cursor])
    let completion = completion(text, before.utf8.count)
    guard var range = text.scalarRange(completion.replacing), !completion.candidates.isEmpty else {
      return BRIEF_ACTION_BEEP
    }
    if completion.candidates.count == 1, let only = completion.candidates.first {
      insert(only, at: range)
      return BRIEF_ACTION_REFRESH
    }
    let typed = String(scalars: scalars[range])
    let common = CompletionMenu.commonPrefix(completion.candidates.map(\.text))
    if common != typed, CompletionMenu.continues(typed, with: common) {
      goToFirstRow()
      replace(range, with: common)
      range = range.lowerBound..<range.lowerBound + common.unicodeScalars.count
      redraw()
    }
    choose(among: completion, at: range)
    return BRIEF_ACTION_NONE
  }

  /// Puts a candidate into the line, and a space after it when the word is whole.
  private func insert(_ candidate: Completion.Candidate, at range: Range<Int>) {
    let scalars = line.scalars
    let isFollowed = range.upperBound < scalars.count && scalars[range.upperBound] == " "
    replace(range, with: candidate.text + (candidate.isPartial || isFollowed ? "" : " "))
  }

  // MARK: The menu

  /// Shows a menu below the line until something is chosen or another key is pressed, which then
  /// does what it does without a menu.
  private func choose(among completion: Completion, at place: Range<Int>) {
    let typed = String(scalars: line.scalars[place])
    var range = place
    var menu = menu(of: completion, typed: typed)
    var drawn = 0
    drawMenu = { [unowned self] in
      var resized = self.menu(of: completion, typed: typed)
      while let chosen = menu.chosen, resized.chosen != chosen { resized.move(by: 1) }
      menu = resized
      drawn = self.draw(menu)
    }
    defer { drawMenu = nil }
    drawMenu?()
    /// Puts `text` where the word stands, and the menu below it unless it is to go.
    func show(_ text: String, closing: Bool) {
      goToFirstRow()
      replace(range, with: text)
      range = range.lowerBound..<range.lowerBound + text.unicodeScalars.count
      redraw()
      if !closing { drawMenu?() }
    }
    func take(_ candidate: Completion.Candidate) {
      goToFirstRow()
      insert(candidate, at: range)
      redraw()
    }
    while let key = nextKey() {
      switch key {
      case .next, .previous:
        menu.move(by: key == .next ? 1 : -1)
        show(menu.chosenCandidate?.text ?? typed, closing: false)
      case .escape: return show(typed, closing: true)
      case .accept:
        if let chosen = menu.chosenCandidate { return take(chosen) }
        show(typed, closing: true)
        return input.push("\r")
      case .other(let keys):
        if keys.count == 1, let digit = keys.first, let chosen = menu.candidate(at: digit) {
          return take(chosen)
        }
        // A candidate that is gone on from is taken as it stands.
        show(menu.chosenCandidate?.text ?? typed, closing: true)
        return input.push(keys)
      }
    }
    if drawn > 0 { show(typed, closing: true) }
  }

  private func menu(of completion: Completion, typed: String) -> CompletionMenu {
    let size = Terminal.size(of: outputDescriptor) ?? (80, 24)
    // A row is left above, so that it can be seen what the line belongs to.
    return CompletionMenu(
      completion.candidates, note: completion.note, typed: typed, columns: size.columns,
      rows: size.rows - positions().end.row - 2)
  }

  /// Draws the menu below the line and goes back to the cursor; gives the number of its rows.
  private func draw(_ menu: CompletionMenu) -> Int {
    let (cursor, end) = positions()
    let lines = menu.lines
    var text = String(repeating: "\n", count: max(0, end.row - cursor.row)) + "\r"
    for line in lines {
      // Reversed, what is chosen stands out in any colours; it has its mark as well.
      let isReversed = line.isChosen && palette.isColoured
      text += "\r\n\u{1B}[K"
      text += isReversed ? "\u{1B}[7m\(line.text.plain)\u{1B}[27m" : palette.encode(line.text)
    }
    let up = lines.count + max(0, end.row - cursor.row)
    write(text + "\u{1B}[J" + (up > 0 ? "\u{1B}[\(up)A" : "") + "\u{1B}[\(cursor.column + 1)G")
    return lines.count
  }

  /// Goes to where the prompt begins and clears all from there.
  private func goToFirstRow() {
    let row = positions().cursor.row
    write("\r" + (row > 0 ? "\u{1B}[\(row)A" : "") + "\u{1B}[J")
  }

  // MARK: Keys

  /// What a key does in a menu.
  private enum MenuKey: Equatable {
    case next, previous, accept, escape
    /// What the terminal sent.
    case other(String)
  }

  /// The next key, or `nil` when none will come.
  private func nextKey() -> MenuKey? {
    guard let scalar = nextScalar() else { return nil }
    switch scalar {
    case "\t": return .next
    case "\r", "\n": return .accept
    case "\u{1B}": break
    default: return .other(String(Character(scalar)))
    }
    guard input.continuesEscape() else { return .escape }
    var keys = "\u{1B}"
    // ECMA-48: parameters and intermediate bytes, then one final byte.
    while let next = nextScalar() {
      keys.unicodeScalars.append(next)
      let isFirst = keys.unicodeScalars.count == 2
      if isFirst ? next != "[" && next != "O" : (0x40...0x7E).contains(next.value) { break }
      if keys.unicodeScalars.count > 16 { break }
    }
    switch keys {
    case "\u{1B}[Z", "\u{1B}[A", "\u{1B}OA": return .previous
    case "\u{1B}[B", "\u{1B}OB": return .next
    case BRIEF_ESCAPE_SEQUENCE: return .escape
    default: return .other(keys)
    }
  }
}
