import BriefSource
import BriefText

/// Works out what is known of each entity of a briefing.
///
/// Salience is a weighted sum of six shares, each from 0 to 1, so that it is comparable between
/// briefings: how often the entity is meant (logarithm, relative to the one meant most; adjectives
/// count half) 0.30; whether it stands in the headline, the key points or the lead 0.20; how much it
/// is quoted, relative to the one quoted most, and half as much for whom such a speaker speaks 0.20;
/// in how many of the sections it is meant 0.10; how early it comes 0.10; how often it is a subject
/// 0.10. The features are those of salience in Dunietz and Gillick, "A New Entity Salience Task with
/// Millions of Training Examples" (EACL 2014); the weights are ours.
struct EntityProfiler {
  let briefing: Briefing
  let entities: Entities
  let source: Source

  /// The profiles in the order of ``Entities/all``.
  ///
  /// Linear in the number of mentions and of words quoted.
  static func profiles(of briefing: Briefing) -> [EntityProfile] {
    let profiler = EntityProfiler(
      briefing: briefing, entities: briefing.entities, source: briefing.source)
    let roles = EntityRoleReader(entities: profiler.entities, source: profiler.source)
    var profiles = profiler.entities.all.map { entity in
      let known = profiler.known(entity)
      let (kind, reason) = profiler.kind(of: entity, known)
      return EntityProfile(
        entity: entity.id, kind: kind, kindReason: reason, roles: roles.roles(of: entity),
        counts: profiler.counts(of: entity), salience: 0, salienceParts: [],
        sections: profiler.sections(of: entity), quotesBy: [], quotesAbout: [], known: known,
        parent: nil)
    }
    profiler.addQuotes(to: &profiles)
    ParentReader(briefing: briefing, profiles: profiles).addParents(to: &profiles)
    profiler.addSalience(to: &profiles)
    return profiles
  }

  private func known(_ entity: Entity) -> KnownFacts? {
    entity.entry.map { StateFacts.embedded.facts($0, in: briefing.gazetteer) }
  }

  private func counts(of entity: Entity) -> EntityProfile.Counts {
    var counts = EntityProfile.Counts()
    for mention in entities.mentions(of: entity.id) {
      switch mention.kind {
      case .name: counts.names += 1
      case .demonym: counts.demonyms += 1
      case .nominal: counts.nominals += 1
      case .pronoun: counts.pronouns += 1
      }
    }
    return counts
  }

  private func sections(of entity: Entity) -> [Int] {
    var sections: [Int] = []
    for mention in entities.mentions(of: entity.id) {
      guard let section = briefing.structure.section(at: mention.range.start),
        sections.last != section
      else { continue }
      sections.append(section)
    }
    return sections
  }

  // MARK: Kinds

  private func kind(of entity: Entity, _ known: KnownFacts?) -> (EntityKind, String) {
    if entity.type == .group, known?.codes.isEmpty ?? true,
      let found = HeadKinds.embedded.kind(ofName: entity.name, type: .group)
    {
      return (found.kind, "the list of kinds has “\(found.word)” so")
    }
    if let known, known.kind.type == entity.type {
      return (known.kind, "\(known.source) has it so")
    }
    if let found = HeadKinds.embedded.kind(ofName: entity.name, type: entity.type) {
      return (found.kind, "“\(found.word)” makes the name one of that kind")
    }
    if entity.type == .place || entity.type == .organisation, let found = kindBeside(entity) {
      return (found.kind, "“\(found.word)” stands beside it")
    }
    return (EntityKind(entity.type), entity.typeReason)
  }

  /// What the word after a name says of it: `Kunar province`, `BLA militants`.
  private func kindBeside(_ entity: Entity) -> (kind: EntityKind, word: String)? {
    let document = briefing.document
    for place in entity.mentions.prefix(8) where entities.mentions[place].kind == .name {
      let next = entities.mentions[place].tokens.upperBound
      guard next < document.tokens.count, document.tokens.kinds[next] == .word else { continue }
      let word = document.form(next)
      guard word == document.lower(next),
        let kind = HeadKinds.embedded.kinds[word], kind.type == entity.type
      else { continue }
      return (kind, word)
    }
    return nil
  }

  // MARK: Quotes

  private func addQuotes(to profiles: inout [EntityProfile]) {
    let events = entities.enclosing.sorted { $0.range < $1.range }
    for (position, quote) in briefing.quotes.enumerated() where quote.isInBody {
      let speaker = quote.speaker?.entity
      if let speaker { profiles[speaker.index].quotesBy.append(position) }
      var meant: Set<EntityID> = []
      for piece in quote.statement {
        for mention in Entities.mentions(events, within: piece)
          + entities.mentions(within: piece)
        where mention.entity != speaker {
          if meant.insert(mention.entity).inserted {
            profiles[mention.entity.index].quotesAbout.append(position)
          }
        }
      }
    }
  }

  // MARK: Salience

