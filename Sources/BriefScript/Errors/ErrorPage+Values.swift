extension ErrorPage {
  /// What goes wrong while formulas are computed.
  static let valuePages = [
    ErrorPage(
      "assertion-failed", "assertion that does not hold",
      """
      `assert` found its condition false, or missing, so the script ends with exit code 1. Where \
      two values were compared, both are shown. The text after `else` is the message.
      """,
      wrong: #"assert $(quotes | count) > 100 else "too few quotations""#,
      right: #"assert $(quotes | count) > 1 else "too few quotations""#),
    ErrorPage(
      "date-out-of-range", "date outside of the calendar",
      """
      Dates lie in the years 1 to 9999, as ISO 8601 has them. Adding a duration would lead out of \
      them.
      """,
      wrong: "print (2025-11-14 + years(9000))", right: "print (2025-11-14 + years(90))"),
    ErrorPage(
      "division-by-zero", "division by zero",
      """
      There is no such number. If the divisor is computed for each row, the message says in which \
      row it was zero; `where` leaves such rows out.
      """,
      wrong: "quotes | derive share = words / 0", right: "quotes | derive share = words / 100"),
    ErrorPage(
      "list-too-long", "range with too many elements",
      """
      `..` outside of `in` makes a list of all ints from one to the other. More than a million of \
      them are hardly meant. After `in` a range is never made into a list, however long it is.
      """,
      wrong: "print (1..2_000_000)", right: "print (1..5)"),
    ErrorPage(
      "missing-value", "missing value where one is needed",
      """
      The value was missing when the command was to run: a cell that holds nothing, or the first \
      element of a list without elements. `??` says what stands in its place.
      """,
      wrong: "quotes --by (first($(quotes | where words > 999 | column speaker)))",
      right: #"quotes --by (first($(quotes | where words > 999 | column speaker)) ?? "Dell")"#),
    ErrorPage(
      "overflow", "number that has become too large",
      """
      A result lies beyond the ints, or beyond the numbers. Nothing wraps around or becomes \
      infinite in silence.
      """,
      wrong: "print (9_223_372_036_854_775_807 + 1)",
      right: "print (9_223_372_036_854_775_807 + 1.0)"),
  ]
}
