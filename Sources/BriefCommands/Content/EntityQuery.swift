import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

/// Which entities are wanted: the flags of `entities`.
struct EntityQuery {
  /// A coarse type or a finer kind.
  struct Sort: RawRepresentable, CaseIterable {
    let rawValue: String

    init?(rawValue: String) {
      guard Self.words.contains(rawValue) else { return nil }
      self.rawValue = rawValue
    }

    private init(_ word: String) { rawValue = word }

    private static let words: [String] = {
      let types = EntityType.allCases.map(\.rawValue)
      let kinds = EntityKind.allCases.map { $0.rawValue.replacing(" ", with: "-") }
      return types + kinds.filter { !types.contains($0) }
    }()

    static var allCases: [Sort] { words.map { Sort($0) } }
  }

  var type: Sort?
  var minimum: Int?
  var section: String?
  var near: String?
  var by: String?
  var about: String?

  /// The entities of the briefings of `input` that are wanted, those that matter most first; equals
  /// in text order.
  ///
  /// Names and sections that none of the briefings knows are reported.
  func rows(
    of input: Value, in context: CommandContext<Session>
  ) throws(ScriptError) -> [EntityRow] {
    var rows: [EntityRow] = []
    var isSectionKnown = section == nil
    var unknown = Set([near, by, about].compactMap { $0 })
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      let place = section.map { SectionQuery($0, in: briefing) }
      isSectionKnown = isSectionKnown || place?.isKnown == true
      for name in unknown.sorted() where SpeakerQuery(name, in: briefing).isKnown {
        unknown.remove(name)
      }
      var sets: [Set<EntityID>] = []
      if let near { sets.append(neighbours(of: near, in: briefing)) }
      if let by { sets.append(spokenOf(by: by, in: briefing)) }
      if let about { sets.append(involved(about: about, in: briefing)) }
      let wanted = briefing.entities.all.filter { entity in
        let profile = briefing.profiles[entity.id.index]
        guard fits(entity, profile.kind), entity.mentionCount >= minimum ?? 0 else {
          return false
        }
        if let place {
          let mentions = briefing.entities.mentions(of: entity.id)
          guard mentions.contains(where: { place.contains($0.range.start) }) else { return false }
        }
        return sets.allSatisfy { $0.contains(entity.id) }
      }
      rows += wanted.sorted { left, right in
        let (first, second) = (
          briefing.profiles[left.id.index].salience, briefing.profiles[right.id.index].salience
        )
        return first == second ? left.id < right.id : first > second
      }.map { EntityRow(briefing: briefing, entity: $0) }
    }
    for (parameter, name) in [("near", near), ("by", by), ("about", about)] {
      guard let name, unknown.contains(name) else { continue }
      context.reportUnknownName(name, parameter: parameter, in: input)
    }
    if let section, !isSectionKnown { context.reportUnknownSection(section, in: input) }
    return rows
  }

  private func fits(_ entity: Entity, _ kind: EntityKind) -> Bool {
    guard let type else { return true }
    return entity.type.rawValue == type.rawValue
      || kind.rawValue == type.rawValue.replacing("-", with: " ")
  }

  /// Those meant in a sentence in which `name` is meant.
  private func neighbours(of name: String, in briefing: Briefing) -> Set<EntityID> {
    let query = SpeakerQuery(name, in: briefing)
    let sentences = briefing.document.sentences
    var bySentence: [Int: Set<EntityID>] = [:]
    var wanted: Set<Int> = []
    for mention in briefing.entities.mentions {
      let sentence = sentences.index(holding: mention.tokens.lowerBound)
      if query.matches(mention.entity) {
        wanted.insert(sentence)
      } else {
        bySentence[sentence, default: []].insert(mention.entity)
      }
    }
    return wanted.reduce(into: []) { $0.formUnion(bySentence[$1] ?? []) }
  }

  /// Those meant in what `name` is quoted with or reported to say.
  private func spokenOf(by name: String, in briefing: Briefing) -> Set<EntityID> {
    let query = SpeakerQuery(name, in: briefing)
    var found: Set<EntityID> = []
    for quote in briefing.quotes where quote.isInBody && query.matches(quote.speaker) {
      for piece in quote.statement {
        found.formUnion(briefing.entities.mentions(within: piece).map(\.entity))
      }
    }
    return found
  }

  /// Those who say something about `name`, and those meant beside it in what they say.
  private func involved(about name: String, in briefing: Briefing) -> Set<EntityID> {
    let subject = SubjectQuery(name, in: briefing)
    let itself = SpeakerQuery(name, in: briefing)
    var found: Set<EntityID> = []
    for quote in briefing.quotes where quote.isInBody && subject.matches(quote.statement) {
      if let speaker = quote.speaker?.entity { found.insert(speaker) }
      for piece in quote.statement {
        found.formUnion(briefing.entities.mentions(within: piece).map(\.entity))
      }
    }
    return found.filter { !itself.matches($0) }
  }
}
