import BriefSource

extension Lexer {
  /// The token of an argument that begins at `start`, which is no space, string or variable.
  func word(at start: Int) -> Token {
    func symbol(_ kind: Token.Kind) -> Token {
      Token(kind: kind, range: TextRange(start, start + 1))
    }
    switch byte(start) {
    case UInt8(ascii: "|"): return symbol(.pipe)
    case UInt8(ascii: ","): return symbol(.comma)
    case UInt8(ascii: ";"): return symbol(.semicolon)
    case UInt8(ascii: "("): return symbol(.leftParen)
    case UInt8(ascii: ")"): return symbol(.rightParen)
    case UInt8(ascii: "["): return symbol(.leftBracket)
    case UInt8(ascii: "]"): return symbol(.rightBracket)
    case UInt8(ascii: "{"): return symbol(.leftBrace)
    case UInt8(ascii: "}"): return symbol(.rightBrace)
    default: break
    }
    let isFlag = has("--", at: start) && nameLength(at: start + 2, isFirst: true) > 0
    let end = wordEnd(from: start, stoppingAtEquals: isFlag)
    if end == start {
      return Token(kind: .unknown, range: TextRange(start, start + scalar(at: start).length))
    }
    return Token(kind: isFlag ? .flag : .word, range: TextRange(start, end))
  }

  /// The end of the bare word that begins at `start`.
  ///
  /// A bracket inside a word belongs to a pattern: `briefing[12].txt`. Control characters stop it.
  private func wordEnd(from start: Int, stoppingAtEquals: Bool) -> Int {
    var offset = start
    var isInClass = false
    while offset < bytes.count {
      let byte = byte(offset)
      switch byte {
      case 0..<0x21, 0x7F: return offset
      case UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("),
        UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        return offset
      case UInt8(ascii: "="):
        if stoppingAtEquals { return offset }
        offset += 1
      case UInt8(ascii: "["):
        isInClass = true
        offset += 1
      case UInt8(ascii: "]"):
        if !isInClass { return offset }
        isInClass = false
        offset += 1
      case UInt8(ascii: "$"):
        let next = self.byte(offset + 1)
        if next == UInt8(ascii: "(") || nameLength(at: offset + 1, isFirst: true) > 0 {
          return offset
        }
        offset += 1
      case 0x22: return offset
      case 0..<0x80: offset += 1
      default:
        if spaceLength(at: offset) > 0 || quotationMarkLength(at: offset) > 0 { return offset }
        offset += scalar(at: offset).length
      }
    }
    return bytes.count
  }
}
