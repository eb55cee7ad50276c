import BriefSource

extension Checker {
  mutating func checkCall(
    _ name: Name, _ arguments: [Expression], _ range: TextRange, _ scope: Scope
  ) -> Typed {
    if case .group(let rows, _) = scope,
      let aggregate = AggregateDeclaration.byName[name.text]
    {
      note(.figure(aggregate), name.text, at: name.range)
      return checkAggregate(aggregate, name, arguments, rows)
    }
    if let function = environment.functions[name.text] {
      return checkCall(of: function, name, arguments, scope)
    }
    guard let function = FunctionDeclaration.byName[name.text] else {
      reportUnknownFunction(name)
      for argument in arguments { _ = check(argument, scope) }
      return .broken
    }
    note(.function(function), name.text, at: name.range)
    if let typed = checkSpecialCall(function, arguments, scope) { return typed }
    var formulas: [Formula] = []
    var types: [ValueType] = []
    for (index, argument) in arguments.enumerated() {
      let typed = check(argument, scope)
      formulas.append(typed.formula)
      types.append(typed.type)
      guard index < function.parameters.count else {
        if index == function.parameters.count {
          findings.report(
            .tooManyArguments(name.text, usage: function.usage), at: argument.range)
        }
        continue
      }
      let parameter = function.parameters[index]
      if !parameter.accepts.takes(typed.type) {
        reportArgument(function, parameter, typed.type, argument)
        types[index] = .unknown
      }
    }
    let required = function.parameters.filter { !$0.isOptional }.count
    if arguments.count < required {
      findings.report(
        .missingFunctionArgument(name.text, usage: function.usage), at: name.range)
      return .broken
    }
    return Typed(
      formula: .call(function, formulas, range), type: function.result(types))
  }

  private mutating func reportArgument(
    _ function: FunctionDeclaration, _ parameter: FunctionDeclaration.Parameter,
    _ found: ValueType, _ argument: Expression
  ) {
    var help: String?
    if AggregateDeclaration.byName[function.name] != nil, case .listOf = parameter.accepts {
      help = "over a column it stands in `group … [ … ]`, or takes `$(… | column NAME)`"
    } else if case .type(.text) = parameter.accepts {
      help = "`text(…)` makes text of a value"
    }
    findings.report(
      .wrongType(
        "'\(function.name)'", expected: parameter.accepts.phrase, found: found, help: help),
      at: argument.range)
  }

  private mutating func reportUnknownFunction(_ name: Name) {
    let names =
      FunctionDeclaration.all.map(\.name) + AggregateDeclaration.all.map(\.name)
      + environment.functions.keys.sorted()
    var help: String?
    if name.text == definitionAtHand {
      help = "a function does not call itself, so that every script ends"
    } else if AggregateDeclaration.byName[name.text] != nil {
      help = "it stands in the brackets of `group … [ … ]`"
    } else if let own = Self.functionsElsewhere[name.text.lowercased()] {
      help = "it is called `\(own)` here"
    } else if commands[name.text] != nil {
      help = "`$(\(name.text) …)` is what the command '\(name.text)' gives"
    }
    findings.report(
      .unknownFunction(
        name.text, nearest: Spelling.nearest(to: name.text, among: names), help: help),
      at: name.range)
  }

  /// What functions are called here that people know by other names.
  private static let functionsElsewhere = [
    "average": "mean(…)", "avg": "mean(…)", "case": "choose(…)", "ceiling": "ceil(…)",
    "coalesce": "… ?? …", "concat": "… + …", "endswith": "ends(…)", "float": "number(…)",
    "gsub": "replace(…)", "if": "choose(…)", "ifelse": "choose(…)", "iif": "choose(…)",
    "includes": "contains(…)", "isnull": "… == missing", "lcase": "lower(…)", "len": "length(…)",
    "lowercase": "lower(…)", "maximum": "max(…)", "minimum": "min(…)", "nth": "at(…)",
    "order": "sort(…)", "regexp": "matches(…)", "reversed": "reverse(…)", "size": "count(…)",
    "sorted": "sort(…)", "startswith": "starts(…)", "str": "text(…)", "string": "text(…)",
    "strip": "trim(…)", "strlen": "length(…)", "sub": "replace(…)", "substr": "slice(…)",
    "substring": "slice(…)", "tolower": "lower(…)", "tostring": "text(…)", "total": "sum(…)",
    "toupper": "upper(…)", "trunc": "int(…)", "ucase": "upper(…)", "unique": "distinct(…)",
    "uppercase": "upper(…)",
  ]

  private mutating func checkAggregate(
    _ aggregate: AggregateDeclaration, _ name: Name, _ arguments: [Expression], _ rows: Flow
  ) -> Typed {
    if arguments.count > 1 {
      findings.report(
        .tooManyArguments(name.text, usage: aggregate.usage), at: arguments[1].range)
      return .broken
    }
    guard let argument = arguments.first else {
      guard case .valuesOrNothing = aggregate.takes else {
        findings.report(
          .missingFunctionArgument(name.text, usage: aggregate.usage), at: name.range)
        return .broken
      }
      return figure(aggregate, nil, name.range, .int)
    }
    let typed = check(argument, .rows(rows))
    if case .values(let kind) = aggregate.takes,
      !FunctionDeclaration.Accepts.listOf(kind).takes(.list(typed.type))
    {
      let expected =
        kind == .numeric ? "numbers" : kind == .ordered ? "values that have an order" : "text"
      findings.report(
        .wrongType("'\(name.text)'", expected: expected, found: typed.type),
        at: argument.range)
      return .broken
    }
    return figure(aggregate, typed.formula, argument.range, aggregate.result(typed.type))
  }

  private mutating func figure(
    _ aggregate: AggregateDeclaration, _ argument: Formula?, _ range: TextRange,
    _ type: ValueType
  ) -> Typed {
    aggregates.append(
      PlannedAggregate(declaration: aggregate, argument: argument, range: range))
    return Typed(formula: .aggregate(aggregates.count - 1), type: type)
  }
}
