import BriefTestSupport
import Testing

/// What a person at one or two terminals sees of the history.
@Suite(.serialized) struct HistoryTerminalTests {
  private let home = TemporaryDirectory()

  private func start(_ history: String = "history") throws -> PseudoTerminal {
    let terminal = try #require(
      PseudoTerminal(
        "brief-shell-fixture",
        environment: ["HOME": home.path, "BRIEF_HISTORY": home.path + "/" + history]))
    try #require(terminal.wait(for: "fix>"))
    return terminal
  }

  @Test func linesComeBackInTheNextRun() throws {
    let first = try start()
    first.send("(one\rtwo)\rthree\\n\r\u{4}")
    #expect(first.waitForEnd() == .exited(0))
    #expect(home.text(of: "history") == "(one\\n  two)\nthree\\\\n\n")
    let second = try start()
    second.send("\u{1B}[A")
    #expect(second.wait { $0.text == "fix> three\\n" })
    second.send("\u{1B}[A")
    #expect(second.wait { $0.text == "fix> (one\n  ...>   two)" })
    second.send("\r")
    #expect(second.wait(for: "read 11: \"(one\\n  two)\""))
  }

  @Test func whatIsTypedChoosesTheLines() throws {
    home.write("quotes --by A\nload x\nquotes --by B\nentities\n", to: "history")
    let terminal = try start()
    terminal.send("quo\u{1B}[A")
    #expect(terminal.wait { $0.text == "fix> quotes --by B" })
    terminal.send("\u{1B}[A")
    #expect(terminal.wait { $0.text == "fix> quotes --by A" })
    terminal.send("\u{1B}[B")
    #expect(terminal.wait { $0.text == "fix> quotes --by B" })
    terminal.send("\u{1B}[B")
    #expect(terminal.wait { $0.text == "fix> quo" })
  }

  @Test func twoShellsKeepEachOthersLines() throws {
    let one = try start()
    let two = try start()
    for index in 0..<5 {
      one.send("one \(index)\r")
      #expect(one.wait(for: "read 5: \"one \(index)\""))
      two.send("two \(index)\r")
      #expect(two.wait(for: "read 5: \"two \(index)\""))
    }
    one.hangUp()
    two.signal(9)
    _ = one.waitForEnd()
    _ = two.waitForEnd()
    let lines = (0..<5).map { "one \($0)\ntwo \($0)\n" }.joined()
    #expect(home.text(of: "history") == lines)
  }

  @Test func anUnusableHistoryIsSaidAndTheShellGoesOn() throws {
    home.write("", to: "file")
    let terminal = try start("file/history")
    #expect(terminal.screen.text.contains("problem: the history"))
    terminal.send("ok\r")
    #expect(terminal.wait { $0.text.hasSuffix("read 2: \"ok\"\nfix>") })
    terminal.send("\u{1B}[A")
    #expect(terminal.wait { $0.text.hasSuffix("fix> ok") })
  }

  @Test func aHistoryOfALaterVersionIsLeftAsItIs() throws {
    home.write("#brief-history 2\nsomething else\n", to: "history")
    let terminal = try start()
    #expect(terminal.screen.text.contains("/history' is in format 2"))
    terminal.send("ok\r")
    #expect(terminal.wait { $0.text.hasSuffix("read 2: \"ok\"\nfix>") })
    #expect(home.text(of: "history") == "#brief-history 2\nsomething else\n")
  }

  @Test func damagedLinesArePassedOverSaidAndKept() throws {
    home.write(
      bytes: Array("good\n".utf8) + [0xFF, 0x00, 0x0A] + Array("fine\n".utf8), to: "history")
    let terminal = try start()
    #expect(terminal.screen.text.contains("1 line of the history cannot be read"))
    terminal.send("\u{1B}[A")
    #expect(terminal.wait { $0.text.hasSuffix("fix> fine") })
    terminal.send("\u{1B}[A")
    #expect(terminal.wait { $0.text.hasSuffix("fix> good") })
    terminal.send("\r")
    #expect(terminal.wait(for: "read 4: \"good\""))
    #expect(home.text(of: "history")?.hasSuffix("fine\ngood\n") == true)
    #expect(home.text(of: "history")?.hasPrefix("good\n\u{FFFD}\0\n") == true)
  }
}
