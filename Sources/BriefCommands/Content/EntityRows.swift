import BriefAnalysis
import BriefScript
import BriefSource

/// An entity and the briefing that speaks of it.
struct EntityRow {
  let briefing: Briefing
  let entity: Entity

  var place: Place? {
    entity.mentions.first.map { Place(briefing.source, briefing.entities.mentions[$0].range) }
  }
}

/// How entities become rows.
enum EntityRows {
  /// The columns of `entities`.
  static var schema: TableSchema<EntityRow> {
    TableSchema(
      RowKind("entity", plural: "entities", source: "entities"),
      [
        .string("name", "its fullest name in the text") { $0.entity.name },
        .string("type", "person, organisation, place and so on") { $0.entity.type.rawValue },
        .text("role", "the role the text gives") { row in
          row.entity.role.map { .excerpt(row.briefing.source, $0) }
        },
        .strings("aliases", "other names it goes by") { $0.entity.aliases }.asDetail,
        .int("mentions", "how often it is meant") { $0.entity.mentions.count },
        .place("place", "the first mention") { $0.place },
      ],
      place: { $0.place },
      explanation: explanation)
  }

  private static func explanation(_ row: EntityRow) -> Explanation {
    let mentions = row.entity.mentions.map { row.briefing.entities.mentions[$0] }
    var steps = [
      "Type \(row.entity.type.rawValue): \(row.entity.typeReason) "
        + "(confidence \(row.entity.confidence.value))."
    ]
    var seen: Set<String> = []
    for mention in mentions {
      let words = row.briefing.source[mention.range]
      if seen.insert(words).inserted {
        steps.append(
          "“\(words)” is a \(mention.kind.rawValue): \(mention.reason) "
            + "(confidence \(mention.confidence.value)).")
      }
    }
    return Explanation(
      title: "\(row.entity.name) is one entity with \(mentions.count) mentions",
      steps: steps,
      evidence: mentions.prefix(5).map {
        SourceExcerpt.Mark($0.range, $0.kind.rawValue, role: .entity)
      },
      source: row.briefing.source)
  }
}
