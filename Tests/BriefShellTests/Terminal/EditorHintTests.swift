import BriefTestSupport
import Testing

/// What a person sees beside what is typed: hints, colours, brackets, and the search.
@Suite(.serialized) struct EditorHintTests {
  private let home = TemporaryDirectory()

  private func start(
    _ environment: [String: String] = [:], history: String = "", columns: Int = 80
  ) throws -> PseudoTerminal {
    home.write(history, to: "history")
    var variables = [
      "HOME": home.path, "BRIEF_HISTORY": home.path + "/history", "NO_COLOR": "",
    ]
    variables.merge(environment) { $1 }
    let terminal = try #require(
      PseudoTerminal(
        "brief-shell-fixture", ["shell"], environment: variables, columns: columns))
    try #require(terminal.wait(for: "brief>"))
    return terminal
  }

  private func lastLine(_ terminal: PseudoTerminal) -> String {
    terminal.screen.text.split(separator: "\n").last.map(String.init) ?? ""
  }

  // MARK: Hints

  @Test(arguments: ["\u{1B}[C", "\u{1B}OC", "\u{1B}[F", "\u{5}", "\u{6}"])
  func theRestOfTheLikeliestLineIsTakenOver(key: String) throws {
    let terminal = try start(history: "print 1\nprint 22\nlines 3\n")
    terminal.send("pr")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 22") && $0.cursor.column == 9 })
    terminal.send(key)
    #expect(terminal.wait { $0.cursor.column == 15 })
    terminal.send("\r")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 22\n22\nbrief>") })
  }

  @Test func aWordOfTheHintIsTakenOver() throws {
    let terminal = try start(history: "print 1 22 333\n")
    terminal.send("pr")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 1 22 333") })
    terminal.send("\u{1B}f")
    #expect(terminal.wait { $0.cursor.column == 12 })
    terminal.send("\u{1B}[1;5C")
    #expect(terminal.wait { $0.cursor.column == 14 })
    #expect(lastLine(terminal) == "brief> print 1 22 333")
    terminal.send("\r")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 1\n1\nbrief>") })
  }

  @Test func theExpectedArgumentIsSaidButNotTyped() throws {
    let terminal = try start()
    terminal.send("greet --wh")
    #expect(terminal.wait { $0.text.hasSuffix("brief> greet --whom") && $0.cursor.column == 17 })
    terminal.send("\u{5}")
    #expect(terminal.wait { $0.text.hasSuffix("brief> greet --whom NAME") })
    terminal.send(" ")
    #expect(terminal.wait { $0.cursor.column == 20 && $0.text.hasSuffix("--whom NAME") })
    terminal.send("\u{5}Zoë\r")
    #expect(
      terminal.wait { $0.text.hasSuffix("brief> greet --whom Zoë\nGood morning, Zoë.\nbrief>") })
  }

  @Test func theHintIsCutToTheScreenAndLeavesNothingBehind() throws {
    let terminal = try start(
      history: "print \"a line that is much longer than this\"\n", columns: 24)
    terminal.send("print")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print \"a line th") })
    #expect(terminal.screen.cursor.column == 12)
    terminal.send("\r")
    #expect(
      terminal.wait { $0.text.hasSuffix("brief> print\n\nbrief>") }, "\(terminal.screen.text)")
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func thereIsNoHintWithoutColour(environment: [String: String]) throws {
    let terminal = try start(environment, history: "print 22\n")
    terminal.send("pri")
    #expect(terminal.wait { $0.text.hasSuffix("brief> pri") })
    #expect(!terminal.wait(seconds: 0.2) { $0.text.contains("print 22") })
  }

  // MARK: Colours

  @Test func theTypedLineIsColoured() throws {
    let terminal = try start()
    terminal.send("lines 3 | where n > 1 # few")
    #expect(terminal.wait { $0.text.hasSuffix("brief> lines 3 | where n > 1 # few") })
    terminal.send("\r")
    #expect(terminal.wait { $0.text.hasSuffix("brief>") && $0.text.contains("this is line 3") })
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("\u{1B}[1mlines\u{1B}[0m"))
    #expect(output.contains("\u{1B}[2m# few\u{1B}[0m"))
    #expect(output.contains("\u{1B}[36m1\u{1B}[0m"))
    terminal.send("nonsense 1")
    #expect(terminal.wait { $0.text.hasSuffix("brief> nonsense 1") })
    #expect(
      String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}[1;31mnonsense\u{1B}[0m"))
  }

  @Test func aBracketShowsItsPartner() throws {
    let terminal = try start()
    terminal.send("print (1 + \")\" + 2)")
    #expect(terminal.wait { $0.text.hasSuffix("print (1 + \")\" + 2)") })
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("\u{1B}[7m(\u{1B}[0m"))
    #expect(output.contains("\u{1B}[7m)\u{1B}[0m"))
    // The one in the string is none.
    #expect(output.contains("\u{1B}[32m\")\"\u{1B}[0m"))
  }

  // MARK: The search

  @Test func theHistoryIsSearchedWhileTyping() throws {
    let terminal = try start(history: "print 1\nlines 2\nprint 2\nlines 2\n")
    terminal.send("\u{12}")
    #expect(terminal.wait { $0.text.contains("brief> lines 2\nsearch:   1 of 3") })
    terminal.send("P")
    #expect(terminal.wait { $0.text.contains("search: P  nothing found") })
    terminal.send("\u{7F}pr")
    #expect(terminal.wait { $0.text.contains("brief> print 2\nsearch: pr  1 of 2") })
    terminal.send("\u{12}")
    #expect(terminal.wait { $0.text.contains("brief> print 1\nsearch: pr  2 of 2") })
    terminal.send("\u{13}")
    #expect(terminal.wait { $0.text.contains("brief> print 2\nsearch: pr  1 of 2") })
    terminal.send("\u{1B}[A")
    #expect(terminal.wait { $0.text.contains("brief> print 1\nsearch: pr  2 of 2") })
    terminal.send("\r")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 1\n1\nbrief>") })
  }

  @Test func theSearchIsGivenUpOrEditedOn() throws {
    let terminal = try start(history: "print 1\nlines 2\n")
    terminal.send("pri")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 1") })
    terminal.send("\u{12}")
    #expect(terminal.wait { $0.text.contains("brief> print 1\nsearch: pri  1 of 1") })
    terminal.send("\u{7}")
    #expect(terminal.wait { $0.cursor.column == 10 && !$0.text.contains("search") })
    terminal.send("\u{15}\u{12}")
    #expect(terminal.wait { $0.text.contains("search:   1 of 2") })
    terminal.send("lin\u{1B}[D")
    #expect(terminal.wait { !$0.text.contains("search") && $0.text.hasSuffix("brief> lines 2") })
    terminal.send("\u{5}\u{7F}1\r")
    #expect(terminal.wait { $0.text.contains("brief> lines 1\n") && $0.text.hasSuffix("brief>") })
    terminal.send("\u{12}")
    #expect(terminal.wait(for: "search:"))
    terminal.send("pri\u{3}")
    #expect(terminal.wait { $0.text.hasSuffix("^C\nbrief>") }, "\(terminal.screen.text)")
  }

  // MARK: Anything

  @Test(arguments: 0..<6)
  func nothingThatIsTypedDoesHarm(seed: Int) throws {
    let terminal = try start(
      history: "print 1\nlet x = [1,\\n  2]\ngreet --whom “Zoë”\n", columns: 30)
    var random = Random(seed: UInt64(seed))
    let pieces = [
      "print ", "greet --", "lines 2 | ", "where n ", "\"", "“", "(", ")", "{", "}", "[", "]", "#",
      "\r", "\t", "\u{12}", "\u{13}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}f",
      "\u{1B}b", "\u{1B}d", "\u{1B}\r", "\u{17}", "\u{15}", "\u{B}", "\u{19}", "\u{1F}", "\u{1B}/",
      "\u{C}", "\u{18}\u{5}", "\u{5}", "\u{7F}", "\u{1B}[3~", "北", "e\u{301}", "🙂", "\u{301}",
      "\u{1B}[200~a\nb\u{1B}[201~", "\u{7}", "\u{1B}",
    ]
    for round in 0..<150 {
      terminal.send(random.pick(pieces) ?? "")
      // Some keys come together, others after the screen has been drawn.
      if random.once(in: 2) { _ = terminal.wait(seconds: 0.02) { _ in false } }
      if round % 50 == 49 {
        terminal.resize(columns: 12 + random.below(70), rows: 4 + random.below(20))
      }
    }
    var isBack = false
    for _ in 0..<5 where !isBack {
      terminal.send("\u{3}")
      isBack = terminal.wait(seconds: 1) { $0.text.hasSuffix("^C\nbrief>") }
    }
    #expect(isBack, "\(terminal.screen.text)")
    terminal.send("print 4321\r")
    #expect(terminal.wait { $0.allText.contains("print 4321\n4321") }, "\(terminal.screen.text)")
  }
}
