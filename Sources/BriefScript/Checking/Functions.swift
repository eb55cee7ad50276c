import BriefSource

extension FunctionDeclaration {
  /// Every function of the language, by name.
  public static let all: [FunctionDeclaration] =
    (textFunctions + patternFunctions + numberFunctions + listFunctions + dateFunctions + [choose])
    .sorted { $0.name < $1.name }

  static let byName: [String: FunctionDeclaration] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// A function whose result is always of the type `result`.
  init(
    _ name: String, _ parameters: [Parameter], _ result: ValueType, _ summary: String,
    _ example: String, _ exampleResult: String,
    _ evaluate: @escaping @Sendable ([Value]) throws(FormulaFault) -> Value
  ) {
    self.init(
      name: name, parameters: parameters, result: { _ in result }, summary: summary,
      example: example, exampleResult: exampleResult, evaluate: evaluate)
  }

  static let text = Parameter(name: "text", accepts: .type(.text))

  // MARK: Text

  private static let textFunctions: [FunctionDeclaration] = [
    FunctionDeclaration(
      "contains", [text, Parameter(name: "part", accepts: .type(.text))], .bool,
      "whether the part stands somewhere in the text; upper and lower case differ",
      #"contains("free trade", "trade")"#, "true"
    ) { values in
      .bool(values.text(0).occurrence(of: values.text(1)) != nil)
    },
    FunctionDeclaration(
      "ends", [text, Parameter(name: "part", accepts: .type(.text))], .bool,
      "whether the text ends with the part", #"ends("ceasefire", "fire")"#, "true"
    ) { values in
      let (text, part) = (values.text(0).composedBytes, values.text(1).composedBytes)
      return .bool(text.count >= part.count && text.suffix(part.count).elementsEqual(part))
    },
    FunctionDeclaration(
      "join",
      [
        Parameter(name: "list", accepts: .listOf(.any)),
        Parameter(name: "by", accepts: .type(.text)),
      ], .text, "the elements as one text with `by` between them",
      #"join(["Geneva", "Doha"], " and ")"#, "Geneva and Doha"
    ) { values in
      .text(values.list(0).map(\.plainText).joined(separator: values.string(1)))
    },
    FunctionDeclaration(
      "length", [text], .int, "how many characters (code points) the text has",
      #"length("Ankara")"#, "6"
    ) { values in
      let text = values.text(0)
      let plain = text.withUTF8 { $0.isASCII ? $0.count : nil }
      return .int(plain ?? DisplayText.composed(text.string).unicodeScalars.count)
    },
    FunctionDeclaration(
      "lower", [text], .text, "the text in lower case", #"lower("NATO")"#, "nato"
    ) { values in
      .text(values.string(0).lowercased())
    },
    FunctionDeclaration(
      "replace",
      [
        text, Parameter(name: "old", accepts: .type(.text)),
        Parameter(name: "new", accepts: .type(.text)),
      ], .text, "the text with every `old`, a text or a regular expression, replaced by `new`",
      #"replace("Q3 and Q4", r"Q\d", "quarter")"#, "quarter and quarter"
    ) { values in
      values.string(1).isEmpty
        ? values[0]
        : .text(values.string(0).replacing(values.string(1), with: values.string(2)))
    },
    slice,
    FunctionDeclaration(
      "split", [text, Parameter(name: "by", accepts: .type(.text))], .list(.text),
      "the parts of the text between the places of `by`, a text or a regular expression",
      #"split("a, b, c", ", ")"#, "a; b; c"
    ) { values in
      let by = values.string(1)
      if by.isEmpty { return .list([values[0]]) }
      return .list(
        values.string(0).split(separator: by, omittingEmptySubsequences: false).map {
          .text(String($0))
        })
    },
    FunctionDeclaration(
      "starts", [text, Parameter(name: "part", accepts: .type(.text))], .bool,
      "whether the text starts with the part", #"starts("ceasefire", "cease")"#, "true"
    ) { values in
      .bool(values.text(0).composedBytes.starts(with: values.text(1).composedBytes))
    },
    FunctionDeclaration(
      "text", [Parameter(name: "value", accepts: .any)], .text,
      "the value as it is written in an export", "text(2025-11)", "2025-11"
    ) { values in
      .text(values[0].asText)
    },
    FunctionDeclaration(
      "trim", [text], .text, "the text without space at its ends", #"trim("  yes ")"#, "yes"
    ) { values in
      let scalars = values.string(0).unicodeScalars
      let rest = scalars.drop { $0.properties.isWhitespace }
      let end = rest.lastIndex { !$0.properties.isWhitespace }
      return .text(end.map { String(rest[...$0]) } ?? "")
    },
    FunctionDeclaration(
      "upper", [text], .text, "the text in upper case", #"upper("Nato")"#, "NATO"
    ) { values in
      .text(values.string(0).uppercased())
    },
    FunctionDeclaration(
      "words", [text], .int, "how many stretches without space have a letter or a digit in them",
      #"words("Talks – again – failed.")"#, "3"
    ) { values in
      var count = 0
      var isCounted = false
      for scalar in values.string(0).unicodeScalars {
        if scalar.properties.isWhitespace {
          isCounted = false
        } else if !isCounted, scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        {
          isCounted = true
          count += 1
        }
      }
      return .int(count)
    },
  ]

