import BriefScript
import BriefSource
import CEditLine

extension LineEditor {
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

  /// Inserts a line end at the cursor.
  func insertLineEnd() -> brief_editor_action {
    let cursor = line.cursor
    replace(cursor..<cursor, with: "\n")
    return BRIEF_ACTION_REFRESH
  }

  /// Inserts what is pasted as it is; line ends do not accept the line.
  func paste() -> brief_editor_action {
    let text = Self.cleaned(readPaste())
    let cursor = line.cursor
    replace(cursor..<cursor, with: text)
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

  /// Moves to the end of the line the cursor is in.
  func goToEnd() -> brief_editor_action {
    let (scalars, cursor) = line
    move(to: scalars[cursor...].firstIndex(of: "\n") ?? scalars.count)
    return BRIEF_ACTION_REFRESH
  }

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

extension String {
  /// Whether it holds nothing but white space.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// A text of the code points that libedit gives, whatever they are.
  init(scalars: UnsafePointer<UInt32>?, count: Int) {
    var view = String.UnicodeScalarView()
    for value in UnsafeBufferPointer(start: scalars, count: Swift.max(0, count)) {
      view.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    self = String(view)
  }

  /// A text of `scalars`.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }

  /// Gives the code points, ended by 0, to C; the text ends early where it holds a 0 itself.
  func withScalars(_ body: (UnsafePointer<UInt32>) -> Void) {
    let values = unicodeScalars.map(\.value) + [0]
    values.withUnsafeBufferPointer { if let start = $0.baseAddress { body(start) } }
  }

  /// The code points that a range of UTF-8 offsets covers, or `nil` when it covers none exactly.
  func scalarRange(_ range: TextRange) -> Range<Int>? {
    guard range.end <= utf8.count else { return nil }
    let start = utf8.index(startIndex, offsetBy: range.start)
    let end = utf8.index(startIndex, offsetBy: range.end)
    guard start.samePosition(in: unicodeScalars) != nil,
      end.samePosition(in: unicodeScalars) != nil
    else { return nil }
    let first = unicodeScalars.distance(from: unicodeScalars.startIndex, to: start)
    return first..<first + unicodeScalars.distance(from: start, to: end)
  }
}
