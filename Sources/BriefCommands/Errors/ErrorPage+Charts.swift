import BriefScript

extension ErrorPage {
  /// What charts say of what they are to draw.
  static let charts = [
    ErrorPage(
      "no-axis", "line that has nothing to go along",
      """
      `line` and `spark` go along a column of dates, numbers or names, and draw another column of \
      numbers. Places and lists have no order along a line.
      """,
      wrong: "quotes | line place words", right: "quotes | line quote words"),
    ErrorPage(
      "no-numbers", "chart of a table without numbers",
      """
      A chart draws a column of numbers, and the table has none. `count by` counts the rows that \
      have a value in common.
      """,
      wrong: "sections | select heading | bar",
      right: "quotes | count by speaker | bar"),
    ErrorPage(
      "not-numbers", "chart of a column that holds no numbers",
      """
      A chart draws numbers, and the column named holds something else. The message lists the \
      columns of numbers that the table has.
      """,
      wrong: "quotes | bar speaker cue", right: "quotes | bar speaker words"),
    ErrorPage(
      "nothing-to-find", "dispersion of nothing",
      "`dispersion` draws where something occurs: a word, an entity, or what a speaker says.",
      wrong: "dispersion", right: "dispersion harbour"),
    ErrorPage(
      "two-for-one-cell", "two numbers for one place of a line",
      """
      A line has one number at each place. Two rows have the same place, and the same series if \
      there are several. `group` makes one row of them.
      """,
      wrong: "quotes | line speaker words",
      right: "quotes | group speaker [ words = sum(words) ] | line speaker words"),
  ]
}
