import BriefAnalysis
import BriefSource
import Testing

/// What has to hold on the briefings that travel with the project.
@Suite struct ExampleBriefingTests {
  /// Findings that the program does not get right, by their words or name. One that comes right is
  /// taken off the list.
  static let gaps: Set<String> = [
    // A quotation, found whole.
    #""We will put every page on the table,""#,
    #""Would consider""#,
    // Its kind.
    #"mixed "a promise about this ministry, not about the banks.""#,
    #"mixed "is not a taxi.""#,
    "mixed “at a time and in a manner of our choosing.”",
    #"mixed "we start again from zero.""#,
    // Its speaker.
    #"Ilena Varnaky: "a promise about this ministry, not about the banks.""#,
    #"Ilena Varnaky: "I regret that.""#,
    #"Ilena Varnaky: "I was given incomplete information, and so were you,""#,
    #"Piet Vandoorne: "Numbers don't stop water,""#,
    // A thing, found.
    "Geneva",
    "The Continental",
    "Union of Dockers and Boatmen",
    // Its type or other name.
    "TDP, Trans-Dune Pipeline",
    "organisation Dry Ground",
    "organisation Steppe Wire",
    "place Corsava",
    "place Dravik",
    "place Tarn Point",
    // A problem.
    "heading-quotation: 'No'",
    "heading-quotation: ‘Velmora won’t bargain with the lights out’",
    "misspelt-word: Minsitry",
    "misspelt-word: wrans",
  ]

  @Test("every quotation with a speaker is found, whole", arguments: ExampleBriefing.names)
  func quotationsAreFound(name: String) throws {
    let example = try ExampleBriefing(name)
    #expect(!example.findings.isEmpty)
    for finding in example.findings(.quote, .hard) {
      expect(finding.words[0]) { example.quote(finding.words) != nil }
    }
  }

  @Test(
    "a quotation that is part of a statement is mixed, a whole statement is direct",
    arguments: ExampleBriefing.names)
  func kindsAreRight(name: String) throws {
    let example = try ExampleBriefing(name)
    for finding in example.findings(.quote) {
      guard let quote = example.quote(finding.words) else { continue }
      expect("\(finding.form) \(finding.words[0])") { quote.kind.rawValue == finding.form }
    }
  }

  @Test(
    "the speaker is the person, the institution, or the words for somebody without a name",
    arguments: ExampleBriefing.names)
  func speakersAreRight(name: String) throws {
    let example = try ExampleBriefing(name)
    for finding in example.findings(.quote) {
      guard let quote = example.quote(finding.words) else { continue }
      expect("\(finding.name): \(finding.words[0])") {
        guard let speaker = quote.speaker else { return false }
        var names = [speaker.name, example.briefing.source[speaker.mention]]
        if let entity = speaker.entity {
          names += [example.briefing.entities[entity].name]
          names += example.briefing.entities[entity].aliases
        }
        return names.contains(finding.name)
      }
    }
  }

  @Test("who and what is spoken of is found", arguments: ExampleBriefing.names)
  func entitiesAreFound(name: String) throws {
    let example = try ExampleBriefing(name)
    for finding in example.findings(.entity) {
      expect(finding.name) { example.entity(finding.name) != nil }
    }
  }

  @Test("what is found has its type and its other names", arguments: ExampleBriefing.names)
  func entitiesAreKnown(name: String) throws {
    let example = try ExampleBriefing(name)
    for finding in example.findings(.entity) {
      guard let entity = example.entity(finding.name) else { continue }
      expect("\(finding.form) \(finding.name)") { entity.type.rawValue == finding.form }
      for alias in finding.words {
        expect("\(alias), \(finding.name)") { example.entity(alias)?.id == entity.id }
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
      expect("\(finding.name): \(finding.words[0])") {
        example.briefing.problems.contains { problem in
          guard problem.id == finding.name, let range = problem.range else { return false }
          let words = example.briefing.source[range]
          return finding.words[0].contains(words) || words.contains(finding.words[0])
        }
      }
    }
  }

  @Test("every turn of the transcript is found, with its label")
  func turnsAreFound() throws {
    let example = try ExampleBriefing("external-affairs-transcript")
    let source = example.briefing.source
    let turns = example.briefing.structure.blocks.filter { $0.kind == .turn && $0.label != nil }
    let expected = example.findings(.turn)
    #expect(turns.count == expected.count)
    for (turn, finding) in zip(turns, expected) {
      let label = try #require(turn.label)
      #expect(source[label] == finding.form)
      let words = try #require(finding.words.first)
      #expect(source[turn.content].hasPrefix(words), "\(source[turn.content].prefix(60))")
    }
  }

  /// Expects that a finding is right; for one among the gaps, that it may be wrong.
  private func expect(
    _ finding: String, sourceLocation: SourceLocation = #_sourceLocation,
    isRight: () -> Bool
  ) {
    if Self.gaps.contains(finding) {
      withKnownIssue("\(finding)", isIntermittent: true, sourceLocation: sourceLocation) {
        #expect(isRight(), sourceLocation: sourceLocation)
      }
    } else {
      #expect(isRight(), "\(finding)", sourceLocation: sourceLocation)
    }
  }
}
