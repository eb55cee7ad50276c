import BriefSource

extension Parser {
  /// The words that begin a statement of the grammar which is not in this version.
  static let unsupported: Set<String> = ["param", "needs", "def", "for", "if", "exercise"]

  mutating func parseScript() {
    while true {
      let token = peek(.word)
      switch token.kind {
      case .end:
        if last.map(\.endsStatement) ?? true {
          offer(.word, .stage(beginsStatement: true))
        }
        take(.word)
        return
      case .newline, .semicolon:
        take(.word)
      case .rightBrace, .rightParen, .rightBracket:
        script.findings.reportOnce(.unopened(text(token)), at: token.range)
        take(.word)
      default:
        script.statements.append(parseStatement())
        endStatement()
      }
    }
  }

  /// What follows a statement must end it; otherwise the rest of it is passed over.
  private mutating func endStatement() {
    let token = peek(.word)
    guard !token.endsStatement else { return }
    switch token.kind {
    case .rightParen, .rightBracket:
      script.findings.reportOnce(.unopened(text(token)), at: token.range)
    default:
      expect("the end of the statement", token, help: Self.mend(after: text(token)))
    }
    skip(to: [])
  }

  /// A way to mend a statement that goes on with `word`, if there is a common mistake.
  private static func mend(after word: String) -> String? {
    switch word {
    case "=", "+=": "there is no assignment; `let` gives a value a name once"
    case "{": "blocks belong to statements that are not part of this version of the language"
    default: nil
    }
  }

  mutating func parseStatement() -> Statement {
    let first = peek(.word)
    let start = first.range.start
    let kind: Statement.Kind
    if first.kind == .word {
      let word = text(first)
      if word == "let" || word == "assert" || word == "brief" {
        script.keywords.insert(first.range.start)
      }
      switch word {
      case "let": kind = parseBinding()
      case "assert": kind = parseAssertion()
      case "brief":
        if !isAtStart { script.findings.reportOnce(.editionNotFirst, at: first.range) }
        kind = parseEdition()
      case let word where Self.unsupported.contains(word):
        kind = parseUnsupported(word, first)
      default: kind = .pipeline(parsePipeline(beginsStatement: true))
      }
    } else {
      kind = .pipeline(parsePipeline(beginsStatement: true))
    }
    return Statement(kind: kind, range: range(from: start))
  }

  private mutating func parseUnsupported(_ word: String, _ token: Token) -> Statement.Kind {
    script.findings.reportOnce(.notInThisVersion(word), at: token.range)
    skipWithBlocks()
    return .broken
  }

  /// Passes over a statement and over the blocks in it, line ends and all.
  private mutating func skipWithBlocks() {
    var braces = 0
    while true {
      let token = peek(.word)
      switch token.kind {
      case .end: return
      case .leftBrace: braces += 1
      case .rightBrace:
        if braces == 0 { return }
        braces -= 1
      case .newline, .semicolon: if braces == 0 { return }
      default: break
      }
      take(.word)
    }
  }

  // MARK: Edition

  /// Whether nothing stands before the next token.
  private var isAtStart: Bool {
    !script.tokens.contains { $0.kind != .newline && $0.kind != .semicolon }
  }

  private mutating func parseEdition() -> Statement.Kind {
    take(.word)
    let number = peek(.expression)
    guard number.kind == .int, case .success(.int(let edition)) = Literals.number(text(number))
    else {
      expect("the number of an edition after 'brief'", number, help: "write `brief 1`")
      skip(to: [])
      return .broken
    }
    take(.expression)
    if edition != 1 {
      script.findings.reportOnce(.unknownEdition(edition), at: number.range)
    }
    return .edition(edition)
  }

  // MARK: Bindings and assertions

  private mutating func parseBinding() -> Statement.Kind {
    take(.word)
    offer(.expression, .invention)
    let token = peek(.expression)
    var name: Name?
    switch token.kind {
    case .name:
      take(.expression)
      name = Name(text: text(token), range: token.range)
    case .variable:
      take(.expression)
      let bare = String(text(token).dropFirst())
      script.findings.reportOnce(.dollarInBinding(bare), at: token.range)
      name = Name(text: bare, range: token.range)
    default:
      expect("a name after 'let'", token, help: "write `let name = …`")
      skip(to: [])
      return .broken
    }
    var type: Name?
    if take(.colon, .expression) != nil {
      offer(.expression, .type)
      let token = peek(.expression)
      if token.kind == .name {
        take(.expression)
        type = Name(text: text(token), range: token.range)
      } else {
        expect("a type after ':'", token, help: "for example `let days: int = 7`")
      }
    }
    let equals = peek(.expression)
    guard equals.kind == .equals else {
      expect("'=' and a value after the name", equals)
      skip(to: [])
      return .broken
    }
    take(.expression)
    let value = parseWholeOperand(after: "'='")
    guard let name else { return .broken }
    if peek(.expression).kind == .pipe {
      script.findings.reportOnce(
        .pipelineWithoutBrackets, at: peek(.expression).range)
      skip(to: [])
    }
    return .binding(name, type: type, value)
  }

  private mutating func parseAssertion() -> Statement.Kind {
    take(.word)
    let condition = parseWholeOperand(after: "'assert'")
    var otherwise: Expression?
    let word = peek(.expression)
    if word.kind == .name, isWord(word, "else") {
      take(.expression)
      script.keywords.insert(word.range.start)
      otherwise = parseWholeOperand(after: "'else'")
    }
    return .assertion(condition, otherwise: otherwise)
  }
}
