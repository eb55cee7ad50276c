import BriefSource
import BriefText

/// A text read as a press briefing, and what was worked out of it.
///
/// Each layer is computed when it is first asked for. A briefing is owned by one thread.
public final class Briefing {
  /// The text.
  public let source: Source
  /// How it is built.
  public let structure: Structure
  /// What is known beside the text.
  public let metadata: Metadata
  /// The linguistic layers.
  public let document: Document

  /// What was said of the text when it was loaded.
  public let given: Metadata.Given
  /// What persons say of its quotations against the program.
  public let corrections: Corrections
  /// The actors of the user's files.
  private let actors: [Actor]
  /// Whether there are any.
  var hasActors: Bool { !actors.isEmpty }
  /// The lists with the actors; what reads no names does without them.
  private(set) lazy var gazetteer =
    actors.isEmpty ? Gazetteer.embedded : Gazetteer.embedded.adding(actors)

  /// Reads the structure of `source`; everything else waits until it is asked for.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - given: What is known beside it.
  ///   - actors: The actors of the user's files, which add to the lists and win over them.
  ///   - corrections: What persons say of its quotations, which wins over what the program says.
  public init(
    _ source: Source, given: Metadata.Given = Metadata.Given(), actors: [Actor] = [],
    corrections: Corrections = Corrections()
  ) {
    self.source = source
    self.given = given
    self.actors = actors
    self.corrections = corrections
    let layout = Layout(source)
    structure = StructureReader.read(source, layout: layout)
    metadata = Metadata(structure, source: source, given: given)
    document = Document(source, layout: layout, boundaries: structure.boundaries)
  }

  /// The same briefing with other corrections; what does not depend on them is shared.
  public func corrected(by corrections: Corrections) -> Briefing {
    Briefing(self, corrections: corrections)
  }

  private init(_ other: Briefing, corrections: Corrections) {
    source = other.source
    given = other.given
    actors = other.actors
    structure = other.structure
    metadata = other.metadata
    document = other.document
    self.corrections = corrections
    gazetteer = other.gazetteer
    entities = other.entities
    areEntitiesRead = true
  }

  /// Who and what is spoken of.
  public private(set) lazy var entities = readEntities()

  /// Whether ``entities`` are known, so that asking for them takes no time.
  public private(set) var areEntitiesRead = false

  private func readEntities() -> Entities {
    defer { areEntitiesRead = true }
    return EntityFinder.entities(
      in: document, structure: structure, text: casedText, gazetteer: gazetteer)
  }

  private lazy var casedText = CasedText(document)

  /// What is known of each entity, in the order of ``Entities/all``.
  public private(set) lazy var profiles: [EntityProfile] = EntityProfiler.profiles(of: self)

  /// What is quoted, in text order.
  public var quotes: [Quote] { quoteFindings.quotes }

  /// What somebody is reported to say that another said, each with the `id` of the quote that holds
  /// it as its parent; in text order.
  public var nestedQuotes: [Quote] { quoteFindings.nested }

  /// What became of each of the corrections, in their order.
  public var appliedCorrections: [AppliedCorrection] { quoteFindings.corrections }

  /// Whether `word` stands in the paragraph of the words in `range`, or in the one before it.
  ///
  /// Linear in the length of these paragraphs.
  public func hasCue(_ word: String, near range: TextRange) -> Bool {
    applier.place(ofCue: word, near: range) != nil
  }

  private var applier: CorrectionApplier {
    CorrectionApplier(
      source: source, document: document, structure: structure, entities: entities,
      isSameText: corrections.isForSameText)
  }

  private lazy var quoteFindings = readQuotes()

  /// Whether ``quotes`` are known, so that asking for them takes no time.
  public private(set) var areQuotesRead = false

  private func readQuotes() -> (
    quotes: [Quote], nested: [Quote], problems: [Diagnostic], corrections: [AppliedCorrection]
  ) {
    defer { areQuotesRead = true }
    var found = QuoteFinder.quotes(in: document, structure: structure, entities: entities)
    guard !corrections.all.isEmpty else { return (found.quotes, found.nested, found.problems, []) }
    let applied = applier.apply(
      corrections.all, to: &found.quotes, nested: &found.nested)
    return (found.quotes, found.nested, found.problems, applied)
  }

  /// Who speaks, and how much; the one with the most quotes first.
  public var speakers: [SpeakerSummary] {
    SpeakerSummary.summaries(of: quotes, entities: entities, document: document)
  }

  /// The themes of the whole, the one with most words first.
  public private(set) lazy var topics = readTopics()

  /// Whether ``topics`` are known, so that asking for them takes no time.
  public private(set) var areTopicsRead = false

  private func readTopics() -> [Topic] {
    defer { areTopicsRead = true }
    return topicFinder.topics(
      of: .whole, speakers: Set(quotes.compactMap { $0.speaker?.entity }))
  }

  /// The phrases that say what the whole is about, best first.
  public private(set) lazy var keyphrases = topicFinder.keyphrases(of: .whole, .briefing)

  /// The phrases that tell each section from the others.
  public var sectionTerms: [SectionTerms] { topicFinder.sectionTerms }

  /// The subjects of the news that the whole belongs to, each of the top level followed by those
  /// below it.
  public private(set) lazy var subjects = SubjectFinder.subjects(
    of: document, structure: structure)

  private lazy var topicFinder = TopicFinder(
    document, text: casedText, structure: structure, entities: entities)

  /// The themes of the section at `section`, the one with most words first.
  ///
  /// Takes n log n time in the number of its tokens.
  public func topics(ofSection section: Int) -> [Topic] {
    topicFinder.topics(
      of: .section(section), speakers: Set(quotes.compactMap { $0.speaker?.entity }))
  }

  /// The themes of what is said in `places`, which ascend; `speakers` are no theme of their own
  /// words.
  ///
  /// Takes n log n time in the number of tokens.
  public func topics(in places: [TextRange], speakers: Set<EntityID>) -> [Topic] {
    topicFinder.topics(of: .places(places), speakers: speakers)
  }

  /// The keyphrases of the section at `section`, best first.
  ///
  /// Takes n log n time in the number of its tokens.
  public func keyphrases(ofSection section: Int) -> [Keyphrase] {
    topicFinder.keyphrases(of: .section(section), .section)
  }

  /// When things are said to happen, reckoned from the date of the briefing where it is known.
  public private(set) lazy var dates = DateFinder.dates(
    in: document, briefing: metadata.date?.value)

  /// What is said to happen when, in text order.
  public private(set) lazy var events = TimelineReader.events(of: self)

  /// What is damaged, odd or missing, in text order; what concerns the whole comes first.
  public private(set) lazy var problems = ProblemFinder.problems(
    in: self, quotes: quoteFindings.problems)
}
