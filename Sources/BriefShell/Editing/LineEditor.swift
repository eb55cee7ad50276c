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
  /// What the parts of a text are, in text order and in UTF-8 offsets; for colours, and to know the
  /// brackets that are none.
  public var highlighting: (String) -> [Engine.Highlight] = { _ in [] }
  /// What a text wants next, said after the cursor where no entry of the history goes on with it.
  public var expectation: (String) -> Engine.Hint? = { _ in nil }
  /// Whether what is typed are statements, with colours and hints, and not answers to a question.
  public var isAssisting = true
  /// The user's editor, to be started on the text; `nil` when none is set.
  public var externalEditor: ExternalEditor?
  /// Whether it is forbidden here to start an editor.
  public var refusesEditor = false
  /// Says what went wrong beside the line.
  public var report: (Diagnostic) -> Void = { _ in }
  /// The entries that can be called back, the oldest first.
  public private(set) var history: [String] = []

  let input: TerminalInput
  let outputDescriptor: Int32
  let palette: Palette
  private var editor: OpaquePointer?
  private var isVi = false
  var walk = HistoryWalk()
  var undoSteps = UndoSteps()
  var kills = KillRing()
  /// The line as the last cut left it.
  var lastCut: UndoSteps.State?
  /// What stands before the first line and before each further one.
  private var leads = (first: "", other: "")
  private lazy var screen = EditorScreen(palette: palette) { [unowned self] in write($0) }
  /// The hint that is shown, if any.
  var hint: Engine.Hint?
  /// Lines that stand below the text until the next key.
  var notes: [StyledText] = []
  /// Stretches of the text that were found, instead of the brackets.
  var found: Range<Int>?
  var stop: Line?
  private var isPasting = false
  /// The menu of completion, while there is one.
  var menu: CompletionMenu?
  /// What the line is to begin with.
  private var begun = ""

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
    isVi = brief_editor_is_vi(editor)
    if isVi { self.input.loneEscape = BRIEF_ESCAPE_SEQUENCE }
  }

  deinit { brief_editor_destroy(editor) }

  /// Adds an entry to what can be called back; one like the last is left out, and one too long to be
  /// kept.
  public func remember(_ entry: String) {
    guard !entry.isEmpty, entry.utf8.count <= History.longestEntry, entry != history.last else {
      return
    }
    history.append(entry)
    // libedit's own history serves the commands of vi, which know one line only.
    if isVi, !entry.utf8.contains(0x0A) { entry.withScalars { brief_editor_remember(editor, $0) } }
  }

  /// Shows `prompt` and reads statements until they are complete and Enter is pressed.
  ///
  /// - Parameters:
  ///   - continuation: What stands before each further line.
  ///   - text: What stands in the line to begin with.
  public func readLine(
    prompt: String, continuation: String = "  ...> ", beginningWith text: String = ""
  ) -> Line {
    guard editor != nil else { return .closed }
    leads = (prompt, continuation)
    walk = HistoryWalk()
    undoSteps = UndoSteps()
    lastCut = nil
    notes = []
    found = nil
    stop = nil
    begun = text
    watchSignals()
    // Before the prompt is drawn, so that nothing is echoed twice or edited by the terminal.
    brief_editor_set_raw(editor, true)
    write("\u{1B}[?2004h")
    var characters: UnsafePointer<UInt32>?
    let count = brief_editor_read(editor, &characters)
    let text = count >= 0 ? String(scalars: characters, count: count) : ""
    if count >= 0 {
      leaveLine(of: Array(text.unicodeScalars))
    } else {
      leaveLine(marking: stop == .interrupted ? "^C" : "")
    }
    write("\u{1B}[?2004l")
    resetSignals()
    if let stop { return stop }
    if count == -1 { return .end }
    return count < 0 ? .closed : .text(DisplayText.composed(text))
  }

  /// Shows `prompt` and reads one line that is no statement: without entries of the history, hints
  /// and colours.
  public func readAnswer(
    prompt: String, completion offered: @escaping (String, Int) -> Completion
  ) -> Line {
    let statements = (isIncomplete, completion, offeredLine, highlighting, expectation)
    let (entries, editor) = (history, externalEditor)
    defer {
      (isIncomplete, completion, offeredLine, highlighting, expectation) = statements
      (history, externalEditor) = (entries, editor)
    }
    isIncomplete = { _ in false }
    completion = offered
    offeredLine = { nil }
    highlighting = { _ in [] }
    expectation = { _ in nil }
    (history, externalEditor) = ([], nil)
    return readLine(prompt: prompt)
  }

  // MARK: The line

  /// The text being edited, its code points, and the cursor among them.
  var line: (scalars: [Unicode.Scalar], cursor: Int) {
    var characters: UnsafePointer<UInt32>?
    var cursor = 0
    let count = brief_editor_line(editor, &characters, &cursor)
    let scalars = UnsafeBufferPointer(start: characters, count: max(0, count)).map {
      Unicode.Scalar($0) ?? "\u{FFFD}"
    }
    return (scalars, min(max(0, cursor), scalars.count))
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

  /// Draws the line as it is now, where it stands already.
  func draw() {
    let size = size
    let (scalars, cursor) = line
    undoSteps.note(.init(scalars: scalars, cursor: cursor))
    screen.draw(view(of: scalars, cursor: cursor), columns: size.columns, rows: size.rows)
  }

  /// Draws the line anew where the terminal's cursor is.
  func redraw() {
    screen.forget()
    draw()
  }

  /// Takes away what stands beside the text, before something else is written below it.
  func settle() {
    let size = size
    let (scalars, cursor) = line
    var view = view(of: scalars, cursor: cursor).settled
    view.cursor = cursor
    screen.draw(view, columns: size.columns, rows: size.rows)
  }

  /// Where the cursor and the end of the line stand, counted from the prompt.
  func positions() -> (cursor: EditorRows.Position, end: EditorRows.Position) { screen.positions }

  private var size: (columns: Int, rows: Int) {
    let size = Terminal.size(of: outputDescriptor) ?? (80, 24)
    return (max(4, size.columns), max(2, size.rows))
  }

  private func view(of scalars: [Unicode.Scalar], cursor: Int) -> EditorView {
    var view = EditorView(leads: leads, scalars: scalars, cursor: cursor)
    decorate(&view)
    return view
  }

  /// Goes to a fresh row below the line, with `mark` after its last character.
  func leaveLine(of scalars: [Unicode.Scalar]? = nil, marking mark: String = "") {
    let size = size
    let scalars = scalars ?? line.scalars
    screen.leave(
      view(of: scalars, cursor: scalars.count), marking: mark, columns: size.columns,
      rows: size.rows)
  }

  /// Clears the screen but for the line.
  func clear() {
    screen.forget()
    write("\u{1B}[H\u{1B}[2J")
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
  func heedSignals() -> Bool {
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
    leaveLine()
    giveTerminal()
    brief_signal_reset(SIGTSTP)
    _ = kill(getpid(), SIGTSTP)
    // Stopped here until the shell that started us says SIGCONT.
    brief_signal_watch(SIGTSTP)
    _ = brief_signal_take(SIGCONT)
    resume()
  }

  private func resume() {
    takeTerminal()
    write("\r\u{1B}[J")
    brief_editor_resize(editor)
    redraw()
  }

  /// Gives the terminal to another program as that wants it.
  func giveTerminal() {
    write("\u{1B}[?2004l")
    brief_editor_set_raw(editor, false)
    resetSignals()
  }

  /// Takes the terminal back to edit.
  func takeTerminal() {
    watchSignals()
    // Whoever had it meanwhile may have left it in any mode.
    brief_editor_set_raw(editor, false)
    brief_editor_set_raw(editor, true)
    write("\u{1B}[?2004h")
  }

  private func resize() {
    screen.wipe(columns: size.columns)
    brief_editor_resize(editor)
    draw()
  }

  // MARK: Input

  private func readScalar(_ result: UnsafeMutablePointer<UInt32>) -> brief_editor_input {
    if !begun.isEmpty {
      let text = begun
      begun = ""
      replace(0..<line.scalars.count, with: text)
    }
    // What is typed ahead or sent without pause is drawn once, at its end.
    if !input.isPending { draw() }
    switch input.next(stoppingFor: heedSignals) {
    case .scalar(let scalar):
      notes = []
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

  /// Collects what is pasted, up to the end the terminal marks.
  func readPaste() -> String {
    isPasting = true
    defer { isPasting = false }
    let end = Array("\u{1B}[201~".unicodeScalars)
    var pasted: [Unicode.Scalar] = []
    while case .scalar(let scalar) = input.next(stoppingFor: heedSignals) {
      pasted.append(scalar)
      if scalar == "~", pasted.suffix(end.count).elementsEqual(end) {
        pasted.removeLast(end.count)
        break
      }
    }
    return String(scalars: pasted)
  }
}
