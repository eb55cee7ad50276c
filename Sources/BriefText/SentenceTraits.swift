/// What a form can do at the end or the beginning of a sentence.
struct SentenceTraits: OptionSet, Sendable {
  var rawValue: UInt16

  /// Full stops, exclamation and question marks, alone or together.
  static let terminal = SentenceTraits(rawValue: 1 << 0)
  /// Two or more full stops, or `…`: may also stand for words left out.
  static let ellipsis = SentenceTraits(rawValue: 1 << 1)
  /// Ends with `!` or `?`.
  static let exclaims = SentenceTraits(rawValue: 1 << 2)
  /// A mark that closes: `”`, `)`.
  static let closer = SentenceTraits(rawValue: 1 << 3)
  /// A mark that opens: `“`, `(`.
  static let opener = SentenceTraits(rawValue: 1 << 4)
  /// A mark of which only its surroundings tell whether it opens or closes: `"`, `'`.
  static let straight = SentenceTraits(rawValue: 1 << 5)
  /// A word that keeps its full stop.
  static let abbreviation = SentenceTraits(rawValue: 1 << 6)
  /// A title or initial: what follows belongs to it.
  static let binds = SentenceTraits(rawValue: 1 << 7)
  static let lowerCase = SentenceTraits(rawValue: 1 << 8)
  static let upperCase = SentenceTraits(rawValue: 1 << 9)
  static let digit = SentenceTraits(rawValue: 1 << 10)
  /// A word that begins sentences and is no name: `The`, `However`.
  static let starter = SentenceTraits(rawValue: 1 << 11)
  /// A quotation mark of any kind.
  static let quotation = SentenceTraits(rawValue: 1 << 13)

  /// A face drawn with marks.
  static let face = SentenceTraits(rawValue: 1 << 14)

  /// A single quotation mark.
  static let single = SentenceTraits(rawValue: 1 << 15)

  static let mark: SentenceTraits = [.terminal, .closer, .opener, .straight]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Reads the traits of the form in `bytes` from `start` to `end`.
  init(_ bytes: Span<UInt8>, from start: Int, to end: Int, classes: WordClasses) {
    let first = bytes[start]
    let last = bytes[end - 1]
    switch first {
    case 0x61...0x7A: self = .lowerCase
    case 0x41...0x5A: self = .upperCase
    case 0x30...0x39: self = .digit
    case 0x80...:
      self = Self.wide(bytes, start, end)
    default:
      self = Self.marks(bytes, start, end)
      return
    }
    if last == UInt8(ascii: "."), !isDisjoint(with: [.lowerCase, .upperCase]) {
      insert(.abbreviation)
      let kinds = classes.classes(bytes, from: start, to: end - 1)
      if end - start == 2 || !kinds.isDisjoint(with: [.title, .leading]) { insert(.binds) }
    }
    // In a text of capitals a capital shows nothing.
    if contains(.upperCase), end - start == 1 || bytes[start + 1] > 0x5A,
      classes.classes(bytes, from: start, to: end).contains(.opener)
    {
      insert(.starter)
    }
  }

  /// The traits of a form that begins with an ASCII mark.
  private static func marks(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> SentenceTraits {
    switch (bytes[start], end - start) {
    case (UInt8(ascii: ")"), 1), (UInt8(ascii: "]"), 1), (UInt8(ascii: "}"), 1): return .closer
    case (UInt8(ascii: "("), 1), (UInt8(ascii: "["), 1), (UInt8(ascii: "{"), 1): return .opener
    case (UInt8(ascii: "\""), 1): return [.straight, .quotation]
    case (UInt8(ascii: "'"), 1), (UInt8(ascii: "`"), 1): return [.straight, .quotation, .single]
    case (UInt8(ascii: "'"), 2) where bytes[start + 1] == UInt8(ascii: "'"):
      return [.closer, .quotation]
    case (UInt8(ascii: "`"), 2): return [.opener, .quotation]
    case (UInt8(ascii: "."), _), (UInt8(ascii: "!"), _), (UInt8(ascii: "?"), _):
      return terminals(bytes, start, end)
    case (UInt8(ascii: ":"), 2...3), (UInt8(ascii: ";"), 2...3), (UInt8(ascii: "="), 2...3):
      return ")(DPp".utf8.contains(bytes[end - 1]) ? .face : []
    default: return []
    }
  }

  /// The traits of a form that begins with a code point beyond ASCII.
  private static func wide(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> SentenceTraits {
    let scalar = TextScalar(bytes, at: start)
    switch scalar.value {
    case 0x2026: return terminals(bytes, start, end)
    case 0x201D, 0xBB: return [.closer, .quotation]
    // Two single marks in a row stand for a double one.
    case 0x2019 where end - start == 3, 0x203A: return [.closer, .quotation, .single]
    case 0x2019 where end - start == 6: return [.closer, .quotation]
    case 0x201C, 0x201E, 0xAB: return [.opener, .quotation]
    case 0x2018 where end - start == 3, 0x201A, 0x2039: return [.opener, .quotation, .single]
    case 0x2018 where end - start == 6: return [.opener, .quotation]
    default:
      guard let properties = Unicode.Scalar(scalar.value)?.properties else { return [] }
      return properties.isLowercase ? .lowerCase : properties.isUppercase ? .upperCase : []
    }
  }

  /// The traits of a form of full stops, exclamation and question marks.
  private static func terminals(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> SentenceTraits {
    var exclaims = false
    var index = start
    while index < end {
      let scalar = TextScalar(bytes, at: index)
      switch scalar.value {
      case 0x2E, 0x2026: break
      case 0x21, 0x3F: exclaims = true
      default: return []
      }
      index += scalar.length
    }
    if exclaims { return [.terminal, .exclaims] }
    return end - start > 1 ? [.terminal, .ellipsis] : .terminal
  }
}
