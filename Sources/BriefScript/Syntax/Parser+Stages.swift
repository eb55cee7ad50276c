import BriefSource

extension Parser {
  mutating func parsePipeline(beginsStatement: Bool, isExplained: Bool = false) -> Pipeline {
    let start = peek(.word).range.start
    var stages: [Stage] = []
    repeat {
      stages.append(
        parseStage(
          beginsStatement: beginsStatement && stages.isEmpty,
          mayExplain: stages.isEmpty && !isExplained))
    } while takePipe()
    return Pipeline(stages: stages, range: range(from: start))
  }

  /// Takes a `|`, which may stand on the next line, and the line ends after it.
  private mutating func takePipe() -> Bool {
    let token = peek(.word)
    if token.kind == .newline {
      guard lexer.isPipe(after: token.range.start) else { return false }
      while peek(.word).kind == .newline { take(.word) }
    }
    guard take(.pipe, .word) != nil else { return false }
    while peek(.word).kind == .newline { take(.word) }
    return true
  }

  private mutating func parseStage(beginsStatement: Bool, mayExplain: Bool) -> Stage {
    offer(.word, .stage(beginsStatement: beginsStatement))
    let token = peek(.word)
    let start = token.range.start
    let kind: Stage.Kind
    switch token.kind {
    case .word where beginsCommand(token):
      kind =
        isWord(token, "explain")
        ? parseExplanation(token, mayExplain: mayExplain) : parseNamedStage(token)
    case .variable:
      kind = .value(parseVariable())
    case .leftParen, .dollarParen:
      let hadColumns = hasColumns
      hasColumns = false
      kind = .value(parsePrimary())
      hasColumns = hadColumns
    default:
      kind = parseWrongStage(token, beginsStatement: beginsStatement)
    }
    return Stage(
      kind: kind, range: range(from: start), reach: peek(.word).range.start)
  }

  /// Whether a word can be the name of a command: it begins with a letter.
  private func beginsCommand(_ token: Token) -> Bool {
    lexer.nameLength(at: token.range.start, isFirst: true) > 0
  }

  /// `explain` and all that follows it in its pipeline.
  private mutating func parseExplanation(_ token: Token, mayExplain: Bool) -> Stage.Kind {
    take(.word)
    script.keywords.insert(token.range.start)
    guard mayExplain else {
      script.findings.reportOnce(.explainFirst, at: token.range)
      skip(to: [.pipe])
      return .broken
    }
    // A cursor after the word is where a pipeline begins.
    guard !peek(.word).endsStatement || isCompleting else {
      expect(
        "a pipeline after 'explain'", peek(.word), help: "for example `explain quotes | take 3`")
      return .broken
    }
    return .explanation(parsePipeline(beginsStatement: false, isExplained: true))
  }

  private mutating func parseNamedStage(_ token: Token) -> Stage.Kind {
    take(.word)
    let word = Name(text: text(token), range: token.range)
    let isStageWord = Checker.stageWords.contains(word.text)
    if isStageWord {
      script.keywords.insert(token.range.start)
    } else {
      script.commandNames.append(word)
    }
    let hadColumns = hasColumns
    defer { hasColumns = hadColumns }
    hasColumns = isStageWord && word.text != "each"
    switch word.text {
    case "where":
      return .filter(parseWholeOperand(after: "'where'"))
    case "derive":
      return .derivation(parseDefinitions(after: "'derive'", until: nil))
    case "group":
      return parseGrouping()
    case "each":
      return parseEach()
    default:
      return .call(word, parseArguments(of: word.text))
    }
  }

