import BriefSource
import BriefText

/// Says what each entity belongs to: a person to whom they speak for, a ministry to its state, a
/// city to its country.
struct ParentReader {
  let briefing: Briefing
  let profiles: [EntityProfile]
  private let entities: Entities
  private let gazetteer: Gazetteer
  /// The entity of each state that the text speaks of, by its code.
  private var states: [String: EntityID] = [:]
  /// The entity of each name and other name, folded; the first of those that share one.
  private var named: [String: EntityID] = [:]
  /// The entity of each place by its folded name.
  private var places: [String: EntityID] = [:]

  init(briefing: Briefing, profiles: [EntityProfile]) {
    self.briefing = briefing
    self.profiles = profiles
    entities = briefing.entities
    gazetteer = briefing.gazetteer
    for entity in entities.all {
      for name in [entity.name] + entity.aliases {
        let key = NameFolding.key(name)
        if named[key] == nil { named[key] = entity.id }
      }
      guard entity.type == .place else { continue }
      let key = NameFolding.key(entity.name)
      if places[key] == nil { places[key] = entity.id }
      guard let entry = entity.entry.map({ gazetteer.entries[$0] }), entry.kind == "country",
        !entry.codes.isEmpty
      else { continue }
      states[entry.codes] = entity.id
    }
  }

  /// Fills in the parents; no chain of them leads back to where it began.
  ///
  /// Linear in the number of mentions.
  func addParents(to profiles: inout [EntityProfile]) {
    for index in profiles.indices {
      guard let parent = parent(of: entities.all[index], profiles[index]) else { continue }
      var next = parent.entity
      var steps = 0
      while let entity = next, entity.index != index, steps < 16 {
        next = profiles[entity.index].parent?.entity
        steps += 1
      }
      if next == nil || next?.index != index { profiles[index].parent = parent }
    }
  }

  private func parent(of entity: Entity, _ profile: EntityProfile) -> EntityProfile.Parent? {
    switch entity.type {
    case .person: ofPerson(profile)
    case .organisation: ofOrganisation(entity, profile)
    case .place, .facility: profile.kind == .country ? nil : ofPlace(entity, profile)
    case .group: ofPeople(entity)
    case .event: placeInName(entity).map { at($0, .heldIn, .name) }
    case .law, .work, .other: nil
    }
  }

  private func at(
    _ id: EntityID, _ relation: EntityProfile.Relation, _ origin: EntityProfile.Origin
  ) -> EntityProfile.Parent {
    EntityProfile.Parent(name: entities[id].name, entity: id, relation: relation, origin: origin)
  }

  /// The state of `code`, whether or not the text speaks of it.
  private func state(
    _ code: String, _ relation: EntityProfile.Relation, _ origin: EntityProfile.Origin
  ) -> EntityProfile.Parent? {
    if let entity = states[code] { return at(entity, relation, origin) }
    guard let entry = gazetteer.state(code) else { return nil }
    return EntityProfile.Parent(
      name: gazetteer.entries[entry].name, entity: nil, relation: relation, origin: origin)
  }

  private func ofPerson(_ profile: EntityProfile) -> EntityProfile.Parent? {
    for role in profile.roles {
      guard let office = role.affiliation else { continue }
      return at(office, role.isFormer ? .formerly : role.speaks ? .speaksFor : .officeIn, .text)
    }
    let day = briefing.metadata.date?.value
    for actor in profile.known?.actors ?? [] {
      guard let affiliation = actor.affiliation, actor.standing(on: day) != .ahead else { continue }
      let found = named[NameFolding.key(affiliation)]
      return EntityProfile.Parent(
        name: found.map { entities[$0].name } ?? affiliation, entity: found,
        relation: actor.standing(on: day) == .ended ? .formerly : .officeIn, origin: .gazetteer)
    }
    return nil
  }

  private func ofPlace(_ entity: Entity, _ profile: EntityProfile) -> EntityProfile.Parent? {
    guard let entry = entity.entry.map({ gazetteer.entries[$0] }), !entry.codes.isEmpty else {
      return nil
    }
    if profile.kind == .territory {
      guard let code = profile.known?.status?.split(separator: " ").last else { return nil }
      return state(String(code), .partOf, .gazetteer)
    }
    return state(entry.codes, .within, .gazetteer)
  }

