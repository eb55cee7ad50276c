import BriefSource

extension Checker {
  /// The characters of an argument.
  func text(_ argument: Argument) -> String { script.source[argument.range] }

  /// The resolved formula and its type.
  mutating func check(_ expression: Expression, _ scope: Scope) -> Typed {
    switch expression.kind {
    case .broken: return .broken
    case .literal(let value): return Typed(formula: .constant(value), type: value.type)
    case .regex:
      findings.report(.patternOutOfPlace, at: expression.range)
      return .broken
    case .variable(let name): return checkVariable(name, expression.range)
    case .name(let name): return checkName(name, expression.range, scope)
    case .list(let elements): return checkList(elements, scope)
    case .unary(let unary, let operand): return check(unary, operand, expression.range, scope)
    case .binary(let binary, let place, let left, let right):
      return check(binary, place, left, right, expression.range, scope)
    case .field(let operand, let field): return checkField(operand, field, scope)
    case .call(let name, let arguments):
      return checkCall(name, arguments, expression.range, scope)
    case .pipeline(let pipeline): return checkPipeline(pipeline, scope)
    }
  }

  private mutating func checkPipeline(_ pipeline: Pipeline, _ scope: Scope) -> Typed {
    let (planned, flow) = check(pipeline)
    if flow.type == .nothing {
      reportNoValue(pipeline)
      return .broken
    }
    if case .none = scope { return Typed(formula: .pipeline(planned), type: flow.type) }
    let slot = newSlot()
    caches.append(slot)
    return Typed(formula: .oncePerStage(slot: slot, planned), type: flow.type)
  }

  private mutating func checkList(_ elements: [Expression], _ scope: Scope) -> Typed {
    var type = ValueType.unknown
    var formulas: [Formula] = []
    var isMixed = false
    for element in elements {
      let typed = check(element, scope)
      formulas.append(typed.formula)
      if let joined = type.joined(with: typed.type) {
        type = joined
      } else if !isMixed {
        isMixed = true
        findings.report(.mixedList(type, typed.type), at: element.range)
      }
    }
    return Typed(formula: .list(formulas), type: .list(type))
  }

  // MARK: Names

  private mutating func checkVariable(_ name: String, _ range: TextRange) -> Typed {
    if let binding = environment[name] {
      uses.insert(binding.slot)
      let place = binding.place.flatMap { $0.source === script.source ? $0.range : nil }
      note(.variable(binding.flow.type), name, at: range, boundAt: place)
      return Typed(formula: .slot(binding.slot), type: binding.flow.type)
    }
    var help: String?
    if let line = bindingLine(of: name, before: range) {
      help = "it is bound on line \(line); put that before its first use"
    } else if let ended = declarations.last(where: { $0.name.text == name }),
      ended.source === script.source, ended.kind != .function
    {
      let line = script.source.lineNumber(at: ended.name.range.start)
      help = "it is bound in a block, on line \(line), and ends with that block"
    } else if commands[name] != nil {
      help = "`$(\(name))` is what the command '\(name)' gives"
    }
    findings.report(
      .unknownVariable(
        name, nearest: Spelling.nearest(to: name, among: environment.names), help: help),
      at: range)
    return .broken
  }

  /// The line of a later `let` or `param` of this name.
  private func bindingLine(of name: String, before range: TextRange) -> Int? {
    for statement in script.statements {
      let found: Name
      switch statement.kind {
      case .binding(let name, _, _): found = name
      case .parameter(let parameter): found = parameter.name
      default: continue
      }
      if found.text == name, statement.range.start > range.start {
        return script.source.lineNumber(at: found.range.start)
      }
    }
    return nil
  }

  private mutating func checkName(
    _ name: String, _ range: TextRange, _ scope: Scope
  ) -> Typed {
    switch scope {
    case .none:
      var help = "text stands in quotation marks, as in `\"\(name)\"`"
      if environment.functions[name] != nil || FunctionDeclaration.byName[name] != nil {
        findings.report(.functionWithoutBrackets(name), at: range)
        return .broken
      }
      if environment[name] != nil {
        help = "the variable is written `$\(name)`"
      } else if commands[name] != nil {
        help = "`$(\(name))` is what the command '\(name)' gives"
      }
      findings.report(.columnOutsideStage(name, help: help), at: range)
      return .broken
    case .rows(let rows):
      guard
        let column = column(
          name, range, rows,
          help: rows.table?.openedBy == nil
            ? "text stands in quotation marks, as in `\"\(name)\"`" : nil),
        let index = rows.table?.index(of: name)
      else { return .broken }
      return Typed(formula: .column(index), type: column.type)
    case .group(let rows, let keys):
      let isFigure = AggregateDeclaration.byName[name] != nil
      guard
        let column = column(
          name, range, rows, help: isFigure ? "a figure has brackets: `\(name)()`" : nil),
        let index = rows.table?.index(of: name)
      else {
        return .broken
      }
      guard keys.contains(name) else {
        findings.report(.needsAggregate(name), at: range)
        return .broken
      }
      return Typed(formula: .column(index), type: column.type)
    }
  }

  private mutating func checkField(
    _ operand: Expression, _ field: Name, _ scope: Scope
  ) -> Typed {
    if case .variable(let module) = operand.kind, environment[module] == nil,
      let binding = environment[module + "." + field.text]
    {
      uses.insert(binding.slot)
      return Typed(formula: .slot(binding.slot), type: binding.flow.type)
    }
    let typed = check(operand, scope)
    let fields: [(name: String, type: ValueType)]
    switch typed.type {
    case .unknown, .missing: return .broken
    case .record(let type): fields = type.columns.map { ($0.name, $0.type) }
    case .place: fields = [("file", .text), ("line", .int)]
    default: fields = []
    }
    if let found = fields.first(where: { $0.name == field.text }) {
      noteField(field, found.type, of: typed.type)
      return Typed(formula: .field(typed.formula, field.text), type: found.type)
    }
    let names = fields.map(\.name)
    if case .record(let type) = typed.type, let opener = type.openedBy {
      findings.report(
        .openColumn(
          field.text, opener: opener, columns: names,
          nearest: Spelling.nearest(to: field.text, among: names)), at: field.range)
      return .broken
    }
    var message = Message.noSuchField(
      field.text, of: typed.type, nearest: Spelling.nearest(to: field.text, among: names),
      fields: names)
    if case .table(let type) = typed.type, type[field.text] != nil {
      message.help = "`| column \(field.text)` makes a list of a column"
    } else if typed.type == .text {
      message.help =
        "to join texts write a formula in brackets, as in `($name + \".\(field.text)\")`"
    }
    findings.report(message, at: field.range)
    return .broken
  }

  // MARK: Operators

  private mutating func check(
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

  private mutating func check(
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