  private func addSalience(to profiles: inout [EntityProfile]) {
    let trees = briefing.document.trees
    let length = Double(max(1, source.bytes.count))
    let sections = Double(max(1, briefing.structure.sections.count))
    func weight(_ counts: EntityProfile.Counts) -> Double {
      Double(counts.all - counts.demonyms) + 0.5 * Double(counts.demonyms)
    }
    let most = profiles.map { weight($0.counts) }.max() ?? 1
    let mostQuoted = Double(max(1, profiles.map(\.quotesBy.count).max() ?? 1))
    var quoted = profiles.map { Double($0.quotesBy.count) / mostQuoted }
    for profile in profiles {
      guard let role = profile.role, let office = role.affiliation, !role.isFormer else { continue }
      quoted[office.index] = max(
        quoted[office.index], 0.5 * Double(profile.quotesBy.count) / mostQuoted)
    }
    for index in profiles.indices {
      let mentions = entities.mentions(of: entities.all[index].id)
      let first = mentions.first?.range.start ?? source.bytes.count
      var subjects = 0
      if let trees {
        for mention in mentions
        where mention.tokens.contains(where: {
          trees.relation($0).hasPrefix("nsubj")
        }) {
          subjects += 1
        }
      }
      let parts = [
        (
          "how often it is meant",
          0.30 * Logarithm.natural(1 + weight(profiles[index].counts))
            / Logarithm.natural(1 + max(1, most))
        ),
        ("where it stands", 0.20 * prominence(of: mentions)),
        ("how much it is quoted", 0.20 * quoted[index]),
        ("in how many sections", 0.10 * Double(profiles[index].sections.count) / sections),
        ("how early it comes", 0.10 * (1 - Double(first) / length)),
        (
          "how often it is a subject",
          0.10 * min(1, Double(subjects) / max(3, Double(mentions.count)))
        ),
      ]
      let sum = parts.reduce(0) { $0 + $1.1 }
      profiles[index].salience = Confidence(min(1, sum)).value
      profiles[index].salienceParts = parts.enumerated()
        .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
        .map {
          EntityProfile.SaliencePart(reason: $0.element.0, value: Confidence($0.element.1).value)
        }
    }
  }

  /// 1 for the headline, the key points and the lead, half for a heading further on.
  private func prominence(of mentions: [Mention]) -> Double {
    var best = 0.0
    for mention in mentions where mention.kind != .pronoun {
      let offset = mention.range.start
      if let headline = briefing.structure.headline, headline.contains(offset) { return 1 }
      guard let block = briefing.structure.block(at: offset) else { continue }
      let section = briefing.structure.blocks[block].section
      switch briefing.structure.blocks[block].kind {
      case .heading: best = max(best, 0.5)
      default: break
      }
      guard briefing.structure.sections.indices.contains(section) else { continue }
      switch briefing.structure.sections[section].kind {
      case .keyPoints: return 1
      // A text without headings is one long lead, of which the first two paragraphs lead.
      case .lead where block < briefing.structure.sections[section].blocks.lowerBound + 2: return 1
      default: break
      }
    }
    return best
  }
}

extension Entities {
  /// The mentions that lie within `range`, in text order.
  ///
  /// Logarithmic in the number of mentions, and linear in those that lie there.
  public func mentions(within range: TextRange) -> ArraySlice<Mention> {
    Self.mentions(mentions, within: range)
  }

  /// Those of `mentions`, which are in text order, that lie within `range`.
  static func mentions(_ mentions: [Mention], within range: TextRange) -> ArraySlice<Mention> {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].range.start < range.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < mentions.count, range.contains(mentions[end].range) { end += 1 }
    return mentions[low..<end]
  }

  /// The mentions of `id`, in text order.
  public func mentions(of id: EntityID) -> [Mention] {
    self[id].mentions.map { mentions[$0] } + enclosing[self[id].enclosing]
  }
}

/// Which kind of thing a word makes of the name it heads, from the list.
struct HeadKinds: Sendable {
  static let embedded = HeadKinds()

  /// The kind of each word, by its small letters.
  private(set) var kinds: [String: EntityKind] = [:]

  private init() {
    for row in Lexicon.table(.kinds) where row.count >= 2 {
      kinds[row[0]] = EntityKind(listed: row[1])
    }
  }

  /// The kind that a word of `name` tells, if it is one of `type`: the last word before "of" or
  /// "for", else the last of all, else another from the end.
  func kind(ofName name: String, type: EntityType) -> (kind: EntityKind, word: String)? {
    let words = NameFolding.words(name)
    guard words.count > 1 || type == .group else { return nil }
    let link = words.firstIndex { $0 == "of" || $0 == "for" || $0 == "on" } ?? words.count
    for word in words[..<link].reversed() {
      if let kind = kinds[word], kind.type == type { return (kind, word) }
    }
    guard link < words.count else { return nil }
    for word in words[link...].reversed() {
      if let kind = kinds[word], kind.type == type { return (kind, word) }
    }
    return nil
  }
}
