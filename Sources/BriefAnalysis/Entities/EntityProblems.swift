import BriefSource

/// Gathers what is not sure about the entities of a briefing.
enum EntityProblems {
  /// Names that may mean somebody else, and what an actor file says that had run out. One for each
  /// name and entity; linear in the number of mentions.
  static func problems(in briefing: Briefing) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var seen: Set<String> = []
    let entities = briefing.entities
    for mention in entities.mentions where mention.kind == .name && mention.confidence.value < 0.6 {
      let words = briefing.source[mention.range]
      guard seen.insert("\(words) \(mention.entity.index)").inserted else { continue }
      found.append(
        Diagnostic(
          id: "doubtful-name", severity: .note,
          "'\(words)' is taken for \(entities[mention.entity].name), but may mean another: \(mention.reason)",
          source: briefing.source, range: mention.range))
    }
    guard briefing.hasActors else { return found }
    let day = briefing.metadata.date?.value
    for entity in entities.all {
      guard let entry = entity.entry, let place = entity.mentions.first else { continue }
      for actor in briefing.gazetteer.actors(of: entry) {
        let said = [actor.role, actor.affiliation].compactMap { $0 }.joined(separator: ", ")
        let message: String
        switch actor.standing(on: day) {
        case .current, .undated: continue
        case .ended: message = "had ended on \(actor.to?.description ?? "")"
        case .ahead: message = "begins only on \(actor.from?.description ?? "")"
        }
        found.append(
          Diagnostic(
            id: "actor-out-of-date", severity: .note,
            "what \(actor.file):\(actor.line) says of \(entity.name)\(said.isEmpty ? "" : " (\(said))") \(message)",
            source: briefing.source, range: entities.mentions[place].range))
      }
    }
    return found
  }
}
