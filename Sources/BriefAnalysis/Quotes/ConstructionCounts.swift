import BriefText

/// How often words introduce speech, thought or judgement in which construction.
///
/// A share counted on few occurrences leans on that of the construction and on how the word does in
/// general, as the list of counts gives them.
struct ConstructionCounts: Sendable {
  /// Attributions and occurrences.
  struct Count: Sendable {
    var attributions = 0.0
    var occurrences = 0.0
  }

  /// What is known of one word.
  struct Word: Sendable {
    fileprivate var counts: [Construction: Count] = [:]
    /// By how much its attributions exceed what its constructions let expect, as a factor of odds.
    fileprivate var tendency = 1.0
    fileprivate var reports = false
  }

  /// The embedded counts.
  static let shared = ConstructionCounts()

  private var words: [String: Word] = [:]
  private var all: [Construction: Count] = [:]
  /// What changes the odds of a construction, by the code of the context.
  private var factors: [[Construction: Double]?] = Array(
    repeating: nil, count: ReportContext.limit)

  /// How many occurrences the general expectation weighs as much as.
  private static let weight = 5.0

  private init() {
    let rows = Lexicon.table(.constructions)
    for row in rows where row.count == 2 {
      var counts: [Construction: Count] = [:]
      for pair in row[1].split(separator: " ") {
        let halves = pair.split(whereSeparator: { $0 == ":" || $0 == "/" })
        guard halves.count == 3, let construction = Construction(rawValue: String(halves[0])),
          let attributions = Int(halves[1]), let occurrences = Int(halves[2])
        else { continue }
        counts[construction] = Count(
          attributions: Double(attributions), occurrences: Double(occurrences))
      }
      if row[0] == "*" {
        all = counts
      } else if row[0].contains(":") {
        continue
      } else {
        words[row[0]] = Word(counts: counts)
      }
    }
    for key in words.keys {
      guard let word = words[key] else { continue }
      var found = 0.0
      var expected = 0.0
      var total = 0.0
      for construction in Construction.allCases {
        guard let count = word.counts[construction] else { continue }
        found += count.attributions
        expected += count.occurrences * share(of: construction)
        total += count.occurrences
      }
      words[key]?.tendency =
        (found + 0.5) * (total - expected + 1) / (total - found + 1) / (expected + 0.5)
      let reports =
        total >= 5 && max(share(of: key, in: .that), share(of: key, in: .object)) >= 0.6
      words[key]?.reports = reports
    }
    for row in rows where row.count == 2 {
      guard let context = ReportContext(row[0][...]) else { continue }
      factors[context.code] = Self.factors(row[1])
    }
  }

  /// The factors in a row of attributions, expected attributions and occurrences.
  private static func factors(_ row: String) -> [Construction: Double] {
    var factors: [Construction: Double] = [:]
    for pair in row.split(separator: " ") {
      let parts = pair.split(whereSeparator: { $0 == ":" || $0 == "/" })
      guard parts.count == 4, let construction = Construction(rawValue: String(parts[0])),
        let found = Int(parts[1]), let expected = Int(parts[2]), let all = Int(parts[3])
      else { continue }
      let prior = 5.0
      let excess =
        (Double(found) + prior) / (Double(all - found) + prior)
        * (Double(all - expected) + prior) / (Double(expected) + prior)
      factors[construction] = Exponential.power(excess, damping)
    }
    return factors
  }

  /// How much of what a context tells is believed.
  private static let damping = 0.6

  /// The share of all occurrences of the construction that are attributions.
  func share(of construction: Construction) -> Double {
    guard let count = all[construction] else { return 0.05 }
    return count.attributions / max(1, count.occurrences)
  }

  /// The share of the occurrences of `key` in the construction that are attributions.
  ///
  /// `key` may have a preposition, whose word alone is then asked where it is not known itself.
  func share(of key: String, in construction: Construction) -> Double {
    let general = share(of: construction)
    guard let word = words[key] else {
      // A word that was never seen in three occurrences is seldom a cue.
      return general * 0.6
    }
    let odds = general / max(0.001, 1 - general) * word.tendency
    let expected = min(0.97, odds / (1 + odds))
    let count = word.counts[construction] ?? Count()
    return (count.attributions + Self.weight * expected) / (count.occurrences + Self.weight)
  }

  /// `share` changed by what stands around the construction.
  ///
  /// Each thing around it changes the odds by as much as the attributions counted with it exceed
  /// those that their words alone let expect, damped, since such things go together.
  func changed(
    _ share: Double, by contexts: [ReportContext], in construction: Construction
  ) -> Double {
    var odds = share / max(0.001, 1 - share)
    for context in contexts {
      odds *= factors[context.code]?[construction] ?? 1
    }
    return odds / (1 + odds)
  }

  /// Whether the verb `key` reports more often than not when a clause or an object follows.
  func reports(_ key: String) -> Bool { words[key]?.reports ?? false }
}
