import BriefSource
import BriefText

/// Ranks phrases by how often and how early their words stand in a text and how rare they are
/// elsewhere.
///
/// A word weighs the more, the oftener it is used and the fewer passages of the background it stands
/// in (the root of its inverse document frequency, after Spärck Jones, 1972); a phrase weighs what
/// its words weigh, scaled by their number and by how often the phrase itself is used, and less
/// where it is only part of a longer one (as SGRank does: Danesh, Sumner and Martin, 2015).
struct PhraseRanker {
  private struct Candidate {
    var count = 0
    var whole = 0
    /// The words of its forms, in order of first occurrence, with how often each form is used; but
    /// for names, which may be abbreviated, all forms have the same.
    var forms: [(words: [Int], count: Int)] = []
    var places: [Range<Int>] = []
    let isName: Bool
    let isPerson: Bool

    /// The words of the commonest form.
    var words: [Int] {
      var best = forms.first
      for form in forms where form.count > best?.count ?? 0 { best = form }
      return best?.words ?? []
    }
  }

  /// How terms are chosen.
  struct Manner {
    /// The largest number of terms.
    let limit: Int
    /// How many single words there may be beyond the number of phrases of two words or more.
    let singlesAhead: Int
    /// Whether phrases may share half of their words.
    let mayShareHalf: Bool
    /// Whether words that stand in many sections weigh less.
    let isSpecific: Bool

    /// For a whole briefing.
    static let briefing = Manner(
      limit: 20, singlesAhead: 0, mayShareHalf: false, isSpecific: false)
    /// For a section, which has fewer phrases and should be told from the others.
    static let section = Manner(limit: 10, singlesAhead: 2, mayShareHalf: true, isSpecific: true)
  }

  private let text: CasedText
  private let reader: PhraseReader
  private var candidates: [Candidate] = []
  private var numbers: [String: Int] = [:]
  private var counts: [Int: Int] = [:]
  private var firsts: [Int: Int] = [:]
  private var position = 0

  /// Takes the phrases of `section`, or of all sections when it is `nil`.
  init(_ reader: PhraseReader, text: CasedText, runs: some Sequence<[PhraseReader.Unit]>) {
    self.reader = reader
    self.text = text
    for units in runs { add(units) }
  }

  private mutating func add(_ units: [PhraseReader.Unit]) {
    for unit in units {
      for word in unit.words {
        counts[word, default: 0] += 1
        if firsts[word] == nil { firsts[word] = position }
        position += 1
      }
    }
    for start in units.indices {
      var words: [Int] = []
      var key = ""
      for end in start..<min(units.count, start + 3) {
        words += units[end].words
        if end > start, words.count > 3 { break }
        key += (end > start ? " " : "") + units[end].key
        guard units[end].isNoun, end > start || units[end].standsAlone else { continue }
        let isWhole = start == 0 && end == units.count - 1
        let isName = start == end && units[end].isName
        let number: Int
        if let known = numbers[key] {
          number = known
        } else {
          number = candidates.count
          numbers[key] = number
          candidates.append(Candidate(isName: isName, isPerson: isName && units[end].isPerson))
        }
        candidates[number].count += 1
        if let form = candidates[number].forms.firstIndex(where: { $0.words == words }) {
          candidates[number].forms[form].count += 1
        } else if candidates[number].forms.count < 8 {
          candidates[number].forms.append((words, 1))
        }
        if isWhole { candidates[number].whole += 1 }
        candidates[number].places.append(
          units[start].tokens.lowerBound..<units[end].tokens.upperBound)
      }
    }
  }

