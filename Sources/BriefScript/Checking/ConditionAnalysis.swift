import BriefSource

/// What a condition is for, which decides what is said of one that always or never holds.
enum ConditionUse {
  case filter, branch, assertion
  /// It fills a column.
  case value
  /// It is part of another.
  case part
}

extension Checker {
  /// Warns of what can be known of a condition before anything runs: that it always or never holds,
  /// that its parts contradict each other or an earlier `where`, or that a column never holds the
  /// text it is compared with.
  ///
  /// Where something is wrong nothing is said.
  ///
  /// - Parameters:
  ///   - rows: The columns that its names mean.
  ///   - facts: Conditions that hold for every row.
  mutating func examine(
    _ condition: Expression, as use: ConditionUse, rows: TableType? = nil,
    facts: [Expression] = []
  ) {
    guard probe == nil, !findings.hasErrors, !reportForeignTexts(in: condition, rows) else {
      return
    }
    var columns: [String] = []
    if isPlain(condition, rows, &columns), !facts.contains(where: { $0.mentions(columns) }) {
      return
    }
    var reader = conditionReader(rows)
    if examine(condition, as: use, &reader) { return }
    contradict(facts, condition, &reader)
  }

  /// Whether a condition joins comparisons, each of another column or of a pipeline with what is
  /// written out, as most do; it can come out both ways, which is known without trying any values.
  ///
  /// - Parameter columns: Gets the columns it tests.
  private func isPlain(
    _ condition: Expression, _ rows: TableType?, _ columns: inout [String]
  ) -> Bool {
    guard case .binary(let binary, _, let left, let right) = condition.kind else { return false }
    switch binary {
    case .and, .or: return isPlain(left, rows, &columns) && isPlain(right, rows, &columns)
    case .isIn: return false
    default:
      guard binary.isComparison, case .literal = right.kind else { return false }
      switch left.kind {
      case .pipeline: return true
      case .name(let name):
        guard rows?[name] != nil, !columns.contains(name) else { return false }
        columns.append(name)
        return true
      default: return false
      }
    }
  }

  private func conditionReader(_ rows: TableType?) -> ConditionReader {
    let environment = environment
    return ConditionReader { expression in
      if let column = Self.column(expression, rows, environment) {
        return (column.type, column.choices)
      }
      guard case .variable(let name) = expression.kind else { return nil }
      return environment[name].map { ($0.flow.type, nil) }
    }
  }

  /// The column whose cell a formula is: a name, or a field of a row.
  private static func column(
    _ expression: Expression, _ rows: TableType?, _ environment: Environment
  ) -> TableType.Column? {
    switch expression.kind {
    case .name(let name): return rows?[name]
    case .field(let operand, let field):
      guard case .variable(let name) = operand.kind,
        case .record(let type)? = environment[name]?.flow.type
      else { return nil }
      return type[field.text]
    default: return nil
    }
  }

  // MARK: Always and never

  /// Warns of the smallest parts of `condition` that always or never hold; whether there are any.
  private mutating func examine(
    _ condition: Expression, as use: ConditionUse, _ reader: inout ConditionReader
  ) -> Bool {
    let read = reader.condition(condition)
    let parts = Self.operands(of: condition)
    guard let verdict = reader.verdict([read]), verdict != .depends else {
      var isFound = false
      for part in parts where examine(part, as: .part, &reader) { isFound = true }
      return isFound
    }
    if read.subjects.isEmpty {
      // Whoever types a condition without anything in it that can differ wants to see what it gives;
      // and a column may well be the same in every row.
      if case .prompt = origin { return true }
      if use == .value { return true }
    }
    var isFound = false
    for part in parts where examine(part, as: .part, &reader) { isFound = true }
    if isFound { return true }
    if verdict == .never, case .binary(.and, _, _, _) = condition.kind,
      let (first, second) = contradiction(parts, parts, &reader)
    {
      warn(
        .contradiction(script.source[second.range], script.source[first.range]), at: second.range,
        labels: [.init(first.range, "this has to hold as well")])
    } else {
      warn(.constantCondition(use, holds: verdict == .always), at: condition.range)
    }
    return true
  }

  /// The operands of `and`, `or` and `not`, those of a chain side by side.
  private static func operands(of condition: Expression) -> [Expression] {
    switch condition.kind {
    case .unary(.not, let operand): return [operand]
    case .binary(let binary, _, _, _) where binary == .and || binary == .or:
      var operands: [Expression] = []
      var waiting = [condition]
      while let next = waiting.popLast() {
        if case .binary(binary, _, let left, let right) = next.kind {
          waiting += [right, left]
        } else {
          operands.append(next)
        }
      }
      return operands
    default: return []
    }
  }

  /// The conditions that have all to hold where `condition` does.
  static func conjuncts(of condition: Expression) -> [Expression] {
    if case .binary(.and, _, _, _) = condition.kind { return operands(of: condition) }
    return [condition]
  }

  /// More pairs of conditions are not compared.
  private static let pairLimit = 400

