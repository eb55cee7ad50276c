import BriefAnalysis
import Testing

/// Which names are one thing, and which are two.
@Suite struct NameJoiningTests {
  @Test(arguments: ["Foreign Secretary", "Chief Justice", "Deputy Prime Minister"])
  func anOfficeIsNobodysName(office: String) {
    let reading = EntityReading(
      "A spokesman said on Monday that the \(office) met the envoy. The \(office) was pleased.")
    #expect(reading.meant(by: office) == nil)
  }

  @Test func twoOfOneSurnameStayTwoAndTheDoubtIsSaid() {
    let reading = EntityReading(
      """
      Joram Pellow and Adela Pellow spoke at the harbour. Pellow said the boats were safe. Mrs \
      Pellow added that the crews were not.
      """)
    #expect(reading.entity("Joram Pellow") != nil)
    #expect(reading.entity("Adela Pellow") != nil)
    let doubts = reading.problems("doubtful-name")
    #expect(doubts.count == 1)
    #expect(doubts.first?.contains("2 persons here bear it") == true)
  }

  @Test func aTitleTellsBearersOfASurnameApart() {
    let reading = EntityReading(
      """
      Minister Robert Danner met Senator Claire Danner in the capital. Minister Danner called it \
      useful. Senator Danner called it late.
      """)
    #expect(reading.meant(by: "Danner", 0) == "Robert Danner")
    #expect(reading.meant(by: "Danner", 1) == "Claire Danner")
    #expect(reading.problems("doubtful-name").isEmpty)
  }

  @Test func aManAndACityOfOneNameAreTwo() throws {
    let reading = EntityReading(
      """
      Foreign Minister Brian Jackson spoke on Monday. Jackson said flooding in Jackson, \
      Mississippi, had delayed him. Jackson also thanked the rescuers.
      """)
    #expect(reading.meant(by: "Jackson", 0) == "Brian Jackson")
    #expect(reading.meant(by: "Jackson", 2) == "Brian Jackson")
    let city = try #require(reading.entity("Jackson"))
    #expect(city.type == .place)
    #expect(reading.mentions("Jackson") == ["Jackson"])
    let both = reading.briefing.entities.named("Jackson", in: reading.briefing.source)
    #expect(both.count == 2)
  }

  @Test func anAbbreviationMayComeBeforeItsDefinition() {
    let reading = EntityReading(
      "The CVB was not consulted. The Coastal Vessels Board (CVB) complained on Tuesday.")
    #expect(reading.meant(by: "CVB", 0) == "Coastal Vessels Board")
    #expect(reading.meant(by: "CVB", 1) == "Coastal Vessels Board")
  }

  @Test func anAbbreviationWithoutADefinitionStandsAlone() {
    let reading = EntityReading(
      "The QRVT refused. The Quarry Workers Federation and the Harbour Guild agreed.")
    #expect(reading.meant(by: "QRVT") == "QRVT")
  }

  @Test func anAbbreviationExplainedTwiceMeansWhatItWasLastSaidToMean() {
    let reading = EntityReading(
      """
      The NVC spoke first. The National Vineyard Council (NVC) met on Tuesday. The NVC approved the \
      plan. The Northern Valleys Committee (NVC) objected. The NVC wants more time.
      """)
    #expect(reading.entity("National Vineyard Council") != nil)
    #expect(reading.entity("Northern Valleys Committee") != nil)
    #expect(reading.meant(by: "NVC", 2) == "National Vineyard Council")
    #expect(reading.meant(by: "NVC", 3) == "Northern Valleys Committee")
    #expect(reading.meant(by: "NVC", 4) == "Northern Valleys Committee")
    // Before it is explained nobody can tell.
    #expect(reading.problems("doubtful-name").contains { $0.contains("further on") })
  }

  @Test func spellingsOfOneSoundAreOnePerson() {
    let reading = EntityReading(
      """
      Volodymyr Zelensky thanked the hosts. President Zelenskyy had asked for help, and Volodymyr \
      Zelenskyy repeated it. Mohammed Dahlan met the envoys. Muhammad Dahlan said nothing.
      """)
    let persons = reading.briefing.entities.all.filter { $0.type == .person }
    #expect(persons.count == 2, "\(persons.map(\.name))")
  }

  @Test func namesThatSoundAlikeOfAManAndAWomanAreTwo() {
    let reading = EntityReading(
      "Mario Silveira spoke. Maria Silveira answered him, and Mario Silveira left.")
    #expect(reading.entity("Mario Silveira") != nil)
    #expect(reading.entity("Maria Silveira") != nil)
  }

  @Test func namesInCapitalsAreTheSameNames() {
    let reading = EntityReading(
      """
      MINISTER JOANA PEREIRA REFUSES TO RESIGN

      "We wait," Joana Pereira said on Monday. Pereira then left for Lisbon.
      """)
    #expect(reading.mentions("Joana Pereira", .name).count == 3)
  }

  @Test func anUnnumberedInitialIsNoAbbreviation() {
    let reading = EntityReading("The Artemis II crew landed. They used AI to steer.")
    #expect(reading.entity("Artemis II")?.aliases.contains("AI") != true)
  }

  @Test func aNameThatEndsInAnAdjectiveTakesItsNoun() {
    let reading = EntityReading("It was stolen from the Karvan Nuclear reactor last year.")
    #expect(reading.entity("Karvan Nuclear reactor")?.type == .facility)
  }

  @Test func twoNamesWithAHyphenAreNoPerson() {
    let reading = EntityReading(
      "The Danner-Okafor administration agreed on Friday. President Danner signed it. Danner left.")
    #expect(reading.entity("Danner")?.type == .person)
    #expect(reading.mentions("Danner", .name).count == 2)
  }

  @Test func aStateHasItsUsualNameWhereTheTextHasIt() {
    let reading = EntityReading("Russia denied it. The Russian Federation repeated the denial.")
    #expect(reading.entity("Russia")?.aliases.contains("Russian Federation") == true)
  }

  @Test func manyDefinitionsAndSurnamesTakeNoLongerEach() {
    var text = ""
    for number in 0..<400 {
      text += "The National Vineyard Council (NVC) met Joram Pellow. "
      text += "The Northern Valleys Committee (NVC) met Adela Pellow. Mrs Pellow left. "
      if number % 8 == 7 { text += "\n\n" }
    }
    let reading = EntityReading(text)
    #expect(reading.mentions("National Vineyard Council").count == 800)
    #expect(reading.briefing.profiles.count == reading.briefing.entities.all.count)
  }
}