  /// The best terms, best first.
  ///
  /// A single word comes only after as many phrases of two words or more, since a phrase tells more;
  /// of two phrases that share most of their words the better one stays. Takes n log n time in the
  /// number of phrases.
  func best(_ manner: Manner) -> [TopicTerm] {
    let weights = wordWeights(manner)
    var ranked: [Ranked] = []
    ranked.reserveCapacity(candidates.count)
    for candidate in candidates {
      let words = candidate.words
      ranked.append(
        Ranked(
          score: score(candidate, words, weights, manner), words: words, candidate: candidate))
    }
    ranked.sort {
      if $0.score != $1.score { return $0.score > $1.score }
      let left = $0.candidate.places[0]
      let right = $1.candidate.places[0]
      return (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
    }
    return choose(ranked, manner)
  }

  private struct Ranked {
    let score: Double
    let words: [Int]
    let candidate: Candidate
  }

  private func wordWeights(_ manner: Manner) -> [Int: Double] {
    var weights: [Int: Double] = [:]
    for (number, count) in counts {
      let word = reader.words[number]
      let rarity =
        Logarithm.natural(
          Double(FrequencyTable.passages + 1) / Double(word.passages + 1)
        ).squareRoot()
      let use = 1 + Logarithm.natural(Double(count))
      var weight = use * use.squareRoot() * rarity
      if word.isName { weight *= 1.2 }
      if word.isAdjective { weight *= 0.5 }
      // The fourth root of how early it comes, on a scale of 30 words.
      let early = 30 / Double(30 + (firsts[number] ?? 0))
      weight *= early.squareRoot().squareRoot()
      if manner.isSpecific { weight /= 1 + Logarithm.natural(Double(word.sections)) }
      weights[number] = weight
    }
    return weights
  }

  private func score(
    _ candidate: Candidate, _ words: [Int], _ weights: [Int: Double], _ manner: Manner
  ) -> Double {
    var score = 0.0
    for word in words { score += weights[word] ?? 0 }
    if candidate.isPerson, manner.isSpecific { score *= 0.5 }
    guard words.count > 1 else { return score }
    let count = Double(words.count)
    let use = 1 + Logarithm.natural(Double(candidate.count))
    score *= use * use.squareRoot() / (count * count.squareRoot().squareRoot())
    return candidate.whole > 0 || candidate.isName ? score : score * 0.2
  }

  private func choose(_ ranked: [Ranked], _ manner: Manner) -> [TopicTerm] {
    var terms: [TopicTerm] = []
    var chosen: [Set<Int>] = []
    var waiting: [Int] = []
    var singles = 0
    var best = 1.0
    var last = Double.infinity
    func take(_ index: Int) {
      last = min(last, ranked[index].score)
      if terms.isEmpty { best = max(last, 1e-9) }
      terms.append(
        term(ranked[index].candidate, score: (last / best * 1000).rounded() / 1000))
      if ranked[index].words.count == 1 {
        singles += 1
      } else {
        chosen.append(Set(ranked[index].words))
      }
    }
    for (index, phrase) in ranked.enumerated() {
      if terms.count >= manner.limit { break }
      if phrase.words.count == 1 {
        if singles < terms.count - singles + manner.singlesAhead {
          take(index)
        } else {
          waiting.append(index)
        }
        continue
      }
      let set = Set(phrase.words)
      let isTold = chosen.contains { other in
        let shared = 2 * other.intersection(set).count
        let shorter = min(set.count, other.count)
        return manner.mayShareHalf ? shared > shorter : shared >= shorter
      }
      if isTold { continue }
      take(index)
      if let next = waiting.first, terms.count < manner.limit {
        waiting.removeFirst()
        take(next)
      }
    }
    // A text of few phrases is better told by words than by nothing.
    if terms.count < 3 {
      for index in waiting.prefix(min(manner.limit, 3) - terms.count) { take(index) }
    }
    return terms
  }

  private func term(_ candidate: Candidate, score: Double) -> TopicTerm {
    var forms: [String: (count: Int, first: Int)] = [:]
    for (index, place) in candidate.places.enumerated() {
      let form = form(place)
      forms[form] = ((forms[form]?.count ?? 0) + 1, forms[form]?.first ?? index)
    }
    let commonest = forms.min {
      ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first)
    }
    return TopicTerm(
      text: commonest?.key ?? "", score: score,
      places: candidate.places.map { text.tokens.range($0) }.sorted())
  }

  /// The words at `place` in the spelling of running text.
  private func form(_ place: Range<Int>) -> String {
    var form = ""
    for token in place {
      if token > place.lowerBound, text.tokens.hasSpaceBefore(token) { form += " " }
      let facts = text.facts(token)
      let isOrdinary = text.isInitial[token] || text.casing[token] != .ordinary
      form +=
        isOrdinary && facts.beginsCapital && facts.isOrdinary && text.uses(token).capital == 0
          && facts.shape != .capitals ? text.lower(token) : text.form(token)
    }
    return form
  }
}
