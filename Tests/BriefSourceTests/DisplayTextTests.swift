import BriefSource
import Testing

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("abc", 3), ("Türkiye", 7), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("", 0), ("“x”", 3),
  ])
  func widthsAreInCells(_ text: String, _ width: Int) {
    #expect(DisplayText.width(text) == width)
  }

  @Test func terminalEscapesAreShownNotSent() {
    let shown = DisplayText.harmless("a\u{1B}[31mred\u{7}\u{9B}1m\u{7F}")
    #expect(shown == "a␛[31mred␇\u{FFFD}1m␡")
  }

  @Test func bidirectionalOverridesAreShown() {
    #expect(DisplayText.harmless("x\u{202E}y\u{2066}z") == "x\u{FFFD}y\u{FFFD}z")
  }

  @Test func lineEndsStayWhenAskedFor() {
    #expect(DisplayText.harmless("a\nb", keepingLineEnds: true) == "a\nb")
    #expect(DisplayText.harmless("a\nb") == "a␊b")
  }

  @Test func composedJoinsMarksWithTheirLetters() {
    #expect(
      Array(DisplayText.composed("e\u{301}").unicodeScalars) == Array("é".unicodeScalars))
    #expect(DisplayText.composed("plain") == "plain")
  }
}
