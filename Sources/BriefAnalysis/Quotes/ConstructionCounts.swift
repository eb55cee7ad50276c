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

  /// The position of each word in ``wordList``.
  private var words = FormTable(capacity: 3000, length: 9)
  private var wordList: [Word] = []
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
    let constructions = Self.names
    let contexts = ReportContext.codes
    var rows = LexiconReader(.constructions)
    wordList.reserveCapacity(3000)
    counts.reserveCapacity(10_000)
    while rows.advance() {
      guard rows.count > 1 else { continue }
      let key = rows[0]
      if rows.holds(0, "*") {
        Self.read(rows, constructions) { construction, numbers in
          general[construction] = Double(numbers.0) / Double(max(1, numbers.1))
        }
      } else if key.contains(UInt8(ascii: ":")) {
        guard let context = contexts[key] else { continue }
        let first = Int(context) * Construction.allCases.count
        Self.read(rows, constructions) { construction, numbers in
          factors[first + construction] = Self.factor(
            found: numbers.0, expected: numbers.1, all: numbers.2)
        }
      } else {
        let first = counts.count
        Self.read(rows, constructions) { construction, numbers in
          counts.append(
            Count(
              construction: UInt8(construction), attributions: Float(numbers.0),
              occurrences: Float(numbers.1)))
        }
        words.update(key) { _ in UInt32(wordList.count) }
        wordList.append(word(first..<counts.count))
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
    _ rows: LexiconReader, _ constructions: FormTable, _ body: (Int, (Int, Int, Int)) -> Void
  ) {
    rows.forEachPart(of: 1, separator: " ") { pair in
      let pair = rows.bytes(pair)
      guard let colon = pair.firstIndex(of: UInt8(ascii: ":")),
        let construction = constructions[UnsafeBufferPointer(rebasing: pair[..<colon])]
      else { return }
      var values = (0, 0, 0)
      var value = 0
      var place = 0
      for index in colon + 1..<pair.count {
        let byte = pair[index]
        if (0x30...0x39).contains(byte) { value = min(1_000_000, value * 10 + Int(byte - 0x30)) }
        if byte == UInt8(ascii: "/") || index + 1 == pair.count {
          switch place {
          case 0: values.0 = value
          case 1: values.1 = value
          default: values.2 = value
          }
          (place, value) = (place + 1, 0)
        }
      }
      body(Int(construction), values)
    }
  }

  /// The number of each construction by its name.
  private static var names: FormTable {
    var names = FormTable()
    for (number, construction) in Construction.allCases.enumerated() {
      names.update(construction.rawValue) { _ in UInt32(number) }
    }
    return names
  }

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
    let own = words[key].map { wordList[Int($0)] }
    guard let other = Self.american(key).flatMap({ words[$0] }).map({ wordList[Int($0)] }) else {
      return own
    }
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
