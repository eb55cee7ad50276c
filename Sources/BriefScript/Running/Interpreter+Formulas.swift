import BriefSource

extension Interpreter {
  /// The value of `formula` for the row at hand.
  func evaluate(_ formula: Formula, _ row: RowContext) throws(ScriptError) -> Value {
    switch formula {
    case .constant(let value): return value
    case .slot(let slot): return slots[slot] ?? .missing
    case .column(let column): return row.columns[column][row.position]
    case .aggregate(let index): return row.aggregates[index]
    case .list(let elements):
      var values: [Value] = []
      for element in elements { values.append(try evaluate(element, row)) }
      try requireSize(of: values, place)
      return .list(values)
    case .not, .and, .or, .equality, .ordering, .isIn, .isBetween, .matches:
      return try truth(formula, row).map(Value.bool) ?? .missing
    case .negated(let operand, let place):
      let value = try evaluate(operand, row)
      return try placing(place) { () throws(FormulaFault) in try Arithmetic.negated(value) }
    case .orElse(let first, let second):
      let value = try evaluate(first, row)
      return value.isMissing ? try evaluate(second, row) : value
    case .ints(let first, let last, let place): return try ints(first, last, place, row)
    case .arithmetic(let operation, let left, let right, let place):
      let (left, right) = (try evaluate(left, row), try evaluate(right, row))
      if operation == .plus { try requireMemory(forSumOf: left, right, place) }
      return try placing(place) { () throws(FormulaFault) in
        try Arithmetic.apply(operation, left, right)
      }
    case .call(let function, let arguments, let place):
      return try call(function, arguments, place, row)
    case .replacing(let text, let pattern, let new):
      guard case .text(let text) = try evaluate(text, row),
        case .text(let new) = try evaluate(new, row)
      else { return .missing }
      return try replacing(text, pattern, new.string)
    case .search(let parts, let text, let pattern):
      guard case .text(let text) = try evaluate(text, row) else { return .missing }
      return try search(text, pattern, for: parts)
    case .choice(let condition, let first, let second):
      return switch try truth(condition, row) {
      case true?: try evaluate(first, row)
      case false?: try evaluate(second, row)
      case nil: .missing
      }
    case .tableOfRow(let inner):
      if case .record(let record) = try evaluate(inner, row) { return .table(record.asTable) }
      return .missing
    case .invoke(let function, let arguments):
      var values: [Value] = []
      for argument in arguments { values.append(try evaluate(argument, row)) }
      return try invoke(function, values)
    case .field(let operand, let name):
      return Self.field(name, of: try evaluate(operand, row))
    case .pipeline(let pipeline): return try run(pipeline)
    case .oncePerStage(let slot, let pipeline):
      if let value = slots[slot] { return value }
      let value = try run(pipeline)
      slots[slot] = value
      return value
    case .broken: return .missing
    }
  }

  /// Whether `formula` holds, or `nil` when a missing value leaves it open.
  ///
  /// `and`, `or` and `not` follow S. C. Kleene's strong logic of three values.
  func truth(_ formula: Formula, _ row: RowContext) throws(ScriptError) -> Bool? {
    switch formula {
    case .not(let operand): return try truth(operand, row).map { !$0 }
    case .and(let left, let right):
      let first = try truth(left, row)
      if first == false { return false }
      let second = try truth(right, row)
      return second == false ? false : first == nil ? nil : second
    case .or(let left, let right):
      let first = try truth(left, row)
      if first == true { return true }
      let second = try truth(right, row)
      return second == true ? true : first == nil ? nil : second
    case .equality(let isEqual, let left, let right):
      let value = try evaluate(left, row)
      if case .list = value { try stopIfInterrupted() }
      return (try value == evaluate(right, row)) == isEqual
    case .ordering(let comparison, let left, let right):
      return Self.compare(comparison, try evaluate(left, row), try evaluate(right, row))
    case .isIn(let element, let container):
      let value = try evaluate(container, row)
      if case .list = value { try stopIfInterrupted() }
      return Self.contains(value, try evaluate(element, row))
    case .isBetween(let element, let low, let high):
      let value = try evaluate(element, row)
      let (low, high) = (try evaluate(low, row), try evaluate(high, row))
      return Self.compare(.greaterOrEqual, value, low) && Self.compare(.lessOrEqual, value, high)
    case .matches(let text, let pattern):
      guard case .text(let text) = try evaluate(text, row) else { return false }
      return try matches(text, pattern)
    default:
      if case .bool(let flag) = try evaluate(formula, row) { return flag }
      return nil
    }
  }

