import BriefSource

extension Parser {
  // MARK: param, needs, use

  mutating func parseParameter() -> Statement.Kind {
    take(.word)
    let example = "param since: date = 2025-10-01 \"first day to include\""
    guard let name = parseNewName(after: "'param'", example: example) else { return .broken }
    guard let type = parseType(after: "':'", example: example) else {
      if last?.range == name.range {
        expect("':' and a type after the name", peek(.expression), help: "as in `\(example)`")
      }
      skip(to: [])
      return .broken
    }
    var standard: Expression?
    if take(.equals, .expression) != nil { standard = parseOperand(after: "'='") }
    return .parameter(
      ScriptParameter(name: name, type: type, standard: standard, purpose: parseDocumentation()))
  }

  mutating func parseNeed() -> Statement.Kind {
    take(.word)
    let word = peek(.word)
    guard word.kind == .word, let access = FileAccess(rawValue: text(word)) else {
      expect("'read' or 'write' after 'needs'", word, help: "as in `needs read \"briefings/\"`")
      skip(to: [])
      return .broken
    }
    take(.word)
    script.keywords.insert(word.range.start)
    offer(.word, .file(""))
    let path = peek(.word)
    guard path.kind == .string else {
      expect(
        "a path in quotation marks after '\(access.rawValue)'", path,
        help: "as in `needs \(access.rawValue) \"briefings/\"`")
      skip(to: [])
      return .broken
    }
    return .needs(Need(access: access, path: parseText(), range: path.range))
  }

  mutating func parseImport() -> Statement.Kind {
    take(.word)
    offer(.word, .file("brief"))
    let path = peek(.word)
    guard path.kind == .string else {
      expect(
        "the file of a module in quotation marks after 'use'", path,
        help: "as in `use \"speech.brief\" as speech`; `focus` chooses a briefing")
      skip(to: [])
      return .broken
    }
    let text = parseText()
    var alias: Name?
    if takeKeyword("as") {
      alias = parseNewName(after: "'as'", example: "use \"speech.brief\" as speech")
      if alias == nil { return .broken }
    }
    return .use(Import(path: text, range: path.range, alias: alias))
  }

  // MARK: def

  mutating func parseDefinition() -> Statement.Kind {
    take(.word)
    let example = "def loudest(of: table, n: int = 3) { $of | take $n }"
    guard let name = parseNewName(after: "'def'", example: example) else { return .broken }
    let open = peek(.expression)
    guard open.kind == .leftParen else {
      expect("'(' after the name", open, help: "as in `\(example)`")
      skip(to: [])
      return .broken
    }
    let formals = inBrackets(.rightParen, open: open) { $0.parseFormals(example: example) }
    var result: Name?
    if take(.arrow, .expression) != nil {
      result = parseTypeName(after: "'->'", example: "def half(n: int) -> number { ($n / 2) }")
    }
    let purpose = parseDocumentation()
    guard let body = parseBlock(after: "the brackets of 'def'") else { return .broken }
    return .definition(
      FunctionDefinition(
        name: name, formals: formals ?? [], result: result, purpose: purpose, body: body))
  }

  private mutating func parseFormals(example: String) -> [FunctionDefinition.Formal] {
    var formals: [FunctionDefinition.Formal] = []
    repeat {
      let token = peek(.expression)
      if token.kind == .rightParen { break }
      guard let name = parseNewName(after: formals.isEmpty ? "'('" : "','", example: example)
      else { break }
      guard let type = parseType(after: "':'", example: example) else {
        if last?.range == name.range {
          expect("':' and a type after the name", peek(.expression), help: "as in `\(example)`")
        }
        skip(to: [.comma, .rightParen], .expression)
        formals.append(.init(name: name, type: nil, standard: nil))
        continue
      }
      var standard: Expression?
      if take(.equals, .expression) != nil { standard = parseOperand(after: "'='") }
      formals.append(.init(name: name, type: type, standard: standard))
    } while take(.comma, .expression) != nil
    return formals
  }

