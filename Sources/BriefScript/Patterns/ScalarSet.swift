/// The code points that one place of a regular expression matches.
struct ScalarSet {
  /// What a set is made of.
  enum Part {
    case range(ClosedRange<UInt32>)
    case digit, word, space
    case notDigit, notWord, notSpace
    /// A general category of Unicode, or the first letter of several.
    case category(String)
    case notCategory(String)
  }

  private let parts: [Part]
  private let isNegated: Bool
  private let ignoresCase: Bool
  /// The answers for ASCII, a bit for each code point.
  private var ascii: (UInt64, UInt64) = (0, 0)

  init(_ parts: [Part], isNegated: Bool = false, ignoresCase: Bool = false) {
    self.parts = parts
    self.isNegated = isNegated
    self.ignoresCase = ignoresCase
    for value in UInt8(0)..<128 where computes(Unicode.Scalar(value)) {
      if value < 64 { ascii.0 |= 1 << UInt64(value) } else { ascii.1 |= 1 << UInt64(value - 64) }
    }
  }

  /// Whether `scalar` is one of them.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 64 { return ascii.0 >> UInt64(value) & 1 == 1 }
    if value < 128 { return ascii.1 >> UInt64(value - 64) & 1 == 1 }
    return computes(scalar)
  }

  /// Whether a code point beyond ASCII may be one of them.
  var reachesBeyondASCII: Bool {
    if isNegated || ignoresCase { return true }
    return parts.contains {
      if case .range(let range) = $0 { range.upperBound >= 128 } else { true }
    }
  }

  private func computes(_ scalar: Unicode.Scalar) -> Bool {
    var isIn = parts.contains { Self.has($0, scalar) }
    if !isIn, ignoresCase {
      for variant in Self.variants(of: scalar)
      where parts.contains(where: { Self.has($0, variant) }) {
        isIn = true
      }
    }
    return isIn != isNegated
  }

  private static func has(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
    switch part {
    case .range(let range): range.contains(scalar.value)
    case .digit: isDigit(scalar)
    case .notDigit: !isDigit(scalar)
    case .word: isWord(scalar)
    case .notWord: !isWord(scalar)
    case .space: scalar.properties.isWhitespace
    case .notSpace: !scalar.properties.isWhitespace
    case .category(let name): category(of: scalar).hasPrefix(name)
    case .notCategory(let name): !category(of: scalar).hasPrefix(name)
    }
  }

  /// The forms of one code point in the other case.
  private static func variants(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping].compactMap { form in
      form.unicodeScalars.count == 1 ? form.unicodeScalars.first : nil
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  /// Whether `scalar` is part of a word: a letter, a mark, a digit or a connector such as `_`.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 128 {
      return (0x61...0x7A).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
        || (0x30...0x39).contains(scalar.value) || scalar.value == 0x5F
    }
    if scalar.properties.isAlphabetic { return true }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: true
    default: false
    }
  }

  /// The names of the general categories, two letters each.
  static let categories: Set<String> = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn", "L", "M",
    "N", "P", "S", "Z", "C",
  ]

  private static func category(of scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
