extension ErrorPage {
  /// Conditions of which more is known than whoever wrote them meant.
  static let conditionPages = [
    ErrorPage(
      "constant-condition", "condition that always or never holds",
      """
      A condition asks something that can come out either way. This one comes out the same for \
      every row and in every run, so that it leaves out nothing or everything, or one of two \
      blocks is never run. Often a name was meant that stands in it twice.

      A missing value is taken into account: `words > 5 or words <= 5` does not hold where `words` \
      is missing.
      """,
      wrong: "quotes | where words == words", right: "quotes | where words != missing"),
    ErrorPage(
      "contradiction", "conditions that never hold together",
      """
      Both conditions have to hold: they are joined by `and`, or a stage before has kept only the \
      rows for which the other holds. No value fits both, so that no row is left.
      """,
      wrong: #"quotes | where kind == "direct" and kind == "mixed""#,
      right: #"quotes | where kind == "direct" or kind == "mixed""#),
    ErrorPage(
      "not-a-choice", "text that a column never has",
      """
      A column such as `kind` holds one of a few words, which are listed. The text it is compared \
      with is none of them. Upper and lower case differ.
      """,
      wrong: #"quotes | where kind == "dircet""#, right: #"quotes | where kind == "direct""#),
    ErrorPage(
      "repeated-condition", "condition after else that an earlier one covers",
      """
      A chain of `if` and `else if` runs the block of the first condition that holds. Where this \
      one holds an earlier one does, so that its block is never run.
      """,
      wrong: #"""
        let n = $(quotes | count)
        if $n > 3 { print "some" } else if $n > 9 { print "many" } else { print "few" }
        """#,
      right: #"""
        let n = $(quotes | count)
        if $n > 9 { print "many" } else if $n > 3 { print "some" } else { print "few" }
        """#),
    ErrorPage(
      "unreachable", "statement after quit",
      "`quit` ends the script, so that what stands after it in its block is never run.",
      wrong: "quit\nquotes", right: "quotes\nquit"),
  ]
}
