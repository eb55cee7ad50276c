import BriefAnalysis
import BriefSource
import Testing

@Suite struct QuoteTests {
  @Test func partsOfOneStatementShareAUnit() {
    let text = "“The truce holds.\n“Nobody should lean on it,” Karim said."
    let quotes = Briefing(Source(name: "unit.txt", text: text)).quotes
    #expect(quotes.map(\.unit) == [0, 0])
    #expect(quotes.map(\.rule) == [.sameUnit, .cueAfter])
  }

  @Test func fragmentBelongsToAStatement() throws {
    let text = "Karim noted that the army gave “solid proof” of the raid."
    let source = Source(name: "statement.txt", text: text)
    let quote = try #require(Briefing(source).quotes.first)
    #expect(quote.kind == .mixed)
    #expect(quote.statement.map { source[$0] } == ["that the army gave “solid proof” of the raid"])
    #expect(quote.cue?.lemma == "note")
  }

  @Test func turnsAreQuotesOfTheirSpeakers() {
    let text = """
      MS. RAUF: Good morning. Two announcements.

      The road is open again.

      QUESTION: Is it safe?

      MS. RAUF: It is.
      """
    let quotes = Briefing(Source(name: "turns.txt", text: text)).quotes
    #expect(quotes.allSatisfy { $0.rule == .turn && $0.kind == .direct })
    #expect(quotes.map(\.unit) == [0, 0, 2, 3])
  }

  @Test func speakersAreGatheredInOrder() {
    let text = """
      “One,” said Nadia Karim. “Two,” said Omar Malik. “Three,” said Malik. “Four,” said Malik.
      """
    let speakers = Briefing(Source(name: "speakers.txt", text: text)).speakers
    #expect(speakers.map(\.name) == ["Omar Malik", "Nadia Karim"])
    #expect(speakers.map(\.quotes.count) == [3, 1])
  }
}