  // MARK: Numbers

  private static let numberFunctions: [FunctionDeclaration] = [
    FunctionDeclaration(
      name: "abs", parameters: [Parameter(name: "number", accepts: .numeric)],
      result: { $0.first ?? .number }, summary: "the number without its sign",
      example: "abs(-3)", exampleResult: "3"
    ) { (values) throws(FormulaFault) in
      switch values[0] {
      case .int(let number):
        if number == .min { throw FormulaFault(.overflow("the result")) }
        return .int(abs(number))
      default: return .number(abs(values[0].asNumber ?? 0))
      }
    },
    whole("ceil", "the least int that is not below the number", "ceil(2.1)", "3", .up),
    whole("floor", "the greatest int that is not above the number", "floor(-2.1)", "-3", .down),
    FunctionDeclaration(
      "int", [Parameter(name: "value", accepts: .any)], .int,
      "the int a text is, the whole part of a number, or the days of a duration without months",
      #"int("12")"#, "12"
    ) { (values) throws(FormulaFault) in
      switch values[0] {
      case .int: return values[0]
      case .number(let number): return try whole(number, .towardZero)
      case .text(let text): return text.int.map(Value.int) ?? .missing
      case .duration(let duration): return duration.months == 0 ? .int(duration.days) : .missing
      default: return .missing
      }
    },
    FunctionDeclaration(
      "number", [Parameter(name: "text", accepts: .any)], .number,
      "the number a text is; missing where it is none", #"number("2.5")"#, "2.5"
    ) { values in
      if let number = values[0].asNumber { return .number(number) }
      guard case .text(let text) = values[0],
        case .success(let value) = Literals.number(text.string),
        let number = value.asNumber
      else { return .missing }
      return .number(number)
    },
    FunctionDeclaration(
      name: "round",
      parameters: [
        Parameter(name: "number", accepts: .numeric),
        Parameter(name: "digits", accepts: .type(.int), isOptional: true),
      ],
      result: { $0.count > 1 ? .number : .int },
      summary: "the nearest int, or the nearest number with so many digits after the point",
      example: "round(2.567, 1)", exampleResult: "2.6"
    ) { (values) throws(FormulaFault) in
      if values.count == 1 {
        if case .int = values[0] { return values[0] }
        return try whole(values[0].asNumber ?? 0, .toNearestOrAwayFromZero)
      }
      guard let number = values[0].asNumber, case .int(let digits) = values[1] else {
        return .missing
      }
      let rounded = Decimals.rounded(number, to: digits)
      if !rounded.isFinite { throw FormulaFault(.overflow("the result")) }
      return .number(rounded)
    },
  ]
}
