/// Joins mentions by a few rules: equal names and nouns, pronouns to the nearest subject that fits.
enum CoreferenceRules {
  package static func antecedent(of index: Int, in state: CoreferenceState) -> Int? {
    var candidates: [Int] = []
    state.candidates(of: index, into: &candidates)
    let mention = state.mentions[index]
    if mention.kind != .pronoun {
      if mention.kind == .noun, mention.opening == .indefinite || mention.opening == .bare {
        return nil
      }
      return candidates.first { candidate in
        let other = state.mentions[candidate]
        if other.kind == .pronoun || other.contains(mention) { return false }
        if other.key == mention.key { return true }
        return other.headWord == mention.headWord
          && Set(mention.words).isSubset(of: Set(other.words))
      }
    }
    switch mention.pronoun {
    case .first, .second, .firstPlural:
      return candidates.first { state.mentions[$0].pronoun == mention.pronoun }
    case .he, .she, .it, .they:
      let fitting = candidates.filter { candidate in
        let other = state.mentions[candidate]
        return mention.sentence - other.sentence <= 3 && !other.contains(mention)
          && !other.sorts.contradicts(mention.sorts) && other.pronoun.person == 3
          && other.pronoun != .other
          && (other.sorts.contains(.person) || mention.pronoun == .it || mention.pronoun == .they
            || other.kind == .name)
      }
      let subject = WordFeatures.formHash(of: "nsubj")
      return fitting.first { state.mentions[$0].role == subject } ?? fitting.first
    default: return nil
    }
  }
}
