import BriefAnalysis
import BriefScript
import BriefSource

/// Lists the themes of briefings, of their sections, or of what one speaker says.
struct TopicsCommand: Command {
  var by: Part?
  var speaker: String?
  var count: Int?

  /// What topics are asked of.
  enum Part: String, CaseIterable {
    case briefing, section
  }

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "topics", .content, "Lists the themes of the briefing, the one with most words first.",
      discussion: """
        A topic is a group of keyphrases that occur together in sentences and paragraphs; its label \
        is the best of them. Each sentence belongs to the topic whose phrases in it weigh most; \
        share is the part of the words that stand in its sentences. Statements are those made \
        there, speakers those who make them. With --by, the topics are found anew within each \
        briefing or section, and the first column names it.
        """,
      input: .rows(.briefing),
      output: .table(TopicRows.schema().type, with: ["by": TopicRows.schema(hasPart: true).type]),
      parameters: [
        .flag("by", \.by, "of each briefing or each section, named in a column"),
        .flag(
          "of", \.speaker, "of what this speaker says: a name, alias or role",
          completing: .named("speakers")),
        .flag(
          "top", \.count, "how many of each, 8 unless said; of a section 2", within: 0...1000),
      ],
      examples: [
        Example("topics", "what it is about"),
        Example("topics --by section --top 1", "what each section is about"),
        Example("topics --of {role}", "what the spokesperson talks about"),
        Example("topics | select topic, keyphrases, share", "the themes and their phrases"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [TopicRow] = []
    var isKnown = speaker == nil
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      let query = speaker.map { SpeakerQuery($0, in: briefing) }
      let quotes = briefing.quotes.filter { quote in
        quote.isInBody && (query?.matches(quote.speaker) ?? true)
      }
      if query?.isKnown == true || query != nil && !quotes.isEmpty { isKnown = true }
      if by == .section {
        for section in briefing.structure.sections.indices {
          let topics =
            query == nil
            ? briefing.topics(ofSection: section)
            : topics(of: quotes, in: briefing, within: briefing.structure.sections[section].range)
          rows += self.rows(
            topics, briefing, section: section, quotes: quotes, limit: count ?? 2)
        }
      } else {
        let topics = query == nil ? briefing.topics : topics(of: quotes, in: briefing)
        rows += self.rows(topics, briefing, section: nil, quotes: quotes, limit: count ?? 8)
      }
    }
    if let speaker, !isKnown { context.reportUnknownName(speaker, parameter: "of", in: input) }
    return .table(TopicRows.schema(hasPart: by != nil).table(rows))
  }

  private func rows(
    _ topics: [Topic], _ briefing: Briefing, section: Int?, quotes: [Quote], limit: Int
  ) -> [TopicRow] {
    topics.prefix(max(0, limit)).enumerated().map { rank, topic in
      TopicRow(
        briefing: briefing, section: section, rank: rank + 1, topic: topic,
        statements: quotes.filter { quote in topic.holds(quote.range.start) })
    }
  }

  /// The themes of what is said in `quotes`, of which those count that begin in `range`.
  private func topics(
    of quotes: [Quote], in briefing: Briefing, within range: TextRange? = nil
  ) -> [Topic] {
    var places: [TextRange] = []
    var speakers: Set<EntityID> = []
    for quote in quotes where range?.contains(quote.range.start) ?? true {
      if let entity = quote.speaker?.entity { speakers.insert(entity) }
      places += quote.statement
    }
    places.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    return places.isEmpty ? [] : briefing.topics(in: places, speakers: speakers)
  }
}

extension Topic {
  /// Whether `offset` stands in one of its sentences.
  ///
  /// Logarithmic in their number.
  func holds(_ offset: Int) -> Bool {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low].start <= offset
  }
}
