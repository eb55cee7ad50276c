import BriefScript
import BriefSource
import CEditLine

extension LineEditor {
  /// Does what a key asks for.
  func handle(key: UInt32) -> brief_editor_action {
    let (scalars, cursor) = line
    undoSteps.note(.init(scalars: scalars, cursor: cursor))
    switch key {
    case BRIEF_KEY_ENTER.rawValue: return enter()
    case BRIEF_KEY_NEW_LINE.rawValue: return insertLineEnd()
    case BRIEF_KEY_COMPLETE.rawValue:
      settle()
      return complete()
    case BRIEF_KEY_UP.rawValue: return goUp()
    case BRIEF_KEY_DOWN.rawValue: return goDown()
    case BRIEF_KEY_HOME.rawValue: return goHome()
    case BRIEF_KEY_END.rawValue: return goToEnd()
    case BRIEF_KEY_LEFT.rawValue: return goLeft()
    case BRIEF_KEY_RIGHT.rawValue: return goRight()
    case BRIEF_KEY_WORD_RIGHT.rawValue: return goRightByWord()
    case BRIEF_KEY_DELETE_BACK.rawValue: return deleteBack()
    case BRIEF_KEY_DELETE.rawValue: return deleteNext()
    case BRIEF_KEY_SEARCH_BACK.rawValue: return search(back: true)
    case BRIEF_KEY_SEARCH_FORWARD.rawValue: return search(back: false)
    case BRIEF_KEY_RECALL_BACK.rawValue: return recall(back: true, .anywhere)
    case BRIEF_KEY_RECALL_FORWARD.rawValue: return recall(back: false, .anywhere)
    case BRIEF_KEY_PASTE.rawValue: return paste()
    case BRIEF_KEY_CLOSE_BRACE.rawValue: return close(with: "}")
    case BRIEF_KEY_CLOSE_BRACKET.rawValue: return close(with: "]")
    case BRIEF_KEY_CLOSE_PARENTHESIS.rawValue: return close(with: ")")
    case BRIEF_KEY_CLEAR.rawValue:
      clear()
      return BRIEF_ACTION_REFRESH
    case BRIEF_KEY_EDIT.rawValue: return openExternalEditor()
    case BRIEF_KEY_UNDO.rawValue: return show(undoSteps.undo())
    case BRIEF_KEY_REDO.rawValue: return show(undoSteps.redo())
    case BRIEF_KEY_KILL_LINE.rawValue...BRIEF_KEY_YANK.rawValue: return cut(key)
    default: return BRIEF_ACTION_REFRESH
    }
  }

  // MARK: Lines

  /// Accepts the line when it is complete, otherwise begins a further one.
  func enter() -> brief_editor_action {
    var scalars = line.scalars
    if String(scalars: scalars).isBlank, let offered = offeredLine() {
      replace(0..<scalars.count, with: offered)
      scalars = line.scalars
    }
    if isIncomplete(String(scalars: scalars)) { return insertLineEnd() }
    move(to: scalars.count)
    return BRIEF_ACTION_ACCEPT
  }

  /// Inserts a line end at the cursor, and the indentation that the open brackets ask for.
  func insertLineEnd() -> brief_editor_action {
    let (scalars, cursor) = line
    let indentation = Indentation(scalars[..<cursor], passing: unbracketed(scalars))
    // The spaces that the cursor stands before are part of the indentation.
    let blanks = scalars[cursor...].prefix { $0 == " " }.count
    replace(
      cursor..<cursor + blanks, with: "\n" + String(repeating: " ", count: indentation.next))
    return BRIEF_ACTION_REFRESH
  }

