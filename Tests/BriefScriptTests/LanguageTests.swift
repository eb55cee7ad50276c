import BriefScript
import BriefScriptTestSupport
import BriefSource
import Testing

@Suite("The language")
struct LanguageTests {
  // MARK: Pipelines

  @Test func stagesWorkOnWhatTheOneBeforeGives() {
    #expect(
      TestSession().run(
        "quotes --by Dell | where words > 2 | sort words --desc | select speaker, words") == """
          speaker | words
          Mara Dell | 14
          Mara Dell | 7

          """)
  }

  @Test func rowsAreReadFromTheirSourceWhenNoneAreGiven() {
    let session = TestSession()
    #expect(session.run("quotes | count") == session.run("briefings | quotes | count"))
    #expect(session.run("briefings | where date in 2025-11 | quotes | count") == "5\n")
    #expect(session.run("briefings | one | quotes | count") == "3\n")
    #expect(session.run("let b = $(briefings | one); $b | quotes | count") == "3\n")
  }

  @Test func newlinesEndStatements() {
    let session = TestSession()
    #expect(session.run("quotes | count\nbriefings | count") == "6\n3\n")
    #expect(session.run("quotes | count; briefings | count;") == "6\n3\n")
    #expect(session.run("quotes\n  | count") == "6\n")
    #expect(session.run("quotes |\n  count") == "6\n")
    #expect(session.run("quotes # all of them\n\n  # in number\n  | count # done") == "6\n")
    #expect(session.run("quotes\r\n| count\r\nbriefings | count\r\n") == "6\n3\n")
    #expect(
      session.run("quotes | select speaker,\n words | take 1") == "speaker | words\nMara Dell | 7\n"
    )
    #expect(session.run("print (1 +\n 2\n)") == "3\n")
    #expect(session.run("print [1,\n  2\n]") == "1; 2\n")
    #expect(session.run("let x =\n  3\nprint $x") == "3\n")
    #expect(session.run("print $(\n quotes\n | count\n)") == "6\n")
    #expect(session.run("quotes | where words > 5 and\n  words < 10 | count") == "1\n")
    #expect(session.run("\n\n;;\n") == "")
    #expect(session.run("") == "")
    #expect(session.run("# nothing") == "")
  }

  @Test func theEditionStandsFirst() {
    #expect(TestSession().run("brief 1\nquotes | count") == "6\n")
    #expect(TestSession().run("# who\n\nbrief 1; quotes | count") == "6\n")
  }

  @Test func spacesOfWordProcessorsAreSpaces() {
    #expect(TestSession().run("\u{FEFF}quotes\u{A0}|\u{202F}count") == "6\n")
  }

  // MARK: Arguments

  @Test(
    arguments: [
      ("probe Andrabi", "<Andrabi>"), ("probe \"Mara Dell\"", "<Mara Dell>"),
      ("probe “Mara Dell”", "<Mara Dell>"), ("probe Türkiye", "<Türkiye>"),
      ("probe a.b out/x.csv ../shared/x.txt", "<a.b> <out/x.csv> <../shared/x.txt>"),
      ("probe 5-7 -", "<5-7> <->"), ("probe O'Brien well-known", "<O'Brien> <well-known>"),
      ("probe 12 2025-11-14 true missing", "<12> <2025-11-14> <true> <missing>"),
      ("probe a b, c", "<a> <b> <c>"), ("probe C#", "<C#>"), ("probe a # b", "<a>"),
      ("probe *.txt", "<*.txt>"), ("probe 50% a=b a@b.c", "<50%> <a=b> <a@b.c>"),
      ("probe ~/x €5 a:b", "<~/x> <€5> <a:b>"), ("probe \"--switch\"", "<--switch>"),
      ("probe --number 2.5", "number=2.5"), ("probe --number=3", "number=3.0"),
      ("probe --number -3", "number=-3.0"), ("probe --number=-1.5", "number=-1.5"),
      ("probe --number 1_000", "number=1000.0"), ("probe --number (1 + 2)", "number=3.0"),
      ("probe --day 2025-11-14", "day=2025-11-14"), ("probe --day 2025", "day=2025"),
      ("probe --day=2025-11", "day=2025-11"),
      ("probe --day (2025-11-14 + days(1))", "day=2025-11-15"),
      ("probe --file 2025-11-14.txt", "file=2025-11-14.txt"),
      ("probe --file *.txt", "file=*.txt (pattern)"), ("probe --file \"*.txt\"", "file=*.txt"),
      ("probe --file b[12].txt", "file=b[12].txt (pattern)"),
      ("probe --file a?", "file=a? (pattern)"),
      ("probe --switch a", "<a> switch"), ("probe a --switch b", "<a> <b> switch"),
      ("probe [a, b]", ""), ("probe x [a, \"b c\"]", "<x> <a> <b c>"),
      ("probe (\"a\" + \"b\")", "<ab>"), ("probe r \"x\"", "<r> <x>"),
      ("probe \"a\nb\"", ""),
      ("let n = \"Dell\"; probe $n $n", "<Dell> <Dell>"),
      ("let n = [\"a\", \"b\"]; probe x $n", "<x> <a> <b>"),
      (
        "probe x $(quotes | distinct speaker | where speaker != missing | column speaker)",
        "<x> <Mara Dell> <Ivo Renn>"
      ),
      ("probe let where group", "<let> <where> <group>"),
    ])
  func argumentsArrive(line: String, call: String) {
    let session = TestSession()
    let said = session.run(line)
    #expect(session.newsroom.calls.last ?? "" == call, "\(said)")
  }

  @Test func pathsKnowWhetherTheyArePatterns() {
    let session = TestSession()
    session.run("load briefings/*.txt \"a*.txt\" c.txt --date 2025-11-14 | count")
    #expect(
      session.newsroom.calls == ["pattern briefings/*.txt, path a*.txt, path c.txt on 2025-11-14"])
  }

  @Test func valuesOfAnyTypeKeepTheirType() {
    let session = TestSession()
    #expect(
      session.run("print 3 2.5 2025-11 true missing word \"3\"")
        == "3 2.5 2025-11 true missing word 3\n")
    #expect(session.run("print [1, b, \"c d\"]") == "1; b; c d\n")
    #expect(session.run("quotes | count | print total") == "total 6\n")
  }

  // MARK: Tables

  @Test func deriveAddsColumnsOneAfterTheOther() {
    let session = TestSession()
    #expect(
      session.run(
        "quotes | take 2 | derive half = words / 2, long = half > 3 | select words, half, long")
        == "words | half | long\n7 | 3.5 | true\n5 | 2.5 | false\n")
    #expect(
      session.run("quotes | sort words | take 1 | derive words = words + 1 | select words, quote")
        == "words | quote\n2 | No.\n")
    #expect(session.run("quotes | where words > 99 | derive x = 1 | count") == "0\n")
  }

  @Test func groupKeepsTheOrderOfFirstRows() {
    let session = TestSession()
    #expect(
      session.run("quotes | group speaker [ n = count(), words = sum(words) ]")
        == "speaker | n | words\nMara Dell | 3 | 22\nIvo Renn | 2 | 7\n | 1 | 5\n")
    #expect(session.run("quotes | group speaker | take 1") == "speaker | count\nMara Dell | 3\n")
    #expect(
      session.run("quotes | group date, direct [ n = count() ]")
        == """
        date | direct | n
        2025-11-03 | true | 2
        2025-11-03 | false | 1
        2025-11-14 | true | 2
         | false | 1

        """)
  }

  @Test(
    arguments: [
      ("count()", "6"), ("count(speaker)", "5"), ("distinct(speaker)", "2"), ("sum(words)", "34"),
      ("sum(score)", "8.5"), ("mean(words)", "5.666666666666667"), ("median(words)", "5.0"),
      ("min(words)", "1"), ("max(words)", "14"), ("min(speaker)", "Ivo Renn"),
      ("first(speaker)", "Mara Dell"), ("list(words)", "7; 5; 1; 14; 5; 2"),
      ("max(date)", "2025-11-14"), ("sum(words) / count()", "5.666666666666667"),
      ("round(mean(words), 1)", "5.7"), ("sum(words * 2) + 1", "69"), ("count(date) - 1", "4"),
      ("text(all) + \"!\"", "same!"), ("join(distinct(list(words)), \",\")", ""),
    ])
  func figuresOfAGroup(formula: String, result: String) {
    let session = TestSession()
    let text = session.run(
      "quotes | derive all = \"same\" | group all [ x = \(formula) ] | column x")
    if result.isEmpty {
      #expect(text.contains("error[wrong-type]"))
    } else {
      #expect(text == result + "\n")
    }
  }

  @Test func pipelinesInFormulasRunOncePerStage() {
    let session = TestSession()
    #expect(session.run("quotes | where words > mean($(quotes | column words)) | count") == "2\n")
    #expect(
      session.run("quotes | where words == max($(quotes | where direct | column words)) | count")
        == "1\n")
    #expect(
      session.run(
        "quotes | derive share = round(words / sum($(quotes | column words)), 2) | take 1 | column share"
      )
        == "0.21\n")
  }

  @Test func rowsKeepTheirOrigin() throws {
    let session = TestSession()
    session.run(
      "quotes | where words > 1 | sort words --desc | derive x = words | select x | take 2")
    guard case .table(let table)? = session.values.last else {
      Issue.record("no table")
      return
    }
    #expect(table.place(of: 0)?.citation == "friday.txt:2")
    #expect(table.explanation(of: 0)?.title == "said by Mara Dell")
    session.run("quotes | group speaker | take 1")
    guard case .table(let groups)? = session.values.last else {
      Issue.record("no table")
      return
    }
    #expect(groups.place(of: 0)?.citation == "monday.txt:2")
    #expect(groups.explanation(of: 0)?.title == "3 rows grouped, first monday.txt:2")
    #expect(groups.things(Newsroom.Quote.self) == nil)
  }

  // MARK: Bindings

  @Test func bindingsStayForTheNextLine() {
    let session = TestSession()
    session.run("let few = $(quotes | where words < 5)")
    #expect(session.run("$few | count") == "2\n")
    #expect(session.run("let n: int = 3\nlet x: number = $n\nprint ($x * 2)") == "6\n")
    #expect(session.engine.variables.map(\.name) == ["few", "n", "x"])
  }

  @Test func aLaterLineMayBindAnew() {
    let session = TestSession()
    session.run("let x = 1")
    #expect(session.run("let x = \"a\" + text($x); print $x") == "a1\n")
    #expect(session.remarks.map(\.id) == ["rebound"])
    #expect(session.run("print $x") == "a1\n")
    #expect(session.engine.variables.count == 1)
  }

  @Test(
    arguments: [
      "let x = 2\nfrobnicate", "let x = 2\nprint (1 / ($x - $x))", "let x = 2\nassert $x == 3",
    ])
  func aFailedSourceChangesNoVariable(text: String) {
    let session = TestSession()
    session.run("let x = 1")
    session.run(text)
    #expect(session.run("print $x") == "1\n")
  }

  @Test func nothingOfAWrongSourceRuns() {
    let session = TestSession()
    session.run("probe a\nprobe b\nprobe --nmber 3")
    #expect(session.newsroom.calls.isEmpty)
  }

  @Test func assertionsStopTheScript() {
    let session = TestSession()
    #expect(session.run("assert $(quotes | count) >= 6\nprint ok") == "ok\n")
    guard
      case .assertionFailed(let diagnostic) = session.engine.run(
        Source(name: "a", text: "probe a\nassert 1 > 2 else \"no\"\nprobe b"))
    else {
      Issue.record("the assertion held")
      return
    }
    #expect(diagnostic.message == "no")
    #expect(session.newsroom.calls == ["<a>"])
    #expect(session.run("assert missing else \"missing is not true\"").contains("missing is not"))
  }

  @Test func interruptionStopsBetweenStatements() {
    let session = TestSession()
    var asked = 0
    session.engine.isInterrupted = {
      asked += 1
      return asked > 3
    }
    #expect(session.run("print a; print b; print c; print d") == "a\ninterrupted\n")
  }

  @Test func quitEndsTheScript() {
    let session = TestSession()
    #expect(session.run("let x = 1; print a; quit; print b") == "a\nquit\n")
    session.engine.isInterrupted = { false }
    #expect(session.run("print $x") == "1\n")
  }

  // MARK: Incomplete text

  @Test(
    arguments: [
      "quotes |", "quotes | ", "quotes |\n", "quotes | select a,", "print (", "print (1 +",
      "print [1, 2", "let x =", "let x = 1 +", "print $(quotes", "print \"\"\"", "print \"\"\"\na",
      "quotes | group speaker [", "quotes | group speaker [ n = count(),", "quotes | derive a =",
      "quotes | derive a = 1,", "quotes | where not", "quotes | where a ==", "print (1\n",
      "quotes | where a and", "quotes | group a,", "quotes | # more",
    ])
  func theBeginningOfAStatement(text: String) {
    #expect(TestSession().engine.isIncomplete(text))
  }

  @Test(
    arguments: [
      "", "quotes", "quotes | count", "print \"abc", "quotes | where", "let", "let x",
      "quotes | count\n", "print )", "print (1))", "print \"\"\"a\"\"\"", "| count", "quotes | 5",
      "let x = |", "# quotes |", "quotes --by", "frob | count", "quotes --kind=",
    ])
  func aWholeStatement(text: String) {
    #expect(!TestSession().engine.isIncomplete(text))
  }
}
