import BriefSource

/// Says a formula in words: `words > 10` is "words is more than 10".
///
/// The order of operations is kept by round brackets wherever words alone would leave it open.
struct FormulaWording {
  let source: Source
  let columns: TableType?
  let environment: Environment

  // MARK: Conditions

  /// The formula as a clause that holds or does not.
  func condition(_ formula: Expression) -> StyledText {
    switch formula.kind {
    case .binary(let binary, _, let left, let right):
      switch binary {
      case .and, .or:
        return clause(left, beside: binary) + StyledText(" \(binary.rawValue) ")
          + clause(right, beside: binary)
      case .equal, .notEqual: return equality(left, right, isEqual: binary == .equal)
      case .less, .lessOrEqual, .greater, .greaterOrEqual:
        let verb = Self.verb(of: binary, kind(of: left) ?? kind(of: right))
        return operand(left) + StyledText(" \(verb) ") + operand(right)
      case .isIn: return membership(left, right)
      case .matches: return operand(left) + StyledText(" matches ") + operand(right)
      default: break
      }
    case .unary(.not, let operand):
      let clause = condition(operand)
      return StyledText("it is not so that ")
        + (isJoined(operand) ? Self.bracketed(clause) : clause)
    case .call(let name, let arguments):
      if let phrase = FunctionPhrases.conditions[name.text] {
        return filled(phrase, arguments.map { self.operand($0) })
      }
    default: break
    }
    return value(formula) + StyledText(" is true")
  }

  private func clause(_ formula: Expression, beside other: BinaryOperator) -> StyledText {
    let words = condition(formula)
    if case .binary(let binary, _, _, _) = formula.kind, binary == .and || binary == .or,
      binary != other
    {
      return Self.bracketed(words)
    }
    if case .unary(.not, _) = formula.kind { return Self.bracketed(words) }
    return words
  }

  private func isJoined(_ formula: Expression) -> Bool {
    if case .binary(let binary, _, _, _) = formula.kind {
      binary == .and || binary == .or
    } else {
      false
    }
  }

  private func equality(_ left: Expression, _ right: Expression, isEqual: Bool) -> StyledText {
    operand(left) + StyledText(isEqual ? " is " : " is not ") + operand(right)
  }

  private func membership(_ left: Expression, _ right: Expression) -> StyledText {
    switch right.kind {
    case .binary(.upTo, _, let low, let high):
      return operand(left) + StyledText(" lies between ") + operand(low) + StyledText(" and ")
        + operand(high) + StyledText(", both included")
    case .list(let elements) where !elements.isEmpty:
      return operand(left) + StyledText(" is one of ") + joined(elements)
    default:
      let verb = kind(of: right) == .date ? " lies within " : " is among "
      return operand(left) + StyledText(verb) + operand(right)
    }
  }

  /// What a comparison of values of a type is called.
  private static func verb(of comparison: BinaryOperator, _ type: ValueType?) -> String {
    let verbs: (less: String, most: String, more: String, least: String) =
      switch type {
      case .date?:
        ("lies before", "ends no later than", "lies after", "begins no earlier than")
      case .text?, .place?:
        ("comes before", "is or comes before", "comes after", "is or comes after")
      case .duration?:
        ("is shorter than", "is no longer than", "is longer than", "is no shorter than")
      default: ("is less than", "is at most", "is more than", "is at least")
      }
    return switch comparison {
    case .less: verbs.less
    case .lessOrEqual: verbs.most
    case .greater: verbs.more
    default: verbs.least
    }
  }

  // MARK: Values

  /// The formula as what it stands for.
  func value(_ formula: Expression) -> StyledText {
    switch formula.kind {
    case .literal(.text): return StyledText(source[formula.range], .quote)
    case .literal, .regex: return StyledText(source[formula.range])
    case .name(let name): return StyledText(name, .code)
    case .variable(let name): return StyledText("$" + name, .code)
    case .list(let elements):
      if elements.isEmpty { return StyledText("an empty list") }
      return StyledText("the list of ") + joined(elements)
    case .unary(.minus, let operand): return StyledText("minus ") + self.operand(operand)
    case .unary: return StyledText("whether ") + condition(formula)
    case .binary(let binary, _, let left, let right):
      return operation(binary, left, right) ?? StyledText("whether ") + condition(formula)
    case .field(let value, let field):
      return StyledText("the ") + StyledText(field.text, .code) + StyledText(" of ")
        + operand(value)
    case .call(let name, let arguments): return call(name.text, arguments)
    case .pipeline:
      return StyledText("what ") + StyledText(source[formula.range], .code)
        + StyledText(" gives")
    case .broken: return StyledText("this")
    }
  }

