import BriefScript
import BriefSource
import BriefTestSupport
import Testing

@testable import BriefShell

@Suite struct CompletionMenuTests {
  private func lines(
    _ candidates: [Completion.Candidate], columns: Int = 40, rows: Int = 24
  ) -> [String] {
    CompletionMenu(columns: columns, rows: rows).lines(for: candidates).map(\.plain)
  }

  @Test func namesStandInColumnsThatFillTheWidth() {
    let names = ["a", "bb", "ccc", "dddd", "eeeee"].map { Completion.Candidate($0) }
    #expect(lines(names, columns: 20) == ["a      ccc    eeeee", "bb     dddd"])
    #expect(lines(names, columns: 10) == ["a", "bb", "ccc", "dddd", "eeeee"])
  }

  @Test func descriptionsStandBesideAndAreCutToTheWidth() {
    let candidates = [
      Completion.Candidate("日本", "Japan, where the sun rises early in the day"),
      .init("x\u{1B}[2J", "drives\nnothing"),
    ]
    #expect(
      lines(candidates, columns: 30) == ["日本   Japan, where the sun…", "x␛[2J  drives␊nothing"])
  }

  @Test func whatDoesNotFitTheScreenIsCounted() {
    let candidates = (0..<100).map { Completion.Candidate("name\($0)", "n") }
    let shown = lines(candidates, rows: 10)
    #expect(shown.count == 7)
    #expect(shown.last == "… and 94 more")
  }

  @Test(arguments: [
    (["quotes", "quit"], "qu"), (["a"], "a"), ([], ""), (["x", "y"], ""),
    (["e\u{301}a", "eb"], ""), (["🇫🇷", "🇫🇮"], ""), (["\"Tahir A", "\"Tahir B"], "\"Tahir "),
  ])
  func whatIsCommonIsWholeCharacters(texts: [String], common: String) {
    #expect(CompletionMenu.commonPrefix(texts) == common)
  }

  @Test(arguments: [
    ("qu", "quotes", true), ("Qu", "quotes", true), ("tah", "\"Tahir ", true),
    ("andr", "\"Tahir ", false), ("\"tah", "Tahir", true), ("quotes", "qu", false),
  ])
  func completingLosesNothingTyped(typed: String, text: String, isSo: Bool) {
    #expect(CompletionMenu.continues(typed, with: text) == isSo)
  }

  @Test func filesAreOfferedByTheirPaths() {
    let directory = TemporaryDirectory()
    for name in ["a.txt", "a b.txt", ".hidden", "sub/one", "é.txt"] {
      directory.write("", to: name)
    }
    let files = FileCompletion(home: directory.path)
    func texts(_ prefix: String) -> [String] { files.candidates(prefix: prefix).map(\.text) }
    let base = directory.path + "/"
    #expect(texts(base) == [base + "a b.txt", base + "a.txt", base + "sub/", base + "é.txt"])
    #expect(texts("~/a.") == ["~/a.txt"])
    #expect(texts(base + ".") == [base + ".hidden"])
    #expect(texts(base + "sub/") == [base + "sub/one"])
    #expect(files.candidates(prefix: base + "su").map(\.isPartial) == [true])
    #expect(texts(base + "none/") == [])
    #expect(texts("~") == texts("~/"))
  }
}
