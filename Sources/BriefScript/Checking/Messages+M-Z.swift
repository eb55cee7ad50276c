import BriefSource

// The messages from M on; see Messages.swift.

extension Message {
  static func malformedNumber(_ text: String) -> Message {
    Message(
      "malformed-number", "\(quoted(text)) is no number",
      help: "a number has digits, as in 12, 1_000 or 2.5; text stands in quotation marks")
  }

  static func missingArgument(_ command: String, _ parameter: String, usage: String) -> Message {
    Message(
      "missing-argument", "'\(command)' wants \(parameter)", help: "usage: `\(usage)`")
  }

  static func missingFunctionArgument(_ function: String, usage: String) -> Message {
    Message("missing-argument", "'\(function)' wants more values", help: "usage: `\(usage)`")
  }

  static func misspeltExpectation(_ form: String) -> Message {
    Message(
      "misspelt-expectation", "`brief test` does not read this comment",
      help: "write `\(form) …`; a comment that expects nothing begins with another word",
      severity: .warning)
  }

  static let missingInList = Message(
    "ordering-missing", "'in' never finds a value that is missing",
    help: "`== missing` asks whether a value is missing", severity: .warning)

  static let missingSpace = Message(
    "missing-space", "a space is missing before this",
    help: "put all of a text in quotation marks; `($name + \".csv\")` joins texts")

  static func missingValue(_ parameter: String) -> Message {
    Message(
      "missing-value", "\(parameter) wants a value, but it is missing here",
      help: "`??` replaces what is missing, as in `($name ?? \"unknown\")`")
  }

  static func mixedList(_ type: ValueType, _ found: ValueType) -> Message {
    Message("mixed-list", "\(found.phrase) stands in a list of \(type.name)")
  }

  static func needsAggregate(_ column: String) -> Message {
    Message(
      "needs-aggregate", "'\(column)' has many values in a group",
      help: "say which one, as in `first(\(column))`, or take them all with `list(\(column))`")
  }

  static func notATable(_ before: String, _ stage: String, _ found: ValueType) -> Message {
    var help: String?
    if case .list = found, let function = FunctionDeclaration.byName[stage] {
      switch function.parameters.first?.accepts {
      case .listOf, .countable:
        help = "of a list it is a function in a formula, as in `print (\(stage)(…))`"
      default: break
      }
    }
    return Message(
      "not-a-table", "'\(stage)' wants a table, but '\(before)' gives \(found.phrase)", help: help)
  }

  static func neverIn(_ element: ValueType, _ container: ValueType) -> Message {
    Message("never-in", "\(element.phrase) is never in \(container.phrase)")
  }

  static func noSuchField(
    _ field: String, of type: ValueType, nearest: String?, fields: [String]
  ) -> Message {
    Message(
      "no-such-field", "\(type.phrase) has no field '\(field)'",
      label: fields.isEmpty ? nil : "fields: \(list(fields))",
      help: suggestion(nearest, else: nil))
  }

  /// How to make the columns of a stage known.
  static func namingOpenColumns(_ opener: String) -> String {
    "name the columns that are to come out, as in `\(opener) … --into a, b, c`"
  }

  static func openColumn(
    _ name: String, opener: String, columns: [String], nearest: String?, help: String? = nil
  ) -> Message {
    Message(
      "open-columns",
      "'\(name)' is not known here: the columns that '\(opener)' makes are known only when it runs",
      label: columns.isEmpty ? nil : "known are: \(list(columns))",
      help: suggestion(nearest, else: help ?? namingOpenColumns(opener)))
  }

  static func operatorAsText(_ symbol: String) -> Message {
    Message(
      "operator-as-text", "'\(symbol)' is text here, and nothing is computed",
      help: "a formula stands in brackets, as in `print (1 + 2)`; text stands in quotation marks",
      severity: .warning)
  }

  static func orderingMissing(_ comparison: String) -> Message {
    Message(
      "ordering-missing", "'\(comparison)' with missing never holds",
      help: "`== missing` asks whether a value is missing", severity: .warning)
  }

  static func otherQuotationMark(_ mark: Unicode.Scalar) -> Message {
    Message(
      "other-quotation-mark", "\(mark) does not begin a string",
      help: "use double quotation marks, straight or curly")
  }

