import BriefSource

// Functions that give parts of texts and lists, and whole numbers.

extension FunctionDeclaration {
  private static let pattern = Parameter(name: "pattern", accepts: .pattern)

  /// What they compute stands in ``Formula/search(_:_:_:)``: a pattern is no value.
  static let patternFunctions: [FunctionDeclaration] = [
    FunctionDeclaration(
      "extract", [text, pattern], .text,
      "the first part of the text that a regular expression matches",
      #"extract("on 14 November", r"\d+")"#, "14"
    ) { _ in .missing },
    FunctionDeclaration(
      "matches", [text, pattern], .list(.text),
      "every part of the text that a regular expression matches",
      #"matches("from 3 to 14", r"\d+")"#, "3; 14"
    ) { _ in .missing },
  ]

  /// What it computes stands in ``Formula/choice(_:_:_:)``: only one of the values is computed.
  static let choose = FunctionDeclaration(
    name: "choose",
    parameters: [
      Parameter(name: "condition", accepts: .type(.bool)), Parameter(name: "then", accepts: .any),
      Parameter(name: "otherwise", accepts: .any),
    ],
    result: { $0.count > 1 ? $0[1] : .unknown },
    summary: "the second value where the condition holds, the third where it does not",
    example: #"choose(3 > 2, "more", "less")"#, exampleResult: "more"
  ) { _ in .missing }

  static let slice = FunctionDeclaration(
    "slice",
    [
      text, Parameter(name: "first", accepts: .type(.int)),
      Parameter(name: "last", accepts: .type(.int), isOptional: true),
    ], .text,
    "the characters from the first place to the last, counted from 1, or back from the end as -1",
    #"slice("Geneva", 1, 3)"#, "Gen"
  ) { values in
    guard case .int(let first) = values[1] else { return .missing }
    var last = -1
    if values.count > 2, case .int(let given) = values[2] { last = given }
    let scalars = DisplayText.composed(values.string(0)).unicodeScalars
    let count = scalars.count
    let start = max(1, Self.place(first, of: count))
    let end = min(count, Self.place(last, of: count))
    guard start <= end else { return .text("") }
    let from = scalars.index(scalars.startIndex, offsetBy: start - 1)
    return .text(String(scalars[from..<scalars.index(from, offsetBy: end - start + 1)]))
  }

  static let at = FunctionDeclaration(
    name: "at",
    parameters: [
      Parameter(name: "list", accepts: .listOf(.any)),
      Parameter(name: "n", accepts: .type(.int)),
    ],
    result: { if case .list(let element)? = $0.first { element } else { .unknown } },
    summary: "the element at a place, counted from 1, or back from the end as -1",
    example: #"at(["Geneva", "Doha"], 2)"#, exampleResult: "Doha"
  ) { values in
    guard case .int(let n) = values[1] else { return .missing }
    let list = values.list(0)
    let place = Self.place(n, of: list.count)
    return (1...max(1, list.count)).contains(place) && !list.isEmpty ? list[place - 1] : .missing
  }

  static let reverse = FunctionDeclaration(
    name: "reverse", parameters: [Parameter(name: "list", accepts: .listOf(.any))],
    result: { $0.first ?? .unknown }, summary: "the list from its end to its beginning",
    example: "reverse([3, 4, 9])", exampleResult: "9; 4; 3"
  ) { .list($0.list(0).reversed()) }

  static let sort = FunctionDeclaration(
    name: "sort", parameters: [Parameter(name: "list", accepts: .listOf(.ordered))],
    result: { $0.first ?? .unknown }, summary: "the list with its least elements first",
    example: "sort([9, 3, 4])", exampleResult: "3; 4; 9"
  ) { values in
    let list = values.list(0)
    let order = list.indices.sorted { left, right in
      let order = Value.order(list[left], list[right])
      return order == 0 ? left < right : order < 0
    }
    return .list(order.map { list[$0] })
  }

  /// A place that may be counted back from the end, counted from 1.
  private static func place(_ n: Int, of count: Int) -> Int { n < 0 ? count + 1 + n : n }

  /// A function that makes an int of a number.
  static func whole(
    _ name: String, _ summary: String, _ example: String, _ exampleResult: String,
    _ rule: FloatingPointRoundingRule
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, [Parameter(name: "number", accepts: .numeric)], .int, summary, example, exampleResult
    ) { (values) throws(FormulaFault) in
      if case .int = values[0] { return values[0] }
      return try whole(values[0].asNumber ?? 0, rule)
    }
  }

  /// The int that `number` is when it is rounded.
  ///
  /// - Throws: ``FormulaFault`` when there is none so large.
  static func whole(
    _ number: Double, _ rule: FloatingPointRoundingRule
  ) throws(FormulaFault) -> Value {
    guard let int = Int(exactly: number.rounded(rule)) else {
      throw FormulaFault(.overflow("the result"))
    }
    return .int(int)
  }
}
