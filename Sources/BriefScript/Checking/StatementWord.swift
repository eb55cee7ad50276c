/// A word of the language that begins a statement which is no pipeline.
public struct StatementWord: Sendable {
  /// The word.
  public let word: String
  /// What the statement does, one sentence in the third person with a full stop.
  public let purpose: String
  /// How it is written.
  public let usage: String
  /// A line that shows it.
  public let example: Example

  /// All of them, by name.
  public static let all: [StatementWord] = [
    StatementWord(
      word: "assert", purpose: "Stops with a message unless a condition holds.",
      usage: "assert CONDITION [else MESSAGE]",
      example: Example(
        "assert $(quotes | count) > 0 else \"nobody is quoted\"", "a fact that must be true")),
    StatementWord(
      word: "brief", purpose: "Says which edition of the language a script is written in.",
      usage: "brief 1", example: Example("brief 1", "the first line of a script")),
    StatementWord(
      word: "def", purpose: "Gives a name to statements that work on what they are given.",
      usage: "def NAME(NAME: TYPE [= VALUE], …) [-> TYPE] [\"what it does\"] { STATEMENTS }",
      example: Example(
        "def longest(of: table, n: int = 3) { $of | sort words --desc | take $n }",
        "a command of your own")),
    StatementWord(
      word: "exercise", purpose: "Sets a task, with hints and a solution, for a lesson.",
      usage: "exercise \"NAME\" { title … ask … hint … given { … } check … solution { … } }",
      example: Example(
        "exercise \"count\" { ask \"How many quotations are there?\"; solution { quotes | count } }",
        "a task of a lesson")),
    StatementWord(
      word: "for", purpose: "Runs a block for every row of a table or element of a list.",
      usage: "for $NAME in LIST { STATEMENTS }",
      example: Example(
        "for $b in $(briefings) { print $b.title }", "something done for each briefing")),
    StatementWord(
      word: "if", purpose: "Runs one block or another.",
      usage: "if CONDITION { STATEMENTS } [else { STATEMENTS }]",
      example: Example(
        "if $(quotes | count) > 10 { print \"many\" } else { print \"few\" }",
        "what depends on a condition")),
    StatementWord(
      word: "let", purpose: "Gives a value a name.", usage: "let NAME [: TYPE] = VALUE",
      example: Example("let n = $(quotes | count)", "an answer to use again")),
    StatementWord(
      word: "needs", purpose: "Names what a script reads or writes.",
      usage: "needs read|write \"PATH\"",
      example: Example("needs read \"briefings/\"", "the folder that the script reads")),
    StatementWord(
      word: "param", purpose: "Lets whoever runs a script set a value.",
      usage: "param NAME: TYPE [= VALUE] [\"what it means\"]",
      example: Example(
        "param since: date = 2025-10-01 \"first day to include\"", "an option, `--since`")),
    StatementWord(
      word: "use", purpose: "Makes the functions and values of another script known.",
      usage: "use \"FILE\" [as NAME]",
      example: Example("use \"speech.brief\" as speech", "functions shared by several scripts")),
  ]
}
