import BriefSource

/// Reads formulas as conditions on subjects, and judges conditions by trying values of these.
///
/// A verdict is only given where every way things can be has been tried, so that a condition of
/// which it is said that it never holds does never hold.
struct ConditionReader {
  /// More values of subjects, times tests, are not tried.
  private static let workLimit = 50_000

  private(set) var subjects: [ConditionSubject] = []
  private var positions: [String: Int] = [:]
  /// What is known of a name, a variable or a field: its type and the texts it may be.
  private let known: (Expression) -> (type: ValueType, choices: [String]?)?

  init(_ known: @escaping (Expression) -> (type: ValueType, choices: [String]?)?) {
    self.known = known
  }

  // MARK: Judging

  /// Whether all of `conditions` hold together, whatever the subjects are; `nil` when there is too
  /// much to try.
  func verdict(_ conditions: [Condition]) -> ConditionVerdict? {
    let used = conditions.reduce(into: Set<Int>()) { $0.formUnion($1.subjects) }.sorted()
    var samples: [[Value]] = []
    var work = conditions.reduce(0) { $0 + $1.size }
    for subject in used {
      guard let values = subjects[subject].samples, work <= Self.workLimit else { return nil }
      samples.append(values)
      work *= values.count
    }
    guard work <= Self.workLimit else { return nil }
    var values = [Value](repeating: .missing, count: subjects.count)
    var indices = [Int](repeating: 0, count: used.count)
    var (holds, fails) = (false, false)
    while true {
      for (place, subject) in used.enumerated() { values[subject] = samples[place][indices[place]] }
      if conditions.allSatisfy({ $0.truth(values) == true }) { holds = true } else { fails = true }
      if holds, fails { return .depends }
      var place = 0
      while place < used.count {
        indices[place] += 1
        if indices[place] < samples[place].count { break }
        indices[place] = 0
        place += 1
      }
      if place == used.count { return holds ? .always : .never }
    }
  }

  // MARK: Reading

  /// The condition that `expression` is.
  mutating func condition(_ expression: Expression) -> Condition {
    switch expression.kind {
    case .literal(.bool(let flag)): return .constant(flag)
    case .literal(.missing): return .constant(nil)
    case .unary(.not, let operand): return .not(condition(operand))
    case .binary(.and, _, let left, let right): return .and(condition(left), condition(right))
    case .binary(.or, _, let left, let right): return .or(condition(left), condition(right))
    case .binary(let binary, _, let left, let right) where binary.isComparison:
      return comparison(binary, left, right) ?? opaque(expression)
    default:
      if let type = known(expression)?.type, type != .bool, !type.isOpen {
        return opaque(expression)
      }
      guard let subject = subject(expression, .bool) else { return opaque(expression) }
      return .test(subject) { if case .bool(let flag) = $0 { flag } else { nil } }
    }
  }

