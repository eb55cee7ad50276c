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
  /// The same for contents that hold words in quotation marks.
  private var quoted: [Construction: Count] = [:]

  /// How many occurrences the general expectation weighs as much as.
  private static let weight = 5.0

  private init() {
    for row in Lexicon.table(.constructions) where row.count == 2 {
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
      } else if row[0] == "“*”" {
        quoted = counts
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
      words[key]?.tendency = (found + 0.5) * (total - expected + 1) / (total - found + 1) / (expected + 0.5)
      let reports =
        total >= 5 && max(share(of: key, in: .that), share(of: key, in: .object)) >= 0.6
      words[key]?.reports = reports
    }
  }

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

  /// `share` for a content that holds words in quotation marks, which speak for a report.
  func raised(_ share: Double, in construction: Construction) -> Double {
    guard let count = quoted[construction], count.occurrences > 0 else { return share }
    let general = self.share(of: construction)
    let marked = min(
      0.97, (count.attributions + Self.weight * general) / (count.occurrences + Self.weight))
    let factor = marked / (1 - marked) * (1 - general) / max(0.001, general)
    let odds = share / max(0.001, 1 - share) * max(1, factor)
    return odds / (1 + odds)
  }

  /// Whether the verb `key` reports more often than not when a clause or an object follows.
  func reports(_ key: String) -> Bool { words[key]?.reports ?? false }
}
