import BriefAnalysis
import BriefCorpus
import BriefSource
import Testing

@Suite struct ConcordanceTests {
  private func search(_ phrase: String, in text: String, context: Int = 8) -> [String] {
    let briefing = Briefing(Source(name: "a.txt", text: text))
    return Concordance(phrase, context: context)?.lines(in: briefing).map { line in
      [line.left, line.match, line.right].map { briefing.source[$0] }.joined(separator: "|")
    } ?? []
  }

  @Test func aWordIsFoundInAnyCase() {
    let text = "Talks resumed. The talks, she said, were useful talks."
    #expect(search("TALKS", in: text, context: 0).count == 3)
  }

  @Test func theContextIsCutAtTheNumberOfWords() {
    let text = "one two three four five"
    #expect(search("three", in: text, context: 1) == ["two|three|four"])
    #expect(search("three", in: text, context: 9) == ["one two|three|four five"])
    #expect(search("three", in: text, context: 0) == ["|three|"])
  }

  @Test func theContextStaysInItsParagraph() {
    let text = "The first paragraph ends here.\n\nBeacons were lit.\n\nThe third begins."
    #expect(search("beacons", in: text) == ["|Beacons|were lit."])
  }

  @Test func aPhraseIsSplitAsTheTextIs() {
    let text = "They can’t stay. They can't leave."
    #expect(search("can't", in: text, context: 0) == ["|can’t|", "|can't|"])
    #expect(search("can't leave", in: text, context: 0) == ["|can't leave|"])
  }

  @Test func aStarStandsForAnyEnding() {
    let text = "A terrorist, terrorism and terror; error."
    #expect(search("terror*", in: text, context: 0) == ["|terrorist|", "|terrorism|", "|terror|"])
  }

  @Test func matchesDoNotOverlap() {
    #expect(search("no no", in: "no no no no no", context: 0).count == 2)
  }

  @Test(arguments: ["", "   ", "\n"])
  func aPhraseWithoutWordsIsNone(_ phrase: String) {
    #expect(Concordance(phrase) == nil)
  }

  @Test func nothingIsFoundInATextWithoutTheWord() {
    #expect(search("absent", in: "One line.").isEmpty)
    #expect(search("one line. and more", in: "One line.").isEmpty)
  }
}