  /// Whether a comparison holds; never for a missing value.
  static func compare(_ comparison: BinaryOperator, _ left: Value, _ right: Value) -> Bool {
    if left.isMissing || right.isMissing { return false }
    if case .date(let left) = left, case .date(let right) = right {
      return holds(comparison, left, right)
    }
    return holds(comparison, Value.order(left, right))
  }

  /// Whether a comparison holds between values that are so ordered: a number below, at or above 0.
  static func holds(_ comparison: BinaryOperator, _ order: Int) -> Bool {
    switch comparison {
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    default: order >= 0
    }
  }

  /// Whether a comparison holds between dates, which are stretches of time: one is before another
  /// when it ends before the other begins, and not after it when it ends no later.
  static func holds(
    _ comparison: BinaryOperator, _ left: CalendarDate, _ right: CalendarDate
  ) -> Bool {
    if left.day != nil, right.day != nil {
      return holds(comparison, Value.compare(left.sortKey, right.sortKey))
    }
    return switch comparison {
    case .less: left.lastDay < right.firstDay
    case .lessOrEqual: left.lastDay <= right.lastDay
    case .greater: left.firstDay > right.lastDay
    default: left.firstDay >= right.firstDay
    }
  }

  /// Whether an element is in a list, or lies within a date; a missing one is in nothing.
  static func contains(_ container: Value, _ element: Value) -> Bool {
    if element.isMissing { return false }
    return switch (container, element) {
    case (.list(let elements), _): elements.contains(element)
    case (.date(let period), .date(let date)): date.lies(in: period)
    default: false
    }
  }

  private static func field(_ name: String, of value: Value) -> Value {
    switch value {
    case .record(let record): record[name] ?? .missing
    case .place(let place):
      switch name {
      case "file": .text(place.source.name)
      case "line": .int(place.source.lineNumber(at: place.range.start))
      default: .missing
      }
    default: .missing
    }
  }

  /// Sees to it that there is room for two long texts or lists put together.
  private func requireMemory(
    forSumOf left: Value, _ right: Value, _ place: TextRange
  ) throws(ScriptError) {
    let bytes: Int
    switch (left, right) {
    case (.text(let left), .text(let right)): bytes = left.byteCount + right.byteCount
    case (.list(let left), .list(let right)):
      bytes = (left.count + right.count) * MemoryLayout<Value>.stride
      try requireSize(of: left, place)
    default: return
    }
    guard bytes > Self.unchecked else { return }
    try stopIfInterrupted()
    try requireMemory(for: bytes, place)
  }

  /// The longest list that `..` makes.
  static let longestRange = 1_000_000

  /// Whether there are more ints from `low` to `high` than a list can have.
  static func isTooLong(_ low: Int, _ high: Int) -> Bool {
    guard low <= high else { return false }
    let (difference, overflow) = high.subtractingReportingOverflow(low)
    return overflow || difference >= longestRange
  }

  private func ints(
    _ first: Formula, _ last: Formula, _ place: TextRange, _ row: RowContext
  ) throws(ScriptError) -> Value {
    guard case .int(let low) = try evaluate(first, row),
      case .int(let high) = try evaluate(last, row)
    else { return .missing }
    guard low <= high else { return .list([]) }
    if Self.isTooLong(low, high) {
      throw .failed(Message.listTooLong(Self.longestRange).diagnostic(in: source, at: place))
    }
    return .list((low...high).map(Value.int))
  }

  private func call(
    _ function: FunctionDeclaration, _ arguments: [Formula], _ place: TextRange,
    _ row: RowContext
  ) throws(ScriptError) -> Value {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      let value = try evaluate(argument, row)
      if value.isMissing { return .missing }
      values.append(value)
    }
    try stopIfInterrupted()
    try requireRoom(forResultOf: function, values, place)
    return try placing(place) { () throws(FormulaFault) in try function.evaluate(values) }
  }

  /// Gives a fault in `compute` its place.
  private func placing(
    _ place: TextRange, _ compute: () throws(FormulaFault) -> Value
  ) throws(ScriptError) -> Value {
    do throws(FormulaFault) {
      return try compute()
    } catch {
      throw .failed(error.message.diagnostic(in: source, at: place))
    }
  }
}
