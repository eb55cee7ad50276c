import BriefSource
import BriefTestSupport
import Testing

@testable import BriefShell

/// What the editor draws, seen on a terminal's screen.
@Suite struct EditorScreenTests {
  /// A terminal and the editor's part of it.
  private final class Stage {
    var terminal: PseudoTerminalScreen
    var sent = ""
    lazy var screen = EditorScreen(palette: Palette(isColoured: false)) { [unowned self] in
      sent += $0
      terminal.feed($0.utf8)
    }

    init(columns: Int, rows: Int) {
      terminal = PseudoTerminalScreen(columns: columns, rows: rows)
    }

    func draw(_ view: EditorView) {
      sent = ""
      screen.draw(view, columns: terminal.columns, rows: terminal.rows)
    }
  }

  private func view(_ text: String, cursor: Int? = nil) -> EditorView {
    let scalars = Array(text.unicodeScalars)
    return EditorView(
      leads: ("fix> ", " ..> "), scalars: scalars, cursor: cursor ?? scalars.count)
  }

  @Test func furtherLinesHaveAMarkAndLongOnesWrap() {
    let stage = Stage(columns: 16, rows: 10)
    stage.draw(view("one two three four\nfive", cursor: 21))
    #expect(stage.terminal.text == "fix> one two thr\nee four\n ..> five")
    #expect(stage.terminal.cursor == (2, 7))
  }

  @Test func aFullLastRowLeavesRoomForTheCursor() {
    let stage = Stage(columns: 10, rows: 10)
    stage.draw(view("12345"))
    #expect(stage.terminal.cursor == (1, 0))
    stage.draw(view("123456"))
    #expect(stage.terminal.text == "fix> 12345\n6")
    stage.draw(view("123"))
    #expect(stage.terminal.text == "fix> 123")
    #expect(stage.terminal.cursor == (0, 8))
  }

  @Test(arguments: [1, 4, 5, 6, 12, 15, 16])
  func aResizedTerminalIsWipedAndDrawnAnew(count: Int) {
    let stage = Stage(columns: 10, rows: 12)
    stage.terminal.feed("above\r\n".utf8)
    let text = String("abcdefghijklmnopqrst".prefix(count))
    for columns in [7, 23, 5, 10] {
      stage.draw(view(text))
      stage.terminal.resize(columns: columns, rows: 12)
      stage.screen.wipe(columns: columns)
      #expect(stage.terminal.text == "above", "\(columns)")
    }
  }

  @Test func wideCharactersAreNotCutAtTheEdge() {
    let stage = Stage(columns: 10, rows: 10)
    stage.draw(view("abcd北京"))
    #expect(stage.terminal.text == "fix> abcd\n北京")
    #expect(stage.terminal.cursor == (1, 4))
    stage.draw(view("abcd北e\u{301}", cursor: 4))
    #expect(stage.terminal.text == "fix> abcd\n北e\u{301}")
    #expect(stage.terminal.cursor == (1, 0))
  }

  @Test func onlyRowsThatChangedAreSent() {
    let stage = Stage(columns: 40, rows: 10)
    stage.draw(view("first line\nsecond line\nthird"))
    stage.draw(view("first line\nsecond line\nthird!"))
    #expect(stage.terminal.text == "fix> first line\n ..> second line\n ..> third!")
    #expect(!stage.sent.contains("second"))
    stage.draw(view("first line\nsecond line\nthird!"))
    #expect(stage.sent.isEmpty)
    stage.draw(view("first line\nsecond line\nthird!", cursor: 2))
    #expect(stage.terminal.cursor == (0, 7))
    #expect(!stage.sent.contains("first"))
  }

  @Test func aLongTextIsSeenThroughAWindow() {
    let stage = Stage(columns: 20, rows: 6)
    let text = (1...100).map { "line \($0)" }.joined(separator: "\n")
    stage.draw(view(text))
    #expect(
      stage.terminal.text == """
        ↑ 96 more lines
         ..> line 97
         ..> line 98
         ..> line 99
         ..> line 100
        """)
    stage.draw(view(text, cursor: 0))
    #expect(
      stage.terminal.text == """
        fix> line 1
         ..> line 2
         ..> line 3
         ..> line 4
        ↓ 96 more lines
        """)
    stage.screen.leave(view(text), marking: "", columns: 20, rows: 6)
    #expect(
      stage.terminal.text == "fix> line 1\n ..> line 2\n… 96 lines\n ..> line 99\n ..> line 100")
  }

  @Test func notesStandBelowAndGo() {
    let stage = Stage(columns: 20, rows: 6)
    var noted = view("abc", cursor: 1)
    noted.notes = [StyledText("a note that is longer than the screen is wide")]
    stage.draw(noted)
    #expect(stage.terminal.text == "fix> abc\na note that is long")
    #expect(stage.terminal.cursor == (0, 6))
    stage.draw(view("abc"))
    #expect(stage.terminal.text == "fix> abc")
  }

  @Test func whatWouldDriveTheTerminalIsShown() {
    let stage = Stage(columns: 40, rows: 6)
    stage.draw(view("a\u{1B}[2Jb\u{7}\u{202E}c\td"))
    #expect(stage.terminal.text == "fix> a␛[2Jb␇\u{FFFD}c  d")
  }

  @Test(arguments: 0..<40)
  func whatIsDrawnInStepsIsWhatIsDrawnAtOnce(seed: Int) {
    var random = Random(seed: UInt64(seed))
    let columns = 8 + random.below(30)
    let rows = 3 + random.below(12)
    let stage = Stage(columns: columns, rows: rows)
    let pieces = ["a", "bcd ", "北", "\n", "é", "e\u{301}", "\t", "long words here ", "🙂"]
    var scalars: [Unicode.Scalar] = []
    for _ in 0..<60 {
      let place = random.below(scalars.count + 1)
      if random.once(in: 3), !scalars.isEmpty {
        scalars.removeSubrange(place..<min(scalars.count, place + random.below(9)))
      } else {
        scalars.insert(contentsOf: (random.pick(pieces) ?? "").unicodeScalars, at: place)
      }
      var next = EditorView(
        leads: ("fix> ", " ..> "), scalars: scalars, cursor: random.below(scalars.count + 1))
      if random.once(in: 4) { next.notes = [StyledText("a note"), StyledText("another")] }
      stage.draw(next)
    }
    // The window of a text too long for the screen depends on the way to it.
    var last = EditorView(leads: ("fix> ", " ..> "), scalars: scalars, cursor: 0)
    last.notes = []
    stage.draw(last)
    let fresh = Stage(columns: columns, rows: rows)
    fresh.draw(last)
    #expect(stage.terminal.text == fresh.terminal.text)
    #expect(stage.terminal.cursor == fresh.terminal.cursor)
  }
}
