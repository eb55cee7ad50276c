import BriefSource

/// Lays a planned script out: one pass over its tokens from left to right.
///
/// A stretch that can be broken is broken when the line it begins on would be too long, outer ones
/// first; after Derek Oppen, "Prettyprinting" (ACM TOPLAS, 1980).
struct LayoutPrinter {
  private let plan: LayoutPlan
  /// The nodes that are broken: those that were given, and those that did not fit.
  private(set) var broken: Set<Int>
  private(set) var output: [UInt8] = []
  /// How wide the line is so far.
  private var column = 0
  /// How far the line is indented.
  private var indentation = 0
  /// The indentation of the line on which each node begins.
  private var indentations: [Int]
  /// What is open at the token at hand.
  private var open: [Context] = []

  private enum Context {
    case node(Int)
    /// The indentation of the line with the bracket.
    case bracket(Int)
    /// The indentation of what the block belongs to.
    case block(Int)
  }

  init(_ plan: LayoutPlan, broken: Set<Int>) {
    self.plan = plan
    self.broken = broken
    indentations = Array(repeating: 0, count: plan.nodes.count)
  }

  mutating func print() {
    for index in plan.tokens.indices {
      writeGap(before: index)
      begin(index)
      write(plan.text(index))
      finish(index)
    }
    writeComments(before: plan.tokens.count, indentation: 0)
    if !output.isEmpty { output.append(0x0A) }
  }

  // MARK: Nodes

  /// Opens the nodes that begin with a token, and breaks those that do not fit.
  private mutating func begin(_ index: Int) {
    switch plan.roles[index] {
    case .statement(_, let row?, isFirstOfRow: true): fit(row, from: index)
    // What follows an inner line end can be too long where the beginning is not.
    case .pipe(let node), .open(let node, isEmpty: false): fit(node, from: index)
    default: break
    }
    if plan.tokens[index].kind.closesBracket { open.removeLast() }
    for node in plan.beginnings[index] {
      indentations[node] = indentation
      fit(node, from: index)
      open.append(.node(node))
    }
  }

  /// Closes the nodes that end with a token, after opening the bracket that it is.
  private mutating func finish(_ index: Int) {
    if case .open(let owner, _) = plan.roles[index] {
      open.append(.block(indentations[owner]))
    } else if plan.tokens[index].kind.opensBracket {
      open.append(.bracket(indentation))
    }
    while case .node(let node)? = open.last, plan.nodes[node].last == index { open.removeLast() }
  }

  /// Breaks a node if it goes beyond the line.
  private mutating func fit(_ node: Int, from index: Int) {
    guard plan.nodes[node].canBreak, !broken.contains(node), !fits(node, from: index) else {
      return
    }
    broken.insert(node)
  }

  /// Whether what begins here fits, up to the next token that begins a line, or to the end of the
  /// node: what follows it, as a message after `else`, can be broken nowhere.
  private func fits(_ node: Int, from index: Int) -> Bool {
    var column = column
    var index = index
    while true {
      let text = plan.text(index)
      let line = text.utf8.firstIndex { $0 == 0x0A || $0 == 0x0D }
      column += DisplayText.width(text[..<(line ?? text.endIndex)])
      if column > Formatter.lineWidth { return false }
      index += 1
      if line != nil || index == plan.tokens.count || beginsLine(index) { return true }
      // What closes brackets belongs to what stands in them.
      if index > plan.nodes[node].last, !plan.tokens[index].kind.closesBracket { return true }
      column += separator(before: index).utf8.count
    }
  }

  /// Whether a token begins a line.
  private func beginsLine(_ index: Int) -> Bool {
    switch plan.roles[index] {
    case .statement(let block, let row, let isFirstOfRow):
      if let block, !broken.contains(block) { return false }
      return isFirstOfRow || row.map { broken.contains($0) } ?? false
    case .pipe(let node): return broken.contains(node)
    case .afterPipe: return false
    case .close(let owner, let isEmpty): return !isEmpty && broken.contains(owner)
    case .elseWord: return !plan.gaps[index].comments.isEmpty
    case .plain, .open: return plan.gaps[index].hasLineEnd
    }
  }

  /// What stands before a token that begins no line.
  private func separator(before index: Int) -> String {
    if case .statement = plan.roles[index], index > 0 {
      if case .open = plan.roles[index - 1] { return " " }
      return "; "
    }
    return plan.spaces(before: index) == 1 ? " " : ""
  }

  // MARK: Writing

  private mutating func writeGap(before index: Int) {
    guard beginsLine(index) else {
      write(separator(before: index))
      return
    }
    let (own, comments) = indentations(of: index)
    writeComments(before: index, indentation: comments)
    let isFirst = output.isEmpty || (isAfterOpening(index) && plan.gaps[index].comments.isEmpty)
    startLine(own, isApart: !isFirst && allowsEmptyLine(index) && plan.gaps[index].lineEnds > 1)
  }

  private mutating func writeComments(before index: Int, indentation: Int) {
    for (number, comment) in plan.gaps[index].comments.enumerated() {
      let isFirst = output.isEmpty || (number == 0 && isAfterOpening(index))
      if comment.lineEnds == 0, !output.isEmpty {
        write("  ")
      } else {
        startLine(
          indentation, isApart: !isFirst && !isPipe(index) && comment.lineEnds > 1)
      }
      // A comment has its mark at least, which is no space.
      let text = plan.script.source[comment.range]
      write(String(text[...(text.lastIndex { !$0.isWhitespace } ?? text.startIndex)]))
    }
  }

  private mutating func startLine(_ indentation: Int, isApart: Bool) {
    if !output.isEmpty { output += isApart ? [0x0A, 0x0A] : [0x0A] }
    output += repeatElement(0x20, count: indentation)
    self.indentation = indentation
    column = indentation
  }

  private mutating func write(_ text: String) {
    output += text.utf8
    if let end = text.utf8.lastIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      column = DisplayText.width(text[text.utf8.index(after: end)...])
    } else {
      column += DisplayText.width(text)
    }
  }

  // MARK: Lines

  /// How far a token at the beginning of a line is indented, and the comments before it.
  private func indentations(of index: Int) -> (own: Int, comments: Int) {
    let inner: Int
    switch open.last {
    case nil: return (0, 0)
    case .node(let node): inner = indentations[node] + 2
    case .bracket(let outer), .block(let outer):
      inner = outer + 2
      if plan.tokens[index].kind.closesBracket { return (outer, inner) }
    }
    switch plan.roles[index] {
    case .pipe(let node): return (indentations[node] + 2, indentations[node] + 2)
    case .elseWord: return (inner - 2, inner - 2)
    default: return (inner, inner)
    }
  }

  private func isAfterOpening(_ index: Int) -> Bool {
    index > 0 && plan.tokens[index - 1].kind.opensBracket
  }

  private func isPipe(_ index: Int) -> Bool {
    guard index < plan.roles.count else { return false }
    if case .pipe = plan.roles[index] { return true }
    return false
  }

  /// Whether an empty line before a token stays: not before what closes or goes on.
  private func allowsEmptyLine(_ index: Int) -> Bool {
    switch plan.roles[index] {
    case .pipe, .elseWord: false
    default: !plan.tokens[index].kind.closesBracket
    }
  }
}

extension Token.Kind {
  fileprivate var opensBracket: Bool {
    switch self {
    case .leftParen, .leftBracket, .leftBrace, .dollarParen: true
    default: false
    }
  }

  fileprivate var closesBracket: Bool {
    switch self {
    case .rightParen, .rightBracket, .rightBrace: true
    default: false
    }
  }
}
