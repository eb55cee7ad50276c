import BriefSource
import BriefText

extension Entities {
  /// The entities that `query` may mean: a name, alias, surname or role, in any case and with or
  /// without accents.
  ///
  /// A full name wins over an alias, an alias over a part of a name, a part over a role; all those
  /// of the best rank are given, in order of first mention. Linear in the number of entities.
  public func named(_ query: String, in source: Source) -> [EntityID] {
    let words = NameFolding.words(query)
    guard !words.isEmpty else { return [] }
    let key = words.joined(separator: " ")
    var best = 0
    var found: [EntityID] = []
    for entity in all {
      let rank = rank(of: entity, key: key, words: words, source)
      guard rank > 0, rank >= best else { continue }
      if rank > best { found = [] }
      best = rank
      found.append(entity.id)
    }
    return found
  }

  /// 5 for the full name, 4 for an alias, 3 for its last word, 2 for another part, 1 for a role.
  private func rank(
    of entity: Entity, key: String, words: [String], _ source: Source
  ) -> Int {
    if NameFolding.key(entity.name) == key { return 5 }
    // A capital's name leads to the city and to the state it is said for, where both occur.
    for metonym in entity.metonyms where NameFolding.key(metonym) == key { return 5 }
    // A person's surname and a place of that name are equally meant by it.
    for alias in entity.aliases where NameFolding.key(alias) == key {
      return entity.type == .person ? 5 : 4
    }
    let name = NameFolding.words(entity.name)
    if entity.type == .person, name.count >= words.count, name.suffix(words.count) == words[...] {
      return 3
    }
    if words.allSatisfy(Self.functionWords.contains) { return 0 }
    if holds(name, words) { return 2 }
    for alias in entity.aliases where holds(NameFolding.words(alias), words) { return 2 }
    if let role = entity.role, holdsRole(NameFolding.words(source[role]), words) { return 1 }
    for place in entity.mentions where mentions[place].kind == .nominal {
      if holdsRole(NameFolding.words(source[mentions[place].range]), words) { return 1 }
    }
    return 0
  }

  /// Words that lead to no name by themselves, though names hold them.
  private static let functionWords: Set<String> = [
    "a", "al", "an", "and", "at", "by", "de", "for", "from", "in", "of", "on", "the", "to", "with",
  ]

  /// Whether `part` stands in `whole` as it is.
  private func holds(_ whole: [String], _ part: [String]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0..<($0 + part.count)] == part[...] }
  }

  private func holdsRole(_ role: [String], _ query: [String]) -> Bool {
    let wanted = (query.first == "the" ? Array(query.dropFirst()) : query)
      .map(ReferenceResolver.roleHead)
    return !wanted.isEmpty && holds(role.map(ReferenceResolver.roleHead), wanted)
  }

  /// The names nearest to `query` in spelling, for "did you mean": the nearest first, of equally
  /// near ones the more often mentioned, then the first in the text.
  ///
  /// Compares `query` with every name, alias and part of a person's name by the number of letters
  /// changed, inserted, left out or swapped, up to a third of its length. Linear in their number.
  ///
  /// - Parameters:
  ///   - query: What was typed.
  ///   - limit: The largest number of names given.
  public func suggestions(for query: String, limit: Int = 3) -> [String] {
    let key = NameFolding.key(query)
    let reach = min(3, max(1, key.unicodeScalars.count / 3))
    var candidates: [String: (name: String, distance: Int, count: Int, first: Int)] = [:]
    func consider(_ name: String, _ entity: Entity) {
      let folded = NameFolding.key(name)
      guard candidates[folded] == nil else { return }
      let distance = EditDistance.between(key, folded, limit: reach)
      guard distance <= reach else { return }
      candidates[folded] = (name, distance, entity.mentions.count, entity.id.index)
    }
    for entity in all {
      consider(entity.name, entity)
      for alias in entity.aliases { consider(alias, entity) }
      guard entity.type == .person else { continue }
      for word in entity.name.split(separator: " ").reversed() where word.utf8.count > 2 {
        consider(String(word), entity)
      }
    }
    return candidates.values
      .sorted {
        ($0.distance, -$0.count, $0.first, $0.name) < ($1.distance, -$1.count, $1.first, $1.name)
      }
      .prefix(limit).map(\.name)
  }
}
