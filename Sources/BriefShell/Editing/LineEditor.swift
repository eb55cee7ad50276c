import BriefScript
import BriefSource
import CEditLine
import Glibc

/// Reads statements from a terminal: several lines in one buffer, with completion, history and
/// the keys of emacs or, when `.editrc` says so, of vi.
///
/// It wraps one editor of libedit and gives the terminal back as it was whenever a line is done.
/// It is owned by one thread.
public final class LineEditor {
  /// What reading a line gave.
  public enum Line: Equatable {
    /// What was typed, in normalisation form C, without the last line end.
    case text(String)
    /// Ctrl-C: what was typed is given up.
    case interrupted
    /// Ctrl-D on an empty line.
    case end
    /// The terminal is gone or the process was told to end.
    case closed
  }

  /// Whether the text wants more lines.
  public var isIncomplete: (String) -> Bool = { _ in false }
  /// What may stand at a UTF-8 offset of a text.
  public var completion: (String, Int) -> Completion = { _, offset in
    Completion(replacing: .at(offset), candidates: [])
  }
  /// The line that Enter stands for when nothing was typed; none when `nil`.
  public var offeredLine: () -> String? = { nil }
  /// The entries that can be called back, the oldest first.
  public private(set) var history: [String] = []

  let input: TerminalInput
  let outputDescriptor: Int32
  let palette: Palette
  private var editor: OpaquePointer?
  var walk = HistoryWalk()
  private var promptText = ""
  private var stop: Line?
  private var isPasting = false
  /// Draws the menu of completion anew, while there is one.
  var drawMenu: (() -> Void)?

  /// Creates an editor for the terminal behind two descriptors, or `nil` when it cannot be used
  /// for editing: it is no terminal, it cannot move its cursor, or `.editrc` turns editing off.
  ///
  /// - Parameter settings: The `.editrc` to read, if any.
  public init?(
    input: Int32 = 0, output: Int32 = 1, isColoured: Bool = false, settings: String? = nil
  ) {
    guard isatty(input) != 0, isatty(output) != 0, brief_use_utf8_locale() else { return nil }
    self.input = TerminalInput(descriptor: input)
    outputDescriptor = output
    palette = Palette(isColoured: isColoured)
    let context = Unmanaged.passUnretained(self).toOpaque()
    let owner = brief_editor_owner(
      context: context,
      key: { context, key in
        guard let context else { return Int32(BRIEF_ACTION_NONE.rawValue) }
        let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
        return Int32(editor.handle(key: UInt32(key)).rawValue)
      },
      read: { context, scalar in
        guard let context, let scalar else { return Int32(BRIEF_INPUT_FAILED.rawValue) }
        let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
        return editor.readScalar(scalar).rawValue
      })
    editor = brief_editor_create("brief", input, output, owner, settings)
    guard let editor, brief_editor_is_editing(editor) else {
      brief_editor_destroy(editor)
      editor = nil
      return nil
    }
    if brief_editor_is_vi(editor) { self.input.loneEscape = BRIEF_ESCAPE_SEQUENCE }
  }

  deinit { brief_editor_destroy(editor) }

  /// Adds an entry to what can be called back; an entry like the last one is left out.
  public func remember(_ entry: String) {
    guard !entry.isEmpty, entry != history.last else { return }
    history.append(entry)
    // libedit's own history serves the commands of vi, which know one line only.
    if !entry.contains("\n") { entry.withScalars { brief_editor_remember(editor, $0) } }
  }

  /// Shows `prompt` and reads statements until they are complete and Enter is pressed.
  public func readLine(prompt: String) -> Line {
    guard editor != nil else { return .closed }
    promptText = prompt
    walk = HistoryWalk()
    stop = nil
    setPrompt(prompt)
    watchSignals()
    // Before the prompt is drawn, so that nothing is echoed twice or edited by the terminal.
    brief_editor_set_raw(editor, true)
    write("\u{1B}[?2004h")
    var characters: UnsafePointer<UInt32>?
    let count = brief_editor_read(editor, &characters)
    let text = count >= 0 ? String(scalars: characters, count: count) : ""
    if count < 0 { leaveLine(marking: stop == .interrupted ? "^C" : "") }
    write("\u{1B}[?2004l")
    resetSignals()
    if let stop { return stop }
    if count == -1 { return .end }
    return count < 0 ? .closed : .text(DisplayText.composed(text))
  }

