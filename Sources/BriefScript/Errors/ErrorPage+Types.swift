extension ErrorPage {
  /// Values of types that do not go together.
  static let typePages = [
    ErrorPage(
      "chained-comparison", "two comparisons in a row",
      """
      A comparison gives true or false, which could not be compared with the third value. Each \
      comparison stands alone, and `and` joins them. `in` asks for a range.
      """,
      wrong: "quotes | where 5 < words < 20", right: "quotes | where 5 < words and words < 20"),
    ErrorPage(
      "incomparable", "comparison of two types",
      """
      Values of different types are never equal and have no order, and nothing is converted in \
      silence. Numbers and dates stand without quotation marks; `number(…)` and `date(…)` read \
      them from text, and `text(…)` makes text of a value.
      """,
      wrong: #"quotes | where words > "10""#, right: "quotes | where words > 10"),
    ErrorPage(
      "mixed-list", "list of several types",
      """
      The elements of a list have one type, so that it can be sorted and searched. `text(…)` makes \
      text of a value.
      """,
      wrong: #"print ([1, "two"])"#, right: #"print (["1", "two"])"#),
    ErrorPage(
      "never-in", "element that such a list never holds",
      "The list holds values of another type, so the answer would always be no.",
      wrong: #"quotes | where words in ["10", "20"]"#, right: "quotes | where words in [10, 20]"),
    ErrorPage(
      "ordering-missing", "order against missing",
      """
      What is missing is neither before nor after anything, so this condition never holds. \
      `== missing` asks whether a value is missing, `!= missing` whether there is one. In the same \
      way a missing value is `in` no list, not even in one that holds `missing`.
      """,
      wrong: "quotes | where words > missing", right: "quotes | where words != missing"),
    ErrorPage(
      "range-out-of-place", "range that is no list",
      """
      A range of ints is a list. A range of dates or numbers has no elements that could be listed; \
      it stands after `in`.
      """,
      wrong: "print (2025-10 .. 2025-12)", right: "print (2025-11-14 in 2025-10 .. 2025-12)"),
    ErrorPage(
      "single-equals", "equals sign where two belong",
      "`=` gives a name to a value, in `let`, `derive` and `group`. `==` compares.",
      wrong: #"quotes | where speaker = "Mara Dell""#,
      right: #"quotes | where speaker == "Mara Dell""#),
    ErrorPage(
      "wrong-operands", "operation that such values do not have",
      """
      `+` adds numbers, joins texts and lists, and adds a duration to a date; `-` takes away \
      numbers, durations and dates; the other signs are for numbers. Nothing is converted: \
      `text(…)` makes text of a value, `days(3)` a duration of an int.
      """,
      wrong: "print (2025-11-14 + 3)", right: "print (2025-11-14 + days(3))"),
    ErrorPage(
      "wrong-type", "value of another type",
      """
      The message says which type is wanted and which was found. A condition is a comparison or \
      another formula that is true or false: a number or a text alone is none.
      """,
      wrong: "quotes | where words", right: "quotes | where words > 0"),
  ]
}
