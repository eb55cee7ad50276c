import BriefSource

// Operators: what they take, and what they give.

extension Checker {
  mutating func check(
    _ unary: UnaryOperator, _ operand: Expression, _ range: TextRange, _ scope: Scope
  ) -> Typed {
    let typed = check(operand, scope)
    switch unary {
    case .not:
      require(typed, .bool, "'not'", operand.range)
      return Typed(formula: .not(typed.formula), type: .bool)
    case .minus:
      guard typed.type.isNumeric || typed.type == .duration || typed.type.isOpen else {
        findings.report(
          .wrongType("'-'", expected: "a number", found: typed.type), at: operand.range)
        return .broken
      }
      return computed(.negated(typed.formula, range), typed.type, range) {
        () throws(FormulaFault) in
        guard let value = Self.constant(typed) else { return nil }
        return try Arithmetic.negated(value)
      }
    }
  }

  mutating func check(
    _ binary: BinaryOperator, _ place: TextRange, _ left: Expression, _ right: Expression,
    _ range: TextRange, _ scope: Scope
  ) -> Typed {
    switch binary {
    case .and, .or:
      let (first, second) = (check(left, scope), check(right, scope))
      require(first, .bool, "'\(binary.rawValue)'", left.range)
      require(second, .bool, "'\(binary.rawValue)'", right.range)
      return Typed(
        formula: binary == .and
          ? .and(first.formula, second.formula) : .or(first.formula, second.formula), type: .bool)
    case .matches: return checkMatch(left, right, scope)
    case .isIn: return checkMembership(place, left, right, scope)
    case .upTo: return checkInts(left, right, range, scope)
    default: break
    }
    let (first, second) = (check(left, scope), check(right, scope))
    switch binary {
    case .orElse:
      guard let type = first.type.joined(with: second.type) else {
        findings.report(
          .wrongType(
            "'??'", expected: "\(first.type.phrase) on both sides", found: second.type),
          at: right.range)
        return .broken
      }
      return Typed(formula: .orElse(first.formula, second.formula), type: type)
    case .equal, .notEqual:
      requireComparable(first, second, place, left, right)
      return Typed(
        formula: .equality(isEqual: binary == .equal, first.formula, second.formula), type: .bool)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if case .literal(.missing) = left.kind {
        findings.report(.orderingMissing(binary.rawValue), at: left.range)
      } else if case .literal(.missing) = right.kind {
        findings.report(.orderingMissing(binary.rawValue), at: right.range)
      } else if requireComparable(first, second, place, left, right) {
        for (typed, operand) in [(first, left), (second, right)] where !typed.type.isOrdered {
          findings.report(
            .wrongType(
              "'\(binary.rawValue)'", expected: "values that have an order", found: typed.type),
            at: operand.range)
          break
        }
      }
      return Typed(formula: .ordering(binary, first.formula, second.formula), type: .bool)
    default:
      return checkArithmetic(binary, place, first, second, right)
    }
  }

  @discardableResult
  private mutating func requireComparable(
    _ first: Typed, _ second: Typed, _ place: TextRange, _ left: Expression, _ right: Expression
  ) -> Bool {
    if first.type.joined(with: second.type) != nil { return true }
    var help: String?
    switch (first.type, second.type) {
    case (.text, .int), (.text, .number): help = "a number stands without quotation marks"
    case (.int, .text), (.number, .text):
      help = "a number stands without quotation marks; `number(…)` reads one from text"
    case (.date, .text), (.text, .date):
      help =
        "a date stands without quotation marks, as in 2025-11-14; `date(…)` reads one from text"
    case (.date, .int), (.int, .date):
      help = "`year(…)` is an int; a month is a date such as 2025-11, a year `date(\"2025\")`"
    case (.list, _): help = "`… in …` asks whether a list has an element"
    case (.bool, _), (_, .bool): help = "a bool stands alone, as in `where isOpen`"
    case (.table, .int): help = "`count(…)` is the number of rows"
    default: break
    }
    findings.report(
      .incomparable(first.type, second.type, help: help), at: place,
      labels: [
        .init(left.range, "this is \(first.type.phrase)"),
        .init(right.range, "this is \(second.type.phrase)"),
      ])
    return false
  }

  private mutating func checkMatch(
    _ left: Expression, _ right: Expression, _ scope: Scope
  ) -> Typed {
    let typed = check(left, scope)
    require(typed, .text, "'~'", left.range)
    guard let pattern = checkPattern(right, "'~'", scope) else { return .broken }
    return Typed(formula: .matches(typed.formula, pattern), type: .bool)
  }

  /// The regular expression that has to stand here.
  mutating func checkPattern(
    _ expression: Expression, _ what: String, _ scope: Scope
  ) -> Pattern? {
    guard case .regex(let text, let range) = expression.kind else {
      let typed = check(expression, scope)
      if typed.type != .unknown {
        findings.report(
          .wrongType(
            what, expected: "a regular expression", found: typed.type,
            help: "regular expressions are written as r\"…\""),
          at: expression.range)
      }
      return nil
    }
    do throws(PatternError) {
      return try Pattern(text)
    } catch {
      findings.report(.badPattern(error.reason), at: place(of: error, in: text, range))
      return nil
    }
  }

