import BriefAnalysis
import BriefSource
import Testing

/// What has to hold on the briefings that travel with the project.
@Suite struct ExampleBriefingTests {
  @Test(
    "every quotation with a speaker is found, whole and with its kind",
    arguments: ExampleBriefing.names)
  func quotationsAreFound(name: String) throws {
    let example = try ExampleBriefing(name)
    #expect(!example.findings.isEmpty)
    for finding in example.findings(.quote, .hard) {
      let quote = example.quote(finding.words)
      #expect(quote != nil, "not found: \(finding.words)")
      if let quote { #expect(quote.kind.rawValue == finding.form, "\(finding.words)") }
    }
  }

  @Test(
    "the speaker is the person, the institution, or the words for somebody without a name",
    arguments: ExampleBriefing.names)
  func speakersAreRight(name: String) throws {
    let example = try ExampleBriefing(name)
    for finding in example.findings(.quote) {
      let quote = try #require(example.quote(finding.words), "\(finding.words)")
      let speaker = try #require(quote.speaker, "nobody says \(finding.words)")
      var names = [speaker.name, example.briefing.source[speaker.mention]]
      if let entity = speaker.entity {
        names += [example.briefing.entities[entity].name]
        names += example.briefing.entities[entity].aliases
      }
      #expect(names.contains(finding.name), "\(finding.words): \(names)")
    }
  }

  @Test(
    "who and what is spoken of is found, with its type and its other names",
    arguments: ExampleBriefing.names)
  func entitiesAreFound(name: String) throws {
    let example = try ExampleBriefing(name)
    for finding in example.findings(.entity) {
      let entity = try #require(example.entity(finding.name), "\(finding.name)")
      #expect(entity.type.rawValue == finding.form, "\(finding.name)")
      for alias in finding.words {
        #expect(example.entity(alias)?.id == entity.id, "\(alias) is \(finding.name)")
      }
    }
  }

  @Test("two people of one name stay two")
  func namesakesAreToldApart() throws {
    for week in ["harbour-ministry-week-1", "harbour-ministry-week-2"] {
      let example = try ExampleBriefing(week)
      let minister = try #require(example.entity("Joram Pellow"))
      let unionist = try #require(example.entity("Adela Pellow"))
      #expect(minister.id != unionist.id)
    }
  }

  @Test("damage is reported where it stands", arguments: ExampleBriefing.names)
  func damageIsReported(name: String) throws {
    let example = try ExampleBriefing(name)
    for finding in example.findings(.problem) {
      let isReported = example.briefing.problems.contains { problem in
        guard problem.id == finding.name, let range = problem.range else { return false }
        let words = example.briefing.source[range]
        return finding.words.contains { $0.contains(words) || words.contains($0) }
      }
      #expect(isReported, "\(finding.name): \(finding.words)")
    }
  }

  @Test("every turn of the transcript is found, with its label")
  func turnsAreFound() throws {
    let example = try ExampleBriefing("external-affairs-transcript")
    let source = example.briefing.source
    let turns = example.briefing.structure.blocks.filter { $0.kind == .turn }
    let expected = example.findings(.turn)
    #expect(turns.count == expected.count)
    for (turn, finding) in zip(turns, expected) {
      let label = try #require(turn.label)
      #expect(source[label] == finding.form)
      let words = try #require(finding.words.first)
      #expect(source[turn.content].hasPrefix(words), "\(source[turn.content].prefix(60))")
    }
  }
}
