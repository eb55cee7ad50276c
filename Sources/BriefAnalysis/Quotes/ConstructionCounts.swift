import BriefText

/// How often words introduce speech, thought or judgement in which construction.
///
/// A share counted on few occurrences leans on that of the construction and on how the word does in
/// general, as the list of counts gives them.
struct ConstructionCounts: Sendable {
  /// Attributions and occurrences of a word in a construction.
  private struct Count: Sendable {
    let construction: UInt8
    let attributions: Float
    let occurrences: Float
  }

  /// What is known of one word.
  private struct Word: Sendable {
    /// Its counts among ``counts``.
    let counts: Range<Int>
    /// By how much its attributions exceed what its constructions let expect, as a factor of odds.
    var tendency = 1.0
    /// Whether it reports more often than not when a clause or an object follows.
    var reports = false
  }

  /// The embedded counts.
  static let shared = ConstructionCounts()

  private var words: [String: Word] = [:]
  private var counts: [Count] = []
  /// The share of all occurrences that are attributions, by construction.
  private var general: [Double] = Array(repeating: 0.05, count: Construction.allCases.count)
  /// What changes the odds: by the code of the context, and in it by construction.
  private var factors: [Double] = Array(
    repeating: 1, count: ReportContext.limit * Construction.allCases.count)

  /// How many occurrences the general expectation weighs as much as.
  private static let weight = 5.0
  /// How much of what a context tells is believed.
  private static let damping = 0.6

  /// Reads the list. Linear in its size.
  private init() {
    for line in Lexicon.bytes(.constructions).split(separator: 0x0A) where line.first != 0x23 {
      guard let tab = line.firstIndex(of: 0x09) else { continue }
      let key = String(decoding: line[..<tab], as: UTF8.self)
      let pairs = line[line.index(after: tab)...]
      if key == "*" {
        Self.read(pairs) { construction, numbers in
          general[construction] = Double(numbers.0) / Double(max(1, numbers.1))
        }
      } else if key.utf8.contains(UInt8(ascii: ":")) {
        guard let context = ReportContext(key[...]) else { continue }
        let first = context.code * Construction.allCases.count
        Self.read(pairs) { construction, numbers in
          factors[first + construction] = Self.factor(
            found: numbers.0, expected: numbers.1, all: numbers.2)
        }
      } else {
        let first = counts.count
        Self.read(pairs) { construction, numbers in
          counts.append(
            Count(
              construction: UInt8(construction), attributions: Float(numbers.0),
              occurrences: Float(numbers.1)))
        }
        words[key] = word(first..<counts.count)
      }
    }
  }

  /// What the counts in `range` say of their word.
  private func word(_ range: Range<Int>) -> Word {
    var found = 0.0
    var expected = 0.0
    var total = 0.0
    for count in counts[range] {
      found += Double(count.attributions)
      expected += Double(count.occurrences) * general[Int(count.construction)]
      total += Double(count.occurrences)
    }
    var word = Word(counts: range)
    word.tendency =
      (found + 0.5) * (total - expected + 1) / (total - found + 1) / (expected + 0.5)
    word.reports =
      total >= 5 && max(share(of: word, in: .that), share(of: word, in: .object)) >= 0.6
    return word
  }

  /// Calls `body` with the number of each construction and the two or three numbers behind it.
  private static func read(
    _ pairs: ArraySlice<UInt8>, _ body: (Int, (Int, Int, Int)) -> Void
  ) {
    for pair in pairs.split(separator: 0x20) {
      guard let colon = pair.firstIndex(of: UInt8(ascii: ":")),
        let construction = numbers[Array(pair[..<colon])]
      else { continue }
      var values = [0, 0, 0]
      var place = 0
      for byte in pair[pair.index(after: colon)...] {
        if byte == UInt8(ascii: "/") {
          place = min(2, place + 1)
        } else if (0x30...0x39).contains(byte) {
          values[place] = min(1_000_000, values[place] * 10 + Int(byte - 0x30))
        }
      }
      body(construction, (values[0], values[1], values[2]))
    }
  }

  /// The number of each construction by the bytes of its name.
  private static let numbers: [[UInt8]: Int] = Dictionary(
    uniqueKeysWithValues: Construction.allCases.enumerated().map {
      (Array($0.element.rawValue.utf8), $0.offset)
    })

  /// How much attributions in a context exceed those expected, as a damped factor of odds.
  private static func factor(found: Int, expected: Int, all: Int) -> Double {
    let prior = 5.0
    let excess =
      (Double(found) + prior) / (Double(max(0, all - found)) + prior)
      * (Double(max(0, all - expected)) + prior) / (Double(expected) + prior)
    return Exponential.power(excess, damping)
  }

  private func share(of word: Word, in construction: Construction) -> Double {
    let general = general[construction.number]
    let odds = general / max(0.001, 1 - general) * word.tendency
    let expected = min(0.97, odds / (1 + odds))
    let count = counts[word.counts].first { Int($0.construction) == construction.number }
    return (Double(count?.attributions ?? 0) + Self.weight * expected)
      / (Double(count?.occurrences ?? 0) + Self.weight)
  }

  /// The share of the occurrences of `key`, a word with its preposition where the construction has
  /// one, that are attributions.
  func share(of key: String, in construction: Construction) -> Double {
    guard let word = word(key) else {
      // A word that was never seen in three occurrences is seldom a cue.
      return general[construction.number] * 0.6
    }
    return share(of: word, in: construction)
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
      odds *= factors[context.code * Construction.allCases.count + construction.number]
    }
    return odds / (1 + odds)
  }

  /// Whether the verb `key` reports more often than not when a clause or an object follows.
  func reports(_ key: String) -> Bool { word(key)?.reports ?? false }

  /// What is known of `key`, in the spelling that was counted more often: the articles behind the
  /// counts write "criticize" and "favor", others "criticise" and "favour".
  private func word(_ key: String) -> Word? {
    let own = words[key]
    guard let other = Self.american(key).flatMap({ words[$0] }) else { return own }
    guard let own else { return other }
    return total(other) > total(own) ? other : own
  }

  private func total(_ word: Word) -> Float {
    counts[word.counts].reduce(0) { $0 + $1.occurrences }
  }

  /// The American spelling of a British one, or `nil`.
  private static func american(_ key: String) -> String? {
    let bytes = Array(key.utf8)
    let end = bytes.firstIndex(of: 0x20) ?? bytes.count
    guard end > 4 else { return nil }
    let rest = bytes[end...]
    if bytes[..<end].suffix(3).elementsEqual("ise".utf8) {
      return String(decoding: bytes[..<(end - 2)] + Array("ze".utf8) + rest, as: UTF8.self)
    }
    if bytes[..<end].suffix(3).elementsEqual("our".utf8) {
      return String(decoding: bytes[..<(end - 2)] + Array("r".utf8) + rest, as: UTF8.self)
    }
    return nil
  }
}
