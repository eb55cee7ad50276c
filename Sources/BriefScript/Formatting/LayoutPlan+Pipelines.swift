import BriefSource

extension LayoutPlan {
  mutating func visit(_ pipeline: Pipeline) {
    let node = add(.pipeline, span(pipeline.range))
    for (index, stage) in pipeline.stages.enumerated() {
      let span = span(stage.range)
      if index > 0 { visitPipe(span.lowerBound - 1, of: node) }
      visit(stage, add(.stage, span))
    }
  }

  private mutating func visitPipe(_ pipe: Int, of node: Int) {
    nodes[node].canBreak = true
    if gaps[pipe].hasLineEnd || gaps[pipe + 1].hasLineEnd { brokenNodes.insert(node) }
    // Comments after the `|` move before it, with the line end that stood there.
    var moved = gaps[pipe + 1].comments
    if !moved.isEmpty, moved[0].lineEnds == 0 { moved[0].lineEnds = gaps[pipe].lineEnds }
    gaps[pipe].comments += moved
    gaps[pipe + 1] = LayoutGap()
    roles[pipe] = .pipe(node)
    roles[pipe + 1] = .afterPipe
  }

  private mutating func visit(_ stage: Stage, _ node: Int) {
    switch stage.kind {
    case .broken: break
    case .call(_, let arguments):
      for argument in arguments {
        switch argument.kind {
        case .flag(_, let value): if let value { visit(value) }
        case .value(let value): visit(value)
        }
      }
    case .value(let value), .filter(let value): visit(value)
    case .derivation(let definitions): for definition in definitions { visit(definition.value) }
    case .grouping(let keys, let definitions):
      guard let definitions, let key = keys.last else { return }
      padded.insert(span(key.range).upperBound + 1)
      padded.insert(nodes[node].last)
      for definition in definitions { visit(definition.value) }
    case .each(_, let block): visit(block, of: node)
    case .explanation(let pipeline): visit(pipeline)
    }
  }

  private mutating func visit(_ value: ArgumentValue) {
    switch value.kind {
    case .word, .wrong, .broken: break
    case .expression(let expression): visit(expression)
    case .list(let elements): for element in elements { visit(element) }
    }
  }

  mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .literal, .regex, .name, .variable, .broken: break
    case .list(let elements), .call(_, let elements): for element in elements { visit(element) }
    case .unary(_, let operand), .field(let operand, _): visit(operand)
    case .binary(let binary, let range, let left, let right):
      let index = index(at: range.start)
      switch binary {
      case .minus: binaryMinus.insert(index)
      case .upTo:
        // Operands with space in them want space between them.
        if !left.isCompound || tokens[index - 1].kind == .rightParen,
          !right.isCompound || tokens[index + 1].kind == .leftParen
        {
          tight.insert(index)
          tight.insert(index + 1)
        }
      default: break
      }
      visit(left)
      visit(right)
    case .pipeline(let pipeline): visit(pipeline)
    }
  }
}

extension Expression {
  /// Whether it is written with space in it, outside of brackets.
  fileprivate var isCompound: Bool {
    switch kind {
    case .binary, .unary(.not, _): true
    default: false
    }
  }
}