  private func setPrompt(_ prompt: String) {
    // One literal around the whole, and a space after it: libedit loses a literal at the end.
    let text = prompt.last == " " ? String(prompt.dropLast()) : prompt
    let shown =
      palette.isColoured ? "\u{1}\u{1B}[1;36m\u{1}\(text)\u{1}\u{1B}[0m\u{1} " : text + " "
    shown.withScalars { brief_editor_set_prompt(editor, $0) }
  }

  // MARK: The line

  /// The text being edited, its code points, and the cursor among them.
  var line: (scalars: [Unicode.Scalar], cursor: Int) {
    var characters: UnsafePointer<UInt32>?
    var cursor = 0
    let count = brief_editor_line(editor, &characters, &cursor)
    let scalars = String(scalars: characters, count: count).unicodeScalars
    return (Array(scalars), cursor)
  }

  /// Replaces code points of the line and leaves the cursor after the new ones.
  func replace(_ range: Range<Int>, with text: String) {
    text.withScalars { brief_editor_replace(editor, range.lowerBound, range.count, $0) }
  }

  /// Moves the cursor before the code point at `position`.
  func move(to position: Int) { brief_editor_move(editor, position) }

  // MARK: The screen

  /// Writes beside libedit, in order with what it writes.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        brief_editor_write(editor, $0.baseAddress, $0.count)
      }
    }
  }

  /// Draws the line anew where the terminal's cursor is.
  func redraw() { brief_editor_redraw(editor) }

  /// Where the cursor and the end of the line stand, counted from the prompt.
  func positions() -> (cursor: EditorLayout.Position, end: EditorLayout.Position) {
    let layout = EditorLayout(columns: Terminal.size(of: outputDescriptor)?.columns ?? 80)
    let (scalars, cursor) = line
    let prompt = Array(promptText.unicodeScalars)
    return (
      layout.end(of: prompt + scalars.prefix(cursor)), layout.end(of: prompt + scalars)
    )
  }

  /// Goes to a fresh row below the line, with `mark` after its last character.
  private func leaveLine(marking mark: String) {
    let (cursor, end) = positions()
    write(String(repeating: "\n", count: max(0, end.row - cursor.row)))
    write("\r\u{1B}[\(end.column + 1)G\(mark)\r\n\u{1B}[J")
  }

  // MARK: Signals

  private static let watched = [SIGINT, SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM]

  private func watchSignals() {
    for signal in Self.watched { brief_signal_watch(signal) }
  }

  /// Ctrl-Z stops a running command as it stops any program; the others stay watched.
  private func resetSignals() {
    for signal in [SIGTSTP, SIGCONT, SIGWINCH] { brief_signal_reset(signal) }
  }

  /// Does what the signals ask that came; whether reading has to stop.
  private func heedSignals() -> Bool {
    if brief_signal_is_pending(SIGHUP) || brief_signal_is_pending(SIGTERM) {
      stop = .closed
    } else if brief_signal_take(SIGINT) {
      stop = .interrupted
      input.discard()
    }
    if stop != nil { return true }
    if brief_signal_take(SIGTSTP) { suspend() }
    if brief_signal_take(SIGCONT) { resume() }
    if brief_signal_take(SIGWINCH) { resize() }
    return false
  }

  private func suspend() {
    leaveLine(marking: "")
    write("\u{1B}[?2004l")
    brief_editor_set_raw(editor, false)
    brief_signal_reset(SIGTSTP)
    _ = kill(getpid(), SIGTSTP)
    // Stopped here until the shell that started us says SIGCONT.
    brief_signal_watch(SIGTSTP)
    _ = brief_signal_take(SIGCONT)
    resume()
  }

  private func resume() {
    brief_editor_set_raw(editor, false)
    brief_editor_set_raw(editor, true)
    write("\u{1B}[?2004h\r\u{1B}[J")
    brief_editor_resize(editor)
    redraw()
    drawMenu?()
  }

  private func resize() {
    // A terminal that is made narrower or wider wraps what it shows anew, as we compute it here.
    let row = positions().cursor.row
    write("\r" + (row > 0 ? "\u{1B}[\(row)A" : "") + "\u{1B}[J")
    brief_editor_resize(editor)
    redraw()
    drawMenu?()
  }

  // MARK: Input

  private func readScalar(_ result: UnsafeMutablePointer<UInt32>) -> brief_editor_input {
    switch input.next(stoppingFor: heedSignals) {
    case .scalar(let scalar):
      result.pointee = compose(scalar).value
      return BRIEF_INPUT_CHARACTER
    case .signal: return BRIEF_INPUT_FAILED
    case .end:
      if stop == nil { stop = .closed }
      return BRIEF_INPUT_FAILED
    }
  }

  /// Joins a combining mark with the letter before the cursor, as normalisation form C has it.
  private func compose(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value >= 0x300, !isPasting, DisplayText.width(scalar) == 0 else { return scalar }
    let (scalars, cursor) = line
    guard cursor > 0, cursor <= scalars.count else { return scalar }
    var pair = String.UnicodeScalarView([scalars[cursor - 1]])
    pair.append(scalar)
    let composed = DisplayText.composed(String(pair))
    guard composed.unicodeScalars.count == 1 else { return scalar }
    replace(cursor - 1..<cursor, with: composed)
    input.push(String(BRIEF_REFRESH_SEQUENCE.dropFirst()))
    return "\u{1B}"
  }

  /// The next code point that is typed, for a key's handler that wants more; `nil` when a signal
  /// or the end of the terminal came instead.
  func nextScalar() -> Unicode.Scalar? {
    var value: UInt32 = 0
    guard brief_editor_next(editor, &value) == BRIEF_INPUT_CHARACTER.rawValue else { return nil }
    return Unicode.Scalar(value)
  }

  /// Collects what is pasted, up to the end the terminal marks.
  func readPaste() -> String {
    isPasting = true
    defer { isPasting = false }
    let end = Array("\u{1B}[201~".unicodeScalars)
    var pasted: [Unicode.Scalar] = []
    var value: UInt32 = 0
    while brief_editor_next(editor, &value) == BRIEF_INPUT_CHARACTER.rawValue {
      guard let scalar = Unicode.Scalar(value) else { continue }
      pasted.append(scalar)
      if scalar == "~", pasted.suffix(end.count).elementsEqual(end) {
        pasted.removeLast(end.count)
        break
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: pasted)
    return String(text)
  }

  // MARK: Keys

  private func handle(key: UInt32) -> brief_editor_action {
    switch key {
    case BRIEF_KEY_ENTER.rawValue: return enter()
    case BRIEF_KEY_NEW_LINE.rawValue: return insertLineEnd()
    case BRIEF_KEY_COMPLETE.rawValue: return complete()
    case BRIEF_KEY_UP.rawValue: return goUp()
    case BRIEF_KEY_DOWN.rawValue: return goDown()
    case BRIEF_KEY_HOME.rawValue: return goHome()
    case BRIEF_KEY_END.rawValue: return goToEnd()
    case BRIEF_KEY_SEARCH_BACK.rawValue: return recall(back: true, .anywhere)
    case BRIEF_KEY_SEARCH_FORWARD.rawValue: return recall(back: false, .anywhere)
    case BRIEF_KEY_PASTE.rawValue: return paste()
    default: return BRIEF_ACTION_REFRESH
    }
  }
}
