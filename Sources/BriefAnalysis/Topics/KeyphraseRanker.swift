import BriefSource
import BriefText

/// Ranks phrases by how often and how early their words stand in a text and how rare they are
/// elsewhere.
///
/// A word weighs the more, the oftener it is used and the fewer passages of the background it stands
/// in (the root of its inverse document frequency, after Spärck Jones, 1972); a phrase weighs what
/// its words weigh, scaled by their number and by how often the phrase itself is used, more where it
/// stands in a heading or in several sections, and less where it is only part of a longer one (as
/// SGRank does: Danesh, Sumner and Martin, 2015).
struct KeyphraseRanker {
  struct Candidate {
    var count = 0
    /// How often it is a whole run, and no part of a longer one.
    var whole = 0
    /// How often it ends a run, and does not only tell more of the noun behind it.
    var ending = 0
    var isInHeading = false
    var sections = 0
    var section = -1
    /// The words of its forms, in order of first occurrence, with how often each form is used; but
    /// for names, which may be abbreviated, all forms have the same.
    var forms: [(words: [Int], count: Int)] = []
    var places: [Range<Int>] = []
    let entity: EntityID?
    let isPerson: Bool
    /// How many words stand before it.
    let position: Int

    /// The words of the commonest form.
    var words: [Int] {
      var best = forms.first
      for form in forms where form.count > best?.count ?? 0 { best = form }
      return best?.words ?? []
    }
  }

  struct Ranked {
    let score: Double
    let words: [Int]
    let candidate: Candidate
  }

  /// The units of a phrase; those that are missing are 0 and counted.
  private struct Key: Hashable {
    var units: (Int, Int, Int) = (0, 0, 0)
    var count = 0

    mutating func append(_ unit: Int) {
      switch count {
      case 0: units.0 = unit
      case 1: units.1 = unit
      default: units.2 = unit
      }
      count += 1
    }

    static func == (left: Key, right: Key) -> Bool {
      left.units == right.units && left.count == right.count
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(units.0)
      hasher.combine(units.1)
      hasher.combine(units.2)
    }
  }

  /// The largest number of words that are joined to one phrase; names may be longer.
  private static let longest = 3

  private let text: CasedText
  private let reader: PhraseReader
  private let entities: Entities
  private var candidates: [Candidate] = []
  private var numbers: [Key: Int] = [:]
  private var counts: [Int: Int] = [:]
  private var firsts: [Int: Int] = [:]
  private var position = 0

  /// Takes the phrases of `runs`.
  init(
    _ reader: PhraseReader, entities: Entities, runs: some Sequence<PhraseReader.Run>
  ) {
    self.reader = reader
    self.entities = entities
    text = reader.text
    for run in runs { add(run) }
  }

  private mutating func add(_ run: PhraseReader.Run) {
    let units = run.units
    let begin = position
    for unit in units {
      for word in unit.words {
        counts[word, default: 0] += 1
        if firsts[word] == nil { firsts[word] = position }
        position += 1
      }
    }
    for start in units.indices where !units[start].isJoined {
      var words: [Int] = []
      var key = Key()
      for end in start..<min(units.count, start + Self.longest) {
        words += units[end].words
        if end > start, words.count > Self.longest { break }
        key.append(units[end].key)
        guard units[end].isNoun, end > start || units[end].standsAlone,
          !cuts(units, start, end)
        else { continue }
        let number: Int
        if let known = numbers[key] {
          number = known
        } else {
          number = candidates.count
          numbers[key] = number
          candidates.append(
            Candidate(
              entity: start == end ? units[end].entity : nil,
              isPerson: start == end && units[end].isPerson, position: begin))
        }
        candidates[number].note(
          words, at: units[start].tokens.lowerBound..<units[end].tokens.upperBound, in: run,
          begins: start == 0, ends: end == units.count - 1)
      }
    }
  }

  /// Whether a phrase from `start` to `end` parts what a hyphen joins, or is no more than a name with
  /// what a hyphen joins to it: `India-U.S.` before `partnership`.
  private func cuts(_ units: [PhraseReader.Unit], _ start: Int, _ end: Int) -> Bool {
    if end + 1 < units.count, units[end + 1].isJoined { return true }
    return end == start + 1 && units[end].isJoined && (units[start].isName || units[end].isName)
  }

