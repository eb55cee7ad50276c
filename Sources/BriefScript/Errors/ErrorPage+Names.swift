extension ErrorPage {
  /// Names that nothing goes by, and names that are taken.
  static let namePages = [
    ErrorPage(
      "bad-name", "name that a column cannot have",
      """
      The name of a column is used in formulas, so it has letters, digits and `_` and does not \
      begin with a digit.
      """,
      wrong: "quotes | rename speaker as 1st", right: "quotes | rename speaker as first"),
    ErrorPage(
      "column-outside-stage", "bare name where there are no columns",
      """
      A bare name in a formula is a column, and there are columns only in `where`, `derive` and \
      `group`. Elsewhere text stands in quotation marks, a variable has its `$`, and a pipeline \
      stands in `$( … )`.
      """,
      wrong: "let n = quotes", right: "let n = $(quotes)"),
    ErrorPage(
      "dollar-in-binding", "variable that is bound with its mark",
      "After `let` stands the name alone. Where the variable is used, a `$` stands before it.",
      wrong: "let $least = 10", right: "let least = 10"),
    ErrorPage(
      "duplicate-column", "column of a name that is taken",
      "The columns of a table have different names. Give the new one another.",
      wrong: "quotes | derive n = words, n = sure", right: "quotes | derive n = words, m = sure"),
    ErrorPage(
      "no-such-field", "field that the value does not have",
      """
      A row has its columns as fields, a place has `file` and `line`, and other values have none. \
      A table has no fields either: `column` makes a list of one of its columns.
      """,
      wrong: "let all = $(quotes)\nprint $all.words",
      right: "let all = $(quotes)\nprint $($all | column words)"),
    ErrorPage(
      "rebound", "variable that has a new value",
      """
      At the prompt a later line may bind a name again. This note says so, because lines that used \
      the old value are not run anew. In one script it is a mistake, `repeated-binding`.
      """, in: .prompt,
      wrong: "let least = 10\nlet least = 20", right: "let least = 10\nlet most = 20"),
    ErrorPage(
      "repeated-binding", "name that is bound twice in a script",
      """
      `let` gives a name a value once, so that it means the same wherever it is read. A second \
      value gets another name. So does what `for` and `each` run a block with.
      """,
      wrong: "let least = 10\nlet least = 20", right: "let least = 10\nlet most = 20"),
    ErrorPage(
      "unknown-column", "column that the table does not have",
      """
      The columns that there are stand beside the carets. A stage before may have left the column \
      out, or have given it another name; then the message says which stage did.

      The words of a text are no columns. Text stands in quotation marks.
      """,
      wrong: "quotes | where wrods > 10", right: "quotes | where words > 10"),
    ErrorPage(
      "unknown-command", "command that does not exist",
      """
      A stage begins with a command, with `where`, `derive` or `group`, or with a variable. `help` \
      lists the commands. Functions stand in formulas only; to see a value, write `print` before \
      it.
      """,
      wrong: "qoutes", right: "quotes"),
    ErrorPage(
      "unknown-flag", "flag that the command does not have",
      "The flags that there are stand beside the carets; `help` and the command's name say more.",
      wrong: "quotes --bye Dell", right: "quotes --by Dell"),
    ErrorPage(
      "unknown-function", "function that does not exist",
      """
      `help functions` lists the functions. Figures of a group, such as `list`, stand only in the \
      brackets of `group … [ … ]`.
      """,
      wrong: "quotes | where lenght(quote) > 30", right: "quotes | where length(quote) > 30"),
    ErrorPage(
      "unknown-type", "type that does not exist",
      "After a colon stands the name of a type; `help types` lists them.",
      wrong: "let least: integer = 10", right: "let least: int = 10"),
    ErrorPage(
      "unknown-variable", "variable that nothing has bound",
      """
      `let` binds a variable, above the place where it is used. What a command gives is no \
      variable; it is written `$(quotes)`.
      """,
      wrong: "quotes | where words > $least",
      right: "let least = 10\nquotes | where words > $least"),
    ErrorPage(
      "variable-as-text", "word that is the name of a variable",
      """
      A bare word after a command is text. Where a variable has that name, its value was probably \
      meant: a variable always has its `$`.
      """,
      wrong: "let least = 10\nprint least", right: "let least = 10\nprint $least"),
  ]
}