  /// The first two conditions, the one before the other, that never hold together.
  private func contradiction(
    _ first: [Expression], _ second: [Expression], _ reader: inout ConditionReader
  ) -> (Expression, Expression)? {
    guard first.count * second.count <= Self.pairLimit else { return nil }
    let (earlier, later) = (
      first.map { reader.condition($0) }, second.map { reader.condition($0) }
    )
    for (index, condition) in later.enumerated() {
      for (other, fact) in earlier.enumerated()
      where first[other].range.end <= second[index].range.start {
        if reader.verdict([fact, condition]) == .never { return (first[other], second[index]) }
      }
    }
    return nil
  }

  /// Warns of a condition that never holds for rows for which `facts` hold.
  private mutating func contradict(
    _ facts: [Expression], _ condition: Expression, _ reader: inout ConditionReader
  ) {
    let parts = Self.conjuncts(of: condition)
    guard let (fact, part) = contradiction(facts, parts, &reader) else { return }
    warn(
      .contradictsFilter(script.source[part.range]), at: part.range,
      labels: [.init(fact.range, "only rows for which this holds are left")])
  }

  // MARK: else if

  /// Warns of conditions of a chain of `if` and `else if` that hold only where an earlier one does.
  mutating func examine(chain branch: Branch) {
    guard probe == nil, !findings.hasErrors else { return }
    var conditions = [branch.condition]
    var next = branch.otherwise
    while let block = next, block.statements.count == 1,
      case .branch(let other)? = block.statements.first?.kind
    {
      conditions.append(other.condition)
      next = other.otherwise
    }
    guard conditions.count > 1, conditions.count <= 20 else { return }
    var reader = conditionReader(nil)
    let read = conditions.map { reader.condition($0) }
    for (index, condition) in read.enumerated().dropFirst() {
      if reader.verdict([condition]) == .never { continue }
      let earlier = (0..<index).first { reader.verdict([.fails(read[$0]), condition]) == .never }
      guard let earlier, reader.verdict([read[earlier]]) == .depends else { continue }
      warn(
        .repeatedCondition(script.source[conditions[earlier].range]), at: conditions[index].range,
        labels: [.init(conditions[earlier].range, "this holds wherever the other does")])
    }
  }

  // MARK: Choices

  /// Warns of texts that are compared with a column that never holds them; whether there are any.
  private mutating func reportForeignTexts(in expression: Expression, _ rows: TableType?) -> Bool {
    switch expression.kind {
    case .unary(_, let operand): return reportForeignTexts(in: operand, rows)
    case .list(let elements), .call(_, let elements):
      var isFound = false
      for element in elements where reportForeignTexts(in: element, rows) { isFound = true }
      return isFound
    case .binary(let binary, _, let left, let right):
      switch binary {
      case .equal, .notEqual:
        if let column = Self.column(left, rows, environment) {
          return report([right], notIn: column)
        }
        if let column = Self.column(right, rows, environment) {
          return report([left], notIn: column)
        }
      case .isIn:
        if let column = Self.column(left, rows, environment), case .list(let elements) = right.kind
        {
          return report(elements, notIn: column)
        }
      default: break
      }
      let isFound = reportForeignTexts(in: left, rows)
      return reportForeignTexts(in: right, rows) || isFound
    default: return false
    }
  }

  private mutating func report(_ texts: [Expression], notIn column: TableType.Column) -> Bool {
    guard let choices = column.choices else { return false }
    var isFound = false
    for expression in texts {
      guard case .literal(.text(let text)) = expression.kind, !choices.contains(text.string) else {
        continue
      }
      isFound = true
      warn(.notAChoice(text.string, of: column.name, choices), at: expression.range)
    }
    return isFound
  }

  // MARK: What is never reached

  /// Warns of a statement that stands after `quit`.
  mutating func reportUnreachable(_ statements: [Statement]) {
    guard probe == nil, !findings.hasErrors else { return }
    guard let quit = statements.firstIndex(where: \.isQuit),
      let next = statements[(quit + 1)...].first(where: \.isRun)
    else { return }
    warn(
      .afterQuit, at: next.range, labels: [.init(statements[quit].range, "nothing runs after this")]
    )
  }

  /// Takes note of a warning, once for each place: a body is checked for each of its calls.
  private mutating func warn(
    _ message: Message, at range: TextRange, labels: [Diagnostic.Label] = []
  ) {
    let isKnown = findings.all.contains {
      $0.id == message.id && $0.source === script.source && $0.range?.start == range.start
    }
    if !isKnown { findings.report(message, at: range, labels: labels) }
  }
}

extension Statement {
  fileprivate var isQuit: Bool {
    guard case .pipeline(let pipeline) = kind, pipeline.stages.count == 1,
      case .call(let name, _)? = pipeline.stages.first?.kind
    else { return false }
    return name.text == "quit"
  }

  /// Whether it does something when its turn comes.
  fileprivate var isRun: Bool {
    switch kind {
    case .edition, .broken, .needs, .use, .definition, .parameter: false
    default: true
    }
  }
}

extension Expression {
  /// Whether it has the name of one of these columns in it, or a pipeline, which may have any.
  func mentions(_ columns: some Collection<String>) -> Bool {
    switch kind {
    case .name(let name): columns.contains(name)
    case .list(let elements), .call(_, let elements): elements.contains { $0.mentions(columns) }
    case .unary(_, let operand), .field(let operand, _): operand.mentions(columns)
    case .binary(_, _, let left, let right): left.mentions(columns) || right.mentions(columns)
    case .pipeline: true
    case .literal, .regex, .variable, .broken: false
    }
  }
}
