import BriefTestSupport
import Glibc
import Testing

/// What a person at a terminal sees of the shell.
@Suite(.serialized) struct ShellTerminalTests {
  private let home = TemporaryDirectory()

  private func start(
    _ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    var variables = ["HOME": home.path, "NO_COLOR": "1"]
    variables.merge(environment) { $1 }
    let terminal = try #require(
      PseudoTerminal(
        "brief-shell-fixture", ["shell"], environment: variables, columns: columns, rows: rows))
    try #require(terminal.wait(for: "brief>"))
    return terminal
  }

  /// What `command` comes to in bash, where `$P` is the fixture; its exit code follows.
  private func bash(_ command: String, environment: [String: String] = [:]) throws -> String {
    var variables = [
      "HOME": home.path, "NO_COLOR": "1", "P": PseudoTerminal.products + "/brief-shell-fixture",
    ]
    variables.merge(environment) { $1 }
    let terminal = try #require(
      PseudoTerminal(
        "/bin/bash", ["--norc", "--noprofile", "-c", command + "; echo = ${PIPESTATUS[0]}"],
        environment: variables))
    #expect(terminal.waitForEnd() == .exited(0))
    return terminal.screen.text
  }

  @Test func itGreetsAnswersAndGoesOnAfterErrors() throws {
    let terminal = try start()
    terminal.send("lines 2\rlinse\rgreet\rgreet --whom Zoë\r")
    #expect(terminal.wait { $0.text.hasSuffix("Good morning, Zoë.\nbrief>") })
    #expect(
      terminal.screen.text == """
        fixture reads press briefings: who said what, about whom, in which words.
        New here? help lists all.
        Or load FILE, then ask: quotes, speakers, topics. Tab completes, Ctrl-D leaves.
        brief> lines 2
         # │ n │ text
        ───┼───┼───────────────
         1 │ 1 │ this is line 1
         2 │ 2 │ this is line 2
        brief> linse
        error[unknown-command]: no command 'linse'
          --> <prompt>:1:1
        1 | linse
          | ^^^^^
        help: did you mean 'lines'?
        brief> greet
        error[nobody]: nobody is named
          --> <prompt>:1:1
        1 | greet
          | ^^^^^
        help: say --whom NAME
        brief> greet --whom Zoë
        Good morning, Zoë.
        brief>
        """)
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func aRunningCommandIsInterruptedAndThePromptComesBack() throws {
    let terminal = try start()
    terminal.send("busy\r")
    #expect(terminal.wait(for: "working"))
    #expect(!terminal.wait(seconds: 0.1) { $0.text.hasSuffix("brief>") })
    terminal.send("\u{3}")
    #expect(
      terminal.wait { $0.text.hasSuffix("interrupted\nbrief>") }, "\(terminal.screen.text)")
    terminal.send("print 1\r")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 1\n1\nbrief>") })
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aRunningCommandEndsWithTheProgram(signal: Int32) throws {
    let terminal = try start()
    terminal.send("print 1\rbusy\r")
    #expect(terminal.wait(for: "working"))
    terminal.signal(signal)
    #expect(terminal.waitForEnd() == .exited(128 + signal))
    #expect(home.text(of: ".local/state/brief/history") == "print 1\nbusy\n")
    #expect(terminal.isEchoing)
  }

  @Test func aClosedWindowEndsARunningCommand() throws {
    let terminal = try start()
    terminal.send("busy\r")
    #expect(terminal.wait(for: "working"))
    terminal.hangUp()
    #expect(terminal.waitForEnd() == .exited(128 + SIGHUP))
  }

  @Test func namesAreCompletedWithTheirDescriptions() throws {
    let terminal = try start()
    terminal.send("gr\t")
    #expect(terminal.wait { $0.text.hasSuffix("brief> greet") })
    terminal.send("--wh\t")
    #expect(terminal.wait { $0.text.hasSuffix("brief> greet --whom") })
    terminal.send("\t")
    #expect(
      terminal.wait {
        $0.text.hasSuffix(
          """
          brief> greet --whom
           1 Tahir Hussain Andrabi  the spokesperson
           2 Zoë Ångström           a reporter
           3 Anwar                  a minister
          """)
      }, "\(terminal.screen.text)")
    terminal.send("z")
    #expect(terminal.wait { $0.text.hasSuffix("brief> greet --whom z") })
    terminal.send("\t\r")
    #expect(terminal.wait(for: "Good morning, Zoë Ångström."))
  }

  @Test func aTerminalThatCannotMoveItsCursorListsWhatATabAsksFor() throws {
    let terminal = try start(["TERM": "dumb"])
    terminal.send("greet --whom \t\n")
    #expect(
      terminal.wait {
        $0.text.hasSuffix(
          """
          "Tahir Hussain Andrabi"  the spokesperson
          "Zoë Ångström"  a reporter
          Anwar  a minister
          brief> greet --whom
          """)
      }, "\(terminal.screen.text)")
    terminal.send("zo\t\n")
    #expect(terminal.wait { $0.text.hasSuffix("brief> greet --whom \"Zoë Ångström\"") })
    terminal.send("\n")
    #expect(terminal.wait(for: "Good morning, Zoë Ångström."))
    terminal.send("xyz\t\n")
    #expect(terminal.wait { $0.text.hasSuffix("nothing fits there\nbrief> xyz") })
  }

  @Test func laterStartsAreOneLine() throws {
    home.write("lines\n", to: ".local/state/brief/history")
    let terminal = try start()
    #expect(
      terminal.wait { $0.text == "fixture: help lists the commands, Ctrl-D leaves.\nbrief>" },
      "\(terminal.screen.text)")
  }

  @Test func whatWasUsedStandsFirst() throws {
    home.write("lines\ngreet --whom Anwar\n", to: ".local/state/brief/history")
    let terminal = try start()
    terminal.send("greet --whom \t")
    #expect(terminal.wait { $0.text.contains(" 1 Anwar") }, "\(terminal.screen.text)")
  }

  @Test func filesAreCompleted() throws {
    home.write("", to: "dir one/two.txt")
    home.write("", to: "dir one/.hidden")
    let terminal = try start()
    terminal.send("open ~/di\t\t\r")
    #expect(terminal.wait(for: "opened ~/dir one/two.txt"), "\(terminal.screen.text)")
  }

  @Test func severalLinesAreOneStatement() throws {
    let terminal = try start()
    terminal.send("let x = [1,\r2]\rprint $x\r")
    #expect(
      terminal.wait {
        $0.text.hasSuffix("brief> let x = [1,\n  ...>   2]\nbrief> print $x\n1; 2\nbrief>")
      },
      "\(terminal.screen.text)")
  }

  @Test func nothingAResultHoldsDrivesTheTerminal() throws {
    let terminal = try start()
    terminal.send("escapes\r")
    #expect(terminal.wait(for: "last\nbrief>"))
    let text = terminal.screen.text
    #expect(text.contains("a␛[31mb\u{FFFD}1mc\u{FFFD}d␇\n        last"))
    #expect(text.contains("warning[escapes]: a ␛[2J and a \u{FFFD} in a message"))
  }

  @Test func aTerminalThatCannotMoveItsCursorReadsLineByLine() throws {
    let terminal = try start(["TERM": "dumb"])
    terminal.send("let x = [1,\n")
    #expect(terminal.wait { $0.text.hasSuffix("brief> let x = [1,\n  ...>") })
    terminal.send("2]\n")
    #expect(
      terminal.wait { $0.text.hasSuffix("brief> let x = [1,\n  ...> 2]\nbrief>") },
      "\(terminal.screen.text)")
    terminal.send("half")
    #expect(terminal.wait(for: "half"))
    terminal.send("\u{3}")
    #expect(
      terminal.wait { $0.text.hasSuffix("\nbrief>") && $0.text.contains("half") },
      "\(terminal.screen.text)")
    terminal.send("busy\n")
    #expect(terminal.wait(for: "working"))
    terminal.send("\u{3}")
    #expect(terminal.wait { $0.text.hasSuffix("interrupted\nbrief>") })
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func coloursAreUsedOnlyWhereTheyAreWanted() throws {
    let plain = try start()
    plain.send("linse\r")
    #expect(plain.wait(for: "did you mean"))
    #expect(!String(decoding: plain.output, as: UTF8.self).contains("\u{1B}[1;31m"))
    let coloured = try start(["NO_COLOR": ""])
    coloured.send("linse\r")
    #expect(coloured.wait(for: "did you mean"))
    #expect(String(decoding: coloured.output, as: UTF8.self).contains("\u{1B}[1;31merror"))
    #expect(coloured.screen.text.contains("brief> linse\nerror[unknown-command]"))
  }

  @Test func tablesFollowTheWindow() throws {
    let terminal = try start(columns: 60)
    terminal.resize(columns: 12, rows: 24)
    terminal.send("lines 1\r")
    #expect(
      terminal.wait { $0.text.contains("#1\n n: 1\n text:\n  this is\n  line 1\n") },
      "\(terminal.screen.text)")
  }

  @Test func longWorkSaysHowFarItIsAndLeavesNoTrace() throws {
    let terminal = try start()
    terminal.send("steps\r")
    #expect(terminal.wait { $0.text.contains("steps: ") && $0.text.contains(" of 30, ") })
    #expect(terminal.wait { $0.text.hasSuffix("brief> steps\nthirty steps\nbrief>") })
    terminal.send("steps\r")
    #expect(terminal.wait { $0.text.hasSuffix(" s left") })
    terminal.send("\u{3}")
    #expect(terminal.wait { $0.text.hasSuffix("interrupted\nbrief>") })
    #expect(!terminal.screen.text.contains(" of 30"))
  }

  // MARK: Without a prompt

  @Test func statementsFromStandardInputRunWhole() throws {
    #expect(
      try bash("printf 'lines 1\\nprint \"a\"\\nlines 1' | $P shell | cat; (exit ${PIPESTATUS[1]})")
        == """
        n\ttext
        1\tthis is line 1

        a

        n\ttext
        1\tthis is line 1
        = 0
        """.replacing("\t", with: "       "))
  }

  @Test(arguments: [
    ("print 1", 0), ("assert 1 == 2", 1), ("print 1\\nprit 2", 2), ("greet", 2), ("", 0),
    ("# x\\n", 0),
  ])
  func theExitCodeSaysHowItWent(statements: String, code: Int) throws {
    let text = try bash("$P shell 2>/dev/null < <(printf '\(statements)')")
    #expect(text.hasSuffix("= \(code)"))
    // A wrong script does nothing at all.
    if code == 2 { #expect(text == "= 2") }
  }

  @Test func aFullDeviceIsReported() throws {
    #expect(
      try bash("$P shell > /dev/full < <(printf 'lines 1000')") == """
        error[unwritable-output]: cannot write standard output: no space left on the
        device
        = 3
        """)
  }

  @Test func aClosedPipeIsNoError() throws {
    #expect(
      try bash("$P shell < <(printf 'lines 100000\\nprint 1') | head -1") == "n       text\n= 0")
    // What comes after still counts.
    #expect(
      try bash("$P shell 2>/dev/null < <(printf 'lines 100000\\nassert 1 == 2') | head -1")
        == "n       text\n= 1")
  }

  @Test func anInterruptedScriptSaysSo() throws {
    let text = try bash(
      "set -m; $P shell < <(printf 'busy') & sleep 0.3; kill -INT %1; wait %1; (exit $?)")
    #expect(text.contains("interrupted"))
    #expect(text.hasSuffix("= 130"))
  }
}
