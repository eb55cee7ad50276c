import BriefCommands
import BriefScript
import BriefTestSupport
import Testing

/// Questions that the program makes of a briefing.
@Suite struct QuizTests {
  @Test func theOrderDependsOnTheTextAndTheSeedAlone() throws {
    let first = try TestShell("harbour-ministry-week-1").rows("quiz --list --key")
    let again = try TestShell("harbour-ministry-week-1").rows("quiz --list --key --seed 1")
    let other = try TestShell("harbour-ministry-week-1").rows("quiz --list --key --seed 2")
    #expect(first.count == 10)
    #expect(first == again)
    #expect(first != other)
    #expect(first.prefix(4).map { $0[0] } == ["speaker", "form", "cue", "present"])
    // Fewer questions are the first of them.
    #expect(
      try TestShell("harbour-ministry-week-1").rows("quiz --list --key --count 4")
        == Array(first.prefix(4)))
  }

  @Test func aListHasNoKeysUnlessTheyAreAskedFor() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    #expect(
      try shell.rows("quiz --list | select key, place").allSatisfy { $0 == ["", ""] })
    #expect(throws: TestShell.Failure.self) { try shell.run("quiz --list | why 1") }
    let rows = try shell.rows("quiz --list --key --count 100 | select answers, key")
    #expect(rows.count > 10)
    for row in rows { #expect(row[0].contains(row[1]), "\(row)") }
    #expect(try shell.texts("quiz --list --key | why 1").count == 1)
  }

  @Test(arguments: [
    "harbour-ministry-week-1", "harbour-ministry-week-2", "evening-post-on-harbour-briefing",
    "river-basin-wire", "foreign-office-2026-01", "lake-accord-statement",
    "external-affairs-transcript",
  ])
  func linesOfTheTextStandThereAndOthersDoNot(_ briefing: String) throws {
    let shell = try TestShell(briefing)
    let text = try TextFile.read(TestShell.path(briefing)).split { $0.isWhitespace }
      .joined(separator: " ")
    for row in try shell.rows("quiz --list --key --kind present --count 200") {
      #expect(text.contains(row[2]) == (row[4] == "yes"), "\(row)")
    }
    for row in try shell.rows("quiz --list --key --count 200 | where kind != \"present\"") {
      #expect(text.contains(row[2]), "\(row)")
    }
  }

  @Test func wordsOfAnotherBriefingAreNotInThisOne() throws {
    let shell = try TestShell("harbour-ministry-week-1", "river-basin-wire")
    let rows = try shell.rows("quiz --list --key --kind present --count 200")
      .filter { $0[1] != "Does the text say this?" }
    #expect(!rows.isEmpty)
    for row in rows { #expect(row[4] == "no") }
  }

  @Test func answersAreNumbersWordsAndAliases() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let keys = try shell.rows("quiz --list --key --kind speaker --count 3 | select key")
      .map { $0[0] }
    #expect(keys.contains("Ilena Varnaky"))
    shell.answers = keys.map { $0 == "Ilena Varnaky" ? "spokesperson" : $0.uppercased() }
    let all = try shell.run("quiz --kind speaker --count 3", canAsk: true)
    guard case .table(let score)? = all.last else {
      Issue.record("no score")
      return
    }
    #expect(score.count == 2)
    #expect(score[1, 1] == .int(3))
    #expect(score[1, 2] == .int(3))
    #expect(shell.prompts == ["quiz> ", "quiz> ", "quiz> "])
    #expect(all[1].plainText.hasPrefix("Right. 1 of 1.\n"))
    #expect(all[1].plainText.contains("is given as the speaker"))
  }

  @Test func wrongOddSkippedAndStopped() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let key = try shell.rows("quiz --list --key --kind form | select key")[0][0]
    let wrong = key == "direct" ? "mixed" : "dir"
    shell.answers = ["", "7", "-1", "\u{1B}[2J", wrong, "skip", "quiz stop", "1"]
    let results = try shell.run("quiz --kind form", canAsk: true).map(\.plainText)
    #expect(results.count { $0.contains("is none of the answers") } == 3)
    #expect(results.contains { $0.hasPrefix("Wrong. The answer is “\(key)”. 0 of 1.") })
    #expect(results.contains { $0.hasPrefix("Skipped. ") })
    // The score is the table last shown.
    guard case .table(let score)? = shell.results.last else {
      Issue.record("no score")
      return
    }
    #expect(score.record(0)["asked"] == .int(2))
    #expect(shell.answers == ["1"])
  }

  @Test func aCorrectionIsAKey() throws {
    let directory = TemporaryDirectory()
    let shell = try TestShell("harbour-ministry-week-1")
    try shell.run(
      "quotes | fix 3 --speaker \"Adela Pellow\" --file \"\(directory.path)/a.fixes\"")
    let rows = try shell.rows("quiz --list --key --kind speaker --count 100 | select text, key")
    #expect(rows.contains { $0[0].hasPrefix("“A ship that") && $0[1] == "Adela Pellow" })
  }

  @Test func withoutAPromptItSaysSo() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    let failure = #expect(throws: TestShell.Failure.self) { try shell.run("quiz") }
    #expect(failure?.ids == ["needs-prompt"])
    #expect(shell.results.isEmpty)
    #expect(throws: TestShell.Failure.self) { try shell.run("quiz --count 0", canAsk: true) }
  }
}
