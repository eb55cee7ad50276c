import BriefSource

/// Makes one value of an argument what its parameter accepts.
struct ArgumentConverter {
  let parameter: ParameterSummary
  let input: Flow
  /// How to mend a word that is no column.
  var help: String?

  /// The value, or `nil` after reporting that it cannot stand here.
  func convert(
    _ value: ArgumentValue, _ checker: inout Checker
  ) -> PlannedArgument.Value? {
    switch value.kind {
    case .word(let word): convert(word, value.range, &checker)
    case .list(let elements): convert(elements, value.range, &checker)
    case .expression(let expression): convert(expression, &checker)
    case .wrong, .broken: nil
    }
  }

  /// How the parameter is called in messages.
  var title: String {
    switch parameter.form {
    case .flag, .switch: "'--\(parameter.name)'"
    case .argument, .after: "'\(parameter.name)'"
    }
  }

  private func constant(
    _ value: Value, _ range: TextRange, isPattern: Bool = false
  ) -> PlannedArgument.Value {
    PlannedArgument.Value(
      formula: .constant(value), type: value.type, range: range, isPattern: isPattern,
      isSpread: false)
  }

  // MARK: Words

  private func convert(
    _ word: String, _ range: TextRange, _ checker: inout Checker
  ) -> PlannedArgument.Value? {
    func wrong(_ expected: String, help: String? = nil) -> PlannedArgument.Value? {
      checker.findings.report(
        .badValue(
          title, expected: expected, found: Message.quoted(word), label: parameter.purpose,
          help: help), at: range)
      return nil
    }
    switch parameter.accepts {
    case .text, .names: return constant(.text(word), range)
    case .table:
      var help: String?
      if checker.environment[word] != nil {
        help = "the variable is written `$\(word)`"
      } else if checker.commands[word] != nil {
        help = "`$(\(word))` is what the command '\(word)' gives"
      }
      return wrong("a table", help: help)
    case .path(let access):
      let isPattern = word.utf8.contains { [0x2A, 0x3F, 0x5B].contains($0) }
      checker.requireAccess(access, word, isPattern: isPattern, range)
      return constant(.text(word), range, isPattern: isPattern)
    case .int:
      switch Literals.number(word) {
      case .success(.int(let number)): return bounded(.int(number), range, &checker)
      case .failure(.tooLarge): return wrong("an int that can be counted")
      default: return wrong("an int")
      }
    case .number:
      guard case .success(let number) = Literals.number(word) else { return wrong("a number") }
      return bounded(number, range, &checker)
    case .bool:
      guard word == "true" || word == "false" else { return wrong("true or false") }
      return constant(.bool(word == "true"), range)
    case .date:
      guard let date = CalendarDate(word) else {
        return wrong("a date", help: "dates are written as 2025-11-14, 2025-11 or 2025")
      }
      return constant(.date(date), range)
    case .choice(let words):
      guard words.contains(word) else {
        return wrong(
          Self.alternatives(words),
          help: Spelling.nearest(to: word, among: words).map { "did you mean '\($0)'?" })
      }
      return constant(.text(word), range)
    case .column, .columns:
      guard checker.column(word, range, input, help: help) != nil else { return nil }
      return constant(.text(word), range)
    case .newName: return newName(word, range, &checker)
    case .value: return constant(Self.literal(word), range)
    }
  }

  /// A number, unless it lies outside of what the parameter takes.
  private func bounded(
    _ number: Value, _ range: TextRange, _ checker: inout Checker
  ) -> PlannedArgument.Value? {
    if let message = outOfBounds(number) {
      checker.findings.report(message, at: range)
      return nil
    }
    return constant(number, range)
  }

  /// What is wrong with a number that the parameter does not take; `nil` for one that it takes.
  func outOfBounds(_ number: Value) -> Message? {
    guard let bounds = parameter.bounds else { return nil }
    let value: Double
    switch number {
    case .int(let whole): value = Double(whole)
    case .number(let any): value = any
    default: return nil
    }
    if bounds.contains(value) { return nil }
    let isWhole = parameter.accepts == .int
    func written(_ bound: Double) -> String {
      bound == bound.rounded() ? Value.int(Int(bound)).plainText : Value.number(bound).plainText
    }
    // Who writes 90 where a share is wanted means per cent.
    var help: String?
    if !isWhole, bounds == 0...1, value > 1, value <= 100 {
      let share = value < 10 ? value / 10 : value / 100
      help = "did you mean \(Value.number(share).plainText)?"
    }
    return .badValue(
      title,
      expected:
        "\(ArgumentReader.expectation(of: parameter.accepts)) from "
        + "\(written(bounds.lowerBound)) to \(written(bounds.upperBound))",
      found: number.plainText, label: parameter.purpose, help: help)
  }

