import BriefSource

/// Gives the arguments of a call to the parameters of the command.
struct ArgumentReader {
  let summary: CommandSummary
  let name: Name
  /// What the command is given.
  let input: Flow

  /// The parameters that were given, in the order they came, with their values; so few that a search
  /// is soonest.
  private var given: [(parameter: ParameterSummary, values: [PlannedArgument.Value])] = []
  /// The arguments that were given by their names.
  private var named: [String] = []
  /// A flag was not known: what follows may have been meant for it.
  private var isLost = false
  /// A column or a new name lacks or was not understood, so that the result is not known.
  private(set) var hasWrongColumns = false

  init(summary: CommandSummary, name: Name, input: Flow) {
    self.summary = summary
    self.name = name
    self.input = input
  }

  /// What is known of the call.
  var shape: CallShape { CallShape(input: input.type, given: given) }

  /// Reads `arguments` in their order; what is wrong with them is reported to `checker`.
  mutating func read(_ arguments: [Argument], _ checker: inout Checker) -> [PlannedArgument] {
    let positional = summary.positional
    var position = 0
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      switch argument.kind {
      case .flag(let flag, let attached):
        readFlag(flag, attached, argument, arguments, &index, &checker)
      case .value(let value):
        if reportWrong(value, &checker) { continue }
        if let parameter = marked(by: value) {
          readAfter(parameter, argument, arguments, &index, &checker)
          continue
        }
        while position < positional.count, named.contains(positional[position].name) {
          position += 1
        }
        guard position < positional.count else {
          reportTooMany(value, &checker)
          continue
        }
        let parameter = positional[position]
        if !parameter.isRepeated { position += 1 }
        let isFirst = take(parameter)
        if argument.followsComma, isFirst || !parameter.isRepeated {
          checker.findings.report(.commaBetweenArguments, at: value.range)
        }
        add(value, to: parameter, &checker)
      }
    }
    for parameter in summary.parameters
    where parameter.isRequired && !isGiven(parameter) && !isLost {
      // Of rows that are not known, because of a mistake before, no columns can be named.
      if parameter.takesColumns, !input.isStart, input.type == .unknown {
        hasWrongColumns = true
        continue
      }
      let wants = Self.description(of: parameter)
      checker.findings.report(
        .missingArgument(name.text, wants, usage: summary.usage), at: name.range)
      hasWrongColumns = true
    }
    if given.isEmpty { return [] }
    return summary.parameters.compactMap { parameter in
      given.first { $0.parameter === parameter }.map {
        PlannedArgument(parameter: parameter, values: $0.values)
      }
    }
  }

  private func isGiven(_ parameter: ParameterSummary) -> Bool {
    given.contains { $0.parameter === parameter }
  }

  /// Takes note that a parameter is given; false when it has been already.
  private mutating func take(_ parameter: ParameterSummary) -> Bool {
    if isGiven(parameter) { return false }
    given.append((parameter, []))
    return true
  }

  // MARK: Flags

  private mutating func readFlag(
    _ flag: Name, _ attached: ArgumentValue?, _ argument: Argument, _ arguments: [Argument],
    _ index: inout Int, _ checker: inout Checker
  ) {
    guard let parameter = summary.flag(flag.text) else {
      isLost = true
      let flags = summary.flags
      reportUnknownFlag(flag, flags.map(\.name), &checker)
      if let attached { checker.checkLoosely(attached) }
      return
    }
    checker.note(.parameter(parameter, of: name.text), flag.text, at: flag.range)
    if !take(parameter) {
      checker.findings.report(.duplicateFlag(flag.text), at: flag.range)
    }
    named.append(flag.text)
    if parameter.form == .switch {
      if let attached {
        checker.findings.report(.switchWithValue(flag.text), at: attached.range)
      }
      return
    }
    if let attached {
      add(attached, to: parameter, &checker)
    } else if index < arguments.count, case .value(let value) = arguments[index].kind,
      !arguments[index].followsComma
    {
      index += 1
      add(value, to: parameter, &checker)
    } else {
      checker.findings.report(
        .flagWithoutValue(flag.text, Self.expectation(of: parameter.accepts)), at: flag.range)
      return
    }
    guard parameter.isRepeated else { return }
    readMore(of: parameter, arguments, &index, &checker) { $0.followsComma }
  }

  private mutating func reportUnknownFlag(
    _ flag: Name, _ flags: [String], _ checker: inout Checker
  ) {
    if summary.parameters.contains(where: { $0.name == flag.text }) {
      checker.findings.report(
        .flagByPosition(flag.text, usage: summary.usage), at: flag.range)
    } else {
      checker.findings.report(
        .unknownFlag(
          flag.text, of: name.text, nearest: Spelling.nearest(to: flag.text, among: flags),
          flags: flags), at: flag.range)
    }
  }

  // MARK: Values after a word

  /// The parameter whose word stands here, as `by` in `count by name`.
  private func marked(by value: ArgumentValue) -> ParameterSummary? {
    guard case .word(let word) = value.kind else { return nil }
    return summary.parameters.first { $0.form == .after(word: word) }
  }

  private mutating func readAfter(
    _ parameter: ParameterSummary, _ word: Argument, _ arguments: [Argument],
    _ index: inout Int, _ checker: inout Checker
  ) {
    checker.note(.parameter(parameter, of: name.text), checker.text(word), at: word.range)
    guard take(parameter) else {
      checker.findings.report(
        .tooManyArguments(name.text, usage: summary.usage), at: word.range)
      return
    }
    let start = index
    var isFirst = true
    readMore(of: parameter, arguments, &index, &checker) { next in
      defer { isFirst = false }
      return parameter.isRepeated || isFirst || next.followsComma
    }
    if index == start {
      checker.findings.report(
        .missingArgument(
          name.text, "\(Self.expectation(of: parameter.accepts)) after '\(checker.text(word))'",
          usage: summary.usage), at: word.range)
    } else if !parameter.isRepeated, index > start + 1,
      case .value(let value) = arguments[start + 1].kind
    {
      checker.findings.report(.commaBetweenArguments, at: value.range)
    }
  }

  private mutating func readMore(
    of parameter: ParameterSummary, _ arguments: [Argument], _ index: inout Int,
    _ checker: inout Checker, while condition: (Argument) -> Bool
  ) {
    while index < arguments.count, case .value(let value) = arguments[index].kind,
      condition(arguments[index]), marked(by: value) == nil
    {
      index += 1
      add(value, to: parameter, &checker)
    }
  }

  // MARK: Values

  /// Reports a word that is no value at all; true when it is none.
  private mutating func reportWrong(_ value: ArgumentValue, _ checker: inout Checker) -> Bool {
    switch value.kind {
    case .wrong(var message):
      let word = checker.script.source[value.range].drop { $0 == "-" }
      if message.id == "single-hyphen", input.table?[String(word)] != nil,
        summary.flag("desc") != nil
      {
        message.help = "write `\(name.text) \(word) --desc` for the greatest first"
      }
      if !isLost { checker.findings.reportOnce(message, at: value.range) }
      isLost = true
      return true
    case .broken: return true
    default: return false
    }
  }

  private mutating func add(
    _ value: ArgumentValue, to parameter: ParameterSummary, _ checker: inout Checker
  ) {
    if isLost, parameter.takesColumns || reportWrong(value, &checker) {
      hasWrongColumns = true
      return
    }
    if reportWrong(value, &checker) { return }
    if case .list(let elements) = value.kind, parameter.isRepeated, parameter.accepts != .value {
      for element in elements { add(element, to: parameter, &checker) }
      return
    }
    if parameter.accepts == .value, case .word(let word) = value.kind,
      BinaryOperator.symbols.contains(word)
    {
      checker.findings.reportOnce(.operatorAsText(word), at: value.range)
    }
    if parameter.accepts == .value, case .word(let word) = value.kind,
      checker.environment[word] != nil
    {
      checker.findings.report(.variableAsText(word), at: value.range)
    }
    var converter = ArgumentConverter(parameter: parameter, input: input)
    if case .word(let word) = value.kind, parameter.takesColumns,
      parameter.accepts != .names, input.table?[word] == nil
    {
      converter.help = misplacement(of: word, checker)
      if converter.help != nil { isLost = true }
    }
    guard let converted = converter.convert(value, &checker) else {
      if parameter.takesColumns { hasWrongColumns = true }
      return
    }
    if let index = given.firstIndex(where: { $0.parameter === parameter }) {
      given[index].values.append(converted)
    }
  }

  private mutating func reportTooMany(_ value: ArgumentValue, _ checker: inout Checker) {
    checker.checkLoosely(value)
    guard !isLost else { return }
    var help: String?
    if case .word(let word) = value.kind { help = misplacement(of: word, checker) }
    checker.findings.report(
      .tooManyArguments(name.text, usage: summary.usage, help: help), at: value.range)
    // One word too many is a mistake; the words after it are the same one.
    isLost = true
  }

  /// How to mend a word that stands where it cannot, if it is known from elsewhere.
  private func misplacement(of word: String, _ checker: Checker) -> String? {
    let flags = summary.parameters.filter { $0.form == .flag || $0.form == .switch }
    if flags.contains(where: { $0.name == word }) { return "did you mean `--\(word)`?" }
    if Checker.stageWords.contains(word) || checker.commands[word] != nil {
      return "put `|` before '\(word)'"
    }
    let markers = summary.parameters.compactMap {
      if case .after(let word) = $0.form { word } else { nil }
    }
    return Spelling.nearest(to: word, among: markers).map { "did you mean '\($0)'?" }
  }

  // MARK: Words

  /// A parameter in a message.
  static func description(of parameter: ParameterSummary) -> String {
    switch parameter.form {
    case .after(let word): "'\(word)' and \(expectation(of: parameter.accepts))"
    case .flag: "'--\(parameter.name)' and \(expectation(of: parameter.accepts))"
    default: "\(expectation(of: parameter.accepts)) (\(parameter.purpose))"
    }
  }

  /// What is wanted, in words.
  static func expectation(of accepts: ParameterSummary.Accepts) -> String {
    switch accepts {
    case .text: "text"
    case .int: "an int"
    case .number: "a number"
    case .bool: "true or false"
    case .date: "a date"
    case .path: "a file's name"
    case .choice(let words): ArgumentConverter.alternatives(words)
    case .column: "a column"
    case .columns: "columns"
    case .newName: "a new name"
    case .names: "names of columns"
    case .table: "a table"
    case .value: "a value"
    }
  }
}
