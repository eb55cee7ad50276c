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
  static let embedded = WordClasses(Lexicon(.words).rows)

  /// Open addressing; the key `0` is an empty place.
  private var entries: [Entry] = []

  /// Reads rows of a word and its class.
  ///
  /// Linear in their number.
  init(_ rows: [[Substring]]) {
    var size = 64
    while size < rows.count * 4 { size *= 2 }
    entries = Array(repeating: Entry(key: 0, any: [], capitalised: []), count: size)
    for row in rows where row.count >= 2 {
      let kind = WordClass(named: row[1])
      let bytes = Array(row[0].utf8)
      guard !kind.isEmpty, !bytes.isEmpty, bytes.count <= 8 else { continue }
      let key = Self.key(bytes.span, from: 0, to: bytes.count)
      let place = place(of: key)
      entries[place].key = key
      if (0x41...0x5A).contains(bytes[0]) {
        entries[place].capitalised.formUnion(kind)
      } else {
        entries[place].any.formUnion(kind)
      }
    }
  }

  /// The classes of the word in `bytes` from `start` to `end`.
  func classes(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> WordClass {
    guard end > start, end - start <= 8 else { return [] }
    let entry = entries[place(of: Self.key(bytes, from: start, to: end))]
    if entry.key == 0 { return [] }
    return (0x41...0x5A).contains(bytes[start]) ? entry.any.union(entry.capitalised) : entry.any
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
