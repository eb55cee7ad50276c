import BriefSource

extension Parser {
  /// The formula that has to stand after `word`, which is the last token.
  mutating func parseOperand(after word: String) -> Expression {
    let isSymbol = last.map { !$0.isWordLike } ?? false
    if isSymbol { skipLines() }
    offerOperand()
    let token = peek(.expression)
    guard !beginsExpression(token) else { return parseExpression() }
    if isSymbol { wantMore(token) }
    script.findings.reportOnce(
      .unexpected(
        expected: "a value after \(word)", found: description(of: token), help: nil),
      at: mark(token))
    if !token.endsStatement, token.kind != .leftBrace {
      skip(to: Self.expressionStops, .expression)
    }
    return Expression(.broken, mark(token))
  }

  /// The formula that has to stand after `word` and to end there.
  mutating func parseWholeOperand(after word: String) -> Expression {
    let operand = parseOperand(after: word)
    let token = peek(.expression)
    guard token.isWordLike || token.kind == .unknown,
      ![.rightParen, .rightBracket, .rightBrace].contains(token.kind), !isElse(token)
    else { return operand }
    if case .broken = operand.kind {
      skip(to: Self.expressionStops, .expression)
      return operand
    }
    expect(
      "an operator, '|' or the end of the statement", token, help: mend(operand, before: token))
    skip(to: Self.expressionStops, .expression)
    return Expression(.broken, operand.range)
  }

  /// How to mend a formula that goes on with `token`, if there is a common mistake.
  private func mend(_ operand: Expression, before token: Token) -> String? {
    let word = text(token)
    let left = script.source[operand.range]
    if token.kind == .name, FunctionDeclaration.byName[word] != nil {
      return "a function stands before its values, as in `\(word)(\(left), …)`"
    }
    if Exercise.words.contains(word) { return "write `;` between the parts of an exercise" }
    if token.kind == .name, case .binary(_, _, _, let right) = operand.kind,
      case .name(let first) = right.kind
    {
      return "text stands in quotation marks, as in `\"\(first) \(word)\"`"
    }
    return nil
  }

  private func isElse(_ token: Token) -> Bool { token.kind == .name && isWord(token, "else") }

  /// Where a formula that cannot be read is given up.
  private static let expressionStops: Set<Token.Kind> = [
    .pipe, .comma, .rightParen, .rightBracket, .rightBrace,
  ]

  private mutating func skipLines() {
    while peek(.expression).kind == .newline { take(.expression) }
  }

