import BriefSource

/// What the shape of one block's words tells: how many, how capitalised, how begun and ended.
struct LineShape {
  /// Words, as white space separates them.
  var words = 0
  /// Words that begin with a capital letter.
  var capitalised = 0
  /// Words of four letters or more, and those of them that begin with a capital.
  var longWords = 0
  var longCapitalised = 0
  /// Capital letters and small letters.
  var upper = 0
  var lower = 0
  /// Digits.
  var digits = 0
  /// The first code point.
  var first: UInt32 = 0
  /// The last code point that is no closing quotation mark, bracket or Markdown emphasis.
  var last: UInt32 = 0
  /// Whether a closing quotation mark ends the block.
  var endsWithMark = false

  /// Reads the words of `range`. Linear in its length.
  init(_ bytes: [UInt8], _ range: TextRange) {
    var offset = range.start
    var isWordStart = true
    var letters = 0
    var isCapitalised = false
    func closeWord(_ shape: inout LineShape) {
      if letters >= 4 {
        shape.longWords += 1
        if isCapitalised { shape.longCapitalised += 1 }
      }
    }
    while offset < range.end {
      let (scalar, length) = Self.scalar(bytes, offset, range.end)
      if offset == range.start { first = scalar }
      offset += length
      if Self.isSpace(scalar) {
        if !isWordStart { closeWord(&self) }
        isWordStart = true
        continue
      }
      if isWordStart {
        words += 1
        letters = 0
        isCapitalised = false
        isWordStart = false
      }
      let letterCase = Self.letterCase(scalar)
      switch letterCase {
      case .upper:
        if letters == 0 {
          isCapitalised = true
          capitalised += 1
        }
        upper += 1
        letters += 1
      case .lower:
        lower += 1
        letters += 1
      case .none:
        if (0x30...0x39).contains(scalar) { digits += 1 }
      }
      if Self.isClosing(scalar) {
        endsWithMark = Self.isQuotationMark(scalar) || endsWithMark
      } else {
        last = scalar
        endsWithMark = false
      }
    }
    if !isWordStart { closeWord(&self) }
  }

  /// Whether it ends like a sentence.
  var hasFinalStop: Bool {
    switch last {
    case 0x2E, 0x3F, 0x21, 0x2026: true  // . ? ! …
    default: false
    }
  }

  /// Whether it ends like a part of a sentence that goes on: a comma, a dash, a colon.
  var breaksOff: Bool {
    switch last {
    case 0x2C, 0x3A, 0x3B, 0x2D, 0x2013, 0x2014: true
    default: false
    }
  }

  /// Whether most of its longer words begin with a capital, as in a headline set in title case.
  var isTitleCase: Bool { longWords >= 2 && longCapitalised * 10 >= longWords * 7 }

  /// Whether it holds letters and none of them is small.
  var isAllCapitals: Bool { upper >= 2 && lower == 0 }

  /// Whether a letter is a capital or a small one.
  enum LetterCase { case upper, lower, none }

  /// The code point at `offset` and its length in bytes.
  ///
  /// The bytes of a source are valid UTF-8; a cut sequence yields its lead byte.
  static func scalar(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> (UInt32, Int) {
    let lead = bytes[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard offset + length <= end else { return (UInt32(lead), 1) }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in offset + 1..<offset + length { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return (value, length)
  }

  /// Whether `scalar` is a letter, and which.
  static func letterCase(_ scalar: UInt32) -> LetterCase {
    switch scalar {
    case 0x41...0x5A: return .upper
    case 0x61...0x7A: return .lower
    case 0..<0xAA, 0x2000..<0x2070: return .none
    default:
      guard let properties = Unicode.Scalar(scalar)?.properties else { return .none }
      if properties.isUppercase { return .upper }
      return properties.isAlphabetic ? .lower : .none
    }
  }

  /// White space, no-break and other Unicode spaces, zero-width marks.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }

  /// Whether `scalar` may stand after the last word without being part of it.
  static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x29, 0x5D, 0x2A, 0x5F: true
    default: isQuotationMark(scalar)
    }
  }

  /// Whether `scalar` may open or close a quotation.
  static func isQuotationMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x60, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F: true
    default: false
    }
  }
}
