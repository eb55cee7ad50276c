extension ErrorPage {
  /// Statements and the stages they are made of.
  static let statementPages = [
    ErrorPage(
      "edition-not-first", "edition that is not at the beginning",
      """
      `brief 1` says which edition of the language a script is written in, so nothing can stand \
      before it but comments.
      """,
      wrong: "quotes\nbrief 1", right: "brief 1\nquotes"),
    ErrorPage(
      "empty-stage", "nothing between two bars",
      "Between two `|` stands a stage. Take one of them away.",
      wrong: "quotes | | count", right: "quotes | count"),
    ErrorPage(
      "explain-first", "explain that does not begin its pipeline",
      """
      `explain` explains the whole pipeline that follows it, so it stands before the first stage \
      and once.
      """,
      wrong: "quotes | explain take 3", right: "explain quotes | take 3"),
    ErrorPage(
      "pipe-first", "bar at the beginning of a statement",
      """
      `|` hands on what the stage before it gives. A pipeline begins with a command, or with a \
      variable.
      """,
      wrong: "| count", right: "quotes | count"),
    ErrorPage(
      "pipeline-without-brackets", "pipeline that is used as a value",
      """
      After `let … =` and in formulas stands a value. `$( … )` makes a value of a pipeline: all of \
      it stands inside.
      """,
      wrong: "let n = $(quotes) | count", right: "let n = $(quotes | count)"),
    ErrorPage(
      "statements-in-brackets", "two statements where one pipeline belongs",
      "`$( … )` holds one pipeline, whose result is the value.",
      wrong: "print $(quotes; speakers)", right: "print $(quotes) $(speakers)"),
    ErrorPage(
      "unknown-edition", "edition that this program does not know",
      """
      The script was written for a later edition of the language. A later version of the program \
      runs it; what an edition means never changes.
      """,
      wrong: "brief 2\nquotes", right: "brief 1\nquotes"),
  ]
}
