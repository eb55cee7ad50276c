import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// Answers that a person corrects.
@Suite struct FixTests {
  private let directory = TemporaryDirectory()
  private static let text = """
    Harbour to Stay Open

    LUSK, November 14, 2025 — The Harbour Ministry will keep the port open all winter, its \
    spokesperson Mara Dell said on Friday.

    “We will keep the harbour open until the last ship has left,” Dell said. “Nobody has \
    threatened us.”

    Ivo Renn, the union leader, disagreed. “The talks have not even begun,” Renn said. He called \
    the plan “a bad joke” and left.

    """
  private var path: String { directory.path + "/harbour.txt" }
  private var fixes: String { directory.text(of: "harbour.txt.fixes") ?? "" }

  private func loaded() throws -> TestShell {
    let shell = try TestShell()
    try shell.run("load \"\(path)\"")
    return shell
  }

  init() { directory.write(Self.text, to: "harbour.txt") }

  @Test func aCorrectionGoesThroughAllCommandsAndIsAppliedAgain() throws {
    let shell = try loaded()
    #expect(
      try shell.rows("quotes | select speaker").map { $0[0] }.prefix(3) == [
        "Mara Dell", "Mara Dell", "Ivo Renn",
      ])
    try shell.run("fix 3 --speaker Dell --cue disagreed --by Mira")
    for shell in [shell, try loaded()] {
      let rows = try shell.rows("quotes | select speaker, cue, sure")
      #expect(rows[2] == ["Mara Dell", "disagreed", ""])
      #expect(try shell.rows("speakers | select speaker, quotes").first == ["Mara Dell", "3"])
      #expect(try shell.rows("cues | where cue == \"disagree\" | select count") == [["1"]])
      #expect(try shell.rows("statements --by Dell | where sure == missing").count == 1)
      #expect(try shell.rows("quotes --by Dell --sure 0.9").count == 3)
      #expect(try shell.rows("briefings | select fixes") == [["2"]])
      let why = try shell.texts("quotes | why 3")[0]
      #expect(why.contains("Mira corrected the speaker: the program gives Ivo Renn."))
      #expect(why.contains("Mira corrected the cue: the program gives “said”."))
      #expect(
        try shell.rows("fixes | select what, program, hand, state, by")
          == [
            ["speaker", "Ivo Renn", "Mara Dell", "applied", "Mira"],
            ["cue", "said", "disagreed", "applied", "Mira"],
          ])
      #expect(try shell.texts("fixes | why 1")[0].contains("Ivo Renn is given as the speaker"))
    }
    #expect(directory.text(of: "harbour.txt") == Self.text)
    #expect(fixes.hasPrefix("brief fixes 1\ntext: harbour.txt\nsha256: "))
    #expect(fixes.contains("\tMara Dell\tMira\t“The talks have not even begun,”\n"))
  }

  @Test func rowsThatWereCorrectedAreMarked() throws {
    let shell = try loaded()
    try shell.run("quotes | fix 2 --kind mixed")
    guard case .table(let table)? = try shell.run("quotes").last else {
      Issue.record("no table")
      return
    }
    #expect((0..<table.count).map { table.isByHand($0) } == [false, true, false, false])
    guard case .table(let longest)? = try shell.run("quotes | sort words | take 3").last else {
      Issue.record("no table")
      return
    }
    #expect((0..<3).count { longest.isByHand($0) } == 1)
  }

  @Test func whatIsNoQuotationGoesAndComesBack() throws {
    let shell = try loaded()
    let before = try shell.rows("quotes")
    try shell.run("fix 4 --not-a-quote")
    #expect(try shell.rows("quotes") == Array(before.prefix(3)))
    #expect(try shell.rows("fixes | select what, state") == [["not-a-quote", "applied"]])
    try shell.run("fix --undo 1")
    #expect(try shell.rows("quotes") == before)
    #expect(try shell.rows("fixes").isEmpty)
    #expect(try loaded().rows("quotes") == before)
  }

  @Test func theSpeakerMayBeUnknownToTheTextOrNobody() throws {
    let shell = try loaded()
    try shell.run("quotes | fix 1 --speaker \"a port  official\"")
    #expect(shell.reports.contains { $0.id == "unknown-name" })
    try shell.run("quotes | fix 2 --no-speaker")
    #expect(
      try shell.rows("quotes | select speaker").prefix(2) == [["a port official"], [""]])
    // A later correction of the same takes the place of the earlier.
    try shell.run("quotes | fix 1 --speaker Renn")
    #expect(try shell.rows("fixes | where what == \"speaker\"").count == 2)
    #expect(try shell.rows("quotes | select speaker")[0] == ["Ivo Renn"])
  }

  @Test func aTextThatChangedKeepsWhatStillFits() throws {
    var shell = try loaded()
    try shell.run("quotes | fix 3 --speaker Dell")
    try shell.run("quotes | fix 4 --no-speaker")
    directory.write(
      Self.text.replacing("all winter", with: "all of the winter")
        .replacing("a bad joke", with: "a good joke"), to: "harbour.txt")
    shell = try loaded()
    #expect(shell.reports.map(\.id) == ["stale-fix"])
    #expect(shell.reports[0].message.contains("1 of 2 corrections"))
    #expect(try shell.rows("quotes | select speaker")[2] == ["Mara Dell"])
    #expect(try shell.rows("fixes | select state") == [["applied"], ["stale"]])
    // Another correction gives those that fit their new places, and keeps the other.
    try shell.run("quotes | fix 1 --kind mixed")
    shell = try loaded()
    #expect(try shell.rows("fixes | select state") == [["applied"], ["stale"], ["applied"]])
    #expect(shell.reports[0].message.contains("2 of 3 corrections"))
  }

  @Test func whatCannotBeReadIsSaidAndKept() throws {
    try loaded().run("quotes | fix 1 --kind mixed")
    directory.write(fixes + "speaker 9\n# a remark\n", to: "harbour.txt.fixes")
    let shell = try loaded()
    let damaged = try #require(shell.reports.first { $0.id == "damaged-line" })
    #expect(damaged.message.contains("found 1 field"))
    try shell.run("quotes | fix 2 --kind mixed")
    #expect(fixes.contains("\nspeaker 9\n# a remark\n"))
    #expect(try loaded().rows("fixes").count == 2)
  }

  @Test(arguments: ["brief fixes 9\n", "brief marks 1\n", "", "binary \u{1} stuff\n"])
  func aFileOfAnotherKindIsLeftAlone(_ content: String) throws {
    directory.write(content, to: "harbour.txt.fixes")
    let shell = try loaded()
    #expect(shell.reports.map(\.id) == ["unusable-standoff"])
    #expect(try shell.rows("quotes").count == 4)
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("quotes | fix 1 --kind mixed")
    }
    #expect(failure?.ids == ["unusable-standoff"])
    #expect(fixes == content)
    try shell.run("quotes | fix 1 --kind mixed --file \"\(directory.path)/other.fixes\"")
    #expect(try shell.rows("fixes").count == 1)
  }

  @Test func twoShellsLoseNothing() throws {
    let (first, second) = (try loaded(), try loaded())
    try first.run("quotes | fix 1 --kind mixed")
    try second.run("quotes | fix 2 --kind mixed")
    try first.run("quotes | fix 3 --kind mixed")
    #expect(try loaded().rows("fixes").count == 3)
    #expect(try first.rows("fixes").count == 3)
  }

  @Test func whatWasWrittenStaysWhenTheRestOfTheLineFails() throws {
    let shell = try loaded()
    #expect(throws: TestShell.Failure.self) {
      try shell.run("quotes | fix 1 --kind mixed\nassert (1 == 2) else \"no\"")
    }
    #expect(try shell.rows("fixes | select state") == [["applied"]])
    #expect(try shell.rows("quotes | select kind")[0] == ["mixed"])
  }

  @Test func correctionsAreReadFromAnotherPlace() throws {
    let file = "\(directory.path)/mine.fixes"
    try loaded().run("quotes | fix 1 --speaker Renn --file \"\(file)\"")
    let shell = try loaded()
    #expect(try shell.rows("fixes").isEmpty)
    #expect(try shell.rows("fixes --from \"\(file)\" | select hand") == [["Ivo Renn"]])
    #expect(try shell.rows("quotes | select speaker")[0] == ["Ivo Renn"])
    // What is corrected from then on goes to that file.
    try shell.run("quotes | fix 2 --kind mixed")
    #expect(fixes.isEmpty)
    #expect(directory.text(of: "mine.fixes")?.contains("\nkind\t") == true)
  }

  @Test(arguments: [
    ("quotes | fix 9 --kind mixed", "no-such-row"), ("quotes | fix 0 --kind mixed", "no-such-row"),
    ("quotes | fix 1", "nothing-to-fix"), ("fix", "nothing-to-fix"),
    ("fix 1 --kind mixed", "not-a-quotation"), ("speakers | fix 1 --no-speaker", "not-a-quotation"),
    ("quotes | count | fix 1 --no-speaker", "not-a-quotation"),
    ("quotes | fix 1 --cue denied", "cue-not-found"), ("fix --undo 1", "no-such-fix"),
    ("quotes | fix 1 --kind loud", "bad-value"),
    ("quotes | fix 1 --speaker \" \"", "nothing-to-fix"),
    ("quotes | fix 1 --no-speaker --file /nonexistent/a.fixes", "unwritable-file"),
    ("quotes | fix 1 --no-speaker --file /dev/full", "unusable-standoff"),
    ("fixes --from /nonexistent/a.fixes", "unusable-standoff"),
  ])
  func whatIsWrongIsSaid(_ line: String, _ id: String) throws {
    let shell = try loaded()
    let failure = #expect(throws: TestShell.Failure.self) { try shell.run(line) }
    #expect(failure?.ids == [id])
    #expect(fixes.isEmpty)
  }

  @Test func aScriptSaysThatItWrites() throws {
    let script = "needs read \"harbour.txt\"\nload harbour.txt\nquotes | fix 1 --no-speaker\n"
    directory.write(script, to: "fix.brief")
    let environment = ["PATH": PseudoTerminal.products + ":/usr/bin:/bin", "HOME": directory.path]
    let run = try ProgramRun(
      "brief", ["run", "fix.brief"], in: directory.path, environment: environment)
    #expect(run.errors.contains("error[file-not-named]"), "\(run.errors)")
    #expect(fixes.isEmpty)
    directory.write("needs write \"harbour.txt.fixes\"\n" + script, to: "fix.brief")
    let allowed = try ProgramRun(
      "brief", ["run", "fix.brief"], in: directory.path, environment: environment)
    #expect(allowed.errors == "", "\(allowed.errors)")
    #expect(fixes.contains("\nspeaker\t"))
  }
}
