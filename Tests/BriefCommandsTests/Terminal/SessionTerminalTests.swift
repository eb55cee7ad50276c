import BriefTestSupport
import Glibc
import Testing

@testable import BriefCommands

/// What a person at a terminal sees of sessions, long results, settings and logs.
@Suite(.serialized) struct SessionTerminalTests {
  private let home = TemporaryDirectory()
  private let file = TestShell.path("harbour-ministry-week-1")

  private func start(
    _ arguments: [String] = [], _ environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    var variables = ["HOME": home.path, "NO_COLOR": "1"]
    variables.merge(environment) { $1 }
    let terminal = try #require(
      PseudoTerminal("brief", arguments, environment: variables, columns: columns, rows: rows))
    try #require(terminal.wait(seconds: 20) { $0.text.hasSuffix("brief>") })
    return terminal
  }

  /// Types a line and waits until it has been run.
  private func type(_ line: String, _ terminal: PseudoTerminal) {
    let before = terminal.screen.allText
    terminal.send(line + "\r")
    #expect(
      terminal.wait(seconds: 20) { $0.allText != before && $0.text.hasSuffix("\nbrief>") },
      "\(line): \(terminal.screen.text)")
  }

  // MARK: Lines

  @Test func aLineIsShownAndRunAgain() throws {
    let terminal = try start()
    type("print 1", terminal)
    type("!!", terminal)
    #expect(terminal.screen.text.hasSuffix("brief> !!\nprint 1\n1\nbrief>"))
    type("!7", terminal)
    #expect(terminal.screen.text.contains("error[no-such-line]: there is no line 7"))
    type("history", terminal)
    #expect(terminal.screen.text.contains(" 3 │      3 │ history │"))
    // The line is kept as what it came to.
    #expect(home.text(of: ".local/state/brief/history") == "print 1\nprint 1\nhistory\n")
  }

  // MARK: Sessions

  @Test func aClosedTerminalLosesNothing() throws {
    let first = try start([file])
    type("let hers = $(quotes --by Varnaky)", first)
    first.hangUp()
    #expect(first.waitForEnd(seconds: 20) == .exited(128 + SIGHUP))
    let second = try start()
    type("restore", second)
    #expect(second.screen.text.contains("Restored closed, saved "))
    type("$hers | count", second)
    #expect(second.screen.text.hasSuffix("$hers | count\n10\nbrief>"))
  }

  @Test func aKillInTheMiddleOfSavingLeavesTheOldSessionOrTheNew() throws {
    let directory = ProjectFiles.root + "/Scripts/examples/briefings"
    let setup = try start()
    type("let which = 0; save monday", setup)
    setup.signal(SIGKILL)
    _ = setup.waitForEnd()
    for delay in [0, 2000, 8000, 20_000, 40_000] as [UInt32] {
      let terminal = try start([directory])
      type("let which = 1", terminal)
      terminal.send("save monday --force\r")
      usleep(delay)
      terminal.signal(SIGKILL)
      #expect(terminal.waitForEnd() == .signalled(SIGKILL))
      let text = try #require(home.text(of: ".local/state/brief/sessions/monday.jsonl"))
      let saved = try SavedSession(Array(text.utf8))
      #expect([0, 9].contains(saved.briefingCount))
    }
  }

  @Test func aFullDiskLeavesTheOldSession() throws {
    let terminal = try #require(
      PseudoTerminal(
        "/bin/bash",
        [
          "--norc", "--noprofile", "-c",
          "ulimit -f 2; exec \"$P\" --no-pager",
        ],
        environment: [
          "HOME": home.path, "NO_COLOR": "1", "P": PseudoTerminal.products + "/brief",
        ]))
    try #require(terminal.wait(seconds: 20) { $0.text.hasSuffix("brief>") })
    type("save monday", terminal)
    let before = try #require(home.text(of: ".local/state/brief/sessions/monday.jsonl"))
    type("load \"\(file)\"", terminal)
    type("save", terminal)
    #expect(terminal.screen.text.contains("error[unwritable-file]"))
    #expect(terminal.screen.text.contains("the file would be too large"))
    #expect(home.text(of: ".local/state/brief/sessions/monday.jsonl") == before)
    #expect(home.names(in: ".local/state/brief/sessions") == ["monday.jsonl"])
    type("quotes | count", terminal)
    #expect(terminal.screen.text.hasSuffix("quotes | count\n17\nbrief>"))
  }

  // MARK: Long results

  @Test func aLongResultIsTurnedPageByPage() throws {
    let terminal = try start([file])
    terminal.send("quotes\r")
    #expect(terminal.wait(seconds: 20) { $0.isCovered && $0.text.hasSuffix("q leave") })
    let header = try #require(terminal.screen.text.split(separator: "\n").first)
    #expect(header.contains("quote") && header.contains("speaker"))
    terminal.send(" ")
    #expect(terminal.wait { $0.text.contains("\nlines 22–42 of ") || $0.isAtEndOfPager })
    #expect(terminal.screen.text.hasPrefix(header))
    terminal.send("/ghost berths\r")
    #expect(terminal.wait { $0.text.contains("ghost berths") || $0.text.contains("no line after") })
    terminal.resize(columns: 60, rows: 16)
    #expect(terminal.wait { $0.text.split(separator: "\n").count == 16 })
    #expect(terminal.wait { $0.text.hasSuffix("q leave") })
    terminal.send("G")
    #expect(terminal.wait { $0.isAtEndOfPager }, "\(terminal.screen.text)")
    terminal.send("q")
    #expect(terminal.wait { !$0.isCovered && $0.text.hasSuffix("\nbrief>") })
    #expect(terminal.screen.text.contains("set pager off shows all"))
    type("quotes | take 1", terminal)
    #expect(!terminal.screen.isCovered)
  }

  @Test func ctrlCLeavesThePagerAndTheLine() throws {
    let terminal = try start([file])
    terminal.send("quotes; print \"later\"\r")
    #expect(terminal.wait(seconds: 20) { $0.isCovered && $0.text.hasSuffix("q leave") })
    terminal.send("\u{3}")
    #expect(terminal.wait { !$0.isCovered && $0.text.hasSuffix("interrupted\nbrief>") })
    #expect(!terminal.screen.text.contains("\nlater"))
    #expect(terminal.isEchoing == false || terminal.screen.text.hasSuffix("brief>"))
    type("print 1", terminal)
  }

  @Test(arguments: [["--no-pager"], []])
  func noPageIsTurnedWhereThatIsNotWanted(_ arguments: [String]) throws {
    let terminal = try start(arguments + [file])
    if arguments.isEmpty { type("set pager off", terminal) }
    type("quotes", terminal)
    #expect(!terminal.screen.isCovered)
  }

  // MARK: Settings

  @Test func theStartUpFileGivesSettingsAndFunctions() throws {
    home.write(
      """
      # my settings
      set ascii on
      def loudest(of: table) -> table "the longest first" {
        $of | sort words --desc | take 1
      }

      """, to: ".config/brief/startup.brief")
    let terminal = try start([file])
    type("quotes | loudest | select words", terminal)
    #expect(terminal.screen.text.contains("---+------\n 1 |"))
    terminal.send("quotes | loud\t")
    #expect(terminal.wait { $0.text.hasSuffix("brief> quotes | loudest") })
    // What is kept takes the function along, and not the settings.
    terminal.send("\u{15}")
    #expect(terminal.wait { $0.text.hasSuffix("\nbrief>") })
    type("keep 1 as \"\(home.path)/k.brief\"", terminal)
    #expect(home.text(of: "k.brief")?.contains("def loudest(of: table)") == true)
    #expect(home.text(of: "k.brief")?.contains("ascii") == false)
    let run = try ProgramRun("brief", ["run", home.path + "/k.brief"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let bare = try start(["--no-startup", file])
    type("set ascii", bare)
    #expect(bare.screen.text.contains("───┼"))
  }

  @Test func aMistakeInTheStartUpFileIsSaidAndTheShellStarts() throws {
    home.write("set ascii on\nsett pager off\n", to: "mine.brief")
    let terminal = try start([], ["BRIEF_STARTUP": home.path + "/mine.brief"])
    #expect(terminal.screen.text.contains("error[unknown-command]: no command 'sett'"))
    #expect(terminal.screen.text.contains("mine.brief:2:1"))
    type("set ascii", terminal)
    #expect(terminal.screen.text.contains("───┼"))
    // A script does the same with it and without it.
    let run = try ProgramRun(
      "brief", ["-c", "print 1"], environment: ["BRIEF_STARTUP": home.path + "/mine.brief"])
    #expect(run.output == "1\n" && run.errors == "")
  }

  @Test func optionsWinOverTheStartUpFile() throws {
    home.write("set width 40\nset rows 1\n", to: ".config/brief/startup.brief")
    let terminal = try start(["--width", "70", file])
    type("set width", terminal)
    #expect(terminal.screen.text.contains("│ 70 "))
    type("quotes", terminal)
    #expect(terminal.screen.text.contains("(rows 1 to 1 of 17; set rows all shows all)"))
  }

  @Test func timesAreSaidWhenTheyAreWanted() throws {
    let terminal = try start(["--timing"])
    type("print 1; print 2", terminal)
    let lines = terminal.screen.text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("(") && $0.hasSuffix("s · print 1)") })
    #expect(lines.contains { $0.hasPrefix("(") && $0.hasSuffix("s · print 2)") })
  }

  // MARK: Logs and the clipboard

  @Test func aLogHoldsLinesAndResults() throws {
    home.write("what was there\n", to: "log.md")
    let terminal = try start([file])
    type("log \"\(home.path)/log.md\"", terminal)
    type("quotes | take 1 | select speaker", terminal)
    type("qoutes", terminal)
    type("log stop", terminal)
    type("print 2", terminal)
    let text = try #require(home.text(of: "log.md"))
    #expect(
      text.hasPrefix(
        """
        what was there
        ## 2

        ```brief
        quotes | take 1 | select speaker
        ```

        | speaker |
        | --- |
        | Ilena Varnaky |

        ## 3

        ```brief
        qoutes
        ```

        ```text
        error[unknown-command]: no command 'qoutes'
        """), "\(text)")
    #expect(!text.contains("print 2"))
  }

  @Test func aLogOnAFullDiskEndsAndTheSessionGoesOn() throws {
    let terminal = try start()
    type("log /dev/full", terminal)
    type("print 1", terminal)
    #expect(terminal.screen.text.contains("warning[log-stopped]"))
    type("print 2", terminal)
    #expect(terminal.screen.text.hasSuffix("print 2\n2\nbrief>"))
  }

  @Test func aResultGoesToTheClipboardOfTheTerminal() throws {
    let terminal = try start()
    type("print \"foobar\" | copy", terminal)
    #expect(
      String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}]52;c;Zm9vYmFyCg==\u{07}"))
    let dumb = try start([], ["TERM": "dumb"])
    dumb.send("print 1 | copy\n")
    #expect(dumb.wait(for: "no-clipboard"))
  }
}

extension PseudoTerminalScreen {
  /// Whether the pager says that the end is shown.
  fileprivate var isAtEndOfPager: Bool { text.contains("g start, q leave") }
}
