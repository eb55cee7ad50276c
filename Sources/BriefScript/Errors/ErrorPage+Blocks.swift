extension ErrorPage {
  /// Blocks, functions and exercises.
  static let blockPages = [
    ErrorPage(
      "branches-differ", "blocks of an if that give different things",
      """
      Where the value of `if` is used, in `each` and at the end of a function, one of its blocks \
      gives it. What follows works on that value, so both blocks have to give the same: the same \
      type, and tables with the same columns.
      """,
      wrong: "quotes | each $q { if $q.words > 9 { $q.words } else { $q.speaker } }",
      right: "quotes | each $q { if $q.words > 9 { $q.words } else { (0) } }"),
    ErrorPage(
      "incomplete-exercise", "exercise without a part it needs",
      """
      An exercise asks something and knows the answer: it has an `ask` and a `solution`. Title, \
      hints, `given` and checks may be left out.
      """,
      wrong: #"exercise "count" { ask "How many are there?" }"#,
      right: #"exercise "count" { ask "How many are there?"; solution { quotes | count } }"#),
    ErrorPage(
      "missing-dollar", "variable of a block without its dollar sign",
      "The variable that a block is run with is written as it is used, with `$`.",
      wrong: "for b in $(briefings) { print $b.title }",
      right: "for $b in $(briefings) { print $b.title }"),
    ErrorPage(
      "missing-else", "if that gives a value without an else",
      """
      Where the value of `if` is used, in `each` and at the end of a function, there has to be a \
      value when the condition does not hold.
      """,
      wrong: "quotes | each $q { if $q.words > 9 { $q.words } }",
      right: "quotes | each $q { if $q.words > 9 { $q.words } else { (0) } }"),
    ErrorPage(
      "name-taken", "name that means something already",
      """
      A function is called like a command, so it cannot have the name of a command, of a word of \
      the language, of a built-in function or of another function of the script. The same holds of \
      the name that a module is known by. A variable cannot have the name of a module or of what \
      one gives, nor be called `true` or `missing`, and a parameter not like an option of \
      `brief run`, which would take what is given for it.
      """,
      wrong: "def quotes(n: int) { briefings | take $n }",
      right: "def some_briefings(n: int) { briefings | take $n }"),
    ErrorPage(
      "not-in-block", "statement that stands outside of blocks only",
      """
      `param`, `needs`, `use`, `def` and `exercise` are about the whole script, so they stand \
      outside of the braces of `if`, `for` and others.
      """,
      wrong: "if true { def few(n: int) { quotes | take $n } }",
      right: "def few(n: int) { quotes | take $n }"),
    ErrorPage(
      "not-literal", "value of a parameter that is not written out",
      """
      What a parameter is when nobody gives it is read without running anything, so it is \
      written out: text, a number, a date, `true`, `false`, `missing` or a list of those.
      """,
      wrong: "def few(n: int = 1 + 2) { quotes | take $n }",
      right: "def few(n: int = 3) { quotes | take $n }"),
    ErrorPage(
      "repeated-exercise", "two exercises of one name",
      "The name tells an exercise from the others, so it is used once in a script.",
      wrong: """
        exercise "count" { ask "How many quotations?"; solution { quotes | count } }
        exercise "count" { ask "How many speakers?"; solution { speakers | count } }
        """,
      right: """
        exercise "count" { ask "How many quotations?"; solution { quotes | count } }
        exercise "speakers" { ask "How many speakers?"; solution { speakers | count } }
        """),
    ErrorPage(
      "repeated-formal", "name that stands twice in the brackets of a function",
      "Each name in the brackets stands for one value, so it is used once.",
      wrong: "def few(n: int, n: text) { quotes | take $n }",
      right: "def few(n: int, by: text) { quotes --by $by | take $n }"),
    ErrorPage(
      "repeated-item", "part that an exercise has once",
      """
      An exercise has one title, one question, one `given` and one solution; hints and checks \
      may be several.
      """,
      wrong: #"""
        exercise "count" { ask "How many?"; ask "How few?"; solution { quotes | count } }
        """#,
      right: #"""
        exercise "count" { ask "How many?"; hint "count them"; solution { quotes | count } }
        """#),
    ErrorPage(
      "required-after-optional", "value that has to be given after one that need not be",
      """
      Values are given in their order, so one that may be left out is followed only by others \
      that may be left out.
      """,
      wrong: "def few(n: int = 3, of: table) { $of | take $n }",
      right: "def few(of: table, n: int = 3) { $of | take $n }"),
  ]
}
