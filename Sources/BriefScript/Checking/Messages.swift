import BriefSource

// Every message of the language, in the order of their ids. An id never changes its meaning.

extension Message {
  static func assertionFailed(_ text: String?) -> Message {
    Message("assertion-failed", text ?? "this does not hold")
  }

  static let badCodePoint = Message(
    "bad-code-point", "this is no code point",
    help: #"write its number in hexadecimal, as in `\u{2019}`"#)

  static func badName(_ name: String) -> Message {
    Message(
      "bad-name", "\(quoted(name)) cannot be the name of a column",
      help: "a name has letters, digits and '_' and does not begin with a digit")
  }

  static func badPattern(_ reason: String) -> Message {
    Message("bad-pattern", "this is no regular expression: \(reason)")
  }

  static func badValue(
    _ parameter: String, expected: String, found: String, label: String? = nil,
    help: String? = nil
  ) -> Message {
    Message(
      "bad-value", "\(parameter) wants \(expected), not \(found)", label: label, help: help)
  }

  static let bareHyphens = Message(
    "bare-hyphens", "'--' alone is no flag", help: "put it in quotation marks if it is text")

  static func cannotBegin(_ command: String, wants: String, help: String?) -> Message {
    Message(
      "cannot-begin", "'\(command)' wants \(wants), but nothing stands before it", help: help)
  }

  static func cannotFollow(_ command: String, after stage: String) -> Message {
    Message(
      "cannot-follow", "'\(command)' begins a pipeline, but '\(stage)' stands before it",
      help: "write it on a line of its own")
  }

  static func chainedComparison(_ first: String, _ second: String) -> Message {
    Message(
      "chained-comparison", "two comparisons in a row, '\(first)' and '\(second)'",
      help: "join them with `and`, as in `1 < words and words < 5`")
  }

  static func columnOutsideStage(_ name: String, help: String?) -> Message {
    Message(
      "column-outside-stage", "there are no columns here, so '\(name)' means nothing", help: help)
  }

  static let commaBetweenArguments = Message(
    "comma-between-arguments", "a comma stands only between values of one parameter",
    help: "take the comma away, or put the text in quotation marks")

  static func dashForHyphens(_ flag: String) -> Message {
    Message(
      "dash-for-hyphens", "a flag begins with two hyphens, not with a dash",
      help: "write `--\(flag)`")
  }

  static let divisionByZero = Message("division-by-zero", "division by zero")

  static let dateOutOfRange = Message(
    "date-out-of-range", "the date would lie outside the years 1 to 9999")

  static func dollarInBinding(_ name: String, example: String? = nil) -> Message {
    Message(
      "dollar-in-binding", "a name is bound without '$'",
      help: example.map { "as in `\($0)`" } ?? "write `let \(name) = …`")
  }

  static func duplicateColumn(_ name: String) -> Message {
    Message("duplicate-column", "there is a column '\(name)' already")
  }

  static func duplicateFlag(_ flag: String) -> Message {
    Message("duplicate-flag", "'--\(flag)' is given twice")
  }

  static let editionNotFirst = Message(
    "edition-not-first", "the edition stands at the beginning of a script",
    help: "put `brief 1` on the first line")

  static let emptyStage = Message(
    "empty-stage", "nothing stands between two '|'", help: "take one of them away")

  static let explainFirst = Message(
    "explain-first", "'explain' stands at the beginning of a pipeline, once",
    help: "write `explain` before the first stage, as in `explain quotes | take 3`")

  static func flagByPosition(_ name: String, usage: String) -> Message {
    Message(
      "flag-by-position", "'\(name)' is given without '--'", help: "usage: `\(usage)`")
  }

  static func flagWithoutValue(_ flag: String, _ expected: String?) -> Message {
    Message(
      "flag-without-value",
      "'--\(flag)' wants \(expected ?? "a value") after it, but nothing is there")
  }

  static func functionWithoutBrackets(_ name: String) -> Message {
    Message(
      "column-outside-stage", "'\(name)' is a function, and its values stand in brackets",
      help: "write `(\(name)(…))`")
  }

  static func givesNothing(_ stage: String) -> Message {
    Message("gives-nothing", "'\(stage)' gives nothing to go on with")
  }

  static func givesNoValue(_ what: String) -> Message {
    Message("gives-no-value", "\(what) gives no value")
  }

  static func impossibleDate(_ text: String) -> Message {
    Message(
      "impossible-date", "there is no date \(quoted(text))",
      help: "dates are written as 2025-11-14 or 2025-11")
  }

  static func incomparable(_ left: ValueType, _ right: ValueType, help: String?) -> Message {
    Message(
      "incomparable", "\(left.phrase) and \(right.phrase) cannot be compared", help: help)
  }

  static func listTooLong(_ limit: Int) -> Message {
    Message("list-too-long", "the list would have more than \(limit) elements")
  }
}
