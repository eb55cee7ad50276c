import BriefAnalysis
import BriefSource

extension QuizBuilder {
  /// Who said this?
  mutating func speakerQuestions() -> [QuizQuestion] {
    var questions: [QuizQuestion] = []
    let quotes = sureQuotes.filter {
      $0.kind != .indirect && (4...70).contains(briefing.wordCount(in: $0.range))
    }
    for quote in quotes {
      guard let speaker = quote.speaker, let entity = speaker.entity,
        isAsked(entity, of: quote)
      else { continue }
      let distractors = Array(others(than: entity).prefix(3))
      guard !distractors.isEmpty else { continue }
      let (options, key) = mixed(speaker.name, with: distractors)
      questions.append(
        QuizQuestion(
          kind: .speaker, briefing: briefing, question: "Who said this?",
          text: line(quote.range), options: options, key: key,
          explanation: QuoteRows.explanation(row(quote)), range: quote.range))
    }
    return questions
  }

  /// Whether the answer is no riddle: a person or a body, whom the words do not name.
  private func isAsked(_ entity: EntityID, of quote: Quote) -> Bool {
    let asked = briefing.entities[entity]
    guard asked.type == .person || asked.type == .organisation || asked.type == .group else {
      return false
    }
    return !briefing.entities.mentions(within: quote.range).contains { $0.entity == entity }
  }

  /// Who else speaks, then who else is spoken of: persons for a person, bodies for a body, and nobody
  /// who stands for `entity` or whom it stands for, so that one answer only is right.
  private mutating func others(than entity: EntityID) -> [String] {
    let entities = briefing.entities
    let own = institution(of: entity)
    func isOther(_ other: EntityID) -> Bool {
      guard other != entity, other != own, institution(of: other) != entity,
        (entities[entity].type == .person) == (entities[other].type == .person)
      else { return false }
      let words = Set(entities[entity].name.lowercased().split(separator: " "))
      return words.isDisjoint(with: entities[other].name.lowercased().split(separator: " "))
    }
    var speaking: [EntityID] = []
    for quote in briefing.quotes {
      guard let other = quote.speaker?.entity, isOther(other), !speaking.contains(other),
        // A name of one word may be another's first name, unless a turn is surely theirs.
        entities[other].type != .person || entities[other].name.contains(" ")
          || quote.confidence.value >= Self.bound
      else { continue }
      speaking.append(other)
    }
    let spokenOf = entities.all.filter {
      ($0.type == .person || $0.type == .organisation) && isOther($0.id)
        && !speaking.contains($0.id)
        && ($0.type == .organisation || $0.name.contains(" "))
    }.map(\.id)
    var words: Set<Substring> = []
    return (random.shuffled(speaking) + random.shuffled(spokenOf)).compactMap { other in
      // Two names of one person would make one of the answers a half.
      let own = Set(entities[other].name.lowercased().split(separator: " "))
      guard words.isDisjoint(with: own) else { return nil }
      words.formUnion(own)
      return entities[other].name
    }
  }

  private func institution(of entity: EntityID) -> EntityID? {
    briefing.entities.institution(of: entity, in: source)
  }
}
