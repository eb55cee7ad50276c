import BriefAnalysis
import BriefSource
import Testing

/// Whom nouns and pronouns mean, on sentences written for it.
@Suite struct ReferenceTests {
  /// The name of what the words at the last occurrence of `word` mean; `nil` for nothing.
  private func meant(_ word: String, in text: String) -> String? {
    let briefing = Briefing(Source(name: "text", text: text))
    let entities = briefing.entities
    let mention = entities.mentions.last {
      $0.kind != .name && briefing.source[$0.range].hasSuffix(word)
    }
    return mention.map { entities.all[$0.entity.index].name }
  }

  @Test func aSubjectStaysTheSubject() {
    let text = """
      Foreign Minister Lindiwe Maseko met the envoy, Pavel Horak, in Maputo on Monday. She said the \
      talks were useful, and she thanked him for his patience.
      """
    #expect(meant("She", in: text) == "Lindiwe Maseko")
    #expect(meant("him", in: text) == "Pavel Horak")
  }

  @Test func aNounMeansTheThingThatHasItInItsName() {
    let text = """
      The Lake Waters Treaty was signed in Entebbe in 1971. Tanzania said on Sunday that the treaty \
      was still in force.
      """
    #expect(meant("treaty", in: text) == "Lake Waters Treaty")
  }

  @Test(arguments: [
    "The Lake Waters Treaty was signed in 1971. Ministers want the treaty of the north revised.",
    "The Lake Waters Treaty was signed in 1971. Ministers want a treaty for the north.",
    "The Lake Waters Treaty was signed in 1971. Ministers met the treaty commissioners.",
  ])
  func aNounWithMoreToItMeansSomethingElse(text: String) {
    #expect(meant("treaty", in: text) == nil)
  }

  @Test func aBodyThatSpeaksIsTakenUpByIt() {
    let text = """
      The Ministry of Fisheries rejected the claim. It said the boats had left the strait.
      """
    #expect(meant("It", in: text) == "Ministry of Fisheries")
  }

  @Test func itWithoutAnybodyWhoSpeaksMeansNothing() {
    #expect(meant("It", in: "The Ministry of Fisheries is shut. It rained all day.") == nil)
  }
}
