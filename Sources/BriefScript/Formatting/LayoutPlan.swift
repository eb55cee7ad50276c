import BriefSource

/// What is known of a script before it is laid out: its tokens, what stands between them, and the
/// stretches that are laid out together.
struct LayoutPlan {
  let script: Script
  /// The tokens without line ends and semicolons.
  let tokens: [Token]
  /// What stands before each token, and at last before the end.
  var gaps: [LayoutGap]
  var roles: [LayoutRole]
  var nodes: [LayoutNode] = []
  /// The nodes that are broken because they were written so.
  var brokenNodes: Set<Int> = []
  /// The nodes that begin with a token, outer ones first.
  var beginnings: [[Int]]
  /// Tokens without space before them.
  var tight: Set<Int> = []
  /// Square brackets with space inside them.
  var padded: Set<Int> = []
  /// The signs between two operands.
  var binaryMinus: Set<Int> = []

  init(_ script: Script) {
    self.script = script
    tokens = script.tokens.filter { $0.kind != .newline && $0.kind != .semicolon }
    gaps = Self.gaps(of: tokens, script)
    roles = Array(repeating: .plain, count: tokens.count)
    beginnings = Array(repeating: [], count: tokens.count)
    visit(script.statements, of: nil, isOneLine: false)
  }

  private static func gaps(of tokens: [Token], _ script: Script) -> [LayoutGap] {
    let lines = script.source.lines
    var gaps: [LayoutGap] = []
    gaps.reserveCapacity(tokens.count + 1)
    var comments = script.comments[...]
    var line = 0
    for index in 0...tokens.count {
      let start = index < tokens.count ? tokens[index].range.start : script.source.bytes.count
      var gap = LayoutGap()
      while let comment = comments.first, comment.start < start {
        comments.removeFirst()
        let own = lines.line(at: comment.start)
        gap.comments.append(.init(range: comment, lineEnds: own - line))
        line = own
      }
      let own = lines.line(at: start)
      gap.lineEnds = own - line
      gaps.append(gap)
      line = index < tokens.count ? lines.line(at: tokens[index].range.end) : own
    }
    return gaps
  }

  // MARK: Tokens

  /// The index of the first token that begins at or after `offset`.
  func index(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The indices of the first and the last token in `range`, which holds one at least.
  func span(_ range: TextRange) -> ClosedRange<Int> {
    let first = index(at: range.start)
    return first...max(first, index(at: range.end) - 1)
  }

  /// Whether the tokens in `span` were written on one line.
  func isOneLine(_ span: ClosedRange<Int>) -> Bool {
    let lines = script.source.lines
    return lines.line(at: tokens[span.lowerBound].range.start)
      == lines.line(at: tokens[span.upperBound].range.end)
  }

  func text(_ index: Int) -> String { script.source[tokens[index].range] }

  /// Takes note of a node; those around it come before it.
  @discardableResult
  mutating func add(_ kind: LayoutNode.Kind, _ span: ClosedRange<Int>) -> Int {
    nodes.append(
      LayoutNode(
        kind: kind, first: span.lowerBound, last: span.upperBound, canBreak: kind == .row))
    if kind != .row { beginnings[span.lowerBound].append(nodes.count - 1) }
    return nodes.count - 1
  }

  // MARK: Space

  /// How many spaces stand before a token that begins no line.
  func spaces(before index: Int) -> Int {
    guard index > 0 else { return 0 }
    if tight.contains(index) { return 0 }
    if case .close(_, isEmpty: true) = roles[index] { return 0 }
    let (last, next) = (tokens[index - 1], tokens[index])
    let isAfterFlag = last.kind == .flag && last.range.end == next.range.start
    switch next.kind {
    case .comma, .rightParen, .dot, .colon: return 0
    case .rightBracket: return padded.contains(index) ? 1 : 0
    case .equals where isAfterFlag: return 0
    case .name where script.source.bytes[next.range.start] == UInt8(ascii: "."): return 0
    case .leftParen where last.kind == .name && last.range.end == next.range.start:
      // A call; words of the language stand apart, as in `not (a)`.
      if !script.keywords.contains(last.range.start) { return 0 }
    default: break
    }
    switch last.kind {
    case .leftParen, .dollarParen, .dot: return 0
    case .leftBracket: return padded.contains(index - 1) ? 1 : 0
    case .equals:
      // The value of a flag; after `=` elsewhere no flag can stand.
      let isTied =
        index > 1 && tokens[index - 2].kind == .flag
        && tokens[index - 2].range.end == last.range.start
      return isTied ? 0 : 1
    case .minus where !binaryMinus.contains(index - 1): return next.kind == .minus ? 1 : 0
    default: return 1
    }
  }
}
