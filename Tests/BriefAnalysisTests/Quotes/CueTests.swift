import BriefAnalysis
import BriefSource
import Testing

/// What is said of a cue, to whom it is said, and whose words stand within whose.
@Suite struct CueTests {
  private func briefing(_ text: String) -> Briefing {
    Briefing(Source(name: "cue.txt", text: text))
  }

  @Test(arguments: [
    ("“We gave no such order,” Karim said.", "say", CueClass.neutral, 1, 0),
    ("Karim denied that the army had crossed the river.", "deny", .denying, 3, -1),
    (
      "Karim strongly condemned “this cowardly raid on a market.”", "strongly condemn", .critical,
      3, -1
    ),
    (
      "Karim condemned the raid on the market in the strongest terms as “a crime against us all.”",
      "condemn in the strongest terms", .critical, 3, -1
    ),
    (
      "Karim expressed deep and grave concern over “the deteriorating state of the dams.”",
      "express grave concern", .warning, 2, -1
    ),
    (
      "Karim brushed the claim aside as “a tale for children and for tourists.”", "brush aside",
      .denying, 2, -1
    ),
    ("According to Karim, the talks will go on in May.", "according to", .neutral, 1, 0),
    ("Karim welcomed “the brave decision of our neighbours.”", "welcome", .praising, 1, 1),
  ])
  func theLexiconSaysWhatIsDone(
    _ text: String, lemma: String, cueClass: CueClass, strength: Int, polarity: Int
  ) throws {
    let cue = try #require(briefing(text).quotes.first?.cue)
    #expect(cue.lemma == lemma)
    #expect(
      cue.sense == CueSense(cueClass, strength: strength, polarity: polarity), "\(text)")
  }

  @Test(arguments: [
    ("“The gates stay shut,” Karim told reporters.", "reporters"),
    ("Karim told the Security Council that the gates would stay shut.", "the Security Council"),
    ("Karim urged India to open the gates of the dam.", "India"),
    ("Karim called on India to “open the gates of the dam at once.”", "India"),
    ("“The gates stay shut,” Karim said to Ambassador Lena Ortiz.", "Ambassador Lena Ortiz"),
  ])
  func whomItIsSaidTo(_ text: String, name: String) throws {
    let briefing = briefing(text)
    let quote = try #require(briefing.quotes.first)
    let addressee = try #require(briefing.addressee(of: quote), "\(text)")
    #expect(name.hasSuffix(addressee.name) || addressee.name.hasSuffix(name), "\(addressee.name)")
  }

  @Test(arguments: [
    "“The gates stay shut,” Karim said on Friday.",
    "Karim denied that the gates had been shut.",
    "Karim referred to India as “a neighbour we did not choose.”",
  ])
  func nobodyIsNamed(_ text: String) throws {
    let briefing = briefing(text)
    let quote = try #require(briefing.quotes.first)
    #expect(briefing.addressee(of: quote)?.name == nil)
  }

  @Test func wordsWithinWordsAreNested() {
    let briefing = briefing(
      """
      MS. ORTIZ: Good morning. The talks went well.

      Q: What did Karim say?

      MS. ORTIZ: Well, Karim said, “The gates stay shut until May,” and we heard him.
      """)
    let quotes = briefing.quotes
    let outer = quotes.enclosingQuotes()
    let inner = quotes.indices.filter { outer[$0] != nil }
    #expect(inner.map { briefing.source[quotes[$0].range] } == ["“The gates stay shut until May,”"])
    #expect(inner.allSatisfy { quotes[outer[$0] ?? 0].rule == .turn })
  }

  @Test func twoFragmentsOfOneClauseAreNotNested() {
    let briefing = briefing("Karim said the army had “solid proof” and “many witnesses” of it.")
    #expect(briefing.quotes.enclosingQuotes().allSatisfy { $0 == nil })
  }

  @Test(arguments: [
    (
      "Harbour Ministry spokesperson Lena Ortiz said the gates would stay shut.", "Harbour Ministry"
    ),
    (
      "Lena Ortiz, a spokeswoman for the Foreign Office, said the gates would stay shut.",
      "Foreign Office"
    ),
    ("A Foreign Office spokesman said the gates would stay shut.", "Foreign Office"),
  ])
  func whomAPersonSpeaksFor(_ text: String, name: String) throws {
    let briefing = briefing(text)
    let speaker = try #require(briefing.quotes.first?.speaker)
    let institution = briefing.entities.institution(of: speaker, in: briefing.source)
    #expect(institution.map { briefing.entities[$0].name } == name)
  }
}