  private func beginsExpression(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .variable, .string, .textBlock, .regex, .int, .number, .date, .leftParen,
      .dollarParen, .leftBracket, .minus, .unknown:
      true
    default: false
    }
  }

  /// A formula whose operators bind at least as tightly as `least`.
  ///
  /// Precedence climbing, after Martin Richards' BCPL compiler.
  mutating func parseExpression(_ least: Int = 0) -> Expression {
    var left = parseUnary()
    while true {
      let token = peek(.expression)
      guard let binary = binaryOperator(token), binary.precedence >= least else {
        // Where a bracket or an operand is missing, that comes first.
        if !script.isIncomplete { offer(.expression, .operator(after: left)) }
        return left
      }
      let outer = compared
      defer { compared = outer }
      if binary.precedence <= BinaryOperator.equal.precedence {
        compared = [.equal, .notEqual, .isIn].contains(binary) ? left : nil
      }
      if token.kind == .name { script.keywords.insert(token.range.start) }
      if token.kind == .equals { script.findings.reportOnce(.singleEquals, at: token.range) }
      take(.expression)
      skipLines()
      offerOperand()
      let next = peek(.expression)
      guard beginsExpression(next) else {
        wantMore(next)
        expect("a value after '\(binary.rawValue)'", next)
        return Expression(.broken, range(from: left.range.start))
      }
      // A comparison binds no second one: `1 < x < 5` reads like mathematics but is not.
      let right = descending(from: token) { $0.parseExpression(binary.precedence + 1) }
      left = combined(binary, token, left, right)
      if binary.isComparison, let second = binaryOperator(peek(.expression)),
        second.isComparison
      {
        script.findings.reportOnce(
          .chainedComparison(binary.rawValue, second.rawValue), at: peek(.expression).range)
        left = Expression(.broken, left.range)
      }
    }
  }

  private mutating func combined(
    _ binary: BinaryOperator, _ token: Token, _ left: Expression, _ right: Expression
  ) -> Expression {
    let range = left.range.union(right.range)
    let depth = max(left.depth, right.depth) + 1
    guard depth <= Self.nestingLimit * 4 else {
      script.findings.reportOnce(.tooDeep, at: token.range)
      return Expression(.broken, range)
    }
    return Expression(.binary(binary, at: token.range, left, right), range, depth: depth)
  }

  /// The operator a token stands for; the words `and`, `or` and `in` are names to the lexer.
  private func binaryOperator(_ token: Token) -> BinaryOperator? {
    switch token.kind {
    case .name:
      isWord(token, "and") ? .and : isWord(token, "or") ? .or : isWord(token, "in") ? .isIn : nil
    case .equalEqual, .equals: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessEqual: .lessOrEqual
    case .greater: .greater
    case .greaterEqual: .greaterOrEqual
    case .tilde: .matches
    case .questionQuestion: .orElse
    case .dotDot: .upTo
    case .plus: .plus
    case .minus: .minus
    case .star: .times
    case .slash: .divided
    case .percent: .remainder
    default: nil
    }
  }

  private mutating func parseUnary() -> Expression {
    let token = peek(.expression)
    let unary: UnaryOperator
    if token.kind == .minus {
      unary = .minus
    } else if token.kind == .name, isWord(token, "not") {
      unary = .not
      script.keywords.insert(token.range.start)
    } else {
      return parsePrimary()
    }
    take(.expression)
    skipLines()
    offerOperand()
    let next = peek(.expression)
    guard beginsExpression(next) else {
      wantMore(next)
      expect("a value after '\(unary.rawValue)'", next)
      return Expression(.broken, token.range)
    }
    // The least int has no counterpart above 0.
    if unary == .minus, next.kind == .int,
      case .success(let least) = Literals.number("-" + text(next)), least == .int(.min)
    {
      take(.expression)
      return Expression(.literal(least), token.range.union(next.range))
    }
    // `not` takes a whole comparison, `-` a single operand.
    let operand = descending(from: token) {
      unary == .not ? $0.parseExpression(4) : $0.parseUnary()
    }
    if unary == .minus, case .literal(let value) = operand.kind {
      // A negative number is one literal.
      let range = token.range.union(operand.range)
      if case .int(let number) = value, number > 0 {
        return Expression(.literal(.int(-number)), range)
      }
      if case .number(let number) = value { return Expression(.literal(.number(-number)), range) }
    }
    return Expression(
      .unary(unary, operand), token.range.union(operand.range), depth: operand.depth + 1)
  }

  /// Does `parse` one level deeper, or gives up at the limit.
  mutating func descending(
    from token: Token, _ parse: (inout Parser) -> Expression
  ) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.nestingLimit else {
      script.findings.reportOnce(.tooDeep, at: token.range)
      skipBeyondLimit()
      return Expression(.broken, token.range)
    }
    return parse(&self)
  }

  // MARK: Operands

  /// An operand with the fields taken of it.
  mutating func parsePrimary() -> Expression {
    parseFields(of: parseBarePrimary())
  }

  private mutating func parseBarePrimary() -> Expression {
    let token = peek(.expression)
    switch token.kind {
    case .int, .number:
      take(.expression)
      return literal(token, Literals.number(text(token)))
    case .date:
      take(.expression)
      guard let date = CalendarDate(text(token)) else {
        script.findings.reportOnce(.impossibleDate(text(token)), at: token.range)
        return Expression(.broken, token.range)
      }
      return Expression(.literal(.date(date)), token.range)
    case .string, .textBlock:
      return parseString()
    case .regex:
      take(.expression)
      reportFlaw(of: token)
      let (pattern, range) = Literals.pattern(token, in: script.source)
      return Expression(.regex(pattern, range), token.range)
    case .variable:
      take(.expression)
      return Expression(.variable(String(text(token).dropFirst())), token.range)
    case .name:
      return parseName()
    case .leftParen:
      return inBrackets(.rightParen, open: token) { $0.parseOperand(after: "'('") }
        ?? Expression(.broken, token.range)
    case .dollarParen:
      return parseSubpipeline(token)
    case .leftBracket:
      return parseList(token)
    default:
      if token.kind == .unknown {
        script.findings.reportOnce(.strangeCharacter(scalar(of: token)), at: token.range)
        take(.expression)
      } else {
        expect("a value", token)
      }
      return Expression(.broken, token.range)
    }
  }

  private mutating func literal(
    _ token: Token, _ number: Result<Value, Literals.NumeralError>
  ) -> Expression {
    switch number {
    case .success(let value): return Expression(.literal(value), token.range)
    case .failure(.malformed):
      script.findings.reportOnce(.malformedNumber(text(token)), at: token.range)
    case .failure(.tooLarge):
      script.findings.reportOnce(.tooLargeNumber, at: token.range)
    }
    return Expression(.broken, token.range)
  }

  private mutating func parseString() -> Expression {
    let token = take(.expression)
    reportFlaw(of: token)
    var faults: [Literals.Fault] = []
    let text = Literals.string(token, in: script.source, faults: &faults)
    for fault in faults { script.findings.reportOnce(fault.message, at: fault.range) }
    return Expression(.literal(.text(text)), token.range)
  }

  private mutating func reportFlaw(of token: Token) {
    switch token.flaw {
    case nil: return
    case .unclosedTextBlock:
      script.isIncomplete = true
      script.findings.reportOnce(
        .unclosedTextBlock, at: TextRange(token.range.start, token.range.start + 3))
    case .unclosedString:
      let isCurly =
        lexer.quotationMarkLength(
          at: token.kind == .regex ? token.range.start + 1 : token.range.start) == 3
      script.findings.reportOnce(.unclosedString(isCurly: isCurly), at: token.range)
    }
  }

  private mutating func parseName() -> Expression {
    let token = take(.expression)
    let name = text(token)
    if let end = lexer.qualifiedCall(after: token.range) {
      advance(to: TextRange(token.range.end, end), .name)
      let range = TextRange(token.range.start, end)
      return parseCall(Name(text: script.source[range], range: range))
    }
    if peek(.expression).kind == .leftParen, isAdjacent(peek(.expression)) {
      return parseCall(Name(text: name, range: token.range))
    }
    if name == "true" || name == "false" || name == "missing" {
      script.keywords.insert(token.range.start)
    }
    switch name {
    case "true": return Expression(.literal(.bool(true)), token.range)
    case "false": return Expression(.literal(.bool(false)), token.range)
    case "missing": return Expression(.literal(.missing), token.range)
    case "and", "or", "in", "else":
      script.findings.reportOnce(
        .unexpected(expected: "a value", found: "'\(name)'", help: nil), at: token.range)
      return Expression(.broken, token.range)
    default: return Expression(.name(name), token.range)
    }
  }

  private mutating func parseCall(_ name: Name) -> Expression {
    let open = peek(.expression)
    let outer = compared
    compared = nil
    defer { compared = outer }
    let arguments = inBrackets(.rightParen, open: open) { parser in
      parser.parseElements(until: .rightParen)
    }
    guard let arguments else { return Expression(.broken, name.range) }
    return Expression(
      .call(name, arguments), range(from: name.range.start),
      depth: arguments.reduce(0) { max($0, $1.depth) } + 1)
  }

  private mutating func parseList(_ open: Token) -> Expression {
    let elements = inBrackets(.rightBracket, open: open) { parser in
      parser.parseElements(until: .rightBracket)
    }
    guard let elements else { return Expression(.broken, open.range) }
    return Expression(
      .list(elements), range(from: open.range.start),
      depth: elements.reduce(0) { max($0, $1.depth) } + 1)
  }

  /// Formulas with commas between them; a comma may stand after the last.
  private mutating func parseElements(until closing: Token.Kind) -> [Expression] {
    var elements: [Expression] = []
    repeat {
      if !elements.isEmpty, peek(.expression).kind == closing { break }
      offerOperand()
      if peek(.expression).kind == closing { break }
      elements.append(parseOperand(after: elements.isEmpty ? "the bracket" : "the comma"))
    } while take(.comma, .expression) != nil
    return elements
  }

  private mutating func parseSubpipeline(_ open: Token) -> Expression {
    let outer = compared
    compared = nil
    defer { compared = outer }
    let inner = inBrackets(.rightParen, open: open) { parser in
      let pipeline = parser.parsePipeline(beginsStatement: false)
      if parser.peek(.word).kind == .semicolon {
        parser.script.findings.reportOnce(
          .statementsInBrackets, at: parser.peek(.word).range)
        while parser.peek(.word).kind != .rightParen, parser.peek(.word).kind != .end {
          parser.take(.word)
        }
      }
      return pipeline
    }
    guard let inner else { return Expression(.broken, open.range) }
    return Expression(
      .pipeline(inner), range(from: open.range.start), depth: inner.depth + 1)
  }

  // MARK: Fields

  /// A variable with the fields taken of it.
  mutating func parseVariable() -> Expression {
    let token = take(.word)
    return parseFields(of: Expression(.variable(String(text(token).dropFirst())), token.range))
  }

  private mutating func parseFields(of operand: Expression) -> Expression {
    var operand = operand
    while lexer.byte(offset) == UInt8(ascii: "."), lexer.byte(offset + 1) != UInt8(ascii: "."),
      let dot = take(.dot, .expression)
    {
      offer(.expression, .field(operand))
      let name = peek(.expression)
      guard name.kind == .name, isAdjacent(name) else {
        expect("a field after the dot", dot)
        return operand
      }
      take(.expression)
      let depth = operand.depth + 1
      guard depth <= Self.nestingLimit * 4 else {
        script.findings.reportOnce(.tooDeep, at: name.range)
        return Expression(.broken, operand.range)
      }
      operand = Expression(
        .field(operand, Name(text: text(name), range: name.range)),
        operand.range.union(name.range), depth: depth)
    }
    return operand
  }
}
