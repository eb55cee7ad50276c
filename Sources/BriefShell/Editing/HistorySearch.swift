/// Finds the entries of a history that hold a text, while that text is being typed.
struct HistorySearch {
  /// The entries to look through, the oldest first.
  private let entries: [String]
  /// What is looked for.
  var wanted: String {
    didSet { isLookedFor = false }
  }
  /// The entries that hold it, the newest first, each once, once ``look()`` has been called.
  private(set) var matches: [String] = []
  /// The one that is shown.
  private var index = 0
  private var isLookedFor = false

  /// Begins to look for `wanted`.
  init(in entries: [String], for wanted: String) {
    self.entries = entries
    self.wanted = wanted
  }

  /// The entry that is shown, or `nil` when none holds the text.
  var match: String? { matches.indices.contains(index) ? matches[index] : nil }

  /// Which of the matches it is, from 1.
  var number: Int { index + 1 }

  /// Goes to an older match or a newer one; whether there was one.
  mutating func step(back: Bool) -> Bool {
    let next = index + (back ? 1 : -1)
    guard matches.indices.contains(next) else { return false }
    index = next
    return true
  }

  /// Looks for what is wanted, unless that has been done. Linear in the length of the entries.
  mutating func look() {
    if isLookedFor { return }
    index = 0
    find()
    isLookedFor = true
  }

  /// In upper or lower case, unless the text has a capital.
  private mutating func find() {
    let isExact = wanted.contains { $0.isUppercase }
    let needle = Array((isExact ? wanted : wanted.lowercased()).utf8)
    let isPlain = needle.allSatisfy { $0 < 0x80 }
    var seen: Set<String> = []
    matches = entries.reversed().filter { entry in
      // Other letters than A to Z have their lower case in other bytes.
      let text = isExact || isPlain ? entry : entry.lowercased()
      return Self.holds(text, needle, foldingCase: !isExact) && seen.insert(entry).inserted
    }
  }

  /// Whether the bytes of `text` hold `needle`, which has no capitals when `foldingCase`.
  private static func holds(_ text: String, _ needle: [UInt8], foldingCase: Bool) -> Bool {
    guard let first = needle.first else { return true }
    func folded(_ byte: UInt8) -> UInt8 {
      foldingCase && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    var text = text
    return text.withUTF8 { bytes in
      var start = 0
      while start + needle.count <= bytes.count {
        if folded(bytes[start]) == first {
          var length = 1
          while length < needle.count, folded(bytes[start + length]) == needle[length] {
            length += 1
          }
          if length == needle.count { return true }
        }
        start += 1
      }
      return false
    }
  }

  /// Where the text stands in the entry that is shown, in code points.
  var place: Range<Int>? {
    guard let match, !wanted.isEmpty else { return nil }
    let text = Array(match.unicodeScalars)
    let needle = Array(wanted.unicodeScalars)
    func isEqual(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
      left == right || left.properties.lowercaseMapping == right.properties.lowercaseMapping
    }
    guard needle.count <= text.count else { return nil }
    for start in 0...(text.count - needle.count)
    where zip(text[start...], needle).allSatisfy({ isEqual($0, $1) }) {
      return start..<start + needle.count
    }
    return nil
  }
}