  private func newName(
    _ name: String, _ range: TextRange, _ checker: inout Checker
  ) -> PlannedArgument.Value? {
    let lexer = Lexer(Source(name: "", text: name))
    guard !name.isEmpty, lexer.nameEnd(from: 0) == lexer.bytes.count else {
      checker.findings.report(.badName(name), at: range)
      return nil
    }
    if let table = input.table, table[name] != nil {
      checker.findings.report(.duplicateColumn(name), at: range)
      return nil
    }
    return constant(.text(name), range)
  }

  /// What a bare word is where any value may stand.
  private static func literal(_ word: String) -> Value {
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "missing": return .missing
    default: break
    }
    if case .success(let number) = Literals.number(word) { return number }
    if word.utf8.contains(0x2D), let date = CalendarDate(word) { return .date(date) }
    return .text(word)
  }

  /// `words` with commas and a last "or".
  static func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  // MARK: Lists

  private func convert(
    _ elements: [ArgumentValue], _ range: TextRange, _ checker: inout Checker
  ) -> PlannedArgument.Value? {
    guard parameter.accepts == .value else {
      checker.findings.report(
        .badValue(
          title, expected: ArgumentReader.expectation(of: parameter.accepts), found: "a list"),
        at: range)
      return nil
    }
    let values = elements.map { convert($0, &checker) }
    let type = values.reduce(ValueType.unknown) {
      $0.joined(with: $1?.type ?? .unknown) ?? .unknown
    }
    return PlannedArgument.Value(
      formula: .list(values.map { $0?.formula ?? .broken }), type: .list(type), range: range,
      isPattern: false, isSpread: false)
  }

  // MARK: Formulas

  private func convert(
    _ expression: Expression, _ checker: inout Checker
  ) -> PlannedArgument.Value? {
    if case .literal(.text(let text)) = expression.kind {
      return convert(string: text.string, expression.range, &checker)
    }
    switch parameter.accepts {
    case .column, .columns, .newName, .names:
      checker.findings.report(
        .badValue(
          title, expected: "the name of a column",
          found: Message.quoted(checker.script.source[expression.range]),
          help: parameter.accepts == .names
            ? "names are written as they are, as in `--\(parameter.name) a, b, c`"
            : "columns are written by their names; `derive` makes new ones of formulas"),
        at: expression.range)
      return nil
    default: break
    }
    let typed = checker.check(expression, .none)
    let expected: ValueType
    switch parameter.accepts {
    case .int: expected = .int
    case .number: expected = .number
    case .bool: expected = .bool
    case .date: expected = .date
    case .table: expected = .table(TableType([]))
    case .value:
      return PlannedArgument.Value(
        formula: typed.formula, type: typed.type, range: expression.range, isPattern: false,
        isSpread: false)
    default: expected = .text
    }
    if parameter.isRepeated, case .list(let element) = typed.type, element.fits(expected) {
      return PlannedArgument.Value(
        formula: typed.formula, type: typed.type, range: expression.range, isPattern: false,
        isSpread: true)
    }
    guard typed.type.fits(expected) else {
      var help: String?
      switch typed.type {
      case .table, .record, .list, .page: break
      default:
        if expected == .text {
          help = "`text(…)` makes text of a value, as in `(text(…))`"
        }
      }
      checker.findings.report(
        .wrongType(
          title, expected: ArgumentReader.expectation(of: parameter.accepts),
          found: typed.type, label: parameter.purpose, help: help),
        at: expression.range)
      return nil
    }
    return PlannedArgument.Value(
      formula: typed.formula, type: typed.type, range: expression.range, isPattern: false,
      isSpread: false)
  }

  /// A string: always text, never a pattern, a number or a date.
  private func convert(
    string: String, _ range: TextRange, _ checker: inout Checker
  ) -> PlannedArgument.Value? {
    switch parameter.accepts {
    case .path(let access):
      checker.requireAccess(access, string, isPattern: false, range)
      return constant(.text(string), range)
    case .text, .value, .names: return constant(.text(string), range)
    case .choice, .column, .columns, .newName: return convert(string, range, &checker)
    case .int, .number, .bool, .date, .table:
      checker.findings.report(
        .badValue(
          title, expected: ArgumentReader.expectation(of: parameter.accepts), found: "a string",
          help: parameter.accepts == .table ? nil : "take the quotation marks away"),
        at: range)
      return nil
    }
  }
}
