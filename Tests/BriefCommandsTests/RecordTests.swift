import BriefTestSupport
import Testing

/// Records of runs: what they hold, and what is said when something has changed.
@Suite struct RecordTests {
  private let directory = TemporaryDirectory()

  init() {
    let talks = """
      Talks Begin

      LUSK, November 21, 2025 — Talks on the port have begun, Mara Dell said on Friday.
      “We expect them to last for a week,” Dell added. “Nobody will leave early,” Ivo Renn said.

      """
    directory.write(talks, to: "talks.txt")
    directory.write("let least = 2\n", to: "limits.brief")
    directory.write("speaker,seats\nMara Dell,4\n", to: "seats.csv")
    directory.makeDirectory("out")
    directory.write(
      """
      brief 1
      param least: int = 3 "how many words"
      needs read "."
      needs write "out"
      use "limits.brief" as limits
      load talks.txt
      quotes | where words > $least | select speaker, words
      print "least:" $least $limits.least
      open seats.csv | count
      for $n in 1..3 { assert $n < 5 }
      quotes | export "out/quotes.csv"
      """, to: "week.brief")
  }

  private func brief(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun("brief", arguments, in: directory.path)
  }

  private func record(_ name: String = "week.json") throws -> String {
    let run = try brief("run", "--record", name, "week.brief", "--least", "4")
    #expect(run.exitCode == 0, "\(run.errors)")
    return directory.text(of: name) ?? ""
  }

  @Test func aRecordSaysWhatARunDependsOnAndWhatCameOut() throws {
    let text = try record()
    for line in [
      #"  "record":"brief run","#, #"  "format":1,"#, #"  "edition":1,"#,
      #"    "least":"4""#, #"    {"path":"limits.brief","bytes":14,"#,
      #"    {"path":"talks.txt","bytes":"#, #"    {"path":"seats.csv","bytes":26,"#,
      #"    {"path":"out/quotes.csv","bytes":"#,
      #"    {"line":7,"statement":"quotes | where words > $least | select speaker, words","#
        + #""kind":"table","#,
      #"{"speaker":"Mara Dell","words":8}"#,
      #"    {"line":10,"statement":"$n < 5","times":3}"#,
    ] {
      #expect(text.contains(line), "\(line) is not in \(text)")
    }
    #expect(!text.contains(directory.path))
  }

  @Test func theSameRunMakesTheSameRecord() throws {
    let first = try record()
    let again = try brief(
      "run", "--record", "again.json", "week.brief", "--least", "4")
    // The script does not replace what it has exported.
    #expect(again.exitCode == 3)
    #expect(directory.text(of: "again.json") == nil)
    directory.remove("out/quotes.csv")
    #expect(try record("again.json") == first)
  }

  @Test func aRecordIsReplacedOnlyWhenThatIsWanted() throws {
    directory.write("precious", to: "week.json")
    directory.write("print 1\n", to: "one.brief")
    let refused = try brief("run", "--record", "week.json", "one.brief")
    #expect(refused.exitCode == 3)
    #expect(refused.output == "")
    #expect(refused.errors.contains("--force"))
    #expect(directory.text(of: "week.json") == "precious")
    let forced = try brief("run", "--record", "week.json", "--force", "one.brief")
    #expect(forced.exitCode == 0)
    #expect(directory.text(of: "week.json")?.contains(#""result":"1""#) == true)
  }

  @Test func whatFailsIsNotRecorded() throws {
    directory.write("print 1\nassert 1 > $(print 2 | count)\n", to: "wrong.brief")
    directory.write("print 1\nlet n = 2\nassert $n == 3\n", to: "fails.brief")
    for (script, code) in [("wrong.brief", 2), ("fails.brief", 1)] {
      let run = try brief("run", "--record", "new.json", script)
      #expect(run.exitCode == Int32(code), "\(run.errors)")
      #expect(directory.text(of: "new.json") == nil)
    }
  }

  // MARK: Verifying

  private func verify() throws -> ProgramRun { try brief("verify", "week.json") }

