/// What a form can do at the end or the beginning of a sentence.
struct SentenceTraits: OptionSet, Sendable {
  let rawValue: UInt16

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
  /// A verb form that introduces speech.
  static let cue = SentenceTraits(rawValue: 1 << 12)
  /// A quotation mark of any kind.
  static let quotation = SentenceTraits(rawValue: 1 << 13)

  /// A face drawn with marks.
  static let face = SentenceTraits(rawValue: 1 << 14)

  /// A single quotation mark.
  static let single = SentenceTraits(rawValue: 1 << 15)

  static let mark: SentenceTraits = [.terminal, .closer, .opener, .straight]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  private static func isFace(_ form: String) -> Bool {
    let marks = Array(form.utf8)
    guard (2...3).contains(marks.count), let eyes = marks.first, let mouth = marks.last else {
      return false
    }
    return [UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "=")].contains(eyes)
      && ")(DPp".utf8.contains(mouth)
  }

  /// Reads the traits of `form`; `cues` are the verb forms that introduce speech.
  init(_ form: String, classes: WordClasses, cues: Set<String>) {
    var traits: SentenceTraits = []
    let scalars = form.unicodeScalars
    if scalars.allSatisfy({ [".", "!", "?", "…"].contains($0) }) {
      traits.insert(.terminal)
      if scalars.contains("!") || scalars.contains("?") {
        traits.insert(.exclaims)
      } else if form != "." {
        traits.insert(.ellipsis)
      }
    }
    switch form {
    case "”", "’", "’’", "''", "»", "›": traits.formUnion([.closer, .quotation])
    case ")", "]", "}": traits.insert(.closer)
    case "“", "‘", "``", "«", "‹", "„", "‚", "‘‘": traits.formUnion([.opener, .quotation])
    case "(", "[", "{": traits.insert(.opener)
    case "\"", "'", "`": traits.formUnion([.straight, .quotation])
    default: break
    }
    if let first = scalars.first {
      switch first {
      case "a"..."z": traits.insert(.lowerCase)
      case "A"..."Z": traits.insert(.upperCase)
      case "0"..."9": traits.insert(.digit)
      default:
        if first.properties.isLowercase { traits.insert(.lowerCase) }
        if first.properties.isUppercase { traits.insert(.upperCase) }
      }
      if scalars.last == ".", !traits.isDisjoint(with: [.lowerCase, .upperCase]) {
        traits.insert(.abbreviation)
        let stem = form.dropLast()
        if stem.utf8.count == 1 || !classes.classes(stem).isDisjoint(with: [.title, .leading]) {
          traits.insert(.binds)
        }
      }
    }
    // In a text of capitals a capital shows nothing.
    if traits.contains(.quotation), ["‘", "’", "'", "`", "‚", "‹", "›"].contains(form) {
      traits.insert(.single)
    }
    if classes.classes(form).contains(.opener), scalars.dropFirst().allSatisfy({ $0 > "Z" }) {
      traits.insert(.starter)
    }
    if Self.isFace(form) { traits.insert(.face) }
    if cues.contains(form) { traits.insert(.cue) }
    self = traits
  }
}
