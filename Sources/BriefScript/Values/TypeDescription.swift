/// What a type is, for those who write scripts.
public struct TypeDescription: Sendable, Hashable {
  /// The word for it after a colon.
  public let name: String
  /// What its values are, one sentence with a full stop.
  public let purpose: String
  /// What can be done with them.
  public let operations: String
  /// A formula that has such a value.
  public let example: String

  /// Every type that a script can name, by name.
  public static let all: [TypeDescription] = [
    TypeDescription(
      name: "bool", purpose: "True or false.",
      operations: "`and`, `or`, `not`, `==`, `!=`; it stands alone as a condition",
      example: "1 < 2"),
    TypeDescription(
      name: "date", purpose: "A day, a month or a year of the calendar, as ISO 8601 writes it.",
      operations:
        "compared as stretches of time, `in` a date or a range; a duration is added, a date taken away",
      example: "2025-11-14"),
    TypeDescription(
      name: "duration", purpose: "So many months and days.",
      operations: "`+`, `-`, times an int, added to a date; compared", example: "weeks(2)"),
    TypeDescription(
      name: "int", purpose: "A whole number of 64 bits.",
      operations: "`+ - * / %`, compared, `in` a range; `/` gives a number", example: "1_000"),
    TypeDescription(
      name: "list", purpose: "Values of one type in an order.",
      operations: "`+` joins two, `in` asks for an element, functions such as `count` and `sum`",
      example: "[1, 2, 3]"),
    TypeDescription(
      name: "number", purpose: "A number with a point, of 64 bits; an int may stand for it.",
      operations: "`+ - * /`, compared", example: "2.5"),
    TypeDescription(
      name: "place", purpose: "A citation: where something stands in a text.",
      operations: "`.file` and `.line`; compared", example: "first($(quotes | column place))"),
    TypeDescription(
      name: "record", purpose: "One row of a table.",
      operations: "its columns are its fields; it may stand where a table of such rows is wanted",
      example: "$row.speaker"),
    TypeDescription(
      name: "table", purpose: "Rows with typed columns, in a defined order.",
      operations: "stages after `|`; `count` is the number of its rows", example: "$(quotes)"),
    TypeDescription(
      name: "text", purpose: "Characters.",
      operations: "`+` joins two, `~` matches a regular expression, compared", example: "\"Geneva\""
    ),
  ]
}
