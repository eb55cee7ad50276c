import BriefAnalysis
import BriefScript
import BriefSource

/// Lists what briefings and their sections are about.
struct TopicsCommand: Command {
  var by: Scope?
  var count: Int?

  /// What topics are asked of.
  enum Scope: String, CaseIterable {
    case briefing, section, all
  }

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "topics", .content, "Lists what the briefing and each section is about, best phrase first.",
      discussion: """
        The phrases are taken from the text as they stand there and ranked by how often, how \
        early and where they occur. The best phrase of the briefing, and of each section, has \
        score 1.
        """,
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      parameters: [
        .flag("by", \.by, "of the whole briefing, of each section, or all"),
        .flag("top", \.count, "how many phrases of each, 5 unless said"),
      ],
      examples: [
        Example("topics --by briefing", "what the whole is about"),
        Example("topics --by section --top 3", "three phrases for each section"),
      ])
  }

  private struct Row {
    let briefing: Briefing
    let section: Int?
    let rank: Int
    let term: TopicTerm
    var place: Place? { term.places.first.map { Place(briefing.source, $0) } }
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("topic", plural: "topics", source: "topics"),
      [
        .text("section", "the section; missing for the whole briefing") { row in
          row.section.map { row.briefing.sectionName($0) }
        },
        .int("rank", "its rank there, from 1") { $0.rank },
        .string("topic", "the phrase") { $0.term.text },
        .number("score", "its weight; the best of its section has 1") { $0.term.score },
        .int("places", "how often it occurs there") { $0.term.places.count },
        .place("place", "where it first occurs there") { $0.place },
      ],
      place: { $0.place },
      explanation: { row in
        Explanation(
          title: "“\(row.term.text)” has score \(row.term.score)",
          steps: [
            "It occurs \(row.term.places.count) times here; how early it comes, how many sections "
              + "hold it and how ordinary its words are weigh too."
          ],
          evidence: row.term.places.prefix(5).map { SourceExcerpt.Mark($0, "", role: .note) },
          source: row.briefing.source)
      })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [Row] = []
    for briefing in input.briefings {
      try context.checkInterruption()
      for topic in briefing.topics where isWanted(topic) {
        rows += told(topic).prefix(max(0, count ?? 5)).enumerated().map {
          Row(briefing: briefing, section: topic.section, rank: $0.offset + 1, term: $0.element)
        }
      }
    }
    return .table(Self.schema.table(rows))
  }

  /// The terms without those that stand only inside longer ones: `strong lobby` says `lobby` too.
  private func told(_ topic: Topic) -> [TopicTerm] {
    topic.terms.filter { term in
      !topic.terms.contains { other in
        other.text.utf8.count > term.text.utf8.count
          && term.places.allSatisfy { place in
            other.places.contains { $0.contains(place) && $0 != place }
          }
      }
    }
  }

  private func isWanted(_ topic: Topic) -> Bool {
    switch by ?? .all {
    case .briefing: topic.section == nil
    case .section: topic.section != nil
    case .all: true
    }
  }
}