  private func ofPeople(_ entity: Entity) -> EntityProfile.Parent? {
    if let entry = entity.entry.map({ gazetteer.entries[$0] }) {
      return entry.codes.isEmpty ? nil : state(entry.codes, .peopleOf, .gazetteer)
    }
    let key = NameFolding.key(entity.name)
    for length in stride(from: key.count - 1, through: 4, by: -1) where key.count - length <= 4 {
      let stem = String(key.prefix(length))
      for vowel in ["", "a", "e", "o", "i"] {
        if let place = places[stem + vowel] { return at(place, .peopleOf, .name) }
      }
    }
    return nil
  }

  private func ofOrganisation(_ entity: Entity, _ profile: EntityProfile) -> EntityProfile.Parent? {
    if profile.kind == .internationalBody {
      return wholeInName(entity, profile).map { at($0, .partOf, .name) }
    }
    let relation: EntityProfile.Relation = profile.kind.isOfState ? .partOf : .within
    if let beside = stateBeside(entity) { return at(beside, relation, .text) }
    let codes = profile.known?.codes ?? []
    if codes.count == 1 { return state(codes[0], relation, .gazetteer) }
    if let place = placeInName(entity) { return at(place, relation, .name) }
    guard profile.kind.isOfState else { return nil }
    // Several states have one of that name: the one the text comes from.
    if let home = datelineState, codes.isEmpty && profile.kind == .ministry || codes.contains(home)
    {
      return state(home, relation, .dateline)
    }
    let named = codes.filter { states[$0] != nil }
    return named.count == 1 ? state(named[0], relation, .gazetteer) : nil
  }

  /// The international body by whose name that of another begins: `UN Security Council`.
  private func wholeInName(_ entity: Entity, _ profile: EntityProfile) -> EntityID? {
    for name in [entity.name, profile.known?.name].compactMap({ $0 }) {
      let words = NameFolding.words(name)
      for length in 1..<max(2, min(4, words.count)) {
        guard let whole = named[words.prefix(length).joined(separator: " ")], whole != entity.id,
          profiles[whole.index].kind == .internationalBody
        else { continue }
        return whole
      }
    }
    return nil
  }

  /// The code of the state in which the city of the dateline lies.
  private var datelineState: String? {
    guard let dateline = briefing.structure.dateline else { return nil }
    for mention in entities.mentions(within: dateline) {
      if let entry = entities[mention.entity].entry, !gazetteer.entries[entry].codes.isEmpty {
        return gazetteer.entries[entry].codes
      }
    }
    return nil
  }

  /// The state whose name or adjective stands right before a mention: `Pakistan's Foreign Office`,
  /// `the Chinese foreign ministry`.
  private func stateBeside(_ entity: Entity) -> EntityID? {
    for place in entity.mentions where entities.mentions[place].kind == .name && place > 0 {
      let before = entities.mentions[place - 1]
      let start = entities.mentions[place].range.start
      guard before.range.end < start, start - before.range.end <= 4,
        profiles[before.entity.index].kind == .country
      else { continue }
      let between = briefing.source[TextRange(before.range.end, start)]
      if [" ", "’s ", "'s ", "’ ", "' "].contains(between) { return before.entity }
    }
    return nil
  }

  /// A place of the text by which the name begins or ends: `Islamabad Chamber of Commerce`,
  /// `Afghan Taliban`.
  private func placeInName(_ entity: Entity) -> EntityID? {
    let words = NameFolding.words(entity.name)
    guard words.count > 1 else { return nil }
    for length in stride(from: min(3, words.count - 1), through: 1, by: -1) {
      for part in [words.prefix(length), words.suffix(length)] {
        let key = part.joined(separator: " ")
        if let place = places[key], place != entity.id { return place }
        guard let entry = gazetteer.name(key) else { continue }
        let code = gazetteer.entries[entry].codes
        if gazetteer.entries[entry].kind == "demonym" || gazetteer.entries[entry].kind == "country",
          let state = states[code]
        {
          return state
        }
      }
    }
    return nil
  }
}
