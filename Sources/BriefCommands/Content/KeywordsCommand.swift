import BriefAnalysis
import BriefScript
import BriefSource

/// Lists the keyphrases of briefings.
struct KeywordsCommand: Command {
  var section: String?
  var count: Int?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "keywords", .content, "Lists the phrases that say what the briefing is about, best first.",
      discussion: """
        Noun phrases and names, as they stand in the text, ranked by how often and how early they \
        come, how rare their words are elsewhere, in how many sections they stand, and whether they \
        stand in a heading. Of phrases that say the same only the best is given. With --in, the \
        phrases that tell that section from the others.
        """,
      input: .rows(.briefing), output: .fixed(.table(KeyphraseRows.schema.type)),
      parameters: [
        .flag("top", \.count, "how many, 10 unless said", within: 0...1000),
        .flag(
          "in", \.section, "a section's number or heading, or a briefing",
          completing: .named("sections")),
      ],
      examples: [
        Example("keywords", "the ten best phrases"),
        Example("keywords --in 2", "what tells the second section from the others"),
        Example("keywords --top 3 | why 1", "why the best phrase is the best"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [KeyphraseRow] = []
    var isKnown = section == nil
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      for phrases in keyphrases(of: briefing, &isKnown) {
        rows += phrases.prefix(max(0, count ?? 10)).enumerated().map {
          KeyphraseRow(briefing: briefing, rank: $0.offset + 1, phrase: $0.element)
        }
      }
    }
    if let section, !isKnown { context.reportUnknownSection(section, in: input) }
    return .table(KeyphraseRows.schema.table(rows))
  }

  private func keyphrases(of briefing: Briefing, _ isKnown: inout Bool) -> [[Keyphrase]] {
    guard let section else { return [briefing.keyphrases] }
    let query = SectionQuery(section, in: briefing)
    guard query.isKnown else { return [] }
    isKnown = true
    if query.contains(briefing.source.range) { return [briefing.keyphrases] }
    return briefing.structure.sections.indices
      .filter { query.contains(briefing.structure.sections[$0].range) }
      .map { briefing.keyphrases(ofSection: $0) }
  }
}
