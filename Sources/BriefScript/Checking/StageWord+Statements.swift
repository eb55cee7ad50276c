extension StageWord {
  /// The words of the language that begin a statement, by name.
  public static let statements: [StageWord] = [
    StageWord(
      word: "assert", purpose: "Stops a script, with exit code 1, unless a condition holds.",
      usage: "assert CONDITION [else MESSAGE]",
      example: Example(
        "assert $(quotes | count) > 0 else \"nobody is quoted\"", "a message where there is none")),
    StageWord(
      word: "brief", purpose: "Says which edition of the language a script is written in.",
      usage: "brief 1", example: Example("brief 1", "the first line of a script")),
    StageWord(
      word: "def", purpose: "Gives a name to statements that work on what they are given.",
      usage: "def NAME(NAME: TYPE [= VALUE], …) [-> TYPE] [\"what it does\"] { STATEMENTS }",
      example: Example(
        "def longest(of: table, n: int = 3) { $of | sort words --desc | take $n }",
        "a command of your own")),
    StageWord(
      word: "exercise", purpose: "Sets a task of a lesson, with hints and a solution.",
      usage: "exercise \"NAME\" { title … ask … hint … given { … } check … solution { … } }",
      example: Example(
        "exercise \"count\" { ask \"How many are there?\"; solution { quotes | count } }",
        "a task and its solution")),
    StageWord(
      word: "explain", purpose: "Says in words what each stage of a pipeline does, with its rows.",
      usage: "explain PIPELINE",
      example: Example(
        "explain quotes | where words > 10 | count by speaker",
        "how many rows there are after each stage, and one of them")),
    StageWord(
      word: "for", purpose: "Runs a block for every row of a table or element of a list.",
      usage: "for $NAME in LIST { STATEMENTS }",
      example: Example(
        "for $b in $(briefings) { print $b.title }", "something done for each briefing")),
    StageWord(
      word: "if", purpose: "Runs one block or another.",
      usage: "if CONDITION { STATEMENTS } [else { STATEMENTS }]",
      example: Example(
        "if $(quotes | count) > 10 { print \"many\" } else { print \"few\" }",
        "what depends on a condition")),
    StageWord(
      word: "let", purpose: "Gives a value a name; `$NAME` stands for it afterwards.",
      usage: "let NAME [: TYPE] = FORMULA",
      example: Example(
        "let long = $(quotes | where words > 10)", "the longer quotations, to be used again")),
    StageWord(
      word: "needs", purpose: "Names the files that a script reads or writes.",
      usage: "needs read|write \"PATH\"",
      example: Example("needs read \"briefings/\"", "the folder that the script reads")),
    StageWord(
      word: "param", purpose: "Lets whoever runs a script set a value.",
      usage: "param NAME: TYPE [= VALUE] [\"what it means\"]",
      example: Example(
        "param since: date = 2025-10-01 \"first day to include\"", "an option, `--since`")),
    StageWord(
      word: "use", purpose: "Makes the functions and values of another script known.",
      usage: "use \"FILE\" [as NAME]",
      example: Example("use \"speech.brief\" as speech", "functions that several scripts share")),
  ]
}
