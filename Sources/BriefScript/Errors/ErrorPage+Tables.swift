extension ErrorPage {
  /// What runs from stage to stage.
  static let tablePages = [
    ErrorPage(
      "contradicting-flags", "flags that exclude each other",
      """
      `--matched` keeps the rows that have a match in the other table, `--unmatched` those that \
      have none. Together they would keep nothing.
      """,
      wrong: "quotes | join $(speakers | select speaker, share) by speaker --matched --unmatched",
      right: "quotes | join $(speakers | select speaker, share) by speaker --matched"),
    ErrorPage(
      "different-columns", "tables to be united that have different columns",
      """
      `union` puts the rows of tables one after the other, so all of them have the same columns, \
      in whatever order. `select`, `drop` and `rename` make them so.
      """,
      wrong: "quotes | select speaker, words | union $(speakers | select speaker)",
      right: "quotes | select speaker | union $(speakers | select speaker)"),
    ErrorPage(
      "same-column", "column that pivot is to use twice",
      """
      One column names the new columns, and another fills them. One column cannot do both.
      """,
      wrong: "quotes | group speaker, kind [ n = count() ] | pivot kind --values kind",
      right: "quotes | group speaker, kind [ n = count() ] | pivot kind --values n"),
    ErrorPage(
      "too-large-table", "table that would be too large",
      """
      `join` and `union` make no table of more than ten million rows, and `pivot` none of more than \
      twenty million cells. Where a column that tables are joined by repeats in both, every row of \
      one is put beside every row of the other.
      """,
      in: .commandLine(
        says: """
          error[too-large-table]: the joined table would have more than 10000000 rows
            --> <-c>:1:16
          1 | open big.csv | join $(open big.csv) by speaker
            |                ^^^^
          help: join by more columns, or make the rows fewer with `distinct` or `group`

          """),
      wrong: "brief -c 'open big.csv | join $(open big.csv) by speaker'",
      right: "brief -c 'open big.csv | join $(open big.csv | distinct speaker) by speaker | count'"),
    ErrorPage(
      "two-for-one-cell", "two rows of a pivot that want the same cell",
      """
      A cell of the new table is one value, and here two rows agree in everything but that value. \
      `group` makes one row of them first and says how: their sum, the first of them.
      """,
      wrong: "quotes | select speaker, kind, words | pivot kind --values words",
      right: """
        quotes | group speaker, kind [ words = sum(words) ] | pivot kind --values words
        """),
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
