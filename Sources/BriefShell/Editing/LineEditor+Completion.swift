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
      replace(range, with: common)
      range = range.lowerBound..<range.lowerBound + common.unicodeScalars.count
    }
    choose(among: completion, at: range)
    return BRIEF_ACTION_REFRESH
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
    var choice = CompletionMenu(
      completion.candidates, note: completion.note, typed: typed, columns: 80, rows: 24)
    defer { menu = nil }
    func show(_ text: String) {
      replace(range, with: text)
      range = range.lowerBound..<range.lowerBound + text.unicodeScalars.count
    }
    while true {
      let size = Terminal.size(of: outputDescriptor) ?? (80, 24)
      choice.fit(columns: size.columns, rows: room(of: size))
      menu = choice
      if !input.isPending { draw() }
      switch nextKey() {
      case .next:
        choice.move(by: 1)
        show(choice.chosenCandidate?.text ?? typed)
      case .previous:
        choice.move(by: -1)
        show(choice.chosenCandidate?.text ?? typed)
      case .escape: return show(typed)
      case .accept:
        if let chosen = choice.chosenCandidate { return insert(chosen, at: range) }
        return input.push("\r")
      case .other(let keys):
        if keys.count == 1, let digit = keys.first, let chosen = choice.candidate(at: digit) {
          return insert(chosen, at: range)
        }
        // A candidate that is gone on from is taken as it stands.
        return input.push(keys)
      case .stopped: return
      }
    }
  }

  /// The rows below the line that a menu may fill; one is left above it, so that it can be seen what
  /// the line belongs to.
  private func room(of size: (columns: Int, rows: Int)) -> Int {
    let lines = String(scalars: line.scalars).split(
      separator: "\n", omittingEmptySubsequences: false)
    let text = lines.reduce(0) { $0 + (DisplayText.width($1) + 8) / max(1, size.columns) + 1 }
    return size.rows - 1 - min(text, max(1, size.rows / 2))
  }

  /// The lines of a menu, as a screen of the size at hand holds them.
  func notes(of menu: CompletionMenu) -> [StyledText] {
    let size = Terminal.size(of: outputDescriptor) ?? (80, 24)
    var menu = menu
    menu.fit(columns: size.columns, rows: room(of: size))
    return menu.lines
  }

  // MARK: Keys

  /// What a key does in a menu.
  private enum MenuKey {
    case next, previous, accept, escape
    /// What the terminal sent.
    case other(String)
    /// A signal came, or the terminal is gone.
    case stopped
  }

  private func nextKey() -> MenuKey {
    guard case .scalar(let scalar) = input.next(stoppingFor: heedSignals) else { return .stopped }
    switch scalar {
    case "\t": return .next
    case "\r", "\n": return .accept
    case "\u{1B}": break
    default: return .other(String(Character(scalar)))
    }
    guard input.isFollowed(within: 50) else { return .escape }
    var keys = "\u{1B}"
    // ECMA-48: parameters and intermediate bytes, then one final byte.
    while case .scalar(let next) = input.next(stoppingFor: heedSignals) {
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
