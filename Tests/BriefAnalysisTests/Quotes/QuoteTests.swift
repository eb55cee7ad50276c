import BriefAnalysis
import BriefSource
import Testing

@Suite struct QuoteTests {
  private func found(_ marked: String, withReports: Bool = false) -> String {
    let source = Source(name: "passage.txt", text: MarkedQuotes.plain(marked))
    return MarkedQuotes.marked(Briefing(source), withReports: withReports)
  }

  @Test(arguments: QuotePassages.cues) func cues(_ passage: String) {
    #expect(found(passage) == passage)
  }

  @Test(arguments: QuotePassages.marks) func marks(_ passage: String) {
    #expect(found(passage) == passage)
  }

  @Test(arguments: QuotePassages.continued) func continuedSpeech(_ passage: String) {
    #expect(found(passage) == passage)
  }

  @Test(arguments: QuotePassages.unspoken) func unspoken(_ passage: String) {
    #expect(found(passage) == passage)
  }

  @Test(arguments: QuotePassages.reported) func reported(_ passage: String) {
    #expect(found(passage, withReports: true) == passage)
  }
}
