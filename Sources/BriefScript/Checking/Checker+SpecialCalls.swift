extension Checker {
  /// Checks the call of a function that takes a regular expression or does not compute all of its
  /// values; `nil` when this is no such call, or lacks values.
  mutating func checkSpecialCall(
    _ function: FunctionDeclaration, _ arguments: [Expression], _ scope: Scope
  ) -> Typed? {
    guard arguments.count == function.parameters.count else { return nil }
    switch function.name {
    case "choose": return checkChoice(arguments, scope)
    case "extract": return checkSearch(.first, .text, function.name, arguments, scope)
    case "matches": return checkSearch(.all, .list(.text), function.name, arguments, scope)
    case "split":
      guard case .regex = arguments[1].kind else { return nil }
      return checkSearch(.between, .list(.text), function.name, arguments, scope)
    case "replace":
      guard case .regex = arguments[1].kind else { return nil }
      return checkReplacement(arguments, scope)
    default: return nil
    }
  }

  private mutating func checkSearch(
    _ parts: MatchedParts, _ type: ValueType, _ name: String, _ arguments: [Expression],
    _ scope: Scope
  ) -> Typed {
    let text = check(arguments[0], scope)
    require(text, .text, "'\(name)'", arguments[0].range)
    guard let pattern = checkPattern(arguments[1], "'\(name)'", scope) else { return .broken }
    return Typed(formula: .search(parts, text.formula, pattern), type: type)
  }

  private mutating func checkReplacement(_ arguments: [Expression], _ scope: Scope) -> Typed {
    let (text, new) = (check(arguments[0], scope), check(arguments[2], scope))
    require(text, .text, "'replace'", arguments[0].range)
    require(new, .text, "'replace'", arguments[2].range)
    guard let pattern = checkPattern(arguments[1], "'replace'", scope) else { return .broken }
    return Typed(formula: .replacing(text.formula, pattern, new.formula), type: .text)
  }

  private mutating func checkChoice(_ arguments: [Expression], _ scope: Scope) -> Typed {
    let condition = check(arguments[0], scope)
    require(condition, .bool, "'choose'", arguments[0].range)
    let (first, second) = (check(arguments[1], scope), check(arguments[2], scope))
    guard let type = first.type.joined(with: second.type) else {
      findings.report(
        .wrongType(
          "'choose'", expected: "\(first.type.phrase) for both values",
          found: second.type),
        at: arguments[2].range)
      return .broken
    }
    return Typed(
      formula: .choice(condition.formula, first.formula, second.formula), type: type)
  }
}