  /// The character of a pattern at which it is wrong.
  private func place(
    of error: PatternError, in text: String, _ range: TextRange
  ) -> TextRange {
    let scalars = text.unicodeScalars
    let start = scalars.prefix(error.offset).reduce(range.start) { $0 + UTF8.width($1) }
    let length = scalars.dropFirst(error.offset).first.map { UTF8.width($0) } ?? 0
    return TextRange(min(start, range.end), min(start + length, range.end))
  }

  private mutating func checkMembership(
    _ place: TextRange, _ left: Expression, _ right: Expression, _ scope: Scope
  ) -> Typed {
    let element = check(left, scope)
    if case .binary(.upTo, let dots, let low, let high) = right.kind {
      let (first, last) = (check(low, scope), check(high, scope))
      if requireComparable(first, last, dots, low, high),
        let type = first.type.joined(with: last.type)
      {
        let bounds = Typed(formula: .broken, type: type)
        requireComparable(element, bounds, place, left, right)
        if !type.isOrdered {
          findings.report(
            .wrongType("'..'", expected: "values that have an order", found: type),
            at: right.range)
        }
      }
      return Typed(
        formula: .isBetween(element.formula, first.formula, last.formula), type: .bool)
    }
    let container = check(right, scope)
    if case .list(let elements) = right.kind {
      for element in elements {
        guard case .literal(.missing) = element.kind else { continue }
        findings.report(.missingInList, at: element.range)
      }
    }
    switch container.type {
    case .list(let type):
      if element.type.joined(with: type) == nil {
        findings.report(
          .neverIn(element.type, container.type), at: place,
          labels: [
            .init(left.range, "this is \(element.type.phrase)"),
            .init(right.range, "this is \(container.type.phrase)"),
          ])
      }
    case .date:
      require(element, .date, "'in' with a date", left.range)
    case .unknown, .missing: break
    case .text:
      findings.report(
        .wrongType(
          "'in'", expected: "a list, a range or a date after it", found: .text,
          help: "`contains(text, part)` asks whether a text has a part"),
        at: right.range)
    default:
      var help: String?
      if case .literal(.int(let year)) = right.kind, element.type == .date,
        (1...9999).contains(year)
      {
        let digits = String(year)
        let padded = String(repeating: "0", count: 4 - digits.count) + digits
        help = "a year is written `date(\"\(padded)\")`; `year(…)` is an int"
      }
      findings.report(
        .wrongType(
          "'in'", expected: "a list, a range or a date after it", found: container.type,
          help: help),
        at: right.range)
    }
    return Typed(formula: .isIn(element.formula, container.formula), type: .bool)
  }

  private mutating func checkInts(
    _ left: Expression, _ right: Expression, _ range: TextRange, _ scope: Scope
  ) -> Typed {
    let (first, last) = (check(left, scope), check(right, scope))
    for typed in [first, last] where !typed.type.fits(.int) {
      findings.report(.rangeOutOfPlace(typed.type), at: range)
      return .broken
    }
    if case .constant(.int(let low)) = first.formula, case .constant(.int(let high)) = last.formula,
      Interpreter.isTooLong(low, high)
    {
      findings.report(.listTooLong(Interpreter.longestRange), at: range)
      return Typed(formula: .broken, type: .list(.int))
    }
    return Typed(formula: .ints(first.formula, last.formula, range), type: .list(.int))
  }

  private mutating func checkArithmetic(
    _ binary: BinaryOperator, _ place: TextRange, _ first: Typed, _ second: Typed,
    _ right: Expression
  ) -> Typed {
    let formula = Formula.arithmetic(binary, first.formula, second.formula, place)
    if binary == .divided || binary == .remainder, case .literal(let value) = right.kind,
      value.asNumber == 0
    {
      findings.report(.divisionByZero, at: right.range)
      return .broken
    }
    if first.type.isOpen || second.type.isOpen {
      if binary == .divided { return Typed(formula: formula, type: .number) }
      let known = first.type.isOpen ? second.type : first.type
      return Typed(formula: formula, type: known.isNumeric ? known : .unknown)
    }
    guard let type = Self.result(binary, first.type, second.type) else {
      var help: String?
      if first.type == .text || second.type == .text, binary == .plus {
        help = "`text(…)` makes text of a value"
      } else if first.type == .date, second.type.isNumeric {
        help = "say what is counted, as in `+ days(3)`"
      }
      findings.report(
        .wrongOperands(binary.rawValue, first.type, second.type, help: help), at: place)
      return .broken
    }
    return computed(formula, type, place) { () throws(FormulaFault) in
      guard let left = Self.constant(first), let right = Self.constant(second) else { return nil }
      return try Arithmetic.apply(binary, left, right)
    }
  }

  /// The type an operation gives, or `nil` when it cannot be applied.
  private static func result(
    _ operation: BinaryOperator, _ left: ValueType, _ right: ValueType
  ) -> ValueType? {
    if left.isNumeric, right.isNumeric {
      switch operation {
      case .divided: return .number
      case .remainder: return left == .int && right == .int ? .int : nil
      default: return left == .int && right == .int ? .int : .number
      }
    }
    switch (operation, left, right) {
    case (.plus, .text, .text): return .text
    case (.plus, .list(let left), .list(let right)):
      return left.joined(with: right).map { .list($0) }
    case (.plus, .date, .duration), (.plus, .duration, .date), (.minus, .date, .duration):
      return .date
    case (.minus, .date, .date), (.plus, .duration, .duration), (.minus, .duration, .duration),
      (.times, .duration, .int), (.times, .int, .duration):
      return .duration
    default: return nil
    }
  }
}
