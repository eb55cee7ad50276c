extension ErrorPage {
  /// What runs from stage to stage.
  static let tablePages = [
    ErrorPage(
      "open-columns", "column of a pivot that is known only when it runs",
      """
      `pivot` makes a column of every value it finds, so before it has run only the columns that \
      stay are known. `--into` names the new ones; then they can be used by name, and exactly they \
      come out.
      """,
      wrong: """
        quotes | group speaker, kind [ n = count() ] | pivot kind --values n | where direct > 1
        """,
      right: """
        quotes | group speaker, kind [ n = count() ] | pivot kind --values n --into direct, mixed \
        | where direct > 1
        """),
    ErrorPage(
      "cannot-begin", "command that nothing stands before",
      """
      The command works on a table, or on another value, that a stage before it gives. Commands \
      that read briefings do without: alone they read those of the session.
      """,
      wrong: "take 3", right: "quotes | take 3"),
    ErrorPage(
      "cannot-follow", "command that begins a pipeline",
      """
      The command takes nothing from the stage before, so it would throw that away. It stands on a \
      line of its own.
      """,
      wrong: "quotes | briefings", right: "quotes\nbriefings"),
    ErrorPage(
      "gives-no-value", "command that gives no value",
      "What such a command does is all it does; there is nothing to name or to print.",
      wrong: "let done = $(quit)", right: "quit"),
    ErrorPage(
      "gives-nothing", "command that nothing can follow",
      "The command gives nothing to go on with, so it ends its pipeline.",
      wrong: "quit | count", right: "quotes | count"),
    ErrorPage(
      "needs-aggregate", "column with many values in a group",
      """
      `group` makes one row of many, and the column need not be the same in all of them. In its \
      brackets a column stands inside a figure, such as `first`, `max` or `list`, unless it is one \
      that is grouped by.
      """,
      wrong: "quotes | group speaker [ what = quote ]",
      right: "quotes | group speaker [ what = first(quote) ]"),
    ErrorPage(
      "not-a-table", "stage that is given no table",
      """
      The stage works on rows, and the stage before gives a single value, such as a number. Leave \
      one of the two away, or put them in another order.
      """,
      wrong: "quotes | count | take 3", right: "quotes | take 3 | count"),
    ErrorPage(
      "wrong-rows", "rows of another kind",
      """
      The command reads rows of one kind, such as briefings, and the stage before gives others. On \
      a line of its own it reads all that are loaded. After `group` rows stand for groups and are \
      no longer what they were.
      """,
      wrong: "entities | quotes", right: "briefings | quotes"),
  ]
}