  /// A name that its author invents; `nil` after reporting that there is none.
  private mutating func parseNewName(after word: String, example: String) -> Name? {
    offer(.expression, .invention)
    let token = peek(.expression)
    switch token.kind {
    case .name:
      take(.expression)
      return Name(text: text(token), range: token.range)
    case .variable:
      take(.expression)
      let bare = String(text(token).dropFirst())
      script.findings.reportOnce(
        .dollarInBinding(bare, example: example), at: token.range)
      return Name(text: bare, range: token.range)
    default:
      wantMore(token)
      expect("a name after \(word)", token, help: "as in `\(example)`")
      if !isCrossingLines { skip(to: []) }
      return nil
    }
  }

  /// What is said of a parameter or a function, in a string, if it is said.
  private mutating func parseDocumentation() -> String? {
    switch peek(.expression).kind {
    case .string, .textBlock: parseText()
    default: nil
    }
  }

  /// The characters of the string that stands here.
  mutating func parseText() -> String {
    let string = parsePrimary()
    if case .literal(.text(let text)) = string.kind { return text.string }
    return ""
  }

  // MARK: exercise

  mutating func parseExercise() -> Statement.Kind {
    take(.word)
    let string = peek(.word)
    guard string.kind == .string else {
      expect(
        "a name in quotation marks after 'exercise'", string,
        help: "as in `exercise \"first-words\" { … }`")
      skip(to: [])
      return .broken
    }
    var exercise = Exercise(name: Name(text: parseText(), range: string.range))
    let open = peek(.word)
    guard open.kind == .leftBrace else {
      wantMore(open)
      expect("'{' after the name of the exercise", open)
      skip(to: [])
      return .broken
    }
    take(.word)
    nesting += 1
    defer { nesting -= 1 }
    while true {
      let token = peek(.word)
      switch token.kind {
      case .newline, .semicolon: take(.word)
      case .rightBrace:
        take(.word)
        return .exercise(exercise)
      case .end:
        script.isIncomplete = true
        script.findings.reportOnce(.unclosedBracket("{", "}"), at: open.range)
        return .exercise(exercise)
      default:
        parseItem(of: &exercise)
        if !peek(.word).endsStatement { exercise.isBroken = true }
        endStatement()
      }
    }
  }

  private mutating func parseItem(of exercise: inout Exercise) {
    let token = peek(.word)
    let word = token.kind == .word ? text(token) : ""
    let example = "title, ask, hint, given, check and solution"
    guard Exercise.words.contains(word) else {
      var help = "an exercise has \(example)"
      if let nearest = Spelling.nearest(to: word, among: Exercise.words) {
        help = "did you mean '\(nearest)'?"
      } else if Self.statementWords.contains(word) || token.kind == .word {
        help = "an exercise has \(example); statements stand in the block of 'given'"
      }
      exercise.isBroken = true
      expect("a part of the exercise", token, help: help)
      skip(to: [])
      return
    }
    take(.word)
    script.keywords.insert(token.range.start)
    func once(_ isGiven: Bool, _ parser: inout Parser) {
      if isGiven { parser.script.findings.reportOnce(.repeatedItem(word), at: token.range) }
    }
    switch word {
    case "title":
      once(exercise.title != nil, &self)
      exercise.title = parseItemText(word)
    case "ask":
      once(exercise.question != nil, &self)
      exercise.question = parseItemText(word)
    case "hint":
      if let hint = parseItemText(word) { exercise.hints.append(hint) }
    case "given":
      once(exercise.given != nil, &self)
      exercise.given = parseBlock(after: "'given'")
    case "solution":
      once(exercise.solution != nil, &self)
      exercise.solution = parseBlock(after: "'solution'")
    default:
      let condition = parseWholeOperand(after: "'check'")
      exercise.checks.append(.init(condition: condition, otherwise: parseOtherwise()))
    }
  }

  private mutating func parseItemText(_ word: String) -> String? {
    let token = peek(.word)
    guard token.kind == .string || token.kind == .textBlock else {
      expect("a string after '\(word)'", token, help: "as in `\(word) \"…\"`")
      skip(to: [])
      return nil
    }
    return parseText()
  }
}

extension Exercise {
  /// The words that begin its parts.
  static let words = ["title", "ask", "hint", "given", "check", "solution"]
}
