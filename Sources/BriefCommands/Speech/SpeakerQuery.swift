import BriefAnalysis
import BriefSource

/// Whom a user means by a name, an alias or a role, in one briefing.
struct SpeakerQuery {
  private let entities: Set<EntityID>
  private let words: String

  /// Looks `query` up among the entities of `briefing`.
  init(_ query: String, in briefing: Briefing) {
    entities = Set(briefing.entities.named(query, in: briefing.source))
    words = query.lowercased()
  }

  /// Whether some entity goes by that name.
  var isKnown: Bool { !entities.isEmpty }

  /// Whether `speaker` is meant: by entity, or by its own words when it has no entity.
  func matches(_ speaker: Quote.Speaker?) -> Bool {
    guard let speaker else { return false }
    if let entity = speaker.entity { return entities.contains(entity) }
    return !words.isEmpty && speaker.name.lowercased().contains(words)
  }

  /// Whether `entity` is meant.
  func matches(_ entity: EntityID) -> Bool { entities.contains(entity) }
}
