import BriefAnalysis
import BriefSource
import Testing

/// Texts that no quotation can be read from without care: what is found, and what is said of it.
@Suite struct DamagedInputTests {
  private func briefing(_ text: String) -> Briefing {
    Briefing(Source(name: "damaged.txt", text: text))
  }

  private func problems(_ text: String) -> Set<String> { Set(briefing(text).problems.map(\.id)) }

  @Test func lostClosingMarksEndWhereTheSpeakerIsNamed() {
    let text = """
      The minister met reporters on Monday.

      “We will not sign this paper, said Nadia Karim, the trade minister.

      “The talks go on, and they go on tomorrow, she added.

      Omar Malik said “nobody asked us.
      """
    let quotes = briefing(text).quotes.filter { $0.kind == .direct }
    #expect(
      quotes.map { briefing(text).source[$0.range] } == [
        "“We will not sign this paper,", "“The talks go on, and they go on tomorrow,",
        "“nobody asked us.",
      ])
    let mentions = quotes.map { quote in
      quote.speaker.map { briefing(text).source[$0.mention] }
    }
    #expect(mentions == ["Nadia Karim", "she", "Omar Malik"])
    #expect(problems(text).contains("unclosed-quotation"))
  }

  @Test func marksAloneAreNobodysWords() {
    for text in ["“”“”\"\"‘’\n\n“”\n\n\"\" \"\" \"\"\n\n«»„“", "“", "「」", "»«»", "''''''"] {
      #expect(briefing(text).quotes.isEmpty, "\(text)")
      #expect(problems(text).contains("no-words"), "\(text)")
    }
  }

  @Test(arguments: [
    "„Wir werden das nicht hinnehmen“, said Franz Huber, the foreign minister.",
    "»Wir werden das nicht hinnehmen«, said Franz Huber, the foreign minister.",
    "«Nous ne signerons pas demain», said Franz Huber, the foreign minister.",
    "「We will not sign it tomorrow」, said Franz Huber, the foreign minister.",
  ]) func marksOfOtherLanguagesEncloseQuotations(_ text: String) throws {
    let quote = try #require(briefing(text).quotes.first)
    #expect(quote.kind == .direct)
    #expect(quote.speaker?.name == "Franz Huber")
    #expect(!problems(text).contains("unclosed-quotation"))
  }

  @Test func aConversationWithoutLabelsIsGivenToNobody() {
    let text = """
      Good afternoon, everybody. Two announcements before I take your questions.

      The secretary will travel to Geneva next week. We expect talks on the truce.

      Thank you. Can you tell us whether the ambassador was recalled?

      We have nothing to announce on that.

      Is it true that the talks failed?

      No, that is not true. The talks go on, and we believe they will succeed.
      """
    #expect(!briefing(text).quotes.contains { $0.kind != .indirect })
    #expect(problems(text).contains("unlabelled-speech"))
    #expect(
      !problems("KARIM: Is it over?\n\nMALIK: Yes.\n\nKARIM: Is it?\n\nMALIK: It is.")
        .contains("unlabelled-speech"))
  }

  @Test func aBriefingInCapitalsHasItsSpeakers() {
    let text = """
      FOREIGN MINISTRY REJECTS CLAIMS

      THE SPOKESPERSON, NADIA KARIM, SAID ON MONDAY THAT THE TALKS HAD FAILED.

      “WE WILL NOT SIGN THIS PAPER,” SHE SAID. “THE TREATY IS DEAD.”
      """
    let quotes = briefing(text).quotes.filter { $0.kind == .direct }
    #expect(quotes.count == 2)
    #expect(quotes.allSatisfy { $0.speaker?.name.lowercased() == "nadia karim" })
    #expect(problems(text).contains("all-capitals"))
  }

  @Test func valuesOfAttributesAndTitlesAreNoQuotations() {
    let texts = [
      "<tweet id=\"7479\" author=\"@karim\">Karim, who accused nobody, left.",
      "Karim told MSNBC’s “Morning Joe” on Friday that nobody was hurt.",
      "Karim spoke of her documentary “The Long Road,” which opens in May.",
    ]
    for text in texts {
      #expect(!briefing(text).quotes.contains { $0.kind != .indirect }, "\(text)")
    }
  }

  @Test func aHeadlineWithANameIsNoTurnOfTheTranscriptBelow() {
    let text = """
      Karim: The Talks Have Failed

      Nadia Karim, the trade minister, spoke to Harbour Radio on Sunday about the talks.

      RAUF: Have the talks failed?

      KARIM: They have.

      RAUF: Will there be others?

      KARIM: Not this year.
      """
    let turns = briefing(text).quotes.filter { $0.rule == .turn }
    #expect(turns.count == 4)
    #expect(turns.allSatisfy { $0.confidence >= Confidence(0.9) })
  }

  @Test func lettersOfAnInterviewTellWhoseTurnItIsButNotWho() {
    let text = "Q: Is it over?\n\nA: It is.\n\nQ: For good?\n\nA: For good."
    let turns = briefing(text).quotes.filter { $0.rule == .turn }
    #expect(turns.count == 4)
    #expect(turns.allSatisfy { $0.confidence < Confidence(0.9) })
  }

  @Test func theWordWhoStandsForItsNoun() throws {
    let text = "The plan was drawn up by Nadia Karim, who said that it would cost nothing."
    let quote = try #require(briefing(text).quotes.first)
    #expect(quote.speaker.map { briefing(text).source[$0.mention] } == "who")
    #expect(quote.speaker?.name == "Nadia Karim")
  }
}
