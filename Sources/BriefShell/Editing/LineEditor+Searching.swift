import BriefSource
import CEditLine

extension LineEditor {
  /// What a key does while the history is searched.
  private enum SearchKey {
    case text(Unicode.Scalar)
    case older, newer, shorter, clear
    /// Runs the entry.
    case run
    /// Gives up and has the line as it was.
    case cancel
    /// Edits the entry, with the keys given back.
    case edit(String)
    /// A signal came, or the terminal is gone.
    case stopped
  }

  /// Searches the history for what is typed, showing the newest entry that holds it.
  ///
  /// It begins with the text before the cursor. Ctrl-R and Up go to older entries, Ctrl-S and Down
  /// to newer ones; Enter runs the entry, Escape and the keys that move go on editing it, Ctrl-G
  /// has the line back.
  func search(back: Bool) -> brief_editor_action {
    let (scalars, cursor) = line
    let draft = UndoSteps.State(scalars: scalars, cursor: cursor)
    var search = HistorySearch(in: history, for: String(scalars: scalars[..<cursor]))
    defer {
      found = nil
      notes = []
    }
    while true {
      // What is typed without pause is looked for once, at its end.
      if !input.isPending {
        search.look()
        show(search, draft)
        draw()
      }
      let key = nextSearchKey()
      switch key {
      case .text, .shorter, .clear, .stopped: break
      default:
        search.look()
        show(search, draft)
      }
      switch key {
      case .text(let scalar):
        search.wanted = DisplayText.composed(search.wanted + String(Character(scalar)))
      case .shorter: search.wanted = String(search.wanted.dropLast())
      case .clear: search.wanted = ""
      case .older: if !search.step(back: true) { write("\u{7}") }
      case .newer: if !search.step(back: false) { write("\u{7}") }
      case .cancel:
        restore(draft)
        return BRIEF_ACTION_REFRESH
      case .run:
        guard search.match != nil else {
          write("\u{7}")
          continue
        }
        return enter()
      case .edit(let keys):
        if search.match == nil { restore(draft) }
        input.push(keys)
        return BRIEF_ACTION_REFRESH
      case .stopped: return BRIEF_ACTION_REFRESH
      }
    }
  }

  private func show(_ search: HistorySearch, _ draft: UndoSteps.State) {
    var note = StyledText("search: ", .dim)
    note.append(search.wanted, .strong)
    if let match = search.match {
      replace(0..<line.scalars.count, with: match)
      found = search.place ?? 0..<0
      if let found, !found.isEmpty { move(to: found.upperBound) }
      note.append("  \(search.number) of \(search.matches.count)", .dim)
      note.append(" · Ctrl-R older · Enter runs · Esc edits · Ctrl-G back", .dim)
    } else {
      replace(0..<line.scalars.count, with: String(scalars: draft.scalars))
      found = 0..<0
      note.append("  nothing found · Ctrl-G back", .dim)
    }
    notes = [note]
  }

  private func restore(_ state: UndoSteps.State) {
    replace(0..<line.scalars.count, with: String(scalars: state.scalars))
    move(to: state.cursor)
  }

  private func nextSearchKey() -> SearchKey {
    guard case .scalar(let scalar) = input.next(stoppingFor: heedSignals) else { return .stopped }
    switch scalar {
    case "\u{12}", "\u{10}": return .older
    case "\u{13}", "\u{0E}": return .newer
    case "\u{7F}", "\u{08}": return .shorter
    case "\u{15}", "\u{17}": return .clear
    case "\u{07}": return .cancel
    case "\r", "\n": return .run
    case "\u{1B}": return escaped()
    case "\t": return .edit("")
    default:
      return scalar.value < 0x20 ? .edit(String(Character(scalar))) : .text(scalar)
    }
  }

  /// What the escape character begins: the sequence of a key, or nothing.
  private func escaped() -> SearchKey {
    guard input.isFollowed(within: 50) else { return .edit("") }
    guard case .scalar(let second) = input.next(stoppingFor: heedSignals) else { return .stopped }
    guard second == "[" || second == "O" else {
      return .edit("\u{1B}" + String(Character(second)))
    }
    var sequence = String(Character(second))
    while case .scalar(let scalar) = input.next(stoppingFor: heedSignals) {
      sequence.unicodeScalars.append(scalar)
      guard (0x40...0x7E).contains(scalar.value) || sequence.unicodeScalars.count > 16 else {
        continue
      }
      switch sequence {
      case "[A", "OA": return .older
      case "[B", "OB": return .newer
      default: return .edit("\u{1B}" + sequence)
      }
    }
    return .stopped
  }
}
