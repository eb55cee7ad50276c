import BriefSource

extension LayoutPlan {
  /// Plans the statements of the script, or of a block of the node `owner`.
  mutating func visit(_ statements: [Statement], of owner: Int?, isOneLine: Bool) {
    let spans = statements.map { span($0.range) }
    visitRows(spans, of: owner, isOneLine: isOneLine) { plan, index in
      let node = plan.add(.statement, spans[index])
      plan.visit(statements[index].kind, node)
    }
  }

  /// Plans what stands on lines of its own or between semicolons; `visit` plans one of it.
  private mutating func visitRows(
    _ spans: [ClosedRange<Int>], of owner: Int?, isOneLine: Bool,
    _ visit: (inout LayoutPlan, Int) -> Void
  ) {
    var start = 0
    while start < spans.count {
      var end = start + 1
      while end < spans.count, !gaps[spans[end].lowerBound].hasLineEnd { end += 1 }
      var row: Int?
      if end > start + 1 {
        let span = spans[start].lowerBound...spans[end - 1].upperBound
        let node = add(.row, span)
        // A block that is broken although it was one line has a line for each statement.
        if isOneLine || !self.isOneLine(span) { brokenNodes.insert(node) }
        row = node
      }
      for index in start..<end {
        roles[spans[index].lowerBound] = .statement(
          block: owner, row: row, isFirstOfRow: index == start)
        visit(&self, index)
      }
      start = end
    }
  }

  private mutating func visit(_ kind: Statement.Kind, _ node: Int) {
    switch kind {
    case .edition, .needs, .use, .broken: break
    case .parameter(let parameter): if let value = parameter.standard { visit(value) }
    case .binding(_, _, let value): visit(value)
    case .assertion(let condition, let otherwise):
      visit(condition)
      if let otherwise { visit(otherwise) }
    case .pipeline(let pipeline): visit(pipeline)
    case .definition(let function):
      tight.insert(index(at: function.name.range.end))
      for formal in function.formals { if let value = formal.standard { visit(value) } }
      visit(function.body, of: node)
    case .loop(let loop):
      visit(loop.list)
      visit(loop.body, of: node)
    case .branch(let branch): visit(branch, of: node)
    case .exercise(let exercise): visit(exercise, node)
    }
  }

  /// Plans a branch; the blocks of a whole chain of `else if` belong to one node.
  private mutating func visit(_ branch: Branch, of node: Int) {
    visit(branch.condition)
    visit(branch.body, of: node)
    guard let otherwise = branch.otherwise else { return }
    let first = index(at: otherwise.range.start)
    roles[first - 1] = .elseWord
    if !gaps[first - 1].comments.isEmpty { brokenNodes.insert(node) }
    if tokens[first].kind != .leftBrace, case .branch(let next)? = otherwise.statements.first?.kind
    {
      visit(next, of: node)
    } else {
      visit(otherwise, of: node)
    }
  }

  // MARK: Blocks

  /// Plans a block that belongs to a statement or a stage.
  mutating func visit(_ block: Block, of owner: Int) {
    let span = span(block.range)
    guard let isOneLine = bound(span, of: owner) else { return }
    visit(block.statements, of: owner, isOneLine: isOneLine)
  }

  /// Takes note of the braces at both ends of `span`; `nil` when there is nothing in them, else
  /// whether they stand on one line.
  private mutating func bound(_ span: ClosedRange<Int>, of owner: Int) -> Bool? {
    let (open, close) = (span.lowerBound, span.upperBound)
    let isEmpty = close == open + 1 && gaps[close].comments.isEmpty
    roles[open] = .open(owner, isEmpty: isEmpty)
    roles[close] = .close(owner, isEmpty: isEmpty)
    if isEmpty { return nil }
    nodes[owner].canBreak = true
    let isOneLine = isOneLine(span)
    if !isOneLine { brokenNodes.insert(owner) }
    return isOneLine
  }

  private mutating func visit(_ exercise: Exercise, _ node: Int) {
    let open = span(exercise.name.range).upperBound + 1
    let close = nodes[node].last
    guard let isOneLine = bound(open...close, of: node) else { return }
    let spans = parts(open + 1, close)
    var checks = exercise.checks[...]
    visitRows(spans, of: node, isOneLine: isOneLine) { plan, index in
      let node = plan.add(.statement, spans[index])
      switch plan.text(spans[index].lowerBound) {
      case "given": if let block = exercise.given { plan.visit(block, of: node) }
      case "solution": if let block = exercise.solution { plan.visit(block, of: node) }
      case "check":
        guard let check = checks.popFirst() else { return }
        plan.visit(check.condition)
        if let otherwise = check.otherwise { plan.visit(otherwise) }
      default: break
      }
    }
  }

  /// The parts of an exercise: each begins with a word of its own, in no block inside.
  private func parts(_ start: Int, _ close: Int) -> [ClosedRange<Int>] {
    var first: [Int] = []
    var depth = 0
    for index in start..<close {
      let token = tokens[index]
      switch token.kind {
      case .leftBrace: depth += 1
      case .rightBrace: depth -= 1
      case .word where depth == 0 && script.keywords.contains(token.range.start):
        if Exercise.words.contains(text(index)) { first.append(index) }
      default: break
      }
    }
    let ends = first.dropFirst().map { $0 - 1 } + [close - 1]
    return zip(first, ends).map { $0...$1 }
  }
}
