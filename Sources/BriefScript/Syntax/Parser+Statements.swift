import BriefSource

extension Parser {
  /// The words that begin a statement that is no pipeline.
  static let statementWords = [
    "assert", "brief", "def", "exercise", "for", "if", "let", "needs", "param", "use",
  ]

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
  mutating func endStatement() {
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
    case let word where Exercise.words.contains(word):
      "write `;` between the parts of an exercise"
    case "elif", "elsif", "elseif": "write `else if`"
    case "{": "a block stands after `for`, `if`, `else`, `def`, `each` and inside `exercise`"
    default: nil
    }
  }

  mutating func parseStatement() -> Statement {
    let first = peek(.word)
    let start = first.range.start
    let kind: Statement.Kind
    if first.kind == .word {
      let word = text(first)
      if Self.statementWords.contains(word) { script.keywords.insert(first.range.start) }
      switch word {
      case "let": kind = parseBinding()
      case "assert": kind = parseAssertion()
      case "param": kind = parseParameter()
      case "needs": kind = parseNeed()
      case "use": kind = parseImport()
      case "def": kind = parseDefinition()
      case "for": kind = parseLoop()
      case "if": kind = parseBranch()
      case "exercise": kind = parseExercise()
      case "brief":
        if !isAtStart { script.findings.reportOnce(.editionNotFirst, at: first.range) }
        kind = parseEdition()
      default: kind = .pipeline(parsePipeline(beginsStatement: true))
      }
    } else {
      kind = .pipeline(parsePipeline(beginsStatement: true))
    }
    return Statement(kind: kind, range: range(from: start))
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
    let type = parseType(after: "':'", example: "let days: int = 7")
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

  /// A colon and the name of a type, if a colon is next; what stands instead of the type is
  /// reported.
  mutating func parseType(after word: String, example: String) -> Name? {
    guard take(.colon, .expression) != nil else { return nil }
    return parseTypeName(after: word, example: example)
  }

  mutating func parseTypeName(after word: String, example: String) -> Name? {
    offer(.expression, .type)
    let token = peek(.expression)
    guard token.kind == .name else {
      expect("a type after \(word)", token, help: "for example `\(example)`")
      return nil
    }
    take(.expression)
    return Name(text: text(token), range: token.range)
  }

  private mutating func parseAssertion() -> Statement.Kind {
    take(.word)
    let condition = parseWholeOperand(after: "'assert'")
    return .assertion(condition, otherwise: parseOtherwise())
  }

  /// `else` and the message after a condition, if they are there.
  mutating func parseOtherwise() -> Expression? {
    guard takeKeyword("else") else { return nil }
    return parseWholeOperand(after: "'else'")
  }

  /// Takes the next token if it is the word `word` of the language.
  mutating func takeKeyword(_ word: StaticString) -> Bool {
    let token = peek(.expression)
    guard token.kind == .name, isWord(token, word) else { return false }
    take(.expression)
    script.keywords.insert(token.range.start)
    return true
  }
}
