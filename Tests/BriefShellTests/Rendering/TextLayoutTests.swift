import BriefSource
import BriefTestSupport
import Testing

@testable import BriefShell

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one two three", 3, ["one", "two", "thr", "ee"]),
    ("", 5, [""]), ("well-known", 6, ["well-", "known"]), ("a/b/c", 2, ["a/", "b/", "c"]),
    ("日本語", 4, ["日本", "語"]), ("日本語", 1, ["日", "本", "語"]), ("日本 go", 5, ["日本", "go"]),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ("👨‍👩‍👧👨‍👩‍👧", 6, ["👨‍👩‍👧", "👨‍👩‍👧"]), ("a   b", 4, ["a", "b"]), ("  a b", 9, ["  a b"]),
  ])
  func linesBreakAtWordsAndNeverInACharacter(text: String, width: Int, lines: [String]) {
    #expect(LineWrapper(width: width).lines(of: text) == lines)
  }

  @Test func pagesKeepTheirRolesAndHang() {
    var page = StyledText("NAME\n", .heading)
    page.append("  quotes", .code)
    page.append("   lists the quotations of a text\n")
    page.append("plain and long enough to wrap")
    let shown = PageRenderer(width: 26).render(page)
    #expect(
      shown.plain == """
        NAME
          quotes   lists the
                   quotations of a
                   text
        plain and long enough to
        wrap

        """)
    #expect(shown.runs.first { $0.text.contains("quotes") }?.role == .code)
    #expect(shown.runs.first { $0.text.contains("quotations") }?.role == .plain)
  }

  @Test func pagesAreHarmlessAndTabsBecomeSpaces() {
    let page = StyledText("a\tb\u{1B}[2J\r\nc\u{202E}\n")
    #expect(PageRenderer(width: 40).render(page).plain == "a       b␛[2J\nc�\n")
  }

  @Test(arguments: 0..<40)
  func noLineOfAPageIsTooWide(seed: Int) {
    var random = Random(seed: UInt64(seed))
    let pieces = [
      "word", "  ", " ", "\n", "- ", "日本", "e\u{301}", "👨‍👩‍👧",
      "long" + String(repeating: "g", count: 50),
    ]
    var page = StyledText()
    for _ in 0..<40 {
      page.append(random.pick(pieces) ?? "", random.pick(StyledText.Role.allCases) ?? .plain)
    }
    let width = random.number(in: 8...40)
    let shown = PageRenderer(width: width).render(page).plain
    for line in shown.split(separator: "\n") { #expect(DisplayText.width(line) <= width) }
    #expect(shown.filter { !$0.isWhitespace } == page.plain.filter { !$0.isWhitespace })
  }

  private static let columns: [([Double], [String])] = [
    ([1.0, 2.0], ["1.0", "2.0"]), ([0.93, 0.8], ["0.93", "0.80"]), ([1.0 / 3], ["0.3333"]),
    ([0.1 + 0.2], ["0.3"]), ([-0.5], ["-0.5"]), ([0.00001, 2.5], ["1e-05", "2.5000"]),
    ([1e12], ["1000000000000.0"]), ([1e300], ["1e+300"]), ([-0.0], ["0.0"]),
    ([.nan], ["nan"]), ([.infinity, 1], ["inf", "1.0"]), ([99999.99995], ["100000.0000"]),
  ]

  @Test(arguments: columns)
  func numbersOfAColumnAreWrittenAlike(numbers: [Double], texts: [String]) {
    let format = NumberText(for: numbers)
    #expect(numbers.map { format.text($0) } == texts)
  }

  @Test func coloursEndWithTheirLine() {
    var text = StyledText("a\nb", .error)
    text.append("c")
    #expect(
      Palette(isColoured: true).encode(text)
        == "\u{1B}[1;31ma\u{1B}[0m\n\u{1B}[1;31mb\u{1B}[0mc")
    #expect(Palette(isColoured: false).encode(text) == "a\nbc")
  }

  @Test(arguments: StyledText.Role.allCases)
  func coloursAddNothingButSequences(role: StyledText.Role) {
    for depth in [Palette.Depth.sixteen, .many] {
      let coded = Palette(isColoured: true, depth: depth).encode(StyledText("x", role))
      #expect(coded.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == "x")
      // Blue and yellow cannot be read on every ground.
      let codes = coded.matches(of: #/\u{1B}\[([0-9;]*)m/#).map(\.output.1)
      #expect(codes.allSatisfy { !$0.hasSuffix("33") && !$0.hasSuffix("34") }, "\(codes)")
    }
  }

  @Test(arguments: [
    ([:], 80, false), (["COLUMNS": "120"], 120, false), (["COLUMNS": "0"], 80, false),
    (["COLUMNS": "x", "TERM": "xterm"], 80, false),
  ])
  func whatIsNoTerminalHasTheWidthItIsTold(
    environment: [String: String], width: Int, hasColor: Bool
  ) throws {
    let pipe = try Pipe()
    let terminal = Terminal(descriptor: pipe.writing) { environment[$0] }
    #expect(terminal.width == width)
    #expect(terminal.hasColor == hasColor)
    #expect(!terminal.isTerminal)
    #expect(terminal.isColored(.always))
    #expect(!terminal.isColored(.never))
  }
}