  /// Inserts a closing bracket; as the first one of a line it takes the indentation of the line that
  /// it closes.
  private func close(with bracket: Unicode.Scalar) -> brief_editor_action {
    let (scalars, cursor) = line
    let start = scalars[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    var indentation = cursor - start
    if start > 0, scalars[start..<cursor].allSatisfy({ $0 == " " }) {
      let places = Indentation(scalars[..<start], passing: unbracketed(scalars))
      indentation = places.closing(bracket) ?? indentation
    }
    let isMoved = indentation < cursor - start
    replace(
      (isMoved ? start : cursor)..<cursor,
      with: (isMoved ? String(repeating: " ", count: indentation) : "") + String(bracket))
    return BRIEF_ACTION_REFRESH
  }

  /// Inserts what is pasted as it is; line ends do not accept the line.
  func paste() -> brief_editor_action {
    let text = Self.cleaned(readPaste())
    let cursor = line.cursor
    replace(cursor..<cursor, with: text)
    return BRIEF_ACTION_REFRESH
  }

  private func show(_ state: UndoSteps.State?) -> brief_editor_action {
    guard let state else { return BRIEF_ACTION_BEEP }
    replace(0..<line.scalars.count, with: String(scalars: state.scalars))
    move(to: state.cursor)
    return BRIEF_ACTION_REFRESH
  }

  /// Pasted text in normalisation form C, with LF as line end and without other control
  /// characters; a last line end is left out, so that Enter decides.
  static func cleaned(_ pasted: String) -> String {
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in pasted.unicodeScalars {
      switch scalar {
      case "\r", "\n":
        // The terminal's driver swaps the two while a line is edited, so a pair has either order.
        let isSecond = previous == (scalar == "\r" ? "\n" : "\r")
        if !isSecond { text.append("\n") }
        previous = isSecond ? nil : scalar
        continue
      case "\t": text.append(scalar)
      default: if scalar.value >= 0x20, scalar.value != 0x7F { text.append(scalar) }
      }
      previous = nil
    }
    while text.last == "\n" { text.removeLast() }
    return DisplayText.composed(String(text))
  }

  // MARK: Moving

  /// Moves to the line above, or from the first line to an older entry.
  func goUp() -> brief_editor_action {
    let (scalars, cursor) = line
    guard let end = scalars[..<cursor].lastIndex(of: "\n") else {
      return recall(back: true, .beginning)
    }
    let start = scalars[..<end].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    move(to: min(start + cursor - end - 1, end))
    return BRIEF_ACTION_REFRESH
  }

  /// Moves to the line below, or from the last line to a newer entry.
  func goDown() -> brief_editor_action {
    let (scalars, cursor) = line
    guard let end = scalars[cursor...].firstIndex(of: "\n") else {
      return recall(back: false, .beginning)
    }
    let start = scalars[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let last = scalars[(end + 1)...].firstIndex(of: "\n") ?? scalars.count
    move(to: min(end + 1 + cursor - start, last))
    return BRIEF_ACTION_REFRESH
  }

  /// Moves to the beginning of the line the cursor is in.
  func goHome() -> brief_editor_action {
    let (scalars, cursor) = line
    move(to: scalars[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0)
    return BRIEF_ACTION_REFRESH
  }

  /// Moves to the end of the line the cursor is in, or takes the hint there.
  func goToEnd() -> brief_editor_action {
    if takeHint() { return BRIEF_ACTION_REFRESH }
    let (scalars, cursor) = line
    move(to: scalars[cursor...].firstIndex(of: "\n") ?? scalars.count)
    return BRIEF_ACTION_REFRESH
  }

  private func goLeft() -> brief_editor_action {
    let (scalars, cursor) = line
    guard cursor > 0 else { return BRIEF_ACTION_BEEP }
    move(to: scalars.characterStart(before: cursor))
    return BRIEF_ACTION_REFRESH
  }

  private func goRight() -> brief_editor_action {
    let (scalars, cursor) = line
    guard cursor < scalars.count else {
      return takeHint() ? BRIEF_ACTION_REFRESH : BRIEF_ACTION_BEEP
    }
    move(to: scalars.characterEnd(after: cursor))
    return BRIEF_ACTION_REFRESH
  }

  private func goRightByWord() -> brief_editor_action {
    let (scalars, cursor) = line
    if cursor == scalars.count {
      return takeHint(wordOnly: true) ? BRIEF_ACTION_REFRESH : BRIEF_ACTION_BEEP
    }
    move(to: scalars.wordEnd(after: cursor))
    return BRIEF_ACTION_REFRESH
  }

  // MARK: Deleting

  /// Deletes the character before the cursor; of an indentation as much as one step.
  private func deleteBack() -> brief_editor_action {
    let (scalars, cursor) = line
    guard cursor > 0 else { return BRIEF_ACTION_BEEP }
    let start = scalars[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let isIndented = start > 0 && scalars[start..<cursor].allSatisfy { $0 == " " }
    let step = cursor - start > 1 && isIndented ? 2 - (cursor - start) % 2 : nil
    replace(
      (step.map { cursor - $0 } ?? scalars.characterStart(before: cursor))..<cursor, with: "")
    return BRIEF_ACTION_REFRESH
  }

  private func deleteNext() -> brief_editor_action {
    let (scalars, cursor) = line
    guard cursor < scalars.count else { return BRIEF_ACTION_BEEP }
    replace(cursor..<scalars.characterEnd(after: cursor), with: "")
    return BRIEF_ACTION_REFRESH
  }

  // MARK: Cutting

  private func cut(_ key: UInt32) -> brief_editor_action {
    let (scalars, cursor) = line
    let range: Range<Int>
    switch key {
    case BRIEF_KEY_KILL_LINE.rawValue:
      let end = scalars[cursor...].firstIndex(of: "\n") ?? scalars.count
      // At the end of a line it joins the next one.
      range = cursor..<(end == cursor ? min(end + 1, scalars.count) : end)
    case BRIEF_KEY_KILL_BEFORE.rawValue:
      let start = scalars[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      range = (start == cursor ? max(0, start - 1) : start)..<cursor
    case BRIEF_KEY_KILL_WORD.rawValue: range = cursor..<scalars.wordEnd(after: cursor)
    case BRIEF_KEY_KILL_WORD_BEFORE.rawValue: range = scalars.wordStart(before: cursor)..<cursor
    case BRIEF_KEY_KILL_BLANK_WORD.rawValue:
      range = scalars.blankWordStart(before: cursor)..<cursor
    default:
      guard !kills.text.isEmpty else { return BRIEF_ACTION_BEEP }
      replace(cursor..<cursor, with: String(scalars: kills.text))
      return BRIEF_ACTION_REFRESH
    }
    guard !range.isEmpty else { return BRIEF_ACTION_BEEP }
    // Other keys do not come by here, but they change the line or the cursor.
    let isGoingOn = lastCut == .init(scalars: scalars, cursor: cursor)
    kills.add(scalars[range], isBefore: range.lowerBound < cursor, isGoingOn: isGoingOn)
    replace(range, with: "")
    lastCut = .init(scalars: line.scalars, cursor: line.cursor)
    return BRIEF_ACTION_REFRESH
  }

  // MARK: History

  /// Shows the next entry of the history that fits what was typed.
  func recall(back: Bool, _ choice: HistoryWalk.Choice) -> brief_editor_action {
    let (scalars, cursor) = line
    let entry = walk.step(
      back: back, choice: choice, in: history, from: String(scalars: scalars),
      typed: String(scalars: scalars[..<cursor]))
    guard let entry else { return BRIEF_ACTION_BEEP }
    replace(0..<scalars.count, with: entry)
    return BRIEF_ACTION_REFRESH
  }
}
