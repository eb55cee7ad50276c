import BriefText

/// Puts names of the whole world in the places of those that a corpus happens to hold.
struct NameAugmenter {
  let sources: NameSources
  private var random: Random

  init(_ sources: NameSources, seed: UInt64) {
    self.sources = sources
    random = Random(seed: seed)
  }

  /// `sentence` with about seven in ten of its names replaced; `nil` when none was.
  mutating func varied(_ sentence: NameCorpus.Sentence) -> NameCorpus.Sentence? {
    guard !sentence.names.isEmpty, sentence.isExact else { return nil }
    var result = NameCorpus.Sentence(words: [], allowed: [], names: [], isExact: true)
    var hasChanged = false
    var token = 0
    // One name is one thing: where it occurs twice it is replaced alike.
    var chosen: [String: [String]] = [:]
    for name in sentence.names {
      while token < name.tokens.lowerBound {
        result.words.append(sentence.words[token])
        result.allowed.append(sentence.allowed[token])
        token += 1
      }
      let old = sentence.words[name.tokens].map(\.form)
      let key = old.joined(separator: " ")
      var new = chosen[key] ?? old
      if chosen[key] == nil, random.chance(70), let replacement = other(name.type, for: old) {
        new = replacement
        hasChanged = true
      }
      chosen[key] = new
      let start = result.words.count
      let isShouted = old.allSatisfy { $0 == $0.uppercased() } && key.utf8.count > 5
      for (index, word) in new.enumerated() {
        let isLast = index == new.count - 1
        let space = isLast ? sentence.words[name.tokens.upperBound - 1].hasSpaceAfter : true
        result.words.append(.init(isShouted ? word.uppercased() : word, hasSpaceAfter: space))
        let label =
          new.count == 1
          ? NameLabel.only(name.type)
          : index == 0
            ? NameLabel.begin(name.type)
            : isLast ? NameLabel.last(name.type) : NameLabel.inside(name.type)
        result.allowed.append(1 << UInt64(label))
      }
      result.names.append(.init(tokens: start..<result.words.count, type: name.type))
      token = name.tokens.upperBound
    }
    while token < sentence.words.count {
      result.words.append(sentence.words[token])
      result.allowed.append(sentence.allowed[token])
      token += 1
    }
    return hasChanged ? result : nil
  }

  /// Another name of this type, of about the same make.
  private mutating func other(_ type: NameType, for old: [String]) -> [String]? {
    if type == .person { return person(old) }
    guard let pool = sources.pools[type], !pool.isEmpty else { return nil }
    let isShort = old.count == 1
    let isAbbreviation = isShort && old[0].count <= 6 && old[0] == old[0].uppercased()
    for _ in 0..<20 {
      let candidate = pool[random.below(pool.count)]
      let first = candidate[0]
      if isShort {
        guard candidate.count == 1 else { continue }
        let isSame = (first.count <= 6 && first == first.uppercased()) == isAbbreviation
        if isSame { return candidate }
      } else if candidate.count > 1 {
        return candidate
      }
    }
    return isAbbreviation && type == .organisation ? [abbreviation()] : nil
  }

  private mutating func abbreviation() -> String {
    let letters = Array("ABCDEFGHIJKLMNOPRSTUVW")
    return String((0..<3 + random.below(3)).map { _ in letters[random.below(letters.count)] })
  }

  private mutating func person(_ old: [String]) -> [String]? {
    if random.chance(3), !sources.singles.isEmpty {
      return NameSources.words(sources.singles[random.below(sources.singles.count)])
    }
    let culture = sources.cultures[random.below(sources.cultures.count)]
    guard !culture.given.isEmpty, !culture.family.isEmpty else { return nil }
    let given = culture.given[random.below(culture.given.count)]
    let family = culture.family[random.below(culture.family.count)]
    if old.count == 1 {
      return NameSources.words(random.chance(80) ? family : given)
    }
    var words = [given]
    if old.count > 2 || random.chance(15) {
      if random.chance(40), !culture.particles.isEmpty {
        words.append(culture.particles[random.below(culture.particles.count)])
      } else if random.chance(60) {
        words.append(culture.given[random.below(culture.given.count)])
      } else {
        words.append(culture.family[random.below(culture.family.count)])
      }
    }
    words.append(family)
    return NameSources.words(words.joined(separator: " "))
  }
}
