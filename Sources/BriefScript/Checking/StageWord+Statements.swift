extension StageWord {
  /// The words of the language that begin a statement, by name.
  public static let statements: [StageWord] = [
    StageWord(
      word: "assert", purpose: "Stops a script, with exit code 1, unless a condition holds.",
      usage: "assert CONDITION [else MESSAGE]",
      example: Example(
        "assert $(quotes | count) > 0 else \"nobody is quoted\"", "a message where there is none")),
    StageWord(
      word: "explain", purpose: "Says in words what each stage of a pipeline does, with its rows.",
      usage: "explain PIPELINE",
      example: Example(
        "explain quotes | where words > 10 | count by speaker",
        "how many rows there are after each stage, and one of them")),
    StageWord(
      word: "let", purpose: "Gives a value a name; `$NAME` stands for it afterwards.",
      usage: "let NAME [: TYPE] = FORMULA",
      example: Example(
        "let long = $(quotes | where words > 10)", "the longer quotations, to be used again")),
  ]
}
