import BriefTestSupport
import Glibc
import Testing

/// What a person at a terminal sees of the line editor.
@Suite(.serialized) struct LineEditorTests {
  private let home = TemporaryDirectory()

  /// The fixture with its prompt shown.
  private func start(
    _ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    var variables = ["HOME": home.path]
    variables.merge(environment) { $1 }
    let terminal = try #require(
      PseudoTerminal(
        "brief-shell-fixture", environment: variables, columns: columns, rows: rows))
    try #require(terminal.wait(for: "fix>"))
    return terminal
  }

  // MARK: Typing

  @Test func aLineIsReadAndThePromptComesBack() throws {
    let terminal = try start()
    terminal.send("quotes --by Andrabi\r")
    #expect(
      terminal.wait {
        $0.text == """
          fix> quotes --by Andrabi
          read 19: "quotes --by Andrabi"
          fix>
          """
      })
  }

  @Test(arguments: [
    ["LANG": "C"], ["LC_ALL": "C"], ["LC_ALL": "POSIX"], ["LANG": "xx_YY.UTF-8"],
    ["LANG": "C.UTF-8"],
  ])
  func lettersOfAllKindsAreReadWhateverTheLocale(environment: [String: String]) throws {
    let terminal = try start(environment)
    terminal.send("“Zoë” Москва 北京 🙂\r")
    #expect(terminal.wait(for: "read 17: \"“Zoë” Москва 北京 🙂\""))
    #expect(terminal.screen.text.hasPrefix("fix> “Zoë” Москва 北京 🙂\n"))
  }

  @Test func aCombiningMarkJoinsItsLetter() throws {
    let terminal = try start()
    terminal.send("Zoe\u{308}")
    #expect(terminal.wait { $0.text == "fix> Zo\u{EB}" })
    terminal.send("!\r")
    #expect(terminal.wait(for: "read 4: \"Zo\u{EB}!\""))
  }

  @Test(arguments: [
    ("abc\u{1B}[HX", "Xabc"), ("abc\u{1B}OHX", "Xabc"), ("abc\u{1B}[1~X\u{1B}[4~Y", "XabcY"),
    ("abc\u{1B}[D\u{1B}[DX\u{1B}[FY", "aXbcY"), ("abc\u{1B}[D\u{1B}[3~X", "abX"),
    ("one two\u{1B}[1;5DX", "one Xtwo"), ("abc\u{1}X\u{5}Y", "XabcY"), ("ab cd\u{17}X", "ab X"),
    ("abc\u{8}\u{7F}X", "aX"), ("日本\u{7F}語", "日語"), ("a\u{1B}[Cb\u{1B}OD\u{1B}[Dc", "cab"),
  ])
  func theUsualKeysEdit(keys: String, line: String) throws {
    let terminal = try start()
    terminal.send(keys + "\r")
    #expect(terminal.wait(for: "read \(line.unicodeScalars.count): \"\(line)\""))
    #expect(terminal.screen.text.hasPrefix("fix> \(line)\n"))
  }

  @Test func aLongLineWrapsAndIsEditedAtItsBeginning() throws {
    let terminal = try start(columns: 30)
    let text = "the quick brown fox jumps over the lazy dog and goes home"
    terminal.send(text)
    #expect(terminal.wait { $0.text.replacing("\n", with: "") == "fix> " + text })
    terminal.send("\u{1}So ")
    #expect(terminal.wait { $0.text.replacing("\n", with: "") == "fix> So " + text })
  }

  @Test func viKeysWhenTheSettingsSaySo() throws {
    home.write("bind -v\n", to: ".editrc")
    let terminal = try start(["EDITRC": home.path + "/.editrc"])
    terminal.send("one two\u{1B}0iX\u{1B}A!\t\r")
    #expect(terminal.wait(for: "read 9: \"Xone two!\""))
    terminal.send("(a\rb)\r")
    #expect(terminal.wait(for: "read 5: \"(a\\nb)\""))
  }

  @Test func damagedSettingsDoNoHarm() throws {
    home.write(
      "bind 'x\nbind \"\\e\nedit\n\u{FF}\nbind -v -v\n# \"\nbind ^T ed-clear-screen\n",
      to: ".editrc")
    let terminal = try start(["EDITRC": home.path + "/.editrc"])
    terminal.send("abc\r")
    #expect(terminal.wait(for: "read 3: \"abc\""))
  }

  // MARK: Several lines

  @Test func enterGoesOnWhileTheTextIsIncomplete() throws {
    let terminal = try start()
    terminal.send("quotes |\rtake (\r3)\r")
    #expect(terminal.wait(for: "read 18: \"quotes |\\ntake (\\n3)\""))
    #expect(terminal.screen.text.hasPrefix("fix> quotes |\ntake (\n3)\nread"))
  }

  @Test func upAndDownMoveBetweenTheLines() throws {
    let terminal = try start()
    terminal.send("(one\rtwo")
    #expect(terminal.wait(for: "(one\ntwo"))
    terminal.send("\u{1B}[AX\u{1B}[BY)\r")
    #expect(terminal.wait(for: "read 11: \"(onXe\\ntwoY)\""))
  }

  @Test func alwaysANewLineWithMetaEnter() throws {
    let terminal = try start()
    terminal.send("a\u{1B}\rb\r")
    #expect(terminal.wait(for: "read 3: \"a\\nb\""))
  }

  // MARK: Paste

  @Test func aPasteOfSeveralLinesWaitsForEnter() throws {
    let terminal = try start()
    terminal.paste("load a.txt\nquotes\t“e\u{301}”\r\nquit\n")
    #expect(terminal.wait(for: "fix> load a.txt\nquotes"))
    #expect(!terminal.screen.text.contains("read"))
    terminal.send("\r")
    #expect(terminal.wait(for: "read 26: \"load a.txt\\nquotes\\t“é”\\nquit\""))
  }

  @Test func aPasteWithEscapesIsHarmless() throws {
    let terminal = try start()
    terminal.paste("a\u{1B}[31mb\u{0}\u{7}\u{7F}c\u{1B}[2Jd")
    terminal.send("\r")
    #expect(terminal.wait(for: "read 11: \"a[31mbc[2Jd\""))
  }

  @Test func aPasteOfThousandsOfLines() throws {
    let terminal = try start()
    let lines = (0..<3000).map { "line \($0)" }
    terminal.paste(lines.joined(separator: "\n"))
    terminal.send("\r")
    let count = lines.reduce(-1) { $0 + $1.count + 1 }
    #expect(terminal.wait(seconds: 60) { $0.allText.contains("read \(count): ") })
  }

  @Test func anUnfinishedPasteCanBeInterrupted() throws {
    let terminal = try start()
    terminal.send("\u{1B}[200~never ends")
    terminal.send("\u{3}")
    #expect(terminal.wait(for: "interrupted\nfix>"))
    terminal.send("ok\r")
    #expect(terminal.wait(for: "read 2: \"ok\""))
  }

  // MARK: Completion

  @Test func aSingleCandidateIsInserted() throws {
    let terminal = try start()
    terminal.send("loa\t")
    #expect(terminal.wait { $0.text == "fix> load" && $0.cursor == (0, 10) })
    terminal.send("x\r")
    #expect(terminal.wait(for: "read 6: \"load x\""))
  }

  @Test func theCaseOfACandidateReplacesTheCaseTyped() throws {
    let terminal = try start()
    terminal.send("quotes --by andr\t\r")
    #expect(terminal.wait(for: "read 20: \"quotes --by Andrabi \""))
    terminal.send("zo\t\r")
    #expect(terminal.wait(for: "read 4: \"Zoë \""))
  }

  @Test func nothingToCompleteRingsTheBell() throws {
    let terminal = try start()
    terminal.send("xyz\t")
    #expect(terminal.wait { $0.bells > 0 })
    #expect(terminal.screen.text == "fix> xyz")
  }

  // MARK: Signals

  @Test func controlCGivesTheLineUp() throws {
    let terminal = try start()
    terminal.send("(half a\rthought")
    #expect(terminal.wait(for: "thought"))
    terminal.send("\u{1B}[A\u{3}")
    #expect(terminal.wait(for: "fix> (half a\nthought^C\ninterrupted\nfix>"))
    terminal.send("next\r")
    #expect(terminal.wait(for: "read 4: \"next\""))
  }

  @Test func controlDEndsAnEmptyLineOnly() throws {
    let terminal = try start()
    terminal.send("abc\u{4}\r")
    #expect(terminal.wait(for: "read 3: \"abc\"\nfix>"))
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.screen.text.hasSuffix("\nend"))
    #expect(terminal.isEchoing)
    #expect(!terminal.screen.isBracketingPastes)
  }

  @Test(arguments: [SIGHUP, SIGTERM])
  func signalsToEndGiveTheTerminalBack(signal: Int32) throws {
    let terminal = try start()
    terminal.send("half")
    #expect(terminal.wait(for: "half"))
    #expect(!terminal.isEchoing)
    terminal.signal(signal)
    #expect(terminal.waitForEnd() == .exited(7))
    #expect(terminal.isEchoing)
    #expect(!terminal.screen.isBracketingPastes)
  }

  @Test func aClosedWindowEndsTheProgram() throws {
    let terminal = try start()
    terminal.send("half")
    #expect(terminal.wait(for: "half"))
    terminal.hangUp()
    #expect(terminal.waitForEnd() == .exited(7))
  }

  @Test func theLineIsDrawnAnewWhenTheWindowChanges() throws {
    let terminal = try start(columns: 60)
    terminal.send("first\r")
    #expect(terminal.wait(for: "read 5: \"first\"\nfix>"))
    let text = "the quick brown fox jumps over the lazy dog"
    terminal.send(text)
    #expect(terminal.wait(for: text))
    terminal.resize(columns: 30, rows: 24)
    #expect(
      terminal.wait { $0.text.hasSuffix("fix> the quick brown fox jumps\n over the lazy dog") })
    #expect(terminal.screen.text.hasPrefix("fix> first\nread 5: \"first\"\nfix> the"))
    terminal.resize(columns: 70, rows: 24)
    #expect(terminal.wait { $0.text == "fix> first\nread 5: \"first\"\nfix> \(text)" })
    terminal.send("!\r")
    #expect(terminal.wait(for: "read 44: \"\(text)!\""))
  }

  @Test func aStoppedProgramComesBack() throws {
    let program = PseudoTerminal.products + "/brief-shell-fixture"
    let terminal = try #require(
      PseudoTerminal("/bin/bash", ["--norc", "--noprofile", "-i"], environment: ["PS1": "sh> "]))
    try #require(terminal.wait(for: "sh>"))
    terminal.send(program + "\r")
    try #require(terminal.wait(for: "fix>"))
    terminal.send("half")
    #expect(terminal.wait(for: "fix> half"))
    terminal.send("\u{1A}")
    #expect(terminal.wait { $0.text.hasSuffix("sh>") })
    terminal.send("fg\r")
    #expect(terminal.wait { $0.text.hasSuffix("fix> half") })
    terminal.send(" done\r")
    #expect(terminal.wait(for: "read 9: \"half done\""))
  }

  @Test(arguments: ["dumb", "", "no-such-terminal"])
  func aTerminalWithoutACursorIsNotEdited(term: String) throws {
    let terminal = try #require(PseudoTerminal("brief-shell-fixture", environment: ["TERM": term]))
    #expect(terminal.wait(for: "no editor"))
    #expect(terminal.waitForEnd() == .exited(9))
  }

  // MARK: Anything

  @Test func aCommandLineOfTheEditorCannotBeReached() throws {
    let terminal = try start()
    terminal.send("\u{1B}x\"\r'\u{1B}X\"\r")
    terminal.send("\u{3}ok\r")
    #expect(terminal.wait(for: "read 2: \"ok\""))
  }

  @Test(arguments: [false, true], 0..<8)
  func nothingATerminalSendsDoesHarm(isVi: Bool, seed: Int) throws {
    home.write(isVi ? "bind -v\n" : "", to: ".editrc")
    let terminal = try start(["EDITRC": home.path + "/.editrc"], columns: 40, rows: 12)
    var random = Random(seed: UInt64(seed))
    let pieces: [[UInt8]] =
      ["\u{1B}[A", "\u{1B}[B", "\u{1B}[200~", "\u{1B}[201~", "\t", "\r", "(", ")", "q", "many"]
      .map { Array($0.utf8) }
    for _ in 0..<60 {
      var bytes: [UInt8] = []
      for _ in 0..<50 {
        if random.once(in: 3) {
          bytes += random.pick(pieces) ?? []
        } else {
          // Not the keys that end, stop or interrupt it.
          let byte = UInt8(random.below(256))
          if ![3, 4, 0x1A, 0x1C, 0x11, 0x13].contains(byte) { bytes.append(byte) }
        }
      }
      terminal.send(bytes)
      if random.once(in: 10) {
        terminal.resize(columns: 20 + random.below(80), rows: 5 + random.below(30))
      }
    }
    // Out of any paste, any command and any line. After Ctrl-V the first Ctrl-C is a character.
    var isBack = false
    for _ in 0..<5 where !isBack {
      terminal.send("\u{1B}[201~\u{3}")
      isBack = terminal.wait(seconds: 1) { $0.text.hasSuffix("interrupted\nfix>") }
    }
    #expect(isBack, "\(terminal.screen.text)")
    terminal.send("still here\r")
    #expect(terminal.wait { $0.allText.contains("read 10: \"still here\"") })
  }
}
