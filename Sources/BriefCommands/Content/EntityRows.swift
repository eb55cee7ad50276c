import BriefAnalysis
import BriefScript
import BriefSource

/// An entity and the briefing that speaks of it.
struct EntityRow {
  let briefing: Briefing
  let entity: Entity

  var profile: EntityProfile { briefing.profiles[entity.id.index] }

  var place: Place? {
    briefing.entities.mentions(of: entity.id).first.map { Place(briefing.source, $0.range) }
  }

  /// The role as the text has it, without its article; that of an actor file in brackets.
  var role: Text? {
    if let role = profile.role { return .excerpt(briefing.source, role.phrase) }
    return profile.known?.actors.lazy.compactMap(\.role).first.map { Text("[\($0)]") }
  }

  /// Whose position it is as the text has it; as an actor file has it in brackets.
  var affiliation: String? {
    if profile.role != nil {
      return profile.roles.lazy.compactMap(\.affiliation).first.map { briefing.entities[$0].name }
    }
    return profile.known?.actors.lazy.compactMap(\.affiliation).first.map { "[\($0)]" }
  }

  /// What the lists say, in a few words.
  var known: String? {
    guard let known = profile.known else { return nil }
    var words: [String] = []
    if !known.codes.isEmpty { words.append(known.codes.joined(separator: " or ")) }
    if let standsFor = known.standsFor { words.append(standsFor) }
    let day = briefing.metadata.date?.value
    for actor in known.actors {
      switch actor.standing(on: day) {
      case .current: break
      case .ended: words.append("ended \(actor.to?.description ?? "")")
      case .ahead: words.append("from \(actor.from?.description ?? "")")
      case .undated: words.append("the briefing has no date")
      }
    }
    if known.actors.isEmpty, words.isEmpty { words.append(known.kind.rawValue) }
    return words.isEmpty ? known.source : "\(words.joined(separator: ", ")) (\(known.source))"
  }
}

/// How entities become rows.
enum EntityRows {
  /// The columns of `entities`.
  static var schema: TableSchema<EntityRow> {
    TableSchema(
      RowKind("entity", plural: "entities", source: "entities"),
      [
        .string("name", "its fullest name; that of the lists where the text only shortens it") {
          $0.entity.name
        },
        .string("kind", "what it is: ministry, armed group, city and so on") {
          $0.profile.kind.rawValue
        }.among(EntityKind.self),
        .text("role", "the role the text gives; in brackets that of an actor file") { $0.role },
        .int("mentions", "how often it is meant") { $0.entity.mentionCount },
        .number("salience", "how much it matters here, 0 to 1") { $0.profile.salience },
        .briefing { $0.briefing },
        .place("place", "the first mention") { $0.place },
        .strings("aliases", "other names it goes by") { $0.entity.aliases }.asDetail,
        .string("part_of", "what it belongs to, and how") { row in
          row.profile.parent.map { "\($0.relation.rawValue) \($0.name)" }
        }.asDetail,
        .string("known", "what the lists or an actor file say, and which") { $0.known }.asDetail,
        .text("position", "the role without whose it is") { row in
          row.profile.role.map { .excerpt(row.briefing.source, $0.position) }
        }.asDetail,
        .string("affiliation", "whose role it is; in brackets as an actor file has it") {
          $0.affiliation
        }.asDetail,
        .string("type", "person, organisation, place and so on") { $0.entity.type.rawValue }
          .among(EntityType.self).asDetail,
        .int("names", "how often by name, or by the adjective of a state") {
          $0.profile.counts.names + $0.profile.counts.demonyms
        }.asDetail,
        .int("nominals", "how often by a noun") { $0.profile.counts.nominals }.asDetail,
        .int("pronouns", "how often by a pronoun") { $0.profile.counts.pronouns }.asDetail,
        .int("sections", "in how many sections it is meant") { $0.profile.sections.count }.asDetail,
        .int("by", "how many quotations are by it") { $0.profile.quotesBy.count }.asDetail,
        .int("about", "in how many statements of others it is meant") {
          $0.profile.quotesAbout.count
        }.asDetail,
      ],
      place: { $0.place },
      explanation: explanation)
  }

  /// Why `row` is one entity, and what it is.
  static func explanation(_ row: EntityRow) -> Explanation {
    let mentions = row.briefing.entities.mentions(of: row.entity.id)
    let profile = row.profile
    var steps = [
      "Type \(row.entity.type.rawValue): \(row.entity.typeReason) "
        + "(confidence \(row.entity.confidence.value))."
    ]
    if profile.kind.rawValue != row.entity.type.rawValue {
      steps.append("Kind \(profile.kind.rawValue): \(profile.kindReason).")
    }
    if row.entity.isNameKnown, let known = profile.known {
      steps.append("The text has no full name; “\(row.entity.name)” is that of \(known.source).")
    }
    if let parent = profile.parent {
      steps.append(
        "It is \(parent.relation.rawValue) \(parent.name): from the \(parent.origin.rawValue).")
    }
    let parts = profile.salienceParts.filter { $0.value > 0 }
      .map { "\($0.reason) \($0.value)" }.joined(separator: ", ")
    steps.append("Salience \(profile.salience): \(parts).")
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
