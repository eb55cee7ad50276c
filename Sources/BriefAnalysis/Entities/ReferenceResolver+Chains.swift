import BriefText

extension ReferenceResolver {
  /// The entity that the chain of the word at `token` leads to, of those that `admits` holds for, and
  /// the word that stood for it last.
  func chained(_ token: Int, _ admits: (EntityDraft) -> Bool) -> (draft: Int, head: Int)? {
    guard let chains, let mention = chains.mention(headedBy: token) else { return nil }
    for head in chains.antecedents(of: mention, limit: 12) where draftOfToken[head] >= 0 {
      let draft = Int(draftOfToken[head])
      if admits(drafts[draft]) { return (draft, head) }
    }
    return nil
  }

  /// Resolves a common noun at `token`, such as `the group`, by its chain; whether it did.
  mutating func chainedNoun(at token: Int, lastName: Int) -> Bool {
    guard text.tokens.kinds[token] == .word, text.facts(token).shape == .small,
      let mention = chains?.mention(headedBy: token), isDefinite(mention, lastName: lastName)
    else { return false }
    let types = nounTypes(token)
    guard !types.isEmpty, let found = chained(token, { types.contains($0.type) }) else {
      return false
    }
    add(
      found.draft, mention.tokens.lowerBound..<(token + 1), .nominal,
      "of all that may be meant, '\(text.form(found.head))' before it fits best", 0.7)
    return true
  }

  /// Resolves `the treaty` at its noun to the last thing that has the noun in its name; whether it
  /// did.
  mutating func sameNoun(at token: Int, lastName: Int) -> Bool {
    guard token > lastName, text.facts(token).shape == .small,
      let draft = lastOfNoun[text.facts(token).folded],
      text.sentence[token - 1] == text.sentence[token],
      ["the", "this", "that"].contains(text.lower(token - 1))
    else { return false }
    // "The government of the province", "the treaty and a protocol": something else.
    if token + 1 < text.tokens.count, text.sentence[token + 1] == text.sentence[token] {
      let next = text.lower(token + 1)
      let facts = text.facts(token + 1)
      if ["of", "for", "in", "between", "-"].contains(next) { return false }
      if facts.beginsCapital || facts.shape == .small && facts.classes.first == .noun {
        return false
      }
    }
    add(
      draft, (token - 1)..<(token + 1), .nominal,
      "it is the last thing named that has '\(text.lower(token))' in its name", 0.8)
    return true
  }

  /// Records the noun that heads the name of `draft`, for ``sameNoun(at:lastName:)``.
  mutating func noteNoun(of draft: Int) {
    guard drafts[draft].type != .person else { return }
    let words = drafts[draft].words
    let end = words.firstIndex { ["of", "for", "on", "to"].contains($0) } ?? words.count
    guard words.count > 1, end > 0 else { return }
    let noun = words[end - 1]
    let kinds = Gazetteer.embedded.words[noun] ?? []
    if !kinds.isDisjoint(with: .heads) { lastOfNoun[noun] = draft }
  }

  /// Whether the phrase takes up what is known: `the ministry`, `that group`.
  private func isDefinite(_ mention: Coreference.Mention, lastName: Int) -> Bool {
    let first = mention.tokens.lowerBound
    guard first >= lastName, first < mention.head else { return false }
    return ["the", "this", "that"].contains(text.lower(first))
  }

  /// What the common noun at `token` may be said of.
  private func nounTypes(_ token: Int) -> Set<EntityType> {
    let facts = text.facts(token)
    if let type = Self.nouns[facts.folded] { return [type] }
    var types: Set<EntityType> = []
    for (kind, type) in Self.typesOfHeads where facts.kinds.contains(kind) { types.insert(type) }
    return types
  }

  private static let typesOfHeads: [(WordKinds, EntityType)] = [
    (.organisationHead, .organisation), (.placeHead, .place), (.facilityHead, .facility),
    (.lawHead, .law), (.eventHead, .event), (.role, .person),
  ]

  /// Nouns that seldom stand in the names of what they are said of.
  private static let nouns: [String: EntityType] = {
    var types: [String: EntityType] = [:]
    for (type, words) in [
      (
        EntityType.organisation,
        """
        regime outfit firm company group party government organisation organization movement bloc \
        watchdog regulator broadcaster militia carrier lender insurer newspaper agency manufacturer \
        retailer airline union charity faction
        """
      ),
      (
        .place,
        """
        country nation state kingdom republic city town capital village enclave territory island \
        province region district peninsula archipelago metropolis neighbour neighbor sheikhdom
        """
      ),
      (.person, "man woman politician lawmaker diplomat businessman lawyer author suspect"),
    ] {
      for word in words.split(separator: " ") { types[String(word)] = type }
    }
    return types
  }()
}
