import BriefTestSupport
import Testing

/// What a person at a terminal sees of the menu of completion.
@Suite(.serialized) struct MenuTerminalTests {
  private let home = TemporaryDirectory()

  /// The fixture with its prompt shown.
  private func start(
    _ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    try .fixture(in: home, environment, columns: columns, rows: rows)
  }

  private static let menu = "fix> qu\n 1 quotes\n 2 quit"

  @Test func whatIsCommonIsInsertedAndTheRestListed() throws {
    let terminal = try start()
    terminal.send("q\t")
    #expect(
      terminal.wait { $0.text == Self.menu && $0.cursor == (0, 7) }, "\(terminal.screen.text)")
    // Any other key leaves the menu and does what it does without.
    terminal.send("i")
    #expect(terminal.wait { $0.text == "fix> qui" }, "\(terminal.screen.text)")
    terminal.send("\t\r")
    #expect(terminal.wait { $0.text.contains("read 5: \"quit \"") })
  }

  @Test func aDigitChooses() throws {
    let terminal = try start()
    terminal.send("q\t")
    #expect(terminal.wait { $0.text == Self.menu })
    terminal.send("2")
    #expect(terminal.wait { $0.text == "fix> quit" && $0.cursor == (0, 10) })
    terminal.send("x\r")
    #expect(terminal.wait(for: "read 6: \"quit x\""))
  }

  @Test func tabGoesOnAndShiftTabBack() throws {
    let terminal = try start()
    terminal.send("q\t")
    #expect(terminal.wait { $0.text == Self.menu })
    terminal.send("\t")
    #expect(terminal.wait { $0.text == "fix> quotes\n>1 quotes\n 2 quit" })
    terminal.send("\t")
    #expect(terminal.wait { $0.text == "fix> quit\n 1 quotes\n>2 quit" })
    terminal.send("\u{1B}[Z")
    #expect(terminal.wait { $0.text == "fix> quotes\n>1 quotes\n 2 quit" })
    // Enter takes what is chosen, and does not run the line yet.
    terminal.send("\r")
    #expect(terminal.wait { $0.text == "fix> quotes" && $0.cursor == (0, 12) })
    terminal.send("\r")
    #expect(terminal.wait(for: "read 7: \"quotes \""))
  }

  @Test func escapePutsBackWhatWasTyped() throws {
    let terminal = try start()
    terminal.send("a\t")
    #expect(terminal.wait { $0.text == "fix> An\n 1 Andrabi\n 2 Anwar" })
    terminal.send("\t")
    #expect(terminal.wait { $0.text == "fix> Andrabi\n>1 Andrabi\n 2 Anwar" })
    terminal.send("\u{1B}")
    #expect(terminal.wait { $0.text == "fix> An" })
    terminal.send("w\r")
    #expect(terminal.wait(for: "read 3: \"Anw\""))
  }

  @Test func enterWithoutAChoiceRunsTheLine() throws {
    let terminal = try start()
    terminal.send("q\t")
    #expect(terminal.wait { $0.text == Self.menu })
    terminal.send("\r")
    #expect(terminal.wait { $0.text == "fix> qu\nread 2: \"qu\"\nfix>" })
  }

  @Test func aKeyAfterAChoiceGoesOnFromIt() throws {
    let terminal = try start()
    terminal.send("q\t")
    #expect(terminal.wait { $0.text == Self.menu })
    terminal.send("\t")
    #expect(terminal.wait { $0.text.hasPrefix("fix> quotes\n>") })
    terminal.send(" --")
    #expect(terminal.wait { $0.text == "fix> quotes --" })
    terminal.send("\u{1}\u{1B}[3~\u{5}!\r")
    #expect(terminal.wait(for: "read 9: \"uotes --!\""), "\(terminal.screen.text)")
  }

  @Test func aLongMenuIsCutToTheScreen() throws {
    let terminal = try start(columns: 40, rows: 10)
    terminal.send("many\t")
    #expect(terminal.wait { $0.text.hasSuffix("… and 293 more") }, "\(terminal.screen.text)")
    #expect(terminal.screen.text.hasPrefix("fix> many\n   many100  number 100\n"))
    #expect(terminal.screen.cursor == (0, 9))
    // A digit that goes on with the word is typed, not taken as a choice.
    terminal.send("1")
    #expect(terminal.wait { $0.text == "fix> many1" })
  }

  @Test func theMenuStandsBelowAllLinesAndTheScreenScrolls() throws {
    let terminal = try start(columns: 30, rows: 8)
    for number in 1...3 {
      terminal.send("\(number)\r")
      #expect(terminal.wait(for: "read 1: \"\(number)\""))
    }
    #expect(terminal.wait { $0.text.hasSuffix("\nfix>") })
    terminal.send("(one two three four five six seven\reight qu\u{1B}[A\u{5} a")
    #expect(terminal.wait { $0.text.contains("six seven a\n") })
    terminal.send("\t")
    let shown = """
      fix> (one two three four five
      six seven An
        ...>   eight qu
       1 Andrabi
       2 Anwar
      """
    #expect(terminal.wait { $0.text.hasSuffix(shown) }, "\(terminal.screen.text)")
    terminal.send("2")
    #expect(
      terminal.wait {
        $0.text.hasSuffix("fix> (one two three four five\nsix seven Anwar\n  ...>   eight qu")
      }, "\(terminal.screen.text)")
  }

  @Test func aTerminalOfTwentyColumnsHasAMenu() throws {
    let terminal = try start(columns: 20, rows: 6)
    terminal.send("many\t")
    #expect(terminal.wait { $0.text.contains("and 29") }, "\(terminal.screen.text)")
    for _ in 0..<5 { terminal.send("\t") }
    #expect(terminal.wait { $0.text.hasPrefix("fix> many104\n") }, "\(terminal.screen.text)")
    terminal.send("\u{1B}")
    #expect(terminal.wait { $0.text == "fix> many" })
  }

  @Test func theMenuSurvivesAResize() throws {
    let terminal = try start()
    terminal.send("q\t")
    #expect(terminal.wait { $0.text == Self.menu })
    terminal.resize(columns: 40, rows: 12)
    #expect(terminal.wait { $0.text == Self.menu && $0.columns == 40 }, "\(terminal.screen.text)")
    terminal.send("2")
    #expect(terminal.wait { $0.text == "fix> quit" })
  }

  @Test func controlCLeavesMenuAndLine() throws {
    let terminal = try start()
    terminal.send("q\t")
    #expect(terminal.wait { $0.text == Self.menu })
    terminal.send("\u{3}")
    #expect(terminal.wait(for: "interrupted\nfix>"), "\(terminal.screen.text)")
    terminal.send("ok\r")
    #expect(terminal.wait(for: "read 2: \"ok\""))
    #expect(!terminal.screen.text.contains(" 1 quotes"))
  }

  @Test func aPasteLeavesTheMenu() throws {
    let terminal = try start()
    terminal.send("q\t")
    #expect(terminal.wait { $0.text == Self.menu })
    terminal.paste("otes\tx")
    #expect(terminal.wait { $0.text.hasPrefix("fix> quotes") && !$0.text.contains(" 1 ") })
    terminal.send("\r")
    #expect(terminal.wait(for: "read 8: \"quotes\\tx\""))
  }

  @Test func theEscapeKeyOfViLeavesTheMenu() throws {
    home.write("bind -v\n", to: ".editrc")
    let terminal = try start(["EDITRC": home.path + "/.editrc"])
    terminal.send("q\t")
    #expect(terminal.wait { $0.text == Self.menu })
    terminal.send("\u{1B}")
    #expect(terminal.wait { $0.text == "fix> qu" })
    terminal.send("x\r")
    #expect(terminal.wait(for: "read 3: \"qux\""))
  }
}
