import BriefScript
import BriefShell
import BriefSource
import BriefTestSupport
import Testing

/// Whether charts tell the truth.
@Suite struct ChartTests {
  /// A shell with a table `t` of names and numbers, read from a file.
  private func shell(_ rows: String, in directory: TemporaryDirectory) throws -> TestShell {
    directory.write(rows, to: "t.csv")
    let shell = try TestShell()
    try shell.run("let t = $(open \"\(directory.path)/t.csv\")")
    return shell
  }

  private func picture(
    _ line: String, _ rows: String, width: Int = 80, _ alphabet: Medium.Alphabet = .unicode
  ) throws -> String {
    let directory = TemporaryDirectory()
    let results = try shell(rows, in: directory).run(line)
    return results.map {
      ValueRenderer(Medium(width: width, alphabet: alphabet)).render($0).plain
    }.joined()
  }

  @Test func barsAreAsLongAsTheirNumbers() throws {
    let text = try picture("$t | bar", "name,n\na,10\nb,5\nc,0\nd,1\n", width: 46, .ascii)
    // A space, the name, a space, the axis, the bar, a space, the number: 40 cells for 10.
    #expect(
      text == """
        n by name
         a |\(String(repeating: "#", count: 40)) 10
         b |\(String(repeating: "#", count: 20)) 5
         c | 0
         d |#### 1

        """)
  }

  @Test func whatIsNotZeroIsSeen() throws {
    let rows = "name,n\na,100000\nb,1\nc,0\n"
    let text = try picture("$t | bar", rows).split(separator: "\n")
    #expect(text[2] == " b │▏ 1")
    #expect(text[3] == " c │ 0")
    #expect(try picture("$t | bar", rows, .ascii).contains(" b |. 1\n"))
  }

  @Test func equalNumbersBelowAndAboveZeroHaveEqualBars() throws {
    let text = try picture("$t | bar", "name,n\na,3\nb,-3\nc,1\nd,-1\ne,\n", width: 40)
    let lines = text.split(separator: "\n").map(String.init)
    func cells(_ line: String) -> Int { line.count { "█▌▐".contains($0) } }
    #expect(cells(lines[1]) == cells(lines[2]) && cells(lines[3]) == cells(lines[4]))
    #expect(cells(lines[1]) > cells(lines[3]) && cells(lines[3]) > 0)
    // All bars begin at one axis.
    let axes = Set(lines[1...5].map { line in line.prefix { $0 != "│" }.count })
    #expect(axes.count == 1)
    #expect(lines[2].hasSuffix("█│ -3") && lines[5].hasSuffix("│ no number"))
    #expect(lines.last == "(1 row has no n)")
  }

  @Test func theLargestAreChosenAndTheRestIsSaid() throws {
    let text = try picture("$t | bar name n --top 2", "name,n\na,1\nb,7\nc,\nd,7\ne,3\n")
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix(" b ") && lines[2].hasPrefix(" d "))
    #expect(lines[3] == "(the 2 largest of 5 rows)")
  }

  @Test func extremeNumbersDoNotBreakPictures() throws {
    let rows = "name,day,n\na,2026-01-01,1.7e308\nb,2026-01-02,-1.7e308\nc,2026-01-03,1e-300\n"
    for line in [
      "bar name n", "line day n", "line name n --zoom", "spark day n", "line day n --by name",
    ] {
      for width in [20, 80] {
        let text = try picture("$t | \(line)", rows, width: width)
        #expect(
          text.split(separator: "\n").allSatisfy { DisplayText.width($0) <= width }, "\(line)")
      }
    }
  }

  @Test func theAxisHoldsZeroUnlessItIsSaid() throws {
    let rows = "day,n\n2026-01-01,1000\n2026-01-08,1010\n"
    let whole = try picture("$t | line", rows)
    #expect(whole.contains("\n    0 ┤") && !whole.contains("not at 0"))
    let zoomed = try picture("$t | line --zoom", rows)
    #expect(!zoomed.contains("\n    0 ┤"))
    #expect(zoomed.contains("(the axis begins at 1000, not at 0)"))
  }

  @Test func daysStandAtTheirDistance() throws {
    let rows = "day,n\n2026-01-01,1\n2026-01-02,1\n2026-01-31,1\n"
    let text = try picture("$t | line --height 3", rows, width: 66)
    let line = try #require(text.split(separator: "\n").first { $0.contains("●") })
    let columns = line.enumerated().filter { $0.element == "●" }.map(\.offset)
    #expect(columns.count == 3)
    #expect(columns[2] - columns[0] > 20 * (columns[1] - columns[0]))
  }

  @Test func aGapIsNoNumber() throws {
    let rows = "day,n\n2026-01-01,1\n2026-01-02,\n2026-01-03,5\n,7\n"
    #expect(
      try picture("$t | line", rows).hasSuffix(
        "(1 row has no place along the line; 1 row has no number)\n"))
    let directory = TemporaryDirectory()
    let cells = try shell(rows, in: directory).rows("$t | spark")
    #expect(cells == [["▂·█", "2", "1", "5", "1", "5"]])
  }

  @Test func oneScaleForAllSeries() throws {
    let directory = TemporaryDirectory()
    let shell = try shell("who,day,n\na,1,1\na,2,2\nb,1,70\nb,2,35\nc,2,-70\n", in: directory)
    let charts = try shell.rows("$t | spark day n --by who | select who, chart")
    #expect(charts == [["a", "▅▅"], ["b", "█▆"], ["c", "·▁"]])
    let plain = try shell.rows("$t | spark day n --by who --ascii | select chart")
    #expect(plain == [["=="], ["#+"], ["?_"]])
  }

  @Test func columnsAreCheckedBeforeAnythingRuns() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    for (line, id) in [
      ("print 1\nquotes | bar speaker cue", "not-numbers"),
      ("print 1\nquotes | bar nobody", "unknown-column"),
      ("print 1\nsections | select heading | bar", "no-numbers"),
      ("print 1\nquotes | line place words", "no-axis"),
      ("print 1\nquotes | select words | line", "no-axis"),
      ("print 1\nquotes | spark cue cue", "not-numbers"),
      ("print 1\nquotes | bar speaker words --top 0", "bad-value"),
      ("print 1\ndispersion", "nothing-to-find"),
      ("print 1\nquotes | bar | count", "wrong-input"),
      ("print 1\ntimeline --chart | count", "wrong-input"),
      ("print 1\nbar", "cannot-begin"),
    ] {
      let before = shell.results.count
      let failure = #expect(throws: TestShell.Failure.self, "\(line)") { try shell.run(line) }
      #expect(failure?.ids == [id], "\(line): \(failure?.ids ?? [])")
      // A wrong script does nothing at all.
      #expect(shell.results.count == before)
    }
  }

  @Test func twoNumbersForOnePlaceAreAMistake() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("quotes | line speaker words")
    }
    #expect(failure?.ids == ["two-for-one-cell"])
    #expect(
      failure?.description.contains("rows 1 and 2 want the same place: Ilena Varnaky") == true)
    try shell.run("quotes | group speaker [ words = sum(words) ] | line speaker words")
  }

  @Test func chartsWorkOnColumnsKnownOnlyAtRunTime() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let text = try shell.texts(
      "quotes | where speaker != missing | count by speaker, kind | pivot kind --values count | bar"
    )
    #expect(text[0].hasPrefix("mixed by speaker\n") || text[0].hasPrefix("direct by speaker\n"))
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("sections | pivot heading --values kind | bar")
    }
    #expect(failure?.ids == ["no-numbers"])
  }

  @Test func namesCannotDriveTheTerminal() throws {
    let text = try picture(
      "$t | bar\n$t | line name n --by name\n$t | spark name n --by name",
      "name,n\n\"a\u{1B}[2J\",1\n\"b\u{202E}c\",2\n")
    #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
    #expect(text.contains("a␛[2J"))
  }
}
