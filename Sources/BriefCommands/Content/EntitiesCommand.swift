import BriefAnalysis
import BriefScript
import BriefSource

/// Lists who and what a briefing speaks of.
struct EntitiesCommand: Command {
  var type: EntityType?
  var minimum: Int?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "entities", .content, "Lists who and what is spoken of, most mentions first.",
      discussion: """
        One row for each person, organisation, place or other thing of each briefing, under its \
        fullest name, with the other names it goes by. Names, nouns (the spokesperson) and \
        pronouns (she) are counted together; mentions tells them apart.
        """,
      input: .rows(.briefing), output: .fixed(.table(EntityRows.schema.type)),
      parameters: [
        .flag("type", \.type, "only these"),
        .flag("min", \.minimum, "only those with at least so many mentions"),
      ],
      examples: [
        Example("entities", "who and what occurs"),
        Example("entities --type person", "the people"),
        Example("entities | count by type", "how many of each type"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [EntityRow] = []
    for briefing in input.briefings {
      try context.checkInterruption()
      let wanted = briefing.entities.all.filter { entity in
        (type == nil || entity.type == type) && entity.mentions.count >= (minimum ?? 0)
      }
      rows += wanted.sorted {
        ($1.mentions.count, $0.id) < ($0.mentions.count, $1.id)
      }.map { EntityRow(briefing: briefing, entity: $0) }
    }
    return .table(EntityRows.schema.table(rows))
  }
}
