import BriefSource

extension Parser {
  /// The statements between braces; `nil` where no brace opens: that has been reported.
  ///
  /// - Parameter word: What stands before the block, for messages.
  mutating func parseBlock(after word: String) -> Block? {
    let open = peek(.word)
    guard open.kind == .leftBrace else {
      wantMore(open)
      expect("'{' after \(word)", open, help: "a block stands between braces, as in `{ quotes }`")
      skip(to: [])
      return nil
    }
    let wasCrossingLines = isCrossingLines
    let hadColumns = hasColumns
    take(.word)
    nesting += 1
    isCrossingLines = false
    hasColumns = false
    defer {
      nesting -= 1
      isCrossingLines = wasCrossingLines
      hasColumns = hadColumns
    }
    guard nesting <= Self.nestingLimit else {
      script.findings.reportOnce(.tooDeep, at: open.range)
      skipBeyondLimit()
      return nil
    }
    var statements: [Statement] = []
    while true {
      let token = peek(.word)
      switch token.kind {
      case .end:
        if last.map(\.beginsStatement) ?? true { offer(.word, .stage(beginsStatement: true)) }
        closeBlock(open)
        return Block(statements: statements, range: range(from: open.range.start))
      case .rightBrace:
        take(.word)
        return Block(statements: statements, range: range(from: open.range.start))
      case .newline, .semicolon:
        take(.word)
      case .rightParen, .rightBracket:
        script.findings.reportOnce(.unopened(text(token)), at: token.range)
        take(.word)
      default:
        statements.append(parseStatement())
        endStatement()
      }
    }
  }

  /// Says that a block is never closed, at the end of the script.
  private mutating func closeBlock(_ open: Token) {
    script.isIncomplete = true
    if isBeyondLimit { return }
    script.findings.reportOnce(.unclosedBracket("{", "}"), at: open.range)
  }

  // MARK: for, if, each

  mutating func parseLoop() -> Statement.Kind {
    take(.word)
    guard let variable = parseLoopVariable(after: "'for'", example: "for $b in $(briefings) { … }")
    else { return .broken }
    guard takeKeyword("in") else {
      expect(
        "'in' after the variable", peek(.expression), help: "as in `for $b in $(briefings) { … }`")
      skip(to: [])
      return .broken
    }
    let list = parseWholeOperand(after: "'in'")
    guard let body = parseBlock(after: "the list") else { return .broken }
    return .loop(Loop(variable: variable, list: list, body: body))
  }

  /// The variable that a block is run with; `nil` after reporting that there is none.
  private mutating func parseLoopVariable(after word: String, example: String) -> Name? {
    offer(.expression, .invention)
    let token = peek(.expression)
    switch token.kind {
    case .variable:
      take(.expression)
      return Name(text: String(text(token).dropFirst()), range: token.range)
    case .name:
      take(.expression)
      script.findings.reportOnce(.missingDollar(text(token), example: example), at: token.range)
      return Name(text: text(token), range: token.range)
    default:
      wantMore(token)
      expect("a variable after \(word)", token, help: "as in `\(example)`")
      skip(to: [.pipe])
      return nil
    }
  }

  mutating func parseBranch() -> Statement.Kind {
    take(.word)
    let condition = parseWholeOperand(after: "'if'")
    guard let body = parseBlock(after: "the condition") else { return .broken }
    var otherwise: Block?
    if takeElse() {
      let next = peek(.word)
      if next.kind == .word, text(next) == "if" {
        script.keywords.insert(next.range.start)
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.nestingLimit else {
          script.findings.reportOnce(.tooDeep, at: next.range)
          skipBeyondLimit()
          return .broken
        }
        let kind = parseBranch()
        let range = range(from: next.range.start)
        otherwise = Block(statements: [Statement(kind: kind, range: range)], range: range)
      } else {
        otherwise = parseBlock(after: "'else'")
      }
    }
    return .branch(Branch(condition: condition, body: body, otherwise: otherwise))
  }

  /// Takes `else`, which may stand on the line after the brace.
  private mutating func takeElse() -> Bool {
    let token = peek(.word)
    if token.kind == .newline {
      guard lexer.isWord("else", after: token.range.start) else { return false }
      while peek(.word).kind == .newline { take(.word) }
    }
    let word = peek(.word)
    guard word.kind == .word, text(word) == "else" else { return false }
    take(.word)
    script.keywords.insert(word.range.start)
    return true
  }

  mutating func parseEach() -> Stage.Kind {
    let example = "briefings | each $b { $b | quotes | count }"
    guard let variable = parseLoopVariable(after: "'each'", example: example),
      let block = parseBlock(after: "the variable")
    else { return .broken }
    return .each(variable, block)
  }
}