  @Test func nothingHasChanged() throws {
    _ = try record()
    let before = directory.text(of: "out/quotes.csv")
    let run = try verify()
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output == "nothing changed: 3 answers, 1 assertion, 2 texts\n")
    #expect(run.errors == "")
    #expect(directory.text(of: "out/quotes.csv") == before)
  }

  @Test func aTextHasChanged() throws {
    _ = try record()
    let text = directory.text(of: "talks.txt") ?? ""
    directory.write(
      text.split(separator: "a week").joined(separator: "a whole week"), to: "talks.txt")
    directory.remove("out/quotes.csv")
    let run = try verify()
    #expect(run.exitCode == 1, "\(run.errors)")
    for line in [
      "week.brief:7: 'quotes | where words > $least | select s…' gives another answer\n"
        + "  row 1: words 8 → 9\n",
      "the file 'out/quotes.csv' would be another one",
      "the text 'talks.txt' has changed (", "2 changes in 3 answers",
    ] {
      #expect(run.output.contains(line), "\(run.output)")
    }
    // Nothing is written.
    #expect(directory.text(of: "out/quotes.csv") == nil)
  }

  @Test func rowsComeAndGo() throws {
    _ = try record()
    let text = directory.text(of: "talks.txt") ?? ""
    directory.write(text + "“They all came to stay,” Renn said.\n", to: "talks.txt")
    let run = try verify()
    #expect(run.exitCode == 1)
    #expect(run.output.contains("row 2 is new: Ivo Renn │ 5\n"), "\(run.output)")
    #expect(run.output.contains("1 → 2 rows"), "\(run.output)")
  }

  @Test func whatAnswersDependOnHasChangedAndTheyHaveNot() throws {
    _ = try record()
    let script = directory.text(of: "week.brief") ?? ""
    directory.write("# Limits.\nlet least = 2\n", to: "limits.brief")
    directory.write(script + "\n# The end.\n", to: "week.brief")
    let moved = try verify()
    #expect(moved.exitCode == 0, "\(moved.errors)")
    #expect(moved.output.contains("the script 'week.brief' has changed ("))
    #expect(moved.output.contains("the module 'limits.brief' has changed (14 → 24 bytes)"))
    #expect(moved.output.contains("every answer is the same: 3 answers"))
  }

  @Test func statementsMoveGoAndCome() throws {
    _ = try record()
    let script = directory.text(of: "week.brief") ?? ""
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    directory.write(
      (lines[..<6] + ["", lines[6], "quotes | count"] + lines[8...]).joined(separator: "\n"),
      to: "week.brief")
    let run = try verify()
    #expect(run.exitCode == 1)
    #expect(
      run.output.contains(
        "week.brief:8: 'print \"least:\" $least $limits.least' does not answer any more"),
      "\(run.output)")
    #expect(
      run.output.contains("week.brief:9: 'quotes | count' gives an answer that was not there"))
    #expect(!run.output.contains("select s"))
  }

  @Test func anAssertionDoesNotHoldAnyMore() throws {
    directory.write(
      "needs read \".\"\nload talks.txt\nassert $(quotes | count) > 1\n", to: "a.brief")
    #expect(try brief("run", "--record", "week.json", "a.brief").exitCode == 0)
    directory.write("Nothing is said here.\n", to: "talks.txt")
    let run = try verify()
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("error[assertion-failed]"))
    #expect(run.output.contains("the text 'talks.txt' has changed"))
  }

  @Test func ofAScriptThatIsWrongNowOnlyThatIsSaid() throws {
    _ = try record()
    directory.write("quots\n", to: "week.brief")
    let run = try verify()
    #expect(run.exitCode == 2)
    #expect(run.output.contains("the script 'week.brief' has changed"), "\(run.output)")
    #expect(!run.output.contains("is not read any more"), "\(run.output)")
  }

  @Test func whatCannotBeReadIsThree() throws {
    let record = try record()
    #expect(try brief("verify", "nowhere.json").exitCode == 3)
    directory.makeDirectory("elsewhere")
    let elsewhere = try ProgramRun(
      "brief", ["verify", "../week.json"], in: directory.path + "/elsewhere")
    #expect(elsewhere.exitCode == 3)
    #expect(elsewhere.errors.contains("the directory in which the record was made"))
    let damages: [(String, String)] = [
      (String(record.dropLast(40)), "is damaged: expected"),
      (record.split(separator: "Mara").joined(separator: "Mira"), "was changed after"),
      (
        record.split(separator: "\"format\":1").joined(separator: "\"format\":9"),
        "has format 9, and this program reads format 1"
      ),
      ("[1, 2]", "is no record of a run"), ("{}", "is no record of a run"),
      ("", "is damaged: expected a value on line 1, found the end"),
      (#"{"record":"brief run","format":1}"#, "its hash is missing"),
    ]
    for (text, message) in damages {
      directory.write(text, to: "week.json")
      let run = try verify()
      #expect(run.exitCode == 3)
      #expect(run.output == "")
      #expect(run.errors.contains("error[unusable-record]"), "\(run.errors)")
      #expect(run.errors.contains(message), "\(run.errors)")
    }
    directory.write(record, to: "week.json")
    directory.remove("talks.txt")
    let run = try verify()
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("error[unreadable-input]"))
  }

  @Test func standardInputCannotBeRecorded() throws {
    let run = try ProgramRun(
      "brief", ["run", "--record", "new.json", "-"], input: "print 1", in: directory.path)
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("error[unrepeatable-input]"))
    #expect(directory.text(of: "new.json") == nil)
  }

  @Test(arguments: [
    ("week.brief", "the script", 2), ("./talks.txt", "a text of the run", 3),
    ("limits.brief", "a module", 3), ("out/quotes.csv", "what the script wrote", 3),
  ])
  func aRecordReplacesNothingOfTheRun(file: String, name: String, code: Int) throws {
    let run = try brief("run", "--force", "--record", file, "week.brief")
    #expect(run.exitCode == Int32(code))
    #expect(run.errors.contains("would replace \(name)"), "\(run.errors)")
    let kept = try #require(directory.text(of: file))
    #expect(!kept.contains("\"record\":"), "\(kept)")
  }
}
