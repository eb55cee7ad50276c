import BriefAnalysis
import BriefSource

/// Whom a user means by a name, an alias or a role, in one briefing.
struct SpeakerQuery {
  private let entities: Set<EntityID>
  private let words: String

  /// Looks `query` up among the entities of `briefing`; with `includingInstitutions` those that the
  /// persons found speak for are meant too.
  init(_ query: String, in briefing: Briefing, includingInstitutions: Bool = false) {
    let named = briefing.entities.named(query, in: briefing.source)
    var entities = Set(named)
    if includingInstitutions {
      for person in named {
        if let institution = briefing.entities.institution(of: person, in: briefing.source) {
          entities.insert(institution)
        }
      }
    }
    self.entities = entities
    words = query.lowercased()
  }

  /// Whether some entity goes by that name.
  var isKnown: Bool { !entities.isEmpty }

  /// Whether `speaker` is meant: by entity, or by its own words when it has no entity.
  func matches(_ speaker: Quote.Speaker?) -> Bool {
    guard let speaker else { return false }
    return matches(speaker.entity, speaker.name)
  }

  /// Whether `addressee` is meant: by entity, or by its own words when it has no entity.
  func matches(_ addressee: Addressee) -> Bool { matches(addressee.entity, addressee.name) }

  private func matches(_ entity: EntityID?, _ name: String) -> Bool {
    if let entity { return entities.contains(entity) }
    return !words.isEmpty && (" " + name.lowercased()).contains(" " + words)
  }

  /// Whether `entity` is meant.
  func matches(_ entity: EntityID) -> Bool { entities.contains(entity) }
}
