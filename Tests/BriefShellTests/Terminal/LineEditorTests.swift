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
    try .fixture(in: home, environment, columns: columns, rows: rows)
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
    #expect(terminal.wait(for: "read 7: \"(a\\n  b)\""))
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
    #expect(terminal.wait(for: "read 24: \"quotes |\\n  take (\\n    3)\""))
    #expect(
      terminal.screen.text.hasPrefix(
        "fix> quotes |\n  ...>   take (\n  ...>     3)\nread"), "\(terminal.screen.text)")
  }

  @Test func upAndDownMoveBetweenTheLines() throws {
    let terminal = try start()
    terminal.send("(one\rtwo")
    #expect(terminal.wait(for: "(one\n  ...>   two"))
    terminal.send("\u{1B}[AX\u{1B}[BY)\r")
    #expect(terminal.wait(for: "read 13: \"(oneX\\n  twoY)\""))
  }

  @Test func alwaysANewLineWithMetaEnter() throws {
    let terminal = try start()
    terminal.send("a\u{1B}\rb\r")
    #expect(terminal.wait(for: "read 3: \"a\\nb\""))
  }

  @Test func aClosingBracketGoesBackToItsLine() throws {
    let terminal = try start()
    terminal.send("(a\r(b\rc")
    #expect(terminal.wait { $0.text == "fix> (a\n  ...>   (b\n  ...>     c" })
    terminal.send("\r)")
    #expect(terminal.wait { $0.text.hasSuffix("    c\n  ...>   )") && $0.cursor == (3, 10) })
    terminal.send("\r\u{7F}")
    #expect(terminal.wait { $0.cursor == (4, 7) })
    terminal.send(")\r")
    #expect(
      terminal.wait(for: "read 19: \"(a\\n  (b\\n    c\\n  )\\n)\""), "\(terminal.screen.text)")
  }

  @Test(arguments: [
    ("abc\u{1F}X", "X"), ("ab cd\u{1F}\u{1F}X", "abX"), ("abc\u{1F}\u{1B}/X", "abcX"),
    ("one two three\u{17}\u{17}\u{19}X", "one two threeX"),
    ("one two\u{1}\u{1B}d\u{19}\u{19}", "oneone two"), ("a-b c\u{1B}\u{7F}\u{1B}\u{7F}X", "a-X"),
    ("(one\rtwo\u{1B}[A\u{1}\u{B}X)", "X)\\n  two"), ("(a\rb)\u{15}X)", "(a\\nX)"),
    ("e\u{301}x\u{323}\u{1B}[D\u{1B}[3~Y", "éY"), ("a👩‍👧b\u{1B}[D\u{7F}", "ab"),
  ])
  func changesAreUndoneAndTextIsCut(keys: String, line: String) throws {
    let terminal = try start()
    // A pause between the keys, for what comes at once is one step.
    for key in Self.keys(keys) {
      terminal.send(key)
      _ = terminal.wait(seconds: 0.04) { _ in false }
    }
    terminal.send("\r")
    #expect(terminal.wait(for: ": \"\(line)\""), "\(terminal.screen.text)")
  }

  /// The keys that a terminal's bytes come from.
  private static func keys(_ text: String) -> [String] {
    var keys: [String] = []
    for scalar in text.unicodeScalars {
      let isOpen = keys.last.map { key in
        key == "\u{1B}"
          || (key.hasPrefix("\u{1B}[") && !(key.last.map { $0.isLetter || $0 == "~" } ?? false))
      }
      if isOpen == true {
        keys[keys.count - 1].unicodeScalars.append(scalar)
      } else {
        keys.append(String(Character(scalar)))
      }
    }
    return keys
  }

  @Test func theScreenIsClearedAroundTheLine() throws {
    let terminal = try start()
    terminal.send("one\r")
    #expect(terminal.wait(for: "read 3: \"one\"\nfix>"))
    terminal.send("(two\rthree\u{C}")
    #expect(terminal.wait { $0.text == "fix> (two\n  ...>   three" })
  }

  @Test func settingsBindKeysOverOurs() throws {
    home.write("bind ^L ed-move-to-beg\nbind \\ex ed-command\n", to: ".editrc")
    let terminal = try start(["EDITRC": home.path + "/.editrc"])
    terminal.send("abc\u{C}X\u{1B}x\r")
    #expect(terminal.wait(for: "read 4: \"Xabc\""))
  }

  @Test func aNarrowTerminalShowsEverything() throws {
    let terminal = try start(columns: 20, rows: 8)
    terminal.send("(quotes --by someone\r| take 3")
    #expect(
      terminal.wait { $0.text == "fix> (quotes --by so\nmeone\n  ...>   | take 3" },
      "\(terminal.screen.text)")
    terminal.resize(columns: 9, rows: 8)
    #expect(
      terminal.wait { $0.text.hasSuffix("> (quotes\n --by som\neone\n|   | tak\ne 3") },
      "\(terminal.screen.text)")
    terminal.resize(columns: 60, rows: 8)
    #expect(
      terminal.wait { $0.text.hasSuffix("fix> (quotes --by someone\n  ...>   | take 3") },
      "\(terminal.screen.text)")
    terminal.send(")\r")
    #expect(terminal.wait(for: "read 32: "))
  }

  // MARK: Paste

  @Test func aPasteOfSeveralLinesWaitsForEnter() throws {
    let terminal = try start()
    terminal.paste("load a.txt\nquotes\t“e\u{301}”\r\nquit\n")
    #expect(terminal.wait(for: "fix> load a.txt\n  ...> quotes"))
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

  @Test func aLongPasteDoesNotScrollTheTerminal() throws {
    let terminal = try start(rows: 10)
    terminal.paste((1...10_000).map { "line \($0)" }.joined(separator: "\n"))
    #expect(
      terminal.wait(seconds: 60) {
        $0.text.hasPrefix("↑ 9992 more lines\n  ...> line 9993\n")
          && $0.text.hasSuffix("  ...> line 10000")
      }, "\(terminal.screen.text)")
    #expect(terminal.output.count < 5000)
    terminal.send("\u{1B}[A!")
    #expect(terminal.wait(seconds: 60) { $0.text.contains("line 9999!") })
    terminal.send("\u{3}")
    #expect(
      terminal.wait {
        $0.allText.contains("fix> line 1\n  ...> line 2\n") && $0.text.contains("\n… 9992 lines\n")
          && $0.text.hasSuffix("line 10000^C\ninterrupted\nfix>")
      }, "\(terminal.screen.text)")
  }

  @Test func pastedBytesThatAreNoTextAreHarmless() throws {
    let terminal = try start()
    var random = Random(seed: 7)
    var bytes = (0..<5000).map { _ in UInt8(random.below(256)) }
    // What a terminal's own driver heeds.
    bytes.removeAll { [3, 4, 0x11, 0x13, 0x1A, 0x1C, 0x16].contains($0) }
    terminal.send(Array("\u{1B}[200~".utf8) + bytes + Array("\u{1B}[201~".utf8))
    terminal.send("\u{3}")
    #expect(terminal.wait { $0.text.hasSuffix("^C\ninterrupted\nfix>") })
    terminal.send("ok\r")
    #expect(terminal.wait(for: "read 2: \"ok\""))
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
    #expect(terminal.wait(for: "fix> (half a\n  ...>   thought^C\ninterrupted\nfix>"))
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
    #expect(isBack, "\(terminal.waitForEnd(seconds: 0.1)) \(terminal.screen.text)")
    terminal.send("still here\r")
    #expect(terminal.wait { $0.allText.contains("read 10: \"still here\"") })
  }
}
