import BriefAnalysis
import BriefSource

/// An invented text, and what is found in it, for tests of entities.
struct EntityReading {
  let briefing: Briefing

  init(_ text: String, date: CalendarDate? = nil, actors: [Actor] = []) {
    briefing = Briefing(
      Source(name: "test.txt", text: text), given: Metadata.Given(date: date), actors: actors)
  }

  /// The entity whose name is `name`.
  func entity(_ name: String) -> Entity? { briefing.entities.all.first { $0.name == name } }

  /// What is known of it.
  func profile(_ name: String) -> EntityProfile? {
    entity(name).map { briefing.profiles[$0.id.index] }
  }

  /// The words of its mentions, in text order.
  func mentions(_ name: String, _ kind: MentionKind? = nil) -> [String] {
    guard let entity = entity(name) else { return [] }
    return briefing.entities.mentions(of: entity.id)
      .filter { kind == nil || $0.kind == kind }.map { briefing.source[$0.range] }
  }

  /// The name of what is meant by the `number`th place, from 0, of `words` as a mention.
  func meant(by words: String, _ number: Int = 0) -> String? {
    let found = briefing.entities.mentions.filter { briefing.source[$0.range] == words }
    return found.indices.contains(number) ? briefing.entities[found[number].entity].name : nil
  }

  /// The names of the problems with their messages.
  func problems(_ id: String) -> [String] {
    briefing.problems.filter { $0.id == id }.map(\.message)
  }
}
