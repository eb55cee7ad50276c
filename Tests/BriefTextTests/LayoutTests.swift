import BriefSource
import BriefTestSupport
import BriefText
import Testing

@Suite("Layout")
struct LayoutTests {
  @Test("each line of a text that is not wrapped is a block")
  func lines() {
    let text = """
      Key points
      - Talks resume on Friday
      LAKESIDE: The minister of water, who returned from the capital late on Thursday, said that.
      Rising concern over the dam
      The dam, which was built in the years after the war, needs repair, officials said on Friday.

      It leaks.
      """
    #expect(
      blocks(text) == [
        "Key points", "- Talks resume on Friday",
        "LAKESIDE: The minister of water, who returned from the capital late on Thursday, said that.",
        "Rising concern over the dam",
        "The dam, which was built in the years after the war, needs repair, officials said on Friday.",
        "It leaks.",
      ])
    let layout = Layout(Source(name: "t", text: text))
    #expect(layout.blocks.map(\.follows) == [true, false, false, false, false, true])
    #expect(!layout.isWrapped)
  }

  /// Paragraphs, a heading and a list, as lines of their own.
  static let paragraphs = [
    "Water levels fall again in the northern provinces",
    """
    The ministry of water said on Thursday that the level of the lake had fallen by more than two \
    metres since the summer, when the first gauge was set up by a team of engineers. Nobody had \
    expected it, according to three officials who spoke on condition of anonymity.
    """,
    """
    The next report is due in March, the ministry said, but may be delayed because the gauges have \
    to be moved to deeper water before the ice sets in.
    """,
    "- Lake level falls",
    """
    - Farmers in the north of the country fear for the harvest, which has been poor for three years \
    in a row
    """,
    "What happens next",
    """
    Both sides will meet again, and “the door is open”, as the minister put it in a speech to \
    members of her party who had gathered in the old town hall.
    """,
  ]

  /// `text` with lines filled greedily up to `column`.
  static func wrap(_ text: String, _ column: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > column {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    return (lines + [line]).joined(separator: "\n")
  }

  @Test(
    "the lines of a wrapped paragraph belong together", arguments: [50, 60, 72, 80, 100, 120])
  func wrapped(column: Int) {
    let text = Self.paragraphs.map { Self.wrap($0, column) }.joined(separator: "\n\n")
    #expect(
      blocks(text).map { $0.replacing("\n", with: " ") } == Self.paragraphs)
    #expect(Layout(Source(name: "t", text: text)).isWrapped)
    let returns = text.replacing("\n", with: "\r\n")
    #expect(
      blocks(returns).map { $0.replacing("\r\n", with: " ") } == Self.paragraphs)
  }

  @Test("a wrapped stretch and lines that are not may stand in one text")
  func mixed() {
    let text =
      Self.wrap(Self.paragraphs[1], 66) + "\n\n" + Self.paragraphs[1] + "\n" + Self.paragraphs[2]
      + "\n" + Self.paragraphs[5] + "\n"
    #expect(
      blocks(text).map { $0.replacing("\n", with: " ") } == [
        Self.paragraphs[1], Self.paragraphs[1], Self.paragraphs[2], Self.paragraphs[5],
      ])
  }

  @Test("short lines are not taken for a paragraph")
  func verse() {
    let lines = ["Prices rise", "Talks fail again", "Three ministers resign", "What we know"]
    #expect(blocks(lines.joined(separator: "\n")) == lines)
  }

  @Test(
    "list marks of every shape",
    arguments: [
      "-", "*", "+", "•", "–", "◦", "▪", "1.", "12.", "3)", "(4)", "(a)", "b)", "(iv)",
    ]) func listMarks(mark: String)
  {
    #expect(blocks("\(mark) Talks resume") == ["- Talks resume"])
    #expect(blocks("> \(mark) Talks resume") == ["> Talks resume"])
    #expect(
      blocks("\(mark)\tTalks resume\n  on Friday\n  in Geneva") == [
        "- Talks resume\n  on Friday\n  in Geneva"
      ])
  }

  @Test(
    "what only looks like a list mark",
    arguments: ["-5 degrees", "1998. The year", "J. Adeyemi said", "1.5 metres", "*no*", "(see)"])
  func noListMarks(text: String) {
    #expect(blocks(text) == [text])
  }

  @Test("Markdown headings and block quotations")
  func markdown() {
    let text = """
      # Briefing ##
      ###### Small
      ####### none
      #none
      Underlined
      ====
      Also
      ----
      A sentence with a line after it.
      ----

      > We agree.
      > They do not.
      """
    #expect(
      blocks(text) == [
        "h1 Briefing", "h6 Small", "####### none", "#none", "h1 Underlined", "h2 Also",
        "A sentence with a line after it.", "----", "> We agree.", "> They do not.",
      ])
    let source = Source(name: "t", text: "Underlined\n====\n")
    #expect(Layout(source).blocks.map(\.range) == [TextRange(0, 15)])
    let quoted = Self.wrap(Self.paragraphs[1], 70).split(separator: "\n").map { "> " + $0 }
    #expect(blocks(quoted.joined(separator: "\n")).count == 1)
  }

  @Test("rows of marks are no headings", arguments: ["* * *", "---", "###", "***", "___", "====="])
  func rulers(row: String) {
    #expect(blocks("One.\n\n\(row)\n\nTwo.") == ["One.", row, "Two."])
    #expect(blocks(row) == [row])
  }

  @Test("line ends and white space of every kind")
  func whiteSpace() {
    #expect(
      blocks("\u{FEFF}One.\r\nTwo.\rThree.\n\u{0C}\nFour.\u{0C}\u{A0}\n \u{3000}\u{2003}\n Five.")
        == ["One.", "Two.", "Three.", "Four.", "Five."])
    #expect(blocks("").isEmpty)
    #expect(blocks("\n \u{FEFF}\r\n").isEmpty)
  }

  @Test("many lines and a long one")
  func large() {
    let many = Layout(Source(name: "t", text: String(repeating: "a line\n", count: 30_000)))
    #expect(many.blocks.count == 30_000)
    let long = Layout(Source(name: "t", text: String(repeating: "word ", count: 60_000)))
    #expect(long.blocks.map(\.range) == [TextRange(0, 299_999)])
  }
}
