import BriefSource

extension Parser {
  /// The arguments of a command, to the end of its stage.
  mutating func parseArguments(of command: String) -> [Argument] {
    var arguments: [Argument] = []
    var followsComma = false
    while true {
      offer(.word, .argument(command: command, given: arguments))
      let token = peek(.word)
      if isAdjacent(token), token.beginsValue, let last, last.isWordLike {
        var message = Message.missingSpace
        if token.kind == .leftParen {
          let isName = lexer.nameEnd(from: last.range.start) == last.range.end
          if arguments.isEmpty {
            message = .bracketAfterName(command)
          } else if isName {
            message = .bracketAfterWord(text(last))
          }
        }
        script.findings.reportOnce(message, at: token.range)
      }
      switch token.kind {
      case .comma:
        if arguments.isEmpty || followsComma { expect("a value before the comma", token) }
        take(.word)
        followsComma = true
        while peek(.word).kind == .newline { take(.word) }
        wantMore(peek(.word))
        continue
      case .flag:
        arguments.append(parseFlag(of: command, given: arguments, followsComma))
      case .pipe, .newline, .semicolon, .end, .rightParen, .rightBracket, .rightBrace:
        if followsComma { expect("a value after the comma", token) }
        return arguments
      case .leftBrace:
        return arguments
      default:
        if let value = parseValue() {
          arguments.append(
            Argument(kind: .value(value), range: value.range, followsComma: followsComma))
        }
      }
      followsComma = false
    }
  }

  private mutating func parseFlag(
    of command: String, given: [Argument], _ followsComma: Bool
  ) -> Argument {
    let token = take(.word)
    let name = Name(text: String(text(token).dropFirst(2)), range: token.range)
    guard lexer.byte(token.range.end) == UInt8(ascii: "=") else {
      return Argument(
        kind: .flag(name, nil), range: token.range, followsComma: followsComma)
    }
    takeEqualsSign(after: token)
    offer(.word, .flagValue(command: command, flag: name.text, given: given))
    let next = peek(.word)
    guard isAdjacent(next), let value = parseValue() else {
      script.findings.reportOnce(
        .flagWithoutValue(name.text, nil), at: range(from: token.range.start))
      let broken = ArgumentValue(kind: .broken, range: token.range)
      return Argument(kind: .flag(name, broken), range: token.range, followsComma: followsComma)
    }
    return Argument(
      kind: .flag(name, value), range: range(from: token.range.start),
      followsComma: followsComma)
  }

  /// The value that begins with the next token, or `nil` where none does: it has been reported.
  private mutating func parseValue() -> ArgumentValue? {
    let token = peek(.word)
    switch token.kind {
    case .word:
      take(.word)
      let word = text(token)
      if let message = Self.misleading(word) {
        return ArgumentValue(kind: .wrong(message), range: token.range)
      }
      return ArgumentValue(kind: .word(word), range: token.range)
    case .variable:
      let value = parseVariable()
      return ArgumentValue(kind: .expression(value), range: value.range)
    case .string, .textBlock, .regex, .leftParen, .dollarParen:
      let value = parsePrimary()
      return ArgumentValue(kind: .expression(value), range: value.range)
    case .leftBracket:
      return parseListValue(token)
    case .unknown:
      let message = Message.strangeCharacter(scalar(of: token))
      take(.word)
      return ArgumentValue(kind: .wrong(message), range: token.range)
    default:
      return nil
    }
  }

  /// `[a, b]` among arguments, where bare words are text.
  private mutating func parseListValue(_ open: Token) -> ArgumentValue {
    let elements = inBrackets(.rightBracket, open: open, .word) { parser in
      var elements: [ArgumentValue] = []
      while true {
        let token = parser.peek(.word)
        if token.kind == .rightBracket || token.kind == .end { return elements }
        guard let element = parser.parseValue() else {
          if parser.peek(.word) == token {
            parser.expect("a value in the list", token)
            return elements
          }
          continue
        }
        elements.append(element)
        if parser.take(.comma, .word) == nil { return elements }
      }
    }
    return ArgumentValue(
      kind: .list(elements ?? []), range: range(from: open.range.start))
  }

  /// What to say of a word that means something in other shells, or was changed by a word
  /// processor.
  static func misleading(_ word: String) -> Message? {
    switch word {
    case ">", ">>", "<", "2>", "&>": return .redirection(word)
    case "&&", "&": return .shellOperator(word)
    default: break
    }
    guard let first = word.unicodeScalars.first else { return nil }
    switch first {
    case "'", "‘", "’", "`", "«", "»": return .otherQuotationMark(first)
    case "–", "—", "―":
      let rest = word.unicodeScalars.drop { "–—―-".unicodeScalars.contains($0) }
      guard let letter = rest.first, letter.properties.isAlphabetic else { return nil }
      return .dashForHyphens(String(String.UnicodeScalarView(rest)))
    case "-":
      let rest = word.unicodeScalars.dropFirst()
      guard let letter = rest.first, letter.properties.isAlphabetic else {
        return word == "--" ? .bareHyphens : nil
      }
      return .singleHyphen(String(String.UnicodeScalarView(rest)))
    default: return nil
    }
  }
}
