import BriefAnalysis
import Testing

/// A state, its people, and its capital said for its government.
@Suite struct StateTests {
  @Test func anAdjectiveMeansTheStateAndANounThePeople() {
    let reading = EntityReading(
      """
      Chilean troops crossed the border on Monday. Two Chileans were hurt, the Peruvian government \
      said. Any Peruvian living in Chile may return.
      """)
    #expect(reading.mentions("Chile", .demonym) == ["Chilean"])
    #expect(reading.mentions("Peru", .demonym) == ["Peruvian"])
    #expect(reading.meant(by: "Chileans") == "Chileans")
    #expect(reading.profile("Chileans")?.kind == .people)
    #expect(reading.profile("Chileans")?.parent?.name == "Chile")
    #expect(reading.meant(by: "Peruvian", 1) != "Peru")
  }

  @Test func theAdjectiveOfATitleMeansTheState() {
    let reading = EntityReading(
      "The envoy met Peruvian Foreign Minister Rosa Quispe in Lima. Peruvian troops were absent.")
    #expect(reading.mentions("Peru", .demonym) == ["Peruvian", "Peruvian"])
  }

  @Test func aCapitalThatActsIsItsGovernment() {
    let reading = EntityReading(
      """
      NAIROBI: Kenya closed the crossing on Friday. Nairobi says Kampala has refused every offer. \
      The ministers met in Kampala last week, and more talks with Kampala are planned. Uganda was \
      silent.
      """)
    #expect(reading.meant(by: "Nairobi") == "Kenya")
    #expect(reading.meant(by: "Kampala", 0) == "Uganda")
    #expect(reading.meant(by: "Kampala", 1) == "Kampala")
    #expect(reading.meant(by: "Kampala", 2) == "Uganda")
    #expect(reading.entity("Kenya")?.metonyms == ["Nairobi"])
    // The dateline is the city.
    #expect(reading.meant(by: "NAIROBI") == "Nairobi")
    #expect(reading.profile("Nairobi")?.parent?.name == "Kenya")
  }

  @Test func whatOnlyHappensInACityIsTheCity() {
    let reading = EntityReading(
      "The delegation flew to Oslo on Sunday. Shops in Oslo were shut. Rain fell near Oslo.")
    #expect(reading.mentions("Oslo").count == 3)
    #expect(reading.entity("Norway") == nil)
  }

  @Test func aMetonymLeadsToBoth() {
    let reading = EntityReading("Lisbon rejected the plan. The envoys met in Lisbon.")
    let names = reading.briefing.entities.named("Lisbon", in: reading.briefing.source)
      .map { reading.briefing.entities[$0].name }
    #expect(names.sorted() == ["Lisbon", "Portugal"])
  }

  @Test func anAbbreviationHasTheNameOfTheLists() throws {
    let reading = EntityReading("The US and the IMF disagree, said Anna Bergström.")
    let states = try #require(reading.entity("United States"))
    #expect(states.isNameKnown)
    #expect(states.aliases == ["US"])
    #expect(reading.entity("International Monetary Fund")?.aliases == ["IMF"])
    #expect(reading.entity("Anna Bergström")?.isNameKnown == false)
  }

  @Test func whatTheTextWritesOutKeepsItsSpelling() {
    let reading = EntityReading("Turkey and Burma signed. Later Türkiye denied it.")
    #expect(reading.entity("Türkiye")?.aliases == ["Turkey"] || reading.entity("Turkey") != nil)
    #expect(reading.briefing.entities.all.filter { $0.type == .place }.count == 2)
    #expect(reading.profile("Burma")?.known?.name == "Myanmar")
  }

  @Test func aLanguageIsNoState() {
    let reading = EntityReading("The English language version was late.")
    #expect(reading.entity("England") == nil)
  }
}