  static func overflow(_ what: String) -> Message {
    Message("overflow", "\(what) is too large to count")
  }

  static func patternInNeed(_ access: FileAccess, _ folder: String) -> Message {
    let path = Value.text(folder.hasSuffix("/") ? folder : folder + "/").written
    return Message(
      "pattern-in-need", "'*' is a character of a name here, and matches nothing else",
      help: "name the folder: `needs \(access.rawValue) \(path)`", severity: .warning)
  }

  static let patternOutOfPlace = Message(
    "pattern-out-of-place",
    "a regular expression stands only after '~' and in 'extract', 'matches', 'replace' and 'split'")

  static let pipeFirst = Message(
    "pipe-first", "a statement begins with a command, not with '|'")

  static let pipelineWithoutBrackets = Message(
    "pipeline-without-brackets", "a pipeline that is used as a value stands in brackets",
    help: "write `$( … )` around it")

  static func rangeOutOfPlace(_ found: ValueType) -> Message {
    Message(
      "range-out-of-place", "'..' makes a list of ints only; this is a range of \(found.name)s",
      help: "other ranges stand after `in`, as in `date in 2025-10 .. 2025-12`")
  }

  static func rebound(_ name: String) -> Message {
    Message("rebound", "'$\(name)' has a new value", severity: .note)
  }

  static func redirection(_ word: String) -> Message {
    Message(
      "redirection", "'\(word)' does not lead to a file here",
      help: "`| export \"file.csv\"` writes a table; a comparison stands after `where`")
  }

  static func repeatedBinding(_ name: String, line: Int, isOutside: Bool) -> Message {
    Message(
      "repeated-binding", "'$\(name)' has been bound on line \(line)",
      help: isOutside
        ? "nothing is assigned to a name anew, in a block as little as elsewhere; take another one"
        : "a name is bound once; take another one")
  }

  static func shellOperator(_ word: String) -> Message {
    Message(
      "shell-operator", "'\(word)' does not join statements here",
      help: "write the next statement on a new line or after `;`")
  }

  static let singleEquals = Message(
    "single-equals", "'=' gives a name to a value; a comparison is written '=='",
    help: "write `==`")

  static func singleHyphen(_ flag: String) -> Message {
    Message(
      "single-hyphen", "a flag begins with two hyphens",
      help: "write `--\(flag)`, or put the word in quotation marks if it is text")
  }

  static func bracketAfterName(_ command: String) -> Message {
    if FunctionDeclaration.byName[command] != nil {
      return Message(
        "missing-space", "'\(command)' is a function, and a stage begins with a command",
        help: "a formula stands in brackets: `(\(command)(…))`")
    }
    return Message(
      "missing-space", "'\(command)' is a command; a space stands after its name",
      help: "write `\(command) (…)`")
  }

  /// A function that is called among arguments as it is called in a formula.
  static func bracketAfterWord(_ word: String) -> Message {
    Message(
      "missing-space", "a space is missing before this",
      help: "a formula stands in brackets, as in `(\(word)(…))`; text stands in quotation marks")
  }

  static let statementsInBrackets = Message(
    "statements-in-brackets", "one pipeline stands between '$(' and ')'")

  static func strangeCharacter(_ scalar: Unicode.Scalar) -> Message {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    let isShown = scalar.value > 0x20 && !(0x7F...0xA0).contains(scalar.value)
    return Message(
      "strange-character",
      isShown
        ? "the character \(scalar) (U+\(padded)) means nothing here"
        : "the character U+\(padded) means nothing here",
      help: scalar == "$" ? "a variable is written as `$name`" : nil)
  }

  static func switchWithValue(_ flag: String) -> Message {
    Message(
      "switch-with-value", "'--\(flag)' takes no value",
      help: "write `--\(flag)` alone, or leave it out")
  }

  static let tooDeep = Message(
    "too-deep", "this is nested too deep",
    help: "give the inner parts names with `let`")

  static let tooLargeNumber = Message(
    "too-large-number", "the number is too large to count")

  static func tooManyArguments(_ name: String, usage: String, help: String? = nil) -> Message {
    Message(
      "too-many-arguments", "'\(name)' does not take this",
      help: help ?? "usage: `\(usage)`")
  }

