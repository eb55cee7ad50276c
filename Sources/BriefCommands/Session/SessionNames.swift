import BriefAnalysis
import BriefScript
import BriefSource

/// The names in the briefings of a session, gathered once for every menu that offers them.
final class SessionNames {
  /// Those who are quoted, with their roles.
  let speakers = NameGathering(
    isRead: { $0.areQuotesRead },
    gather: { briefing, names in
      for quote in briefing.quotes where quote.isInBody {
        guard let speaker = quote.speaker else { continue }
        let entity = speaker.entity.map { briefing.entities[$0] }
        // What is only reported is no quotation, as in the table of speakers.
        names.add(
          speaker.name, count: quote.kind == .indirect ? 0 : 1,
          summary: entity?.role.map { briefing.source[$0] } ?? "",
          aliases: entity.map { briefing.otherNames(of: $0) } ?? [])
      }
    })

  /// Who and what is spoken of, with their types.
  let entities = NameGathering(
    isRead: { $0.areEntitiesRead },
    gather: { briefing, names in
      for entity in briefing.entities.all {
        names.add(
          entity.name, count: entity.mentionCount, summary: entity.type.rawValue,
          aliases: briefing.otherNames(of: entity))
      }
    })

  /// The themes.
  let topics = NameGathering(
    isRead: { $0.areTopicsRead },
    gather: { briefing, names in
      for topic in briefing.topics {
        names.add(topic.label, count: topic.sentences.count, summary: "topic", aliases: [])
      }
    })

  /// The words that introduce speech, with what is done by them.
  let cues = NameGathering(
    isRead: { $0.areQuotesRead },
    gather: { briefing, names in
      for case let cue? in briefing.quotes.map(\.cue) {
        names.add(
          cue.lemma, count: 1, summary: cue.sense?.class.rawValue ?? "", aliases: [])
      }
    })

  /// The headings.
  let sections = NameGathering(
    isRead: { _ in true },
    gather: { briefing, names in
      for index in briefing.structure.sections.indices {
        names.add(
          briefing.sectionName(index).string, count: 1, summary: "section \(index + 1)",
          aliases: [])
      }
    })
}

extension Briefing {
  /// The aliases of an entity and the roles that lead to it.
  fileprivate func otherNames(of entity: Entity) -> [String] {
    var names = entity.aliases
    for role in entity.roles {
      let text = source[role]
      names.append(text.hasPrefix("the ") ? String(text.dropFirst(4)) : text)
    }
    return names
  }
}
