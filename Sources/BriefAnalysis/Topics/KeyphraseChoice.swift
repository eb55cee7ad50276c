import BriefText

/// Chooses among ranked phrases so that no two say the same and none is vague.
struct KeyphraseChoice {
  /// How phrases are chosen.
  struct Manner {
    /// The largest number of phrases.
    let limit: Int
    /// How many single words there may be beyond the number of phrases of two words or more.
    let singlesAhead: Int
    /// Whether phrases may share half of their words.
    let mayShareHalf: Bool
    /// Whether words that stand in many sections weigh less.
    let isSpecific: Bool

    /// For the keyphrases of a whole briefing.
    static let briefing = Manner(
      limit: 30, singlesAhead: 1, mayShareHalf: false, isSpecific: false)
    /// For a section, which has fewer phrases and should be told from the others.
    static let section = Manner(limit: 14, singlesAhead: 1, mayShareHalf: true, isSpecific: true)
    /// For topics, which gather phrases that share words.
    static let pool = Manner(limit: 36, singlesAhead: 1, mayShareHalf: true, isSpecific: false)
    /// For the topics of a section.
    static let sectionPool = Manner(
      limit: 16, singlesAhead: 1, mayShareHalf: true, isSpecific: true)
  }

  /// A word in more passages of the background than this says something only if it is used again.
  private static let commonPassages = 4_000

  private let ranker: KeyphraseRanker
  private let reader: PhraseReader
  private let manner: Manner
  private let ranked: [KeyphraseRanker.Ranked]
  private var chosen: [Int] = []
  private var sets: [Set<Int>] = []
  /// For each word the chosen phrases that hold it.
  private var holders: [Int: [Int]] = [:]
  private var singles = 0
  /// The positions in ``chosen`` that were taken back.
  private var dropped: Set<Int> = []

  /// Chooses the best phrases, best first.
  ///
  /// A single word comes only after as many phrases of two words or more, since a phrase tells more;
  /// of two phrases that share most of their words the better one stays. Linear in the number
  /// of phrases. `ranked` are all phrases of `ranker`, best first.
  static func best(
    _ ranked: [KeyphraseRanker.Ranked], of ranker: KeyphraseRanker, _ reader: PhraseReader,
    _ manner: Manner
  ) -> [Keyphrase] {
    var choice = KeyphraseChoice(ranked, ranker, reader, manner)
    choice.choose()
    return choice.keyphrases()
  }

  private init(
    _ ranked: [KeyphraseRanker.Ranked], _ ranker: KeyphraseRanker, _ reader: PhraseReader,
    _ manner: Manner
  ) {
    self.ranker = ranker
    self.reader = reader
    self.manner = manner
    self.ranked = ranked
  }

  private mutating func choose() {
    var waiting: [Int] = []
    var next = 0
    for (index, phrase) in ranked.enumerated() {
      if chosen.count - dropped.count >= manner.limit { break }
      if phrase.words.count == 1 {
        guard saysSomething(phrase), !isTold(phrase) else { continue }
        if singles < chosen.count - dropped.count - singles + manner.singlesAhead {
          take(index)
        } else {
          waiting.append(index)
        }
        continue
      }
      guard phrase.candidate.entity != nil || !phrase.words.allSatisfy(isVague),
        !isTold(phrase)
      else { continue }
      take(index)
      while next < waiting.count, chosen.count - dropped.count < manner.limit {
        let index = waiting[next]
        next += 1
        if isTold(ranked[index]) { continue }
        take(index)
        break
      }
    }
    // A text of few phrases is better told by words than by nothing.
    while chosen.count < 3, next < waiting.count {
      if !isTold(ranked[waiting[next]]) { take(waiting[next]) }
      next += 1
    }
  }

