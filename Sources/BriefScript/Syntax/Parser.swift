import BriefSource

/// Reads tokens into statements; what it cannot read becomes a broken node, and it goes on.
///
/// One pass, each token looked at a bounded number of times. Only the methods that take tokens
/// change anything but the record of mistakes.
struct Parser {
  /// How deep brackets and formulas may be nested; every recursion of the language stays below it.
  static let nestingLimit = 100

  let lexer: Lexer
  var script: Script
  /// Where the next token is looked for.
  private(set) var offset = 0
  /// The next token, if it has been looked at: how it was read, and the comments before it.
  private var ahead: (mode: Lexer.Mode, crossingLines: Bool, token: Token)?
  private var commentsAhead: [TextRange] = []
  /// Whether line ends are space, as they are in brackets.
  var isCrossingLines = false
  /// How many brackets are open.
  var nesting = 0
  /// Whether the nesting limit was met, so that brackets may be left open.
  var isBeyondLimit = false
  /// Whether bare names in the formula at hand are columns.
  var hasColumns = false
  /// Whether what stands at the end is wanted for completion.
  let isCompleting: Bool
  /// What the operand that is read next is compared with, for completion.
  var compared: Expression?

  init(_ source: Source, isCompleting: Bool = false) {
    lexer = Lexer(source)
    script = Script(source: source, findings: Findings(source))
    // Rooms for what most scripts have, since growing them takes a good part of the time: three bytes
    // a token and the space before it, a statement a line.
    let lines = source.lines.count
    script.tokens.reserveCapacity(source.bytes.count / 3)
    script.statements.reserveCapacity(lines)
    script.commandNames.reserveCapacity(lines * 2)
    script.keywords.reserveCapacity(lines)
    self.isCompleting = isCompleting
  }

  /// The script that `source` holds.
  static func parse(_ source: Source, isCompleting: Bool = false) -> Script {
    var parser = Parser(source, isCompleting: isCompleting)
    parser.parseScript()
    return parser.script
  }

  // MARK: Tokens

  /// The next token, read in `mode`.
  mutating func peek(_ mode: Lexer.Mode) -> Token {
    if let ahead, ahead.mode == mode, ahead.crossingLines == isCrossingLines {
      return ahead.token
    }
    if !commentsAhead.isEmpty { commentsAhead.removeAll() }
    let token = lexer.token(
      at: offset, mode, crossingLines: isCrossingLines, comments: &commentsAhead)
    ahead = (mode, isCrossingLines, token)
    return token
  }

  /// Takes the next token.
  @discardableResult
  mutating func take(_ mode: Lexer.Mode) -> Token {
    let token = peek(mode)
    if !commentsAhead.isEmpty { script.comments.append(contentsOf: commentsAhead) }
    if token.kind != .end { script.tokens.append(token) }
    // A token has at least one byte, so every loop that takes one makes progress.
    assert(token.range.end > offset || token.kind == .end)
    offset = token.range.end
    ahead = nil
    return token
  }

  /// Takes a token that the caller knows to stand at `range`, right after the last one.
  mutating func advance(to range: TextRange, _ kind: Token.Kind) {
    script.tokens.append(Token(kind: kind, range: range))
    offset = range.end
    ahead = nil
  }

  /// Takes the next token if it is of `kind`.
  mutating func take(_ kind: Token.Kind, _ mode: Lexer.Mode) -> Token? {
    peek(mode).kind == kind ? take(mode) : nil
  }

  /// The last token taken.
  var last: Token? { script.tokens.last }

  /// The characters of a token.
  func text(_ token: Token) -> String { script.source[token.range] }

  /// Whether a token is this word; no string is made of it.
  func isWord(_ token: Token, _ word: StaticString) -> Bool {
    token.range.count == word.utf8CodeUnitCount && lexer.has(word, at: token.range.start)
  }

  /// Whether the next token stands right after the last one.
  func isAdjacent(_ token: Token) -> Bool {
    last.map { $0.range.end == token.range.start } ?? false
  }

  /// The range from `start` to the end of the last token taken.
  func range(from start: Int) -> TextRange {
    TextRange(start, max(start, last?.range.end ?? start))
  }

  // MARK: Mistakes

  /// Says that `expected` should stand where `token` does.
  mutating func expect(
    _ expected: String, _ token: Token, help: String? = nil, labels: [Diagnostic.Label] = []
  ) {
    if token.kind == .unknown {
      let scalar = lexer.scalar(at: token.range.start).scalar
      script.findings.reportOnce(.strangeCharacter(scalar), at: token.range)
      return
    }
    let found = description(of: token)
    script.findings.reportOnce(
      .unexpected(expected: expected, found: found, help: help), at: mark(token),
      labels: labels)
  }

  /// The place of a token for carets: that of the end is after the last character, not the last
  /// line end.
  func mark(_ token: Token) -> TextRange {
    guard token.kind == .end || token.kind == .newline else { return token.range }
    return .at(min(last?.range.end ?? 0, token.range.start))
  }

  /// How a token is called in messages.
  func description(of token: Token) -> String {
    switch token.kind {
    case .end: return "the end"
    case .newline: return "the end of the line"
    case .string, .textBlock: return "a string"
    case .regex: return "a regular expression"
    default:
      let text = text(token)
      return Message.quoted(text)
    }
  }

  /// Takes tokens until one of `stops` comes that is in no bracket opened here, or the statement
  /// ends.
  mutating func skip(to stops: Set<Token.Kind>, _ mode: Lexer.Mode = .word) {
    var open: [Token.Kind] = []
    while true {
      let token = peek(mode)
      if token.kind == .end { return }
      if open.isEmpty, stops.contains(token.kind) || token.endsStatement { return }
      switch token.kind {
      case .leftParen, .dollarParen: open.append(.rightParen)
      case .leftBracket: open.append(.rightBracket)
      case .leftBrace: open.append(.rightBrace)
      case .rightParen, .rightBracket, .rightBrace:
        if open.last == token.kind { open.removeLast() }
      case .newline:
        // A bracket that is never closed must not swallow the rest of the script.
        return
      default: break
      }
      take(mode)
    }
  }

  // MARK: Completion and incompleteness

  /// Notes that the script ends where more has to follow.
  mutating func wantMore(_ token: Token) {
    if token.kind == .end { script.isIncomplete = true }
  }

  /// Notes that an operand is being written, if the script ends with the next token.
  mutating func offerOperand() {
    offer(.expression, .operand(hasColumns: hasColumns, comparedWith: compared))
  }

  /// Notes what is being written, if the script ends with the next token.
  mutating func offer(_ mode: Lexer.Mode, _ kind: CompletionSite.Kind) {
    guard isCompleting else { return }
    let token = peek(mode)
    let end = lexer.bytes.count
    guard token.range.end == end, commentsAhead.last?.end != end else { return }
    if token.kind == .end {
      // Directly after a word nothing begins; the word itself has been offered.
      if let last, last.range.end == end, last.isWordLike || last.kind == .unknown { return }
      // After a dot only a field follows, after an equals sign only what it gives.
      switch (last?.range.end == end ? last?.kind : nil, kind) {
      case (.dot, .field): break
      case (.dot, _), (.equals, .argument): return
      default: break
      }
    } else if !token.isWordLike, text(token) != "$" {
      return
    }
    script.site = CompletionSite(kind: kind, token: token)
  }
}
