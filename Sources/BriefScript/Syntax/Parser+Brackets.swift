import BriefSource

extension Parser {
  /// Takes `open`, what `parse` reads and the bracket that closes it; `nil` at the nesting limit.
  ///
  /// In brackets line ends are space.
  mutating func inBrackets<Node>(
    _ closing: Token.Kind, open: Token, _ mode: Lexer.Mode = .expression,
    _ parse: (inout Parser) -> Node
  ) -> Node? {
    let wasCrossingLines = isCrossingLines
    take(mode)
    nesting += 1
    isCrossingLines = true
    defer {
      nesting -= 1
      isCrossingLines = wasCrossingLines
    }
    guard nesting <= Self.nestingLimit else {
      script.findings.reportOnce(.tooDeep, at: open.range)
      skipBeyondLimit()
      return nil
    }
    let node = parse(&self)
    close(closing, open: open, mode)
    return node
  }

  private mutating func close(_ closing: Token.Kind, open: Token, _ mode: Lexer.Mode) {
    let mark = closing == .rightParen ? ")" : "]"
    let token = peek(mode)
    if token.kind == closing {
      take(mode)
      return
    }
    if isBeyondLimit { return }
    if token.kind == .end {
      script.isIncomplete = true
      script.findings.reportOnce(.unclosedBracket(text(open), mark), at: open.range)
      return
    }
    expect(
      "'\(mark)' to close '\(text(open))'", token, labels: [.init(open.range, "opened here")])
    // The rest of the bracket is passed over, but not beyond its line if it is never closed.
    isCrossingLines = false
    skip(to: [closing], mode)
    if peek(mode).kind == closing { take(mode) }
  }

  /// Passes over what is nested too deep: to the end of the script, for in brackets line ends are
  /// space, or to the end of the line.
  mutating func skipBeyondLimit() {
    isBeyondLimit = true
    while true {
      switch peek(.expression).kind {
      case .end, .newline: return
      default: take(.expression)
      }
    }
  }

  /// Takes the equals sign that ties a value to a flag.
  mutating func takeEqualsSign(after flag: Token) {
    advance(to: TextRange(flag.range.end, flag.range.end + 1), .equals)
  }
}