  /// Takes a phrase: in the place of a single word that it tells, or behind the others.
  private mutating func take(_ index: Int) {
    let words = Set(ranked[index].words)
    var own: Int?
    if words.count > 1 {
      for place in placesOfWords(told: words, by: ranked[index]) {
        singles -= 1
        if let own, own <= place {
          dropped.insert(place)
        } else {
          if let own { dropped.insert(own) }
          own = place
        }
      }
    } else {
      singles += 1
    }
    if let own {
      chosen[own] = index
      sets[own] = words
    } else {
      chosen.append(index)
      sets.append(words)
    }
    for word in words { holders[word, default: []].append(own ?? sets.count - 1) }
  }

  /// The places of chosen single words that are used mostly, or only, in `phrase`, which says more.
  private func placesOfWords(told words: Set<Int>, by phrase: KeyphraseRanker.Ranked) -> [Int] {
    var places: Set<Int> = []
    for word in words {
      for place in holders[word] ?? [] where sets[place].count == 1 && !dropped.contains(place) {
        let single = ranked[chosen[place]].candidate
        if single.entity == nil, !isMore(single, than: phrase.candidate) { places.insert(place) }
      }
    }
    return places.sorted()
  }

  /// Whether a single word is used so much more than a phrase that the phrase does not tell it.
  private func isMore(
    _ single: KeyphraseRanker.Candidate, than phrase: KeyphraseRanker.Candidate
  ) -> Bool {
    manner.mayShareHalf ? single.count >= 2 * phrase.count : single.count > phrase.count
  }

  private func isVague(_ word: Int) -> Bool { reader.words[word].isVague }

  /// Whether a single word is one that a reader would choose.
  private func saysSomething(_ phrase: KeyphraseRanker.Ranked) -> Bool {
    if phrase.candidate.entity != nil { return true }
    // `terrorist` before `groups`, `attacks` and `sanctuaries`.
    if phrase.candidate.ending * 2 < phrase.candidate.count { return false }
    let word = reader.words[phrase.words[0]]
    if word.isVague || word.isRole && phrase.candidate.count == 1 { return false }
    return phrase.candidate.count > 1 || word.passages < Self.commonPassages
  }

  /// Whether what is chosen says `phrase` already.
  private func isTold(_ phrase: KeyphraseRanker.Ranked) -> Bool {
    let words = Set(phrase.words)
    var seen: Set<Int> = []
    for word in words {
      for place in holders[word] ?? []
      where !dropped.contains(place) && seen.insert(place).inserted {
        let other = ranked[chosen[place]]
        let shared = sets[place].intersection(words).count
        if words.count == 1 || sets[place].count == 1 {
          if words == sets[place] { return true }
          if manner.mayShareHalf, words.count > 1 { continue }
          // A word that is used mostly in the phrase is told by it, and a phrase by its word.
          let isName = (words.count == 1 ? phrase : other).candidate.entity != nil
          let isOften = phrase.candidate.count >= 2 * other.candidate.count
          if !isName, words.count > 1, isMore(other.candidate, than: phrase.candidate) {
            return true
          }
          if !isName, words.count == 1, !isOften { return true }
          if isName, words.count == 1, other.candidate.entity != nil { return true }
          continue
        }
        let shorter = min(words.count, sets[place].count)
        if manner.mayShareHalf ? 2 * shared > shorter : 2 * shared >= shorter { return true }
      }
    }
    return false
  }

  /// The keyphrases with scores that do not rise: one that was put before a heavier word, because it
  /// tells more, has at least the score of that word.
  private func keyphrases() -> [Keyphrase] {
    let kept = chosen.indices.filter { !dropped.contains($0) }.map { chosen[$0] }
    var scores = kept.map { ranked[$0].score }
    for index in scores.indices.dropLast().reversed() {
      scores[index] = max(scores[index], scores[index + 1])
    }
    let scale = max(scores.first ?? 1, 1e-9)
    var keyphrases: [Keyphrase] = []
    var seen: Set<String> = []
    for (index, score) in zip(kept, scores) {
      let keyphrase = ranker.keyphrase(ranked[index], score: score / scale)
      if seen.insert(keyphrase.text.lowercased()).inserted { keyphrases.append(keyphrase) }
    }
    return keyphrases
  }
}
