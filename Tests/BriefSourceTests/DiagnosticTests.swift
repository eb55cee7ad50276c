import BriefSource
import Testing

@Suite struct DiagnosticTests {
  @Test func anErrorShowsLineCaretAndHelp() {
    let source = Source(name: "weekly.brief", text: "load a.txt\nquotes | where spaeker == 1\n")
    let diagnostic = Diagnostic(
      id: "unknown-column", severity: .error, "no column 'spaeker' after 'quotes'",
      source: source, range: TextRange(26, 33),
      labels: [.init(TextRange(11, 17), "columns: quote, speaker, cue")],
      help: "did you mean 'speaker'?")
    #expect(
      DiagnosticRenderer().render(diagnostic).plain == """
        error[unknown-column]: no column 'spaeker' after 'quotes'
          --> weekly.brief:2:16
        2 | quotes | where spaeker == 1
          | ^^^^^^ columns: quote, speaker, cue
          |                ^^^^^^^
        help: did you mean 'speaker'?

        """)
  }

  @Test func wideCharactersMoveTheCaret() {
    let source = Source(name: "a", text: "日本 x")
    let page = SourceExcerpt().render([.init(TextRange(7, 8), "here")], of: source)
    #expect(page.plain == "1 | 日本 x\n  |      ^ here\n")
  }

  @Test func aLongMessageStandsBelowItsCarets() {
    let source = Source(name: "a", text: "quotes | where spaeker == 1")
    let page = SourceExcerpt(width: 40).render(
      [.init(TextRange(15, 22), "columns: quote, speaker")], of: source)
    #expect(
      page.plain == """
        1 | quotes | where spaeker == 1
          |                ^^^^^^^
          |              columns: quote, speaker

        """)
    let long = SourceExcerpt(width: 40).render(
      [.init(TextRange(15, 22), "columns: quote, speaker, cue, kind, words, place")], of: source)
    #expect(long.plain.split(separator: "\n").allSatisfy { DisplayText.width($0) <= 40 })
    #expect(long.plain.hasSuffix("\n  | columns: quote, speaker, cue, kind,\n  | words, place\n"))
  }

  @Test func aLineOfMegabytesIsCutAroundTheMark() {
    let text = String(repeating: "word ", count: 1_000_000)
    let source = Source(name: "a", text: text)
    let page = SourceExcerpt(width: 60).render([.init(TextRange(2_500_000, 2_500_004))], of: source)
    let lines = page.plain.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { DisplayText.width($0) <= 60 })
    #expect(lines[0].contains("…"))
    let caret = lines[1].firstIndex(of: "^").map {
      lines[1].distance(from: lines[1].startIndex, to: $0)
    }
    #expect(caret != nil && Array(lines[0])[caret ?? 0] == "w")
  }

  @Test func aPlaceAtTheEndOfTheTextHasACaret() {
    let source = Source(name: "a", text: "quotes |")
    let page = SourceExcerpt().render([.init(.at(8), "a stage is missing")], of: source)
    #expect(page.plain == "1 | quotes |\n  |         ^ a stage is missing\n")
  }

  @Test func theCitationNamesFileAndLine() {
    let source = Source(name: "a.txt", text: "x\ny")
    let diagnostic = Diagnostic(
      id: "x", severity: .note, "y", source: source, range: TextRange(2, 3))
    #expect(diagnostic.citation == "a.txt:2")
  }
}