  /// All phrases with what they weigh, best first; equal scores in order of first occurrence.
  ///
  /// Takes n log n time in the number of phrases.
  func ranked(isSpecific: Bool) -> [Ranked] {
    let weights = wordWeights(isSpecific: isSpecific)
    var ranked: [Ranked] = []
    ranked.reserveCapacity(candidates.count)
    for candidate in candidates {
      let words = candidate.words
      ranked.append(
        Ranked(
          score: score(candidate, words, weights, isSpecific: isSpecific), words: words,
          candidate: candidate))
    }
    ranked.sort {
      if $0.score != $1.score { return $0.score > $1.score }
      let left = $0.candidate.places[0]
      let right = $1.candidate.places[0]
      return (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
    }
    return ranked
  }

  private func wordWeights(isSpecific: Bool) -> [Int: Double] {
    var weights: [Int: Double] = [:]
    weights.reserveCapacity(counts.count)
    for (number, count) in counts {
      let word = reader.words[number]
      let rarity =
        Logarithm.natural(
          Double(FrequencyTable.passages + 1) / Double(word.passages + 1)
        ).squareRoot()
      var weight = Self.use(count) * rarity
      if word.isName {
        weight *= 1.1
      } else if word.isVague {
        weight *= 0.5
      } else if word.adjectives * 2 > word.uses {
        weight *= 0.8
      }
      // The root of how early it comes, on a scale of 30 words.
      weight *= (30 / Double(30 + (firsts[number] ?? 0))).squareRoot()
      if isSpecific { weight /= 1 + Logarithm.natural(Double(word.sections)) }
      weights[number] = weight
    }
    return weights
  }

  /// Whether the last of `words` is what somebody is.
  private func isRole(_ words: [Int]) -> Bool {
    words.last.map { reader.words[$0].isRole } ?? false
  }

  /// What using a word or phrase `count` times weighs against using it once.
  private static func use(_ count: Int) -> Double {
    let use = 1 + Logarithm.natural(Double(count))
    return use * use.squareRoot()
  }

  private func score(
    _ candidate: Candidate, _ words: [Int], _ weights: [Int: Double], isSpecific: Bool
  ) -> Double {
    var score = 0.0
    for word in words { score += weights[word] ?? 0 }
    if candidate.isInHeading { score *= 1.15 }
    // A role without its holder: `prime minister`.
    if candidate.entity == nil, words.count > 1, isRole(words) { score *= 0.5 }
    if !isSpecific { score *= 1 + 0.1 * Double(min(candidate.sections, 5) - 1) }
    if candidate.isPerson, isSpecific { score *= 0.5 }
    guard words.count > 1 else { return score * 1.3 }
    let count = Double(words.count)
    score *= Self.use(candidate.count) / (count * count.squareRoot().squareRoot())
    return candidate.whole > 0 || candidate.entity != nil ? score : score * 0.2
  }

  // MARK: Making keyphrases

  /// The keyphrase that a ranked candidate is.
  func keyphrase(_ ranked: Ranked, score: Double) -> Keyphrase {
    let candidate = ranked.candidate
    let passages = ranked.words.map { reader.words[$0].passages }.min() ?? 0
    return Keyphrase(
      text: spelling(of: candidate), score: (score * 1000).rounded() / 1000,
      places: candidate.places.map { text.tokens.range($0) }, entity: candidate.entity,
      measure: Keyphrase.Measure(
        count: candidate.count, position: candidate.position, passages: passages,
        sections: candidate.sections, isInHeading: candidate.isInHeading),
      words: ranked.words, tokens: candidate.places, isPerson: candidate.isPerson,
      isRole: candidate.entity == nil && isRole(ranked.words))
  }

  /// The full name of a person, and of what is called by its abbreviation; else the commonest form,
  /// of equally common ones the longest, then the first.
  private func spelling(of candidate: Candidate) -> String {
    let commonest = commonestForm(of: candidate)
    guard let entity = candidate.entity.map({ entities[$0] }) else { return commonest }
    let isShort =
      !commonest.utf8.contains(0x20) && commonest.utf8.count < 7
      && WordFacts(commonest).shape == .capitals
      && entity.name.utf8.count(where: { $0 == 0x20 }) < 4
    return candidate.isPerson || isShort ? entity.name : commonest
  }

  private func commonestForm(of candidate: Candidate) -> String {
    var forms: [String: (count: Int, length: Int, first: Int)] = [:]
    for (index, place) in candidate.places.enumerated() {
      let form = form(place)
      forms[form] = (
        (forms[form]?.count ?? 0) + 1, form.utf8.count, forms[form]?.first ?? index
      )
    }
    return forms.min {
      ($1.value.count, $1.value.length, $0.value.first)
        < ($0.value.count, $0.value.length, $1.value.first)
    }?.key ?? ""
  }

  /// The words at `place` in the spelling of running text.
  private func form(_ place: Range<Int>) -> String {
    var form = ""
    for token in place {
      if token > place.lowerBound, text.tokens.hasSpaceBefore(token) { form += " " }
      let facts = text.facts(token)
      let isOrdinary = text.isInitial[token] || text.casing[token] != .ordinary
      let isShouted = text.casing[token] == .capitals && facts.folded.utf8.count > 4
      form +=
        isOrdinary && facts.beginsCapital && facts.isOrdinary && text.uses(token).capital == 0
          && (facts.shape != .capitals || isShouted) ? text.lower(token) : text.form(token)
    }
    return form
  }
}

extension KeyphraseRanker.Candidate {
  /// Notes that it stands at `place`.
  fileprivate mutating func note(
    _ words: [Int], at place: Range<Int>, in run: PhraseReader.Run, begins: Bool, ends: Bool
  ) {
    count += 1
    if let form = forms.firstIndex(where: { $0.words == words }) {
      forms[form].count += 1
    } else if forms.count < 8 {
      forms.append((words, 1))
    }
    if begins, ends { whole += 1 }
    if ends { ending += 1 }
    if run.isHeading { isInHeading = true }
    if section != run.section {
      section = run.section
      sections += 1
    }
    places.append(place)
  }
}