  static func unclosedBracket(_ open: String, _ close: String) -> Message {
    Message("unclosed-bracket", "'\(open)' is never closed", help: "put '\(close)' after it")
  }

  static func unclosedString(isCurly: Bool) -> Message {
    Message(
      "unclosed-string", "the string does not end on its line",
      help: isCurly
        ? "a string that begins with a curly mark ends with ”"
        : "put \" at its end; text of several lines stands between \"\"\" and \"\"\"")
  }

  static let unclosedTextBlock = Message(
    "unclosed-text-block", "the text block never ends", help: "put \"\"\" at its end")

  static func unexpected(expected: String, found: String, help: String?) -> Message {
    Message("unexpected", "expected \(expected), found \(found)", help: help)
  }

  static func unknownColumn(
    _ name: String, after stage: String?, columns: [String], nearest: String?, help: String? = nil
  ) -> Message {
    Message(
      "unknown-column", "no column '\(name)'\(stage.map { " after '\($0)'" } ?? "")",
      label: columns.isEmpty ? "there are no columns" : "columns: \(list(columns))",
      help: suggestion(nearest, else: help))
  }

  static func unknownCommand(_ name: String, nearest: String?, help: String? = nil) -> Message {
    Message(
      "unknown-command", "no command \(quoted(name))",
      help: help ?? suggestion(nearest, else: "`help` lists the commands"))
  }

  static func unknownEdition(_ edition: Int) -> Message {
    Message(
      "unknown-edition", "this program knows edition 1 of the language, not \(edition)")
  }

  static func unknownEscape(_ escape: String) -> Message {
    Message(
      "unknown-escape", "'\(escape)' stands for nothing in a string",
      help: #"there are `\n`, `\t`, `\"`, `\\` and `\u{…}`; regular expressions stand in r"…""#)
  }

  static func unknownFlag(
    _ flag: String, of command: String, nearest: String?, flags: [String]
  ) -> Message {
    let all = flags.map { "--\($0)" }
    return Message(
      "unknown-flag", "'\(command)' has no flag '--\(flag)'",
      label: all.isEmpty ? "it has no flags" : "flags: \(list(all))",
      help: flag == "help"
        ? "`help \(command)` says more" : suggestion(nearest.map { "--\($0)" }, else: nil))
  }

  static func unknownFunction(_ name: String, nearest: String?, help: String? = nil) -> Message {
    Message(
      "unknown-function", "no function '\(name)'",
      help: help ?? suggestion(nearest, else: nil))
  }

  static func unknownType(_ name: String, nearest: String?, types: [String]) -> Message {
    Message(
      "unknown-type", "no type '\(name)'",
      help: suggestion(nearest, else: "there are \(list(types))"))
  }

  static func unknownVariable(_ name: String, nearest: String?, help: String? = nil) -> Message {
    Message(
      "unknown-variable", "no variable '$\(name)'",
      help: help ?? suggestion(nearest.map { "$\($0)" }, else: "`let \(name) = …` binds it"))
  }

  static func unopened(_ bracket: String) -> Message {
    Message("unopened-bracket", "'\(bracket)' closes nothing", help: "take it away")
  }

  static func variableAsText(_ name: String) -> Message {
    Message(
      "variable-as-text", "'\(name)' is text here, not the variable of this name",
      help: "write `$\(name)`, or put the text in quotation marks", severity: .warning)
  }

  static func wrongOperands(
    _ operation: String, _ left: ValueType, _ right: ValueType, help: String?
  ) -> Message {
    Message(
      "wrong-operands",
      "'\(operation)' cannot be applied to \(left.phrase) and \(right.phrase)", help: help)
  }

  static func wrongRows(
    _ command: String, wants: String, found: String, stage: String, help: String?
  ) -> Message {
    Message(
      "wrong-rows", "'\(command)' wants \(wants), but '\(stage)' gives \(found)", help: help)
  }

  static func wrongType(
    _ what: String, expected: String, found: ValueType, label: String? = nil,
    help: String? = nil
  ) -> Message {
    Message(
      "wrong-type", "\(what) wants \(expected), not \(found.phrase)", label: label, help: help)
  }
}
