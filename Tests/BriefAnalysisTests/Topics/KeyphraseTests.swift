import BriefAnalysis
import BriefSource
import Testing

@Suite("Keyphrases")
struct KeyphraseTests {
  private static let ministry = """
    Quarrel over the northern ferry line
    The Ministry of Ports said on Monday that the northern ferry line will close in May unless \
    the island council pays for new lifeboats. Ferry operators reiterated that fuel prices had \
    doubled. “We cannot run a ferry line on promises,” said Orla Venn, who heads the Ministry of \
    Ports.
    The island council rejected the demand. It wants the ferry line to stay open, and it wants the \
    ministry to inspect the lifeboats again. Fishermen of the northern villages fear for their \
    harbour fees.
    """

  private func phrases(_ text: String) -> [String] {
    Briefing(Source(name: "text", text: text)).keyphrases.map(\.text)
  }

  @Test("Phrases and names that a text turns on come first")
  func first() {
    let phrases = phrases(Self.ministry)
    #expect(phrases.prefix(3).contains("ferry line"))
    #expect(phrases.prefix(8).contains("island council"))
    #expect(phrases.prefix(8).contains("Ministry of Ports"))
    #expect(phrases.contains("Orla Venn"))
  }

  @Test("No phrase begins or ends with a function word, a verb or a mark")
  func edges() {
    let briefing = Briefing(Source(name: "text", text: Self.ministry))
    let bad: Set<String> = [
      "the", "a", "of", "that", "said", "reiterated", "will", "for", "on", "in", "its", "wants",
    ]
    #expect(briefing.keyphrases.count > 5)
    for phrase in briefing.keyphrases {
      let words = phrase.text.lowercased().split(separator: " ").map(String.init)
      #expect(!bad.contains(words.first ?? "the"), "\(phrase.text)")
      #expect(!bad.contains(words.last ?? "the"), "\(phrase.text)")
    }
  }

  @Test("Scores begin at 1 and do not rise; places are where the phrase stands")
  func scores() throws {
    let briefing = Briefing(Source(name: "text", text: Self.ministry))
    let phrases = briefing.keyphrases
    #expect(phrases.first?.score == 1)
    for (before, after) in zip(phrases, phrases.dropFirst()) {
      #expect(before.score >= after.score)
    }
    let line = try #require(phrases.first { $0.text == "ferry line" })
    #expect(briefing.source[try #require(line.places.first)] == "ferry line")
    #expect(line.measure.count == 4)
    #expect(line.measure.isInHeading)
  }

  @Test("A single vague word is no keyphrase, however often it comes")
  func vague() {
    let phrases = phrases(
      """
      The situation needs an effort. An effort in this situation is a step, and a step is an \
      effort that helps the situation. The coral reef needs a step and an effort too.
      """)
    for word in ["situation", "effort", "step"] { #expect(!phrases.contains(word)) }
    #expect(phrases.contains("coral reef"))
  }

  @Test("Words that a hyphen joins are not parted")
  func hyphens() {
    let phrases = phrases(
      "The firm, security-first policy helps the India-Nepal partnership after closed-door talks.")
    #expect(!phrases.contains("security"))
    #expect(!phrases.contains("door talks"))
    #expect(!phrases.contains("India-Nepal"))
  }

  @Test(
    "Texts without phrases have few or none",
    arguments: [
      "", "\n\n", "Yes.", "— … !", "12 345 67", "And then, of course, it was not.",
      "\u{FFFD}\u{0}\u{1F600}",
    ])
  func nothing(_ text: String) {
    let briefing = Briefing(Source(name: "text", text: text))
    #expect(briefing.keyphrases.count < 2)
    #expect(briefing.topics.count < 2)
    #expect(briefing.subjects.isEmpty)
  }

  @Test("Lines in capitals have phrases too, in small letters")
  func capitals() {
    let phrases = phrases("MINISTRY ANNOUNCES NEW VACCINE CAMPAIGN IN RURAL HOSPITALS")
    #expect(phrases.contains { $0.contains("vaccine") })
    #expect(!phrases.contains { $0.contains("ANNOUNCES") || $0.contains("announces") })
  }

  @Test("Other languages give no subjects and hardly a phrase")
  func otherLanguage() {
    let briefing = Briefing(
      Source(
        name: "text",
        text: """
          Die Regierung teilte am Montag mit, dass die Verhandlungen über das Abkommen nach langer \
          Pause wieder aufgenommen werden. Der Sprecher sagte, man sei zuversichtlich, dass beide \
          Seiten sich auf einen Zeitplan verständigen könnten.
          """))
    #expect(briefing.subjects.isEmpty)
  }
}
