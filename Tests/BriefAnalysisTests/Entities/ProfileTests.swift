import BriefAnalysis
import BriefSource
import Testing

/// Roles, kinds, what belongs to what, and what matters.
@Suite struct ProfileTests {
  static let text = """
    LISBON: Portugal will reopen its consulate in Rabat, a spokesperson said on Friday.

    “We are ready,” said Inês Quaresma, the Foreign Ministry spokesperson, at her weekly briefing. \
    She said Moroccan officials had agreed. Quaresma denied a rift with Rui Falcato, former \
    director of the Tagus Port Authority.

    US Senator Dale Ortega visited the Tagus Port Authority. “A good day,” Quaresma said.
    """

  @Test(arguments: [
    ("Inês Quaresma", "spokesperson", "Foreign Ministry"),
    ("Rui Falcato", "former director", "Tagus Port Authority"),
    ("Dale Ortega", "Senator", "United States"),
  ])
  func aRoleIsPartedIntoPositionAndAffiliation(
    _ name: String, _ position: String, _ affiliation: String
  ) throws {
    let reading = EntityReading(Self.text)
    let role = try #require(reading.profile(name)?.role)
    #expect(reading.briefing.source[role.position] == position)
    let whose = try #require(role.affiliation)
    #expect(reading.briefing.entities[whose].name == affiliation)
    #expect(role.isFormer == position.hasPrefix("former"))
  }

  @Test func anAmbassadorIsNotOfTheBodyHeIsSentTo() {
    let reading = EntityReading(
      "Karim Haddad, Jordanian ambassador to the United Nations, agreed with the motion.")
    let role = reading.profile("Karim Haddad")?.role
    #expect(role?.affiliation.map { reading.briefing.entities[$0].name } == "Jordan")
  }

  @Test func aMinistryBelongsToTheStateTheTextComesFrom() {
    let reading = EntityReading(Self.text)
    let parent = reading.profile("Foreign Ministry")?.parent
    #expect(parent?.name == "Portugal")
    #expect(parent?.origin == .dateline)
    #expect(reading.profile("Inês Quaresma")?.parent?.relation == .speaksFor)
    #expect(reading.profile("Rui Falcato")?.parent?.relation == .formerly)
    #expect(reading.profile("Rabat")?.parent?.name == "Morocco")
    #expect(reading.profile("Rabat")?.parent?.origin == .gazetteer)
  }

  @Test func theStateBesideABodyWinsOverTheLists() {
    let reading = EntityReading(
      "ISLAMABAD: The British Foreign Office said no. The Foreign Office repeated it.")
    #expect(reading.profile("Foreign Office")?.parent?.name == "United Kingdom")
    #expect(reading.profile("Foreign Office")?.parent?.origin == .text)
  }

  @Test func theOneWhoSpeaksMattersMost() throws {
    let reading = EntityReading(Self.text)
    let profiles = reading.briefing.profiles
    let most = try #require(profiles.max { $0.salience < $1.salience })
    #expect(reading.briefing.entities[most.entity].name == "Inês Quaresma")
    for profile in profiles {
      #expect((0...1).contains(profile.salience))
      let sum = profile.salienceParts.reduce(0) { $0 + $1.value }
      #expect(abs(sum - profile.salience) < 0.04)
    }
    let ortega = try #require(reading.profile("Dale Ortega"))
    let ministry = try #require(reading.profile("Foreign Ministry"))
    #expect(ministry.salience > ortega.salience)
  }

  @Test func mentionsAreCountedApart() throws {
    let counts = try #require(EntityReading(Self.text).profile("Inês Quaresma")).counts
    #expect(counts.names == 3)
    #expect(counts.pronouns >= 1)
    #expect(counts.all == counts.names + counts.demonyms + counts.nominals + counts.pronouns)
  }

  @Test func whatIsSaidByAndAbout() throws {
    let reading = EntityReading(Self.text)
    let speaker = try #require(reading.profile("Inês Quaresma"))
    #expect(speaker.quotesBy.count >= 2)
    let morocco = try #require(reading.profile("Morocco"))
    #expect(!morocco.quotesAbout.isEmpty)
    for position in morocco.quotesAbout {
      #expect(reading.briefing.quotes[position].speaker?.entity != morocco.entity)
    }
  }

  @Test(arguments: [
    ("The talks were held in Kunar province.", "Kunar", EntityKind.region),
    (
      "The Ministry of Harbours and Fisheries agreed.", "Ministry of Harbours and Fisheries",
      .ministry
    ),
    ("They praised the Straits Passage Convention.", "Straits Passage Convention", .treaty),
    ("The World Health Organization agreed.", "World Health Organization", .internationalBody),
    ("Fighters of Boko Haram fled.", "Boko Haram", .armedGroup),
    ("The Kremlin said no.", "Kremlin", .office),
    ("He landed at Lusk Airport.", "Lusk Airport", .facility),
    ("He left for Greenland.", "Greenland", .territory),
  ])
  func aKindIsFinerThanAType(_ text: String, _ name: String, _ kind: EntityKind) throws {
    let profile = try #require(EntityReading(text).profile(name))
    #expect(profile.kind == kind)
    #expect(!profile.kindReason.isEmpty)
  }

  @Test func everyKindBelongsToItsType() {
    for type in EntityType.allCases { #expect(EntityKind(type).type == type) }
    for kind in EntityKind.allCases {
      #expect(EntityReading("Nobody spoke.").briefing.profiles.isEmpty)
      #expect(EntityKind.allCases.contains(EntityKind(kind.type)))
    }
  }

  @Test func anEventIsNamedByAPlaceAndANoun() throws {
    let reading = EntityReading(
      """
      Three rounds of Muscat talks ended on Sunday. The Muscat negotiations had begun in May. The \
      talks failed. A Cairo-brokered ceasefire followed, and the truce held.
      """)
    #expect(
      reading.mentions("Muscat talks") == ["Muscat talks", "Muscat negotiations", "The talks"])
    #expect(reading.mentions("Cairo-brokered ceasefire").count == 2)
    #expect(reading.profile("Muscat talks")?.kind == .talks)
    #expect(reading.profile("Muscat talks")?.parent?.name == "Muscat")
    // The city is a mention of its own.
    #expect(reading.mentions("Muscat").count == 2)
  }

  @Test func aBodyOfABodyIsPartOfIt() {
    let reading = EntityReading("The UN Security Council met. The UN waited.")
    #expect(reading.profile("UN Security Council")?.parent?.name == "United Nations")
  }

  @Test func noChainOfBelongingGoesRound() {
    let reading = EntityReading(Self.text)
    let profiles = reading.briefing.profiles
    for profile in profiles {
      var next = profile.parent?.entity
      var steps = 0
      while let entity = next, steps <= profiles.count {
        next = profiles[entity.index].parent?.entity
        steps += 1
      }
      #expect(steps <= profiles.count)
    }
  }
}