  private mutating func comparison(
    _ binary: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Condition? {
    switch binary {
    case .isIn: return membership(left, right)
    case .matches:
      // Nothing matches where there is no text.
      guard let subject = subject(left, .text) else { return nil }
      return .and(
        .test(subject) { !$0.isMissing }, opaque(Self.key(left), Self.key(right), "~"))
    default: break
    }
    let test: (Value, Value) -> Bool = { first, second in
      switch binary {
      case .equal: first == second
      case .notEqual: first != second
      default: Interpreter.compare(binary, first, second)
      }
    }
    let isOrdering = binary != .equal && binary != .notEqual
    switch (Self.constant(left), Self.constant(right)) {
    case (.missing?, _) where isOrdering, (_, .missing?) where isOrdering:
      // That has been said already.
      return nil
    case (let first?, let second?): return .constant(test(first, second))
    case (let first?, nil):
      guard let subject = subject(right, nil, first) else { return nil }
      return .test(subject) { test(first, $0) }
    case (nil, let second?):
      guard let subject = subject(left, nil, second) else { return nil }
      return .test(subject) { test($0, second) }
    case (nil, nil):
      guard let key = Self.key(left) else { return nil }
      guard key == Self.key(right) else { return opaque(key, Self.key(right), binary.rawValue) }
      guard let subject = subject(left, nil) else { return nil }
      switch binary {
      case .equal: return .test(subject) { _ in true }
      case .notEqual, .less, .greater: return .test(subject) { _ in false }
      default: return .test(subject) { !$0.isMissing }
      }
    }
  }

  private mutating func membership(_ left: Expression, _ right: Expression) -> Condition? {
    if case .binary(.upTo, _, let low, let high) = right.kind {
      guard let low = Self.constant(low), let high = Self.constant(high) else { return nil }
      let test: (Value) -> Bool = {
        Interpreter.compare(.greaterOrEqual, $0, low) && Interpreter.compare(.lessOrEqual, $0, high)
      }
      if let value = Self.constant(left) { return .constant(test(value)) }
      guard let subject = subject(left, nil, low, high) else { return nil }
      return .test(subject, test)
    }
    guard let container = Self.constant(right) else { return nil }
    if let value = Self.constant(left) { return .constant(Interpreter.contains(container, value)) }
    let constants = if case .list(let elements) = container { elements } else { [container] }
    guard let subject = subject(left, nil, constants) else { return nil }
    return .test(subject) { Interpreter.contains(container, $0) }
  }

  // MARK: Subjects

  private mutating func subject(
    _ expression: Expression, _ type: ValueType?, _ constants: Value...
  ) -> Int? {
    subject(expression, type, constants)
  }

  /// The position of the subject that `expression` is; `nil` when it may be another one each time.
  private mutating func subject(
    _ expression: Expression, _ type: ValueType?, _ constants: [Value]
  ) -> Int? {
    guard let key = Self.key(expression) else { return nil }
    let position: Int
    if let known = positions[key] {
      position = known
    } else {
      position = subjects.count
      positions[key] = position
      let found = known(expression)
      subjects.append(ConditionSubject(type: found?.type ?? type, choices: found?.choices))
    }
    subjects[position].constants += constants
    return position
  }

  /// A condition of which nothing is known but that it is the same wherever it is written so.
  private mutating func opaque(_ expression: Expression) -> Condition {
    opaque(Self.key(expression), "", "")
  }

  private mutating func opaque(_ left: String?, _ right: String?, _ word: String) -> Condition {
    let position: Int
    let key = left.flatMap { left in right.map { "\(left) \(word) \($0)" } }
    if let key, let known = positions["? " + key] {
      position = known
    } else {
      position = subjects.count
      if let key { positions["? " + key] = position }
      subjects.append(ConditionSubject(isOpaque: true))
    }
    return .test(position) { if case .bool(let flag) = $0 { flag } else { nil } }
  }

  /// The formula written in one way; `nil` when it holds a pipeline, which may give something else
  /// each time, or what could not be read.
  static func key(_ expression: Expression) -> String? {
    func joined(_ parts: [Expression]) -> String? {
      let keys = parts.map { key($0) }
      return keys.contains(nil) ? nil : keys.compactMap { $0 }.joined(separator: ", ")
    }
    switch expression.kind {
    case .literal(let value): return "\(value.type.name) \(value.written)"
    case .regex(let text, _): return "r\"\(text)\""
    case .name(let name): return name
    case .variable(let name): return "$" + name
    case .list(let elements): return joined(elements).map { "[\($0)]" }
    case .unary(let unary, let operand):
      return joined([operand]).map { "(\(unary.rawValue) \($0))" }
    case .binary(let binary, _, let left, let right):
      return joined([left, right]).map { "(\(binary.rawValue) \($0))" }
    case .field(let operand, let name): return joined([operand]).map { "\($0).\(name.text)" }
    case .call(let name, let arguments): return joined(arguments).map { "\(name.text)(\($0))" }
    case .pipeline, .broken: return nil
    }
  }

  /// The value of a formula that is written out.
  static func constant(_ expression: Expression) -> Value? {
    switch expression.kind {
    case .literal(let value): return value
    case .unary(.minus, let operand):
      return constant(operand).flatMap { try? Arithmetic.negated($0) }
    case .list(let elements):
      let values = elements.map { constant($0) }
      return values.contains { $0 == nil } ? nil : .list(values.compactMap { $0 })
    case .binary(let binary, _, let left, let right):
      switch binary {
      case .plus, .minus, .times, .divided, .remainder:
        guard let left = constant(left), let right = constant(right) else { return nil }
        return try? Arithmetic.apply(binary, left, right)
      default: return nil
      }
    default: return nil
    }
  }
}
