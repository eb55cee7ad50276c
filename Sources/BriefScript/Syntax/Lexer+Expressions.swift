import BriefSource

extension Lexer {
  /// The token of an expression that begins at `start`, which is no space, string or variable.
  func expressionToken(at start: Int) -> Token {
    if isDigit(start) { return numeral(at: start) }
    let nameEnd = nameEnd(from: start)
    if nameEnd > start { return Token(kind: .name, range: TextRange(start, nameEnd)) }
    for (text, kind) in Self.pairs where has(text, at: start) {
      return Token(kind: kind, range: TextRange(start, start + 2))
    }
    if let kind = Self.single(byte(start)) {
      return Token(kind: kind, range: TextRange(start, start + 1))
    }
    return Token(kind: .unknown, range: TextRange(start, start + scalar(at: start).length))
  }

  private static let pairs: [(StaticString, Token.Kind)] = [
    ("==", .equalEqual), ("!=", .notEqual), ("<=", .lessEqual), (">=", .greaterEqual),
    ("??", .questionQuestion), ("..", .dotDot), ("->", .arrow),
  ]

  private static func single(_ byte: UInt8) -> Token.Kind? {
    switch byte {
    case UInt8(ascii: "|"): .pipe
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "("): .leftParen
    case UInt8(ascii: ")"): .rightParen
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    case UInt8(ascii: "="): .equals
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "~"): .tilde
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "."): .dot
    default: nil
    }
  }

  /// An int, a number or a date, with the letters and digits that cling to it.
  ///
  /// Four digits, a hyphen and one or two more without a space are a date, right or wrong; a
  /// subtraction of such numbers is written with spaces.
  private func numeral(at start: Int) -> Token {
    if let end = dateEnd(from: start) {
      return Token(kind: .date, range: TextRange(start, end))
    }
    var kind = Token.Kind.int
    var end = digitsEnd(from: start)
    if byte(end) == UInt8(ascii: "."), isDigit(end + 1) {
      kind = .number
      end = digitsEnd(from: end + 1)
    }
    if byte(end) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(end + 1) == UInt8(ascii: "+") || byte(end + 1) == UInt8(ascii: "-") ? 1 : 0
      if isDigit(end + 1 + sign) {
        kind = .number
        end = digitsEnd(from: end + 1 + sign)
      }
    }
    while nameLength(at: end, isFirst: false) > 0 { end += nameLength(at: end, isFirst: false) }
    return Token(kind: kind, range: TextRange(start, end))
  }

  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while isDigit(end) || byte(end) == UInt8(ascii: "_") { end += 1 }
    return end
  }

  private func dateEnd(from start: Int) -> Int? {
    func digits(_ offset: Int, _ most: Int) -> Int {
      var count = 0
      while count <= most, isDigit(offset + count) { count += 1 }
      return count
    }
    guard digits(start, 4) == 4, byte(start + 4) == UInt8(ascii: "-") else { return nil }
    let month = digits(start + 5, 2)
    guard month == 1 || month == 2 else { return nil }
    var end = start + 5 + month
    if byte(end) == UInt8(ascii: "-") {
      let day = digits(end + 1, 2)
      if day == 1 || day == 2 { end += 1 + day }
    }
    return nameLength(at: end, isFirst: false) == 0 ? end : nil
  }
}
