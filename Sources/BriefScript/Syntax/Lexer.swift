import BriefSource

/// Cuts the bytes of a script into tokens, one at a time, as the parser asks for them.
///
/// The same characters are different tokens in arguments and in expressions: `a-b` is one word
/// after a command and a subtraction in a `where`. The parser therefore says which it wants. Every
/// call takes time linear in the bytes it passes over.
struct Lexer {
  /// How characters are read.
  enum Mode { case word, expression }

  let bytes: [UInt8]

  init(_ source: Source) { bytes = source.bytes }

  /// The token that begins at or after `offset`, past space and comments.
  ///
  /// - Parameters:
  ///   - crossingLines: Whether line ends are space.
  ///   - comments: Takes the range of every comment passed over.
  func token(
    at offset: Int, _ mode: Mode, crossingLines: Bool, comments: inout [TextRange]
  ) -> Token {
    let start = skipSpace(from: offset, crossingLines: crossingLines, comments: &comments)
    guard start < bytes.count else { return Token(kind: .end, range: .at(bytes.count)) }
    if let end = lineEnd(at: start) {
      return Token(kind: .newline, range: TextRange(start, end))
    }
    if let token = string(at: start) ?? variable(at: start) { return token }
    return mode == .word ? word(at: start) : expressionToken(at: start)
  }

  /// Whether the first thing after the line ends, space and comments from `offset` on is a `|`.
  func isPipe(after offset: Int) -> Bool {
    var comments: [TextRange] = []
    let next = skipSpace(from: offset, crossingLines: true, comments: &comments)
    return byte(next) == UInt8(ascii: "|") && next < bytes.count
  }

  /// Whether the first thing after the line ends, space and comments from `offset` on is `word`.
  func isWord(_ word: StaticString, after offset: Int) -> Bool {
    var comments: [TextRange] = []
    let next = skipSpace(from: offset, crossingLines: true, comments: &comments)
    return has(word, at: next) && nameEnd(from: next) == next + word.utf8CodeUnitCount
  }

  /// The end of `.function` before an opening bracket, if that follows the name at `range`.
  func qualifiedCall(after range: TextRange) -> Int? {
    guard byte(range.end) == UInt8(ascii: ".") else { return nil }
    let end = nameEnd(from: range.end + 1)
    return end > range.end + 1 && byte(end) == UInt8(ascii: "(") ? end : nil
  }

  // MARK: Characters

  /// The byte at `offset`, or 0 beyond the end.
  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Whether the bytes of `text` stand at `offset`.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { text in
      for index in text.indices where bytes[offset + index] != text[index] { return false }
      return true
    }
  }

  /// The code point at `offset` and how many bytes it takes.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = byte(offset)
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var value = UInt32(lead) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for index in 1..<length { value = value << 6 | UInt32(byte(offset + index) & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The end of the line end at `offset`, if one stands there.
  func lineEnd(at offset: Int) -> Int? {
    switch byte(offset) {
    case 0x0A: offset + 1
    case 0x0D: byte(offset + 1) == 0x0A ? offset + 2 : offset + 1
    default: nil
    }
  }

  /// The number of bytes of the space at `offset`, 0 if there is none.
  ///
  /// Spaces that word processors and web pages put in for `U+0020` count as well, and the mark that
  /// some editors write before the first character of a file.
  func spaceLength(at offset: Int) -> Int {
    switch byte(offset) {
    case 0x20, 0x09, 0x0B, 0x0C: return 1
    case 0xC2: return byte(offset + 1) == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF:
      switch scalar(at: offset).scalar.value {
      case 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// Whether a letter, a digit or `_` stands at `offset`, and its length in bytes; 0 if not.
  func nameLength(at offset: Int, isFirst: Bool) -> Int {
    let lead = byte(offset)
    switch lead {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: return 1
    case 0x30...0x39: return isFirst ? 0 : 1
    case 0..<0x80: return 0
    default:
      guard spaceLength(at: offset) == 0 else { return 0 }
      let (scalar, length) = scalar(at: offset)
      if scalar.properties.isAlphabetic { return length }
      if isFirst { return 0 }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .decimalNumber: return length
      default: return 0
      }
    }
  }

  /// The end of the name that begins at `offset`; `offset` itself when none does.
  func nameEnd(from offset: Int) -> Int {
    var end = offset
    while true {
      let length = nameLength(at: end, isFirst: end == offset)
      if length == 0 { return end }
      end += length
    }
  }

  func isDigit(_ offset: Int) -> Bool { (0x30...0x39).contains(byte(offset)) }

  // MARK: Space

  private func skipSpace(
    from offset: Int, crossingLines: Bool, comments: inout [TextRange]
  ) -> Int {
    var offset = offset
    while offset < bytes.count {
      let length = spaceLength(at: offset)
      if length > 0 {
        offset += length
      } else if byte(offset) == UInt8(ascii: "#") {
        let start = offset
        while offset < bytes.count, lineEnd(at: offset) == nil { offset += 1 }
        comments.append(TextRange(start, offset))
      } else if crossingLines, let end = lineEnd(at: offset) {
        offset = end
      } else {
        return offset
      }
    }
    return bytes.count
  }

  // MARK: Strings and variables

  /// The length of the quotation mark at `offset`, straight or curly; 0 if none stands there.
  func quotationMarkLength(at offset: Int) -> Int {
    if byte(offset) == 0x22 { return 1 }
    guard byte(offset) == 0xE2, byte(offset + 1) == 0x80 else { return 0 }
    return (0x9C...0x9E).contains(byte(offset + 2)) ? 3 : 0
  }

  private func string(at start: Int) -> Token? {
    if has("\"\"\"", at: start) { return textBlock(at: start) }
    if byte(start) == UInt8(ascii: "r"), quotationMarkLength(at: start + 1) > 0 {
      return quoted(.regex, from: start, opening: start + 1)
    }
    if quotationMarkLength(at: start) > 0 { return quoted(.string, from: start, opening: start) }
    return nil
  }

  private func quoted(_ kind: Token.Kind, from start: Int, opening: Int) -> Token {
    let isStraight = byte(opening) == 0x22
    var offset = opening + quotationMarkLength(at: opening)
    while offset < bytes.count, lineEnd(at: offset) == nil {
      if byte(offset) == UInt8(ascii: "\\") {
        offset += 1
        if offset < bytes.count, lineEnd(at: offset) == nil { offset += 1 }
      } else if isStraight ? byte(offset) == 0x22 : has("”", at: offset) {
        let end = offset + quotationMarkLength(at: offset)
        return Token(kind: kind, range: TextRange(start, end))
      } else {
        offset += 1
      }
    }
    offset = min(offset, bytes.count)
    return Token(kind: kind, range: TextRange(start, offset), flaw: .unclosedString)
  }

  private func textBlock(at start: Int) -> Token {
    var offset = start + 3
    while offset < bytes.count {
      if byte(offset) == UInt8(ascii: "\\") {
        offset += 2
      } else if has("\"\"\"", at: offset) {
        return Token(kind: .textBlock, range: TextRange(start, offset + 3))
      } else {
        offset += 1
      }
    }
    return Token(
      kind: .textBlock, range: TextRange(start, bytes.count), flaw: .unclosedTextBlock)
  }

  private func variable(at start: Int) -> Token? {
    guard byte(start) == UInt8(ascii: "$") else { return nil }
    if byte(start + 1) == UInt8(ascii: "(") {
      return Token(kind: .dollarParen, range: TextRange(start, start + 2))
    }
    let end = nameEnd(from: start + 1)
    return Token(kind: end > start + 1 ? .variable : .unknown, range: TextRange(start, end))
  }
}
