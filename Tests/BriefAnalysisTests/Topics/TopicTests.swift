import BriefAnalysis
import BriefSource
import Testing

@Suite("Topics")
struct TopicTests {
  private static let text = """
    Weekly briefing
    Water
    The dam commission will inspect the Sella Dam in June, the spokeswoman said. Engineers found \
    cracks in the Sella Dam last winter, and the dam commission ordered repairs.
    Farmers below the Sella Dam were told to expect a lower water level during the repairs.
    Schools
    Teachers will get new contracts, she said. The teachers' union had threatened a school strike \
    over the contracts, and parents feared that the school strike would close classrooms.
    The teachers' union welcomed the contracts on Thursday and called off the school strike.
    """

  private var briefing: Briefing { Briefing(Source(name: "text", text: Self.text)) }

  @Test("What stands together is one topic, what stands apart is another")
  func apart() throws {
    let topics = briefing.topics
    let dam = try #require(
      topics.first { topic in topic.phrases.contains { $0.text == "Sella Dam" } })
    let strike = try #require(
      topics.first { topic in topic.phrases.contains { $0.text == "school strike" } })
    #expect(dam.label != strike.label)
    #expect(!dam.phrases.contains { $0.text == "school strike" })
    #expect(dam.sections.first != strike.sections.first)
  }

  @Test("Shares add up to no more than the whole, and sentences belong to one topic")
  func shares() {
    let topics = briefing.topics
    #expect(!topics.isEmpty)
    #expect(topics.reduce(0) { $0 + $1.share } <= 1.001)
    let sentences = topics.flatMap(\.sentences)
    #expect(Set(sentences).count == sentences.count)
    for (before, after) in zip(topics, topics.dropFirst()) { #expect(before.words >= after.words) }
  }

  @Test("The topics of a section come from it alone")
  func sections() throws {
    let briefing = briefing
    let sections = briefing.structure.sections
    for section in sections.indices {
      for topic in briefing.topics(ofSection: section) {
        #expect(topic.sections == [section])
        for place in topic.places { #expect(sections[section].range.contains(place)) }
      }
    }
  }

  @Test("Labels have one to four words where there is such a phrase, and begin well")
  func labels() {
    for topic in briefing.topics {
      #expect(!topic.label.isEmpty)
      #expect(topic.phrases.contains { $0.text == topic.label })
    }
  }

  @Test("The same text gives the same topics")
  func deterministic() {
    let first = briefing.topics.map { "\($0.label) \($0.share) \($0.phrases.map(\.text))" }
    let second = briefing.topics.map { "\($0.label) \($0.share) \($0.phrases.map(\.text))" }
    #expect(first == second)
  }

  @Test(
    "Each section of the first document agrees with half of its gold terms at least",
    .enabled(if: ForeignOffice.isPresent))
  func gold() throws {
    let office = try ForeignOffice()
    let terms = office.briefing.sectionTerms
    for (expected, section) in zip(office.gold.topics, office.gold.sections) {
      let number = try #require(
        office.briefing.structure.sections.firstIndex { own in
          office.briefing.source.scalarRange(own.range).contains(section.start + 1)
        })
      let own = terms.first { $0.section == number }?.terms ?? []
      // A term names its entity by any of its names.
      let names = own.flatMap { term in
        term.entity.map { id in
          let entity = office.briefing.entities[id]
          return [entity.name, term.text] + entity.aliases
        } ?? [term.text]
      }
      let found = expected.terms.filter { term in names.contains { Self.agrees(term, $0) } }
      #expect(2 * found.count >= expected.terms.count, "\(expected.section): \(found)")
    }
  }

  /// Whether at least half of the stems of `expected` are those of `term`.
  private static func agrees(_ expected: String, _ term: String) -> Bool {
    let wanted = stems(expected)
    return 2 * wanted.intersection(stems(term)).count >= wanted.count
  }

  private static func stems(_ phrase: String) -> Set<String> {
    Set(
      phrase.lowercased().split { $0 == " " || $0 == "-" }.map { word in
        var stem = String(word)
        for ending in ["ies", "es", "s"] where stem.hasSuffix(ending) && stem.count > 4 {
          stem = String(stem.dropLast(ending.count)) + (ending == "ies" ? "y" : "")
          break
        }
        return stem.hasSuffix("e") ? String(stem.dropLast()) : stem
      })
  }
}