  private mutating func parseWrongStage(
    _ token: Token, beginsStatement: Bool
  ) -> Stage.Kind {
    switch token.kind {
    case .pipe:
      if beginsStatement {
        script.findings.reportOnce(.pipeFirst, at: token.range)
      } else {
        script.findings.reportOnce(.emptyStage, at: token.range)
      }
      return .broken
    case .end, .newline, .semicolon, .rightParen:
      wantMore(token)
      expect("a command", token, help: last?.kind == .pipe ? "take the last `|` away" : nil)
    case .flag:
      expect("a command", token, help: "flags stand after the command they belong to")
      skip(to: [.pipe])
    case .unknown:
      script.findings.reportOnce(.strangeCharacter(scalar(of: token)), at: token.range)
      skip(to: [.pipe])
    default:
      expect(
        "a command", token,
        help: "to see a value write `print` before it, in brackets if it is a formula")
      skip(to: [.pipe])
    }
    return .broken
  }

  /// The code point that a token of kind `unknown` holds.
  func scalar(of token: Token) -> Unicode.Scalar {
    lexer.scalar(at: token.range.start).scalar
  }

  private mutating func parseGrouping() -> Stage.Kind {
    var keys: [Name] = []
    repeat {
      offer(.expression, .column)
      let token = peekPastLines()
      if token.kind == .name {
        take(.expression)
        keys.append(Name(text: text(token), range: token.range))
      } else {
        expect("a column to group by", token, help: "for example `group speaker [ n = count() ]`")
        break
      }
    } while take(.comma, .expression) != nil
    guard peek(.expression).kind == .leftBracket else {
      if peek(.expression).kind == .name, !keys.isEmpty {
        let isBy = keys.count == 1 && keys[0].text == "by"
        expect(
          "'[' or the end of the stage", peek(.expression),
          help: isBy
            ? "'group' has no 'by': write `group \(text(peek(.expression)))`"
            : "figures stand in brackets, as in `group speaker [ n = count() ]`; commas stand "
              + "between columns")
        skip(to: [.pipe])
        return .broken
      }
      if keys.isEmpty {
        skip(to: [.pipe])
        return .broken
      }
      return .grouping(keys: keys, nil)
    }
    let open = peek(.expression)
    let definitions = inBrackets(.rightBracket, open: open) { parser in
      parser.parseDefinitions(after: "'['", until: .rightBracket)
    }
    return keys.isEmpty ? .broken : .grouping(keys: keys, definitions ?? [])
  }

  /// `name = formula, …`; `closing` ends them where they stand in brackets.
  private mutating func parseDefinitions(
    after word: String, until closing: Token.Kind?
  ) -> [Definition] {
    var definitions: [Definition] = []
    repeat {
      offer(.expression, .invention)
      let token = peekPastLines(isFirst: definitions.isEmpty)
      if let closing, token.kind == closing, !definitions.isEmpty { break }
      guard token.kind == .name else {
        wantMoreAfterComma(token)
        expect(
          "a name and '='", token,
          help: "for example `\(closing == nil ? "derive long = words > 30" : "n = count()")`")
        skip(to: closing.map { [.pipe, .comma, $0] } ?? [.pipe, .comma], .expression)
        continue
      }
      take(.expression)
      let name = Name(text: text(token), range: token.range)
      let equals = peek(.expression)
      guard equals.kind == .equals else {
        expect(
          "'=' after the name '\(name.text)'", equals,
          help: closing == nil ? nil : "every figure has a name, as in `n = count()`")
        skip(to: closing.map { [.pipe, .comma, $0] } ?? [.pipe, .comma], .expression)
        continue
      }
      take(.expression)
      definitions.append(Definition(name: name, value: parseWholeOperand(after: "'='")))
    } while take(.comma, .expression) != nil
    return definitions
  }

  private mutating func wantMoreAfterComma(_ token: Token) {
    if last?.kind == .comma { wantMore(token) }
  }

  /// The next token of an expression; line ends after a comma are space.
  private mutating func peekPastLines(isFirst: Bool = false) -> Token {
    if last?.kind == .comma {
      while peek(.expression).kind == .newline { take(.expression) }
      wantMore(peek(.expression))
    }
    return peek(.expression)
  }
}
