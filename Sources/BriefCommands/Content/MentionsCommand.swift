import BriefAnalysis
import BriefScript
import BriefSource

/// Lists the places where an entity is meant.
struct MentionsCommand: Command {
  var name: String?
  var kind: MentionKind?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "mentions", .content, "Lists every place where an entity is meant, or all entities.",
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      parameters: [
        .argument(
          "name", \.name, "a name, alias or role of the entity", completing: .named("entities")),
        .flag("kind", \.kind, "only those that refer so"),
      ],
      examples: [
        Example("mentions spokesperson", "every place that means the spokesperson"),
        Example("mentions --kind pronoun", "what the pronouns were taken to mean"),
      ])
  }

  private struct Row {
    let briefing: Briefing
    let mention: Mention
    var place: Place { Place(briefing.source, mention.range) }
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("mention", plural: "mentions", source: "mentions"),
      [
        .text("mention", "the words") { .excerpt($0.briefing.source, $0.mention.range) },
        .string("entity", "what is meant") { $0.briefing.entities[$0.mention.entity].name },
        .string("kind", "name, nominal or pronoun") { $0.mention.kind.rawValue },
        .number("sure", "how sure the joining is, 0 to 1") { $0.mention.confidence.value }.asDetail,
        .text("section", "the section it stands in") {
          $0.briefing.sectionName(at: $0.mention.range.start)
        }.asDetail,
        .place("place", "where it stands") { $0.place },
      ],
      place: { $0.place },
      explanation: { row in
        let name = row.briefing.entities[row.mention.entity].name
        return Explanation(
          title: "“\(row.briefing.source[row.mention.range])” means \(name)",
          steps: [
            "Why: \(row.mention.reason).", "Confidence \(row.mention.confidence.value).",
          ],
          evidence: [SourceExcerpt.Mark(row.mention.range, name, role: .entity)],
          source: row.briefing.source)
      })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [Row] = []
    var isKnown = name == nil
    for briefing in input.briefings {
      try context.checkInterruption()
      let query = name.map { SpeakerQuery($0, in: briefing) }
      isKnown = isKnown || query?.isKnown == true
      for mention in briefing.entities.mentions {
        if let query, !query.matches(mention.entity) { continue }
        if let kind, mention.kind != kind { continue }
        rows.append(Row(briefing: briefing, mention: mention))
      }
    }
    if let name, !isKnown { context.reportUnknownName(name, parameter: "name", in: input) }
    return .table(Self.schema.table(rows))
  }
}