  private func operation(
    _ binary: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> StyledText? {
    let word: String
    switch binary {
    case .plus:
      let type = kind(of: left) ?? kind(of: right)
      word = type == .text || type?.isList == true ? "followed by" : "plus"
    case .minus: word = "minus"
    case .times: word = "times"
    case .divided: word = "divided by"
    case .remainder:
      return StyledText("the remainder of ") + operand(left) + StyledText(" divided by ")
        + operand(right)
    case .orElse:
      return operand(left) + StyledText(", or ") + operand(right)
        + StyledText(" where that is missing")
    case .upTo:
      return StyledText("the ints from ") + operand(left) + StyledText(" to ") + operand(right)
    default: return nil
    }
    return operand(left) + StyledText(" \(word) ") + operand(right)
  }

  private func call(_ name: String, _ arguments: [Expression]) -> StyledText {
    let words = arguments.map { operand($0) }
    if let phrase = FunctionPhrases.conditions[name] {
      return StyledText("whether ") + filled(phrase, words)
    }
    if let phrases = FunctionPhrases.values[name],
      let phrase = phrases.first(where: { $0.count(of: "%") == words.count })
    {
      return filled(phrase, words)
    }
    var result = StyledText(name, .code) + StyledText(" of ")
    for (index, word) in words.enumerated() {
      if index > 0 { result.append(index == words.count - 1 ? " and " : ", ") }
      result.append(word)
    }
    return result
  }

  /// The formula as a figure of a group.
  func figure(_ formula: Expression) -> StyledText {
    guard case .call(let name, let arguments) = formula.kind,
      let phrase = FunctionPhrases.figures[name.text]
    else { return value(formula) }
    guard !arguments.isEmpty else { return StyledText("how many rows there are") }
    return filled(phrase, arguments.map { operand($0) })
  }

  // MARK: Parts

  /// A value within other words, in brackets where it has words of its own.
  private func operand(_ formula: Expression) -> StyledText {
    let words = value(formula)
    switch formula.kind {
    case .binary, .unary: return Self.bracketed(words)
    default: return words
    }
  }

  private static func bracketed(_ words: StyledText) -> StyledText {
    StyledText("(") + words + StyledText(")")
  }

  private func joined(_ elements: [Expression]) -> StyledText {
    var words = StyledText()
    for (index, element) in elements.enumerated() {
      if index > 0 { words.append(", ") }
      words.append(operand(element))
    }
    return words
  }

  /// `phrase` with `words` in the places of its percent signs.
  private func filled(_ phrase: String, _ words: [StyledText]) -> StyledText {
    var result = StyledText()
    for (index, part) in phrase.split(separator: "%", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 {
        result.append(words.indices.contains(index - 1) ? words[index - 1] : StyledText("this"))
      }
      result.append(String(part))
    }
    return result
  }

  /// The type of a formula, as far as it is plain from its form.
  private func kind(of formula: Expression) -> ValueType? {
    let type: ValueType?
    switch formula.kind {
    case .literal(let value): type = value.type
    case .name(let name): type = columns?[name]?.type
    case .variable(let name): type = environment[name]?.flow.type
    case .list: type = .list(.unknown)
    case .binary(.plus, _, let left, let right), .binary(.minus, _, let left, let right):
      let (first, second) = (kind(of: left), kind(of: right))
      if first == .date, second == .date { return .duration }
      type = first ?? second
    case .call(let name, let arguments):
      type = FunctionDeclaration.byName[name.text]?.result(
        arguments.map { kind(of: $0) ?? .unknown })
    default: type = nil
    }
    return type == .unknown || type == .missing ? nil : type
  }
}

extension ValueType {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}

extension String {
  fileprivate func count(of character: Character) -> Int { count { $0 == character } }
}
