import BriefAnalysis
import BriefSource
import Testing

/// What has to hold on the document the project starts from.
@Suite(.enabled(if: ForeignOffice.isPresent, "the corpora are not beside the project"))
struct ForeignOfficeTests {
  private let office: ForeignOffice
  private var briefing: Briefing { office.briefing }

  init() throws { office = try ForeignOffice() }

  @Test("M1: every quotation is found, and M12: its offsets slice back to its text")
  func everyQuotationIsFound() throws {
    #expect(office.gold.quotes.count == 17)
    for gold in office.gold.quotes {
      let quote = try #require(office.quote(gold.id), "\(gold.id) \(gold.text)")
      #expect(briefing.source[quote.range] == gold.text)
    }
  }

  @Test("M2: a quotation that is not closed ends with its paragraph and goes on in the next")
  func anUnclosedQuotationGoesOn() throws {
    for quote in briefing.quotes { #expect(!briefing.source[quote.range].contains("\n")) }
    let first = try #require(office.quote("Q15"))
    let second = try #require(office.quote("Q16"))
    #expect(first.unit == second.unit)
    #expect(first.speaker?.entity == second.speaker?.entity)
  }

  @Test("M3: the speaker in a misspelt heading is found, less surely than one in a sentence")
  func aMisspeltHeadingNamesTheSpeaker() throws {
    let offer = try #require(office.quote("Q12"))
    let plain = try #require(office.quote("Q5"))
    #expect(offer.speaker?.name == "Tahir Hussain Andrabi")
    #expect(offer.confidence < plain.confidence)
    #expect(!offer.evidence.isEmpty)
  }

  @Test("M4: an apostrophe never opens or closes a quotation")
  func apostrophesAreNoMarks() {
    let gold = Set(office.gold.quotes.map { $0.start..<$0.end })
    for quote in briefing.quotes where quote.kind != .indirect {
      #expect(
        gold.contains(briefing.source.scalarRange(quote.range)),
        "\(briefing.source[quote.range])")
    }
  }

  @Test("M5: who speaks: the person, the state or the ministry")
  func speakersAreRight() throws {
    let institutions = ["Q8": "Islamabad", "Q9": "Foreign Office"]
    for gold in office.gold.quotes {
      let quote = try #require(office.quote(gold.id))
      if let institution = institutions[gold.id] {
        let entity = try #require(quote.speaker?.entity)
        let names = [briefing.entities[entity].name] + briefing.entities[entity].aliases
        #expect(names.contains(institution), "\(gold.id): \(names)")
        #expect(briefing.entities[entity].type != .person)
      } else {
        #expect(quote.speaker?.name == "Tahir Hussain Andrabi", "\(gold.id) \(gold.text)")
      }
    }
  }

  @Test("M6: surname, full name and role lead to one person")
  func everyNameLeadsToThePerson() throws {
    let andrabi = try #require(office.entity("Tahir Hussain Andrabi"))
    for query in ["Andrabi", "andrabi", "Tahir Hussain Andrabi", "spokesperson"] {
      #expect(briefing.entities.named(query, in: briefing.source) == [andrabi.id], "\(query)")
    }
  }

  @Test("M7: the Afghan Taliban and the TTP are two, and abbreviations lead to their names")
  func organisationsAreToldApart() throws {
    let taliban = try #require(office.entity("Afghan Taliban"))
    let ttp = try #require(office.entity("Tehreek-i-Taliban Pakistan"))
    #expect(taliban.id != ttp.id)
    let abbreviations = [
      ("TTP", "Tehreek-i-Taliban Pakistan"), ("BLA", "Balochistan Liberation Army"),
      ("IWT", "Indus Waters Treaty"), ("FO", "Foreign Office"),
    ]
    for (short, long) in abbreviations {
      #expect(office.entity(short)?.id == office.entity(long)?.id, "\(short)")
      #expect(office.entity(short) != nil)
    }
  }

  @Test("M8: the dateline is a place and no speaker")
  func theDatelineIsNoSpeaker() {
    #expect(briefing.metadata.dateline?.value == "ISLAMABAD")
    #expect(!briefing.structure.blocks.contains { $0.kind == .turn })
    let dateline = briefing.structure.dateline ?? .at(0)
    #expect(!briefing.quotes.contains { $0.speaker?.mention.overlaps(dateline) == true })
  }

  @Test("M9: no date is invented")
  func noDateIsInvented() {
    #expect(briefing.metadata.date == nil)
  }

