/// Damages texts in the ways texts get damaged: lost, doubled and swapped passages, stray marks,
/// broken encodings, foreign scripts.
public enum TextMutator {
  /// Bytes worth putting into a text: marks, line ends, layout, broken UTF-8, emoji, other scripts.
  public static let fragments: [[UInt8]] =
    [
      // Quotation marks and apostrophes.
      "\"", "'", "“", "”", "‘", "’", "«", "»", "„", "''", "``", "“‘", "’”", "'s", "n’t", "’em",
      // Marks that end or do not end a sentence.
      ".", "!", "?", "…", "...", " . . . ", "?!", ".”", "?” ", "U.S. ", "Dr. ", "e.g. ", "3.5",
      "a.m.",
      // Dashes, brackets, symbols.
      "-", "–", "—", "--", "(", ")", "[", "]", "[...]", "{", "}", "/", "\\", "%", "$5", "&", "@me",
      "#tag",
      // Line ends, white space, invisible code points.
      "\n", "\r\n", "\r", "\n\n", "\t", " ", "\u{0B}", "\u{0C}", "\u{85}", "\u{A0}", "\u{2028}",
      "\u{2029}",
      "\u{3000}", "\u{FEFF}", "\u{200B}", "\u{200D}", "\u{AD}", "\u{0}", "\u{1B}[31m",
      // Layout.
      "\n- ", "\n* ", "\n• ", "\n1. ", "\n(a) ", "\n# ", "\n> ", "\n---\n", "\n===\n", "\n* * *\n",
      "\nQUESTION: ", "\nQ ", "ISLAMABAD: ", "GENEVA (Reuters) - ", "[Laughter]",
      // Emoji, combining marks, other scripts, text that runs the other way.
      "😀", "👩‍👩‍👧", "🇵🇰", "e\u{301}", "\u{301}", "İ", "ß", "ﬁ", "Türkiye", "اسلام آباد", "שלום", "北京。",
      "\u{202E}", "\u{2066}", "\u{10FFFF}", "\u{FFFD}",
      // Addresses.
      "https://example.org/a?b=c", "who@example.org",
    ].map { Array($0.utf8) } + [
      // Not UTF-8: lone continuation, lone lead, overlong, surrogate, beyond the last code point.
      [0x80], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xC0, 0xAF], [0xED, 0xA0, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xFE, 0xFF],
      // Windows-1252 marks.
      [0x93], [0x94], [0x92], [0x85], [0x97],
    ]

  /// `text` after one to eight random changes; the bytes need not be valid UTF-8.
  ///
  /// The result is at most a few kilobytes longer than `text`. Linear in its length.
  public static func mutate(_ text: [UInt8], with random: inout Random) -> [UInt8] {
    var bytes = text
    for _ in 0..<random.number(in: 1...8) { change(&bytes, with: &random) }
    return bytes
  }

  /// `text` after one to eight random changes, ill-formed UTF-8 replaced by U+FFFD.
  public static func mutate(_ text: String, with random: inout Random) -> String {
    String(decoding: mutate(Array(text.utf8), with: &random), as: UTF8.self)
  }

  /// Random bytes and fragments with no text to start from.
  public static func noise(fragments count: Int, with random: inout Random) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count {
      if random.once(in: 3) {
        bytes.append(UInt8(truncatingIfNeeded: random.next()))
      } else {
        bytes += random.pick(fragments) ?? []
      }
    }
    return bytes
  }

  private static func change(_ bytes: inout [UInt8], with random: inout Random) {
    let slice = slice(of: bytes, with: &random)
    switch random.below(8) {
    case 0:
      guard !bytes.isEmpty else { return }
      bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next())
    case 1:
      bytes.removeSubrange(slice)
    case 2:
      // Longer slices would make repeated mutation grow without bound.
      bytes.insert(contentsOf: Array(bytes[slice].prefix(256)), at: random.below(bytes.count + 1))
    case 3:
      let cut = Array(bytes[slice])
      bytes.removeSubrange(slice)
      bytes.insert(contentsOf: cut, at: random.below(bytes.count + 1))
    case 4:
      if random.once(in: 4) { bytes.removeSubrange(slice.lowerBound...) }
    default:
      bytes.insert(
        contentsOf: random.pick(fragments) ?? [], at: random.below(bytes.count + 1))
    }
  }

  /// A random stretch, mostly short.
  private static func slice(of bytes: [UInt8], with random: inout Random) -> Range<Int> {
    let start = random.below(bytes.count + 1)
    let reach = random.once(in: 4) ? bytes.count : 24
    return start..<min(bytes.count, start + random.below(reach + 1))
  }
}
