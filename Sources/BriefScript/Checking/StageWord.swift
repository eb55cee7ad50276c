/// A word of the language that begins a stage, beside the commands.
public struct StageWord: Sendable {
  /// The word.
  public let word: String
  /// What the stage does, one sentence in the third person with a full stop.
  public let purpose: String
  /// How it is written.
  public let usage: String
  /// A line that shows it.
  public let example: Example

  /// All of them, by name.
  public static let all: [StageWord] = [
    StageWord(
      word: "derive", purpose: "Adds columns that are computed from others.",
      usage: "derive NAME = FORMULA, …",
      example: Example(
        "quotes | derive short = words < 10", "which quotations have fewer than ten words")),
    StageWord(
      word: "each", purpose: "Runs a block for every row or element and puts the results together.",
      usage: "each $NAME { STATEMENTS }",
      example: Example(
        "briefings | each $b { $b | quotes | take 1 }", "the first quotation of each briefing")),
    StageWord(
      word: "group", purpose: "Makes one row of all rows that have columns in common.",
      usage: "group COLUMN, … [ NAME = FIGURE, … ]",
      example: Example(
        "quotes | group speaker [ n = count(), words = sum(words) ]",
        "how often and how much everyone speaks")),
    StageWord(
      word: "where", purpose: "Keeps the rows for which a condition holds.",
      usage: "where CONDITION",
      example: Example("quotes | where words > 10", "the quotations of more than ten words")),
  ]
}
