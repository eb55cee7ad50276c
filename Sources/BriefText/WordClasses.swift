/// The classes of short words, found by their bytes without making a string.
///
/// Words of more than eight bytes have no class here. An entry written with a capital holds only
/// for words that begin with one.
struct WordClasses: Sendable {
  private struct Entry {
    var key: UInt64
    var any: WordClass
    var capitalised: WordClass
  }

  /// The classes of the embedded list.
  static let embedded = WordClasses()

  /// Open addressing; the key `0` is an empty place.
  private var entries: [Entry] = Array(
    repeating: Entry(key: 0, any: [], capitalised: []), count: 2048)
  private var count = 0

  /// Reads the rows, each a word and its class.
  private init() {
    var rows = LexiconReader(.words)
    while rows.advance() {
      guard rows.count >= 2 else { continue }
      let kind = WordClass(named: rows.string(1))
      let word = rows[0]
      guard !kind.isEmpty, !word.isEmpty, word.count <= 8 else { continue }
      insert(Self.key(word.span, from: 0, to: word.count), kind, isCapital: Self.isCapital(word[0]))
    }
  }

  private mutating func insert(_ key: UInt64, _ kind: WordClass, isCapital: Bool) {
    let place = place(of: key)
    if entries[place].key == 0 { count += 1 }
    entries[place].key = key
    if isCapital {
      entries[place].capitalised.formUnion(kind)
    } else {
      entries[place].any.formUnion(kind)
    }
    if count * 2 > entries.count { grow() }
  }

  private mutating func grow() {
    let old = entries
    entries = Array(
      repeating: Entry(key: 0, any: [], capitalised: []), count: old.count * 2)
    for entry in old where entry.key != 0 { entries[place(of: entry.key)] = entry }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

  /// The classes of the word in `bytes` from `start` to `end`.
  func classes(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> WordClass {
    guard end > start, end - start <= 8 else { return [] }
    let entry = entries[place(of: Self.key(bytes, from: start, to: end))]
    if entry.key == 0 { return [] }
    return Self.isCapital(bytes[start]) ? entry.any.union(entry.capitalised) : entry.any
  }

  /// The classes of `word`.
  func classes(_ word: some StringProtocol) -> WordClass {
    let bytes = Array(word.utf8)
    return classes(bytes.span, from: 0, to: bytes.count)
  }

  private func place(of key: UInt64) -> Int {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while entries[place].key != 0, entries[place].key != key { place = (place + 1) & mask }
    return place
  }

  /// The bytes of at most eight, ASCII capitals made small.
  private static func key(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    var key: UInt64 = 0
    for index in start..<end {
      let byte = bytes[index]
      key = key << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return key
  }
}