  @Test("M10: key points are kept apart from the body")
  func keyPointsAreKeptApart() throws {
    #expect(briefing.structure.blocks.count { $0.kind == .keyPoint } == 4)
    let section = try #require(briefing.structure.sections.first { $0.kind == .keyPoints })
    for quote in briefing.quotes where section.range.contains(quote.range) {
      #expect(!quote.isInBody)
    }
  }

  @Test("S1: every statement but two that have no cue or a condition is found with its source")
  func everyStatementIsFound() {
    let optional: Set = ["A27", "A28"]
    let found = briefing.quotes + briefing.nestedQuotes
    #expect(office.gold.attributions.count == 31)
    for gold in office.gold.attributions where !optional.contains(gold.id) {
      #expect(
        found.contains {
          overlap($0.cue?.range, gold.cue) && overlap($0.speaker?.mention, gold.source)
        }, "\(gold.id): \(gold.cue?.text ?? "-") by \(gold.source?.text ?? "-")")
    }
  }

  private func overlap(_ range: TextRange?, _ span: ForeignOffice.Span?) -> Bool {
    guard let range, let span else { return false }
    return briefing.source.scalarRange(range).overlaps(span.start..<span.end)
  }

  @Test("S2: what the writer says is put into nobody’s mouth")
  func theWriterIsNotAttributed() {
    #expect(office.gold.unattributed.count == 6)
    for gold in office.gold.unattributed {
      for quote in briefing.quotes where quote.speaker != nil {
        guard
          quote.statement.contains(where: {
            briefing.source.scalarRange($0).overlaps(gold.start..<gold.end)
          })
        else { continue }
        #expect(quote.confidence < Confidence(0.6), "\(gold.text)")
      }
    }
  }

  @Test("S6: a heading that rewords a quotation leads to it, and shows the words that differ")
  func aHeadingLeadsToWhatItRewords() throws {
    let heading = try #require(office.quote("Q17"))
    let quotation = try #require(office.quote("Q15"))
    let label = try #require(heading.evidence.first { $0.range == quotation.range })
    for word in ["could", "the", "court", "on", "IWT"] {
      #expect(label.message.contains("“\(word)”"), "\(word): \(label.message)")
    }
    #expect(!label.message.contains("“boycott”"))
  }

  @Test("M11: what is missing or damaged is reported")
  func problemsAreReported() {
    let ids = Set(briefing.problems.map(\.id))
    #expect(briefing.metadata.missing == ["title", "byline", "outlet", "date"])
    for id in [
      "missing-title", "missing-byline", "missing-outlet", "missing-date", "misspelt-word",
      "unclosed-quotation", "heading-quotation",
    ] {
      #expect(ids.contains(id), "\(id)")
    }
  }

  /// What has no name of its own, and is not looked for.
  private static let unnamed: Set<String> = [
    "the mediators (Qatar and Türkiye)", "reported Ilyas–Katz meeting",
    "the international agencies", "the blasts", "Pakistan's last nuclear tests (May 1998)",
    "weekly media briefing",
  ]

  @Test("the entities of the gold are rows under one name")
  func entities() throws {
    let office = try ForeignOffice()
    // The gold's names for two of them are the annotators' own.
    let names = [
      "Pakistani (nationals)": "Pakistani",
      "Indus Waters Treaty arbitration proceedings": "Indus Waters Treaty arbitration",
    ]
    #expect(office.gold.entities.count == 35)
    var found = 0
    for thing in office.gold.entities where !Self.unnamed.contains(thing.canonical) {
      let entity = office.briefing.entities.all.first {
        $0.name == names[thing.canonical] ?? thing.canonical
      }
      #expect(entity != nil, "\(thing.canonical)")
      found += entity == nil ? 0 : 1
    }
    #expect(found == 29)
    // Nothing else is a row.
    #expect(office.briefing.entities.all.count == found)
  }

  @Test("roles and affiliations are those of the gold")
  func roles() throws {
    let office = try ForeignOffice()
    let source = office.briefing.source
    for thing in office.gold.entities where thing.role != nil {
      guard let entity = office.entity(thing.canonical), entity.type == .person else { continue }
      let role = try #require(office.briefing.profiles[entity.id.index].role)
      #expect(source[role.phrase] == thing.role)
      #expect(role.affiliation != nil)
    }
    let andrabi = try #require(office.entity("Tahir Hussain Andrabi"))
    #expect(office.briefing.profiles.max { $0.salience < $1.salience }?.entity == andrabi.id)
  }
}
