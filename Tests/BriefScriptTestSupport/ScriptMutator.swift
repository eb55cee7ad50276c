import SeededRandom

/// Damages programs in the ways programs get damaged: bytes and words lost, doubled, swapped and
/// taken from other programs, brackets opened and closed in the wrong place or far too often.
public enum ScriptMutator {
  /// What can be put in anywhere: the words and marks of the language, and what stands near them.
  private static let pieces: [[UInt8]] =
    [
      "where", "derive", "group", "each", "let", "assert", "else", "def", "for", "in", "if",
      "param",
      "needs", "use", "exercise", "check", "solution", "given", "and", "or", "not", "missing",
      "brief 1",
      "quotes", "speaker", "words", "count()", "sum(words)", "$x", "$(", ")", "(", "[", "]", "{",
      "}",
      "|", ",", ";", "\n", "\r\n", "=", "==", "<", "..", "??", "~", "->", ":", "r\"", "\"", "“",
      "”",
      "\"\"\"", "\\", "\\u{", "--by", "--", "-", "–", "2025-11", "2025-13-99", "1e999", "1_",
      "9223372036854775808", ".", "$", "#", " ", "\u{A0}", "\u{FEFF}", "\u{0}", "é", "e\u{301}",
      "北", "😀",
    ].map { Array($0.utf8) }

  /// `program` after one to six changes, few most of the time; `other` is where foreign pieces come from.
  ///
  /// Bytes that are no UTF-8 any more are replaced by U+FFFD. Linear in the length of both.
  public static func mutate(
    _ program: String, with other: String, _ random: inout Random
  ) -> String {
    var bytes = Array(program.utf8)
    for _ in 0..<random.number(in: 1...random.number(in: 1...6)) {
      change(&bytes, Array(other.utf8), &random)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func change(
    _ bytes: inout [UInt8], _ other: [UInt8], _ random: inout Random
  ) {
    let place = random.below(bytes.count + 1)
    let words = words(of: bytes)
    switch random.below(11) {
    case 0:
      guard !bytes.isEmpty else { return }
      bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
    case 1: bytes.insert(contentsOf: random.pick(pieces) ?? [], at: place)
    case 2:
      if let word = random.pick(words) { bytes.removeSubrange(word) }
    case 3:
      if let word = random.pick(words) {
        bytes.replaceSubrange(word, with: random.pick(pieces) ?? [])
      }
    case 4:
      if let word = random.pick(words) { bytes.insert(contentsOf: bytes[word], at: place) }
    case 5:
      guard let first = random.pick(words), let second = random.pick(words),
        first.upperBound <= second.lowerBound
      else { return }
      // The later one first, so that the place of the earlier one stays what it is.
      let moved = Array(bytes[first])
      let taken = Array(bytes[second])
      bytes.replaceSubrange(second, with: moved)
      bytes.replaceSubrange(first, with: taken)
    case 6:
      // Splice: the beginning of one program and the end of another.
      bytes = Array(bytes[..<place] + other[random.below(other.count + 1)...])
    case 7:
      let start = random.below(other.count + 1)
      bytes.insert(
        contentsOf: other[start..<min(other.count, start + random.below(40))], at: place)
    case 8:
      let end = min(bytes.count, place + random.below(40))
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.below(bytes.count + 1))
    case 9: bytes.removeSubrange(place..<min(bytes.count, place + random.below(24)))
    default: nest(&bytes, &random)
    }
  }

  /// Puts brackets around a stretch, sometimes more than can be closed.
  private static func nest(_ bytes: inout [UInt8], _ random: inout Random) {
    let pairs = [
      ("(", ")"), ("[", "]"), ("$(", ")"), ("{", "}"), ("print (", ")"), ("if true {", "}"),
      ("not ", ""), ("abs(", ")"), ("for $x in $x {", "}"), ("each $x {", "}"),
    ]
    guard let (open, close) = random.pick(pairs) else { return }
    let depth = random.once(in: 6) ? random.number(in: 90...130) : random.number(in: 1...4)
    let closed = random.once(in: 3) ? random.below(depth + 1) : depth
    let start = random.below(bytes.count + 1)
    let end = random.number(in: start...bytes.count)
    bytes.insert(contentsOf: Array(String(repeating: close, count: closed).utf8), at: end)
    bytes.insert(contentsOf: Array(String(repeating: open, count: depth).utf8), at: start)
  }

  /// Stretches of letters and digits, and single marks.
  private static func words(of bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = start + 1
      if isLetter(bytes[start]) {
        while end < bytes.count, isLetter(bytes[end]) { end += 1 }
      }
      if bytes[start] > 0x20 { words.append(start..<end) }
      start = end
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x80...0xFF: true
    default: false
    }
  }
}
