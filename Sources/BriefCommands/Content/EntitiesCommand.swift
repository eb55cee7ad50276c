import BriefAnalysis
import BriefScript
import BriefSource

/// Lists who and what a briefing speaks of.
struct EntitiesCommand: Command {
  var query = EntityQuery()
  var tree = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "entities", .content, "Lists who and what is spoken of, those that matter most first.",
      discussion: """
        One row for each person, organisation, place or other thing of each briefing, under its \
        fullest name, with the other names it goes by. A state's adjective (Afghan soil) and its \
        capital said for its government (Kabul has failed) are counted for the state. Names, nouns \
        (the spokesperson) and pronouns (she) are counted together; names, nominals and pronouns \
        tell them apart. The column known says what the lists of the program or an actor file \
        (help actors) know, and which; everything else is from the text.

        Salience is from 0 to 1: how often an entity is meant (0.30), whether in the headline, key \
        points or lead (0.20), how much it is quoted (0.20), in how many sections (0.10), how \
        early (0.10), how often as a subject (0.10); why says what each of them gave. --tree \
        shows who speaks for whom and what is part of what. --about lists those who say something \
        about a name and those they name beside it.
        """,
      input: .rows(.briefing),
      output: .table(EntityRows.schema.type, with: ["tree": EntityTree.schema.type]),
      parameters: [
        .flag("type", \.query.type, "only these, by type or finer kind"),
        .flag("min", \.query.minimum, "only those with at least so many mentions"),
        .flag(
          "in", \.query.section, "only those meant there: a section's number or heading",
          completing: .named("sections")),
        .flag(
          "near", \.query.near, "only those in a sentence with this one",
          completing: .named("entities")),
        .flag(
          "by", \.query.by, "only those that this one speaks of", completing: .named("speakers")),
        .flag(
          "about", \.query.about, "only those who speak of this one or are named with it",
          completing: .named("subjects")),
        .flag("tree", \.tree, "as a tree of what belongs to what"),
      ],
      examples: [
        Example("entities", "who and what occurs"),
        Example("entities --type person", "the people"),
        Example("entities --type ministry", "the ministries"),
        Example("entities | count by kind", "how many of each kind"),
        Example("entities --near {speaker} --min 2", "who and what occurs with a speaker"),
        Example("entities --by {role}", "whom and what the spokesperson speaks of"),
        Example("entities --tree", "who speaks for whom, and what is part of what"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let rows = try query.rows(of: input, in: context)
    guard tree else { return .table(EntityRows.schema.table(rows)) }
    return .table(EntityTree.schema.table(EntityTree.branches(of: rows)))
  }
}
