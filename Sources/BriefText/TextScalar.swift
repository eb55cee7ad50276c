/// A code point of the text and what the tokeniser takes it for.
struct TextScalar {
  /// What a code point beyond ASCII is.
  enum Kind {
    case letter
    /// A combining mark, or an invisible joiner: part of what stands before it.
    case extender
    case digit
    case space
    case quotationMark
    case apostrophe
    case hyphen
    case dash
    case ellipsis
    case opening
    case closing
    case punctuation
    case symbol
    /// A modifier that belongs to the emoji before it.
    case emojiModifier
    case regionalIndicator
    case control
  }

  let value: UInt32
  /// The number of bytes.
  let length: Int

  /// Reads the code point that begins at `index`.
  ///
  /// An ill-formed sequence counts as one byte, so that any bytes can be walked.
  init(_ bytes: Span<UInt8>, at index: Int) {
    let lead = bytes[index]
    let needed = lead < 0xC2 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0
    guard lead >= 0x80, needed > 0, index + needed < bytes.count else {
      (value, length) = (lead < 0x80 ? UInt32(lead) : 0xFFFD, 1)
      return
    }
    var value = UInt32(lead) & (0x3F >> UInt32(needed))
    for offset in 1...needed {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else {
        (self.value, length) = (0xFFFD, 1)
        return
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    (self.value, length) = (value, needed + 1)
  }

  /// What the code point is; of ASCII ones only letters and digits are told apart.
  var kind: Kind {
    switch value {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x00...0x7F: .punctuation
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2BB, 0x2BD...0x2C1: .letter
    case 0x2BC: .apostrophe
    case 0x2000...0x206F: generalPunctuation
    case 0x300...0x36F, 0xFE00...0xFE0F: .extender
    case 0x1F3FB...0x1F3FF, 0x20E3: .emojiModifier
    case 0x1F1E6...0x1F1FF: .regionalIndicator
    case 0xAB, 0xBB, 0x300C...0x300F: .quotationMark
    case 0xAD: .extender
    case 0x85, 0xA0, 0x1680, 0x3000, 0xFEFF: .space
    default: categorised
    }
  }

  private var generalPunctuation: Kind {
    switch value {
    case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: .space
    case 0x200C, 0x200D, 0x2060: .extender
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015: .dash
    case 0x2019: .apostrophe
    case 0x2018, 0x201A...0x201F, 0x2039, 0x203A: .quotationMark
    case 0x2026: .ellipsis
    case 0x2022, 0x2023, 0x2043: .symbol
    case 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2061...0x206F: .control
    default: .punctuation
    }
  }

  private var categorised: Kind {
    guard let scalar = Unicode.Scalar(value) else { return .symbol }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark:
      return .extender
    case .decimalNumber, .letterNumber, .otherNumber:
      return .digit
    case .openPunctuation: return .opening
    case .closePunctuation: return .closing
    case .initialPunctuation, .finalPunctuation: return .quotationMark
    case .dashPunctuation: return .dash
    case .connectorPunctuation, .otherPunctuation: return .punctuation
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    case .control, .format: return .control
    default: return .symbol
    }
  }

  /// The number of bytes of the white space code point at `index`; `0` when there is none.
  ///
  /// White space is what Unicode says it is, and the byte order mark.
  static func spaceLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    // The lead bytes of U+0085 and U+00A0, U+1680, U+2000 to U+205F, U+3000, and U+FEFF.
    guard byte == 0xC2 || (0xE1...0xE3).contains(byte) || byte == 0xEF else { return 0 }
    let scalar = TextScalar(bytes, at: index)
    switch scalar.value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      return scalar.length
    default: return 0
    }
  }
}
