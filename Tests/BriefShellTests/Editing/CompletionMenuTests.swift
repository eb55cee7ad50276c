import BriefScript
import BriefSource
import BriefTestSupport
import Testing

@testable import BriefShell

@Suite struct CompletionMenuTests {
  private func menu(
    _ candidates: [Completion.Candidate], note: String? = nil, typed: String = "",
    columns: Int = 40, rows: Int = 20
  ) -> CompletionMenu {
    CompletionMenu(candidates, note: note, typed: typed, columns: columns, rows: rows)
  }

  private func plain(_ menu: CompletionMenu) -> [String] { menu.lines.map(\.plain) }

  private let names = (1...30).map { Completion.Candidate("name\($0)", "the \($0)th") }

  @Test func theFirstTenHaveADigit() {
    #expect(
      plain(menu(Array(names.prefix(3)), typed: "nam")) == [
        " 1 name1  the 1th", " 2 name2  the 2th", " 3 name3  the 3th",
      ])
    let long = plain(menu(names))
    #expect(long.count == 20)
    #expect(long[9] == " 0 name10  the 10th" && long[10] == "   name11  the 11th")
    #expect(long.last == "… and 11 more")
    #expect(menu(names).candidate(at: "0")?.text == "name10")
    #expect(menu(names).candidate(at: "x") == nil)
    #expect(menu(Array(names.prefix(3))).candidate(at: "4") == nil)
  }

  @Test func aDigitThatGoesOnChoosesNothing() {
    let menu = menu(Array(names.prefix(3)), typed: "name")
    #expect(menu.candidate(at: "1") == nil && menu.candidate(at: "2") == nil)
    #expect(plain(menu) == ["   name1  the 1th", "   name2  the 2th", "   name3  the 3th"])
  }

  @Test func whatIsChosenGoesRoundAndIsMarked() {
    var menu = menu(Array(names.prefix(3)))
    #expect(menu.chosenCandidate == nil)
    menu.move(by: 1)
    #expect(plain(menu)[0] == ">1 name1  the 1th")
    menu.move(by: -1)
    #expect(menu.chosenCandidate?.text == "name3")
    menu.move(by: 1)
    #expect(menu.chosenCandidate?.text == "name1")
  }

  @Test func aLongMenuFollowsWhatIsChosen() {
    var menu = menu(names, rows: 6)
    for _ in 0..<8 { menu.move(by: 1) }
    #expect(
      plain(menu) == [
        " 1 name4  the 4th", " 2 name5  the 5th", " 3 name6  the 6th", " 4 name7  the 7th",
        ">5 name8  the 8th", "3 above, 22 below",
      ])
    #expect(menu.candidate(at: "1")?.text == "name4")
    menu.move(by: -1)
    for _ in 0..<23 { menu.move(by: 1) }
    #expect(plain(menu).last == "25 above")
  }

  @Test func descriptionsAreCutToTheWidth() {
    let candidates = [
      Completion.Candidate("日本", "Japan, where the sun rises early in the day"),
      .init("x\u{1B}[2J", "drives\nnothing"),
    ]
    #expect(
      plain(menu(candidates, columns: 30)) == [
        " 1 日本   Japan, where the s…", " 2 x␛[2J  drives␊nothing",
      ])
  }

  @Test(arguments: [10, 20, 40, 80, 160], [2, 6, 30])
  func noLineIsWiderThanTheScreen(columns: Int, rows: Int) {
    let candidates = (0..<25).map {
      Completion.Candidate(
        String(repeating: "北京", count: $0), String(repeating: "long ", count: $0))
    }
    var menu = menu(candidates, note: "a note that is long", columns: columns, rows: rows)
    for _ in 0..<30 {
      menu.move(by: 1)
      #expect(menu.lines.count <= rows)
      for line in plain(menu) { #expect(DisplayText.width(line) < columns) }
      let hasChosen = plain(menu).contains { $0.hasPrefix(">") }
      #expect(hasChosen)
    }
  }

  @Test func theDirectoryIsNotSaidInEachLine() {
    let files = ["notes/", "one.txt", "two.txt"].map { Completion.Candidate("a/b/\($0)") }
    #expect(plain(menu(files)) == [" 1 notes/", " 2 one.txt", " 3 two.txt"])
  }

  @Test func aNoteStandsBelow() {
    #expect(
      plain(menu([.init("a"), .init("b")], note: "more")) == [" 1 a", " 2 b", "more"])
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
    ("zoe", "\"Zoë A", true),
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
    #expect(texts(base) == [base + "sub/", base + "a b.txt", base + "a.txt", base + "é.txt"])
    #expect(texts("~/a.") == ["~/a.txt"])
    #expect(texts(base + ".") == [base + ".hidden"])
    #expect(texts(base + "sub/") == [base + "sub/one"])
    #expect(files.candidates(prefix: base + "su").map(\.isPartial) == [true])
    #expect(texts(base + "none/") == [])
    #expect(texts("~") == texts("~/"))
    #expect(texts(base + "SU") == [base + "sub/"])
  }

  @Test func filesOfTheWantedEndingsAreOffered() {
    let directory = TemporaryDirectory()
    for name in ["a.txt", "b.csv", "c.brief", "sub/one"] { directory.write("12345", to: name) }
    let files = FileCompletion(home: nil)
    let base = directory.path + "/"
    func found(_ endings: String...) -> [String] {
      files.candidates(prefix: base, endings: endings).map { String($0.text.dropFirst(base.count)) }
    }
    #expect(found("csv", "tsv") == ["sub/", "b.csv"])
    #expect(found("json") == ["sub/", "a.txt", "b.csv", "c.brief"])
    #expect(files.candidates(prefix: base + "a").map(\.summary) == ["5 bytes"])
  }
}
