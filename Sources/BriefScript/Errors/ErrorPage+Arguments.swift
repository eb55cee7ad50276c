extension ErrorPage {
  /// What stands after the name of a command.
  static let argumentPages = [
    ErrorPage(
      "bad-value", "value that a parameter does not accept",
      """
      The parameter wants an int, a number, a date, a name, or one of a few words, and this is \
      none, or a number outside of its bounds. The message says which; `help` and the command's \
      name say more.
      """,
      wrong: "quotes --kind drect", right: "quotes --kind direct"),
    ErrorPage(
      "bare-hyphens", "two hyphens without a flag",
      "`--` begins a flag and means nothing alone. As text it stands in quotation marks.",
      wrong: "kwic -- harbour", right: "kwic harbour"),
    ErrorPage(
      "comma-between-arguments", "comma that separates no values",
      """
      A comma stands between the values of one parameter, as between columns. Different arguments \
      have a space between them.
      """,
      wrong: "mentions --kind pronoun, Dell", right: "mentions Dell --kind pronoun"),
    ErrorPage(
      "dash-for-hyphens", "dash where two hyphens belong",
      """
      Word processors make one dash of two hyphens. A flag begins with the two hyphens themselves.
      """,
      wrong: "quotes —by Dell", right: "quotes --by Dell"),
    ErrorPage(
      "duplicate-flag", "flag that is given twice",
      "A flag counts once. Where two values are wanted, two commands are.",
      wrong: "quotes --by Dell --by Renn", right: "quotes --by Dell"),
    ErrorPage(
      "flag-by-position", "argument that is written as a flag",
      "The value has its place after the command and no `--name` before it.",
      wrong: "quotes | take --n 3", right: "quotes | take 3"),
    ErrorPage(
      "flag-without-value", "flag without the value it wants",
      "After this flag stands a value, as a word of its own or after `=`.",
      wrong: "quotes --by", right: "quotes --by Dell"),
    ErrorPage(
      "missing-argument", "argument that is not there",
      """
      The command or the function cannot do without this value. The line of usage shows what it \
      takes; what stands in `[ ]` there may be left out.
      """,
      wrong: "quotes | select", right: "quotes | select speaker, quote"),
    ErrorPage(
      "operator-as-text", "operator among words that are text",
      """
      After a command bare words are text, and so are the signs between them. What is to be \
      computed stands in brackets.
      """,
      wrong: "print 1 + 2", right: "print (1 + 2)"),
    ErrorPage(
      "pattern-out-of-place", "regular expression where none can stand",
      """
      A regular expression stands after `~`, and as the second value of `replace`. It is no value \
      that could be printed or handed to a command.
      """,
      wrong: #"quotes --by r"Dell|Renn""#, right: #"quotes | where speaker ~ r"Dell|Renn""#),
    ErrorPage(
      "redirection", "sign of another shell that leads to no file",
      """
      `>` compares in formulas and does nothing after a command. `export` writes a table to a \
      file, in the format that the file's ending names.
      """,
      wrong: "quotes > 10", right: "quotes | where words > 10"),
    ErrorPage(
      "shell-operator", "sign of another shell that joins no statements",
      """
      Statements stand on lines of their own, or have `;` between them. The next one runs only if \
      the one before did not fail, so nothing like `&&` is needed.
      """,
      wrong: "quotes && speakers", right: "quotes; speakers"),
    ErrorPage(
      "single-hyphen", "flag with one hyphen",
      "Flags begin with two hyphens, and there are no short ones.",
      wrong: "quotes -by Dell", right: "quotes --by Dell"),
    ErrorPage(
      "switch-with-value", "value for a flag that takes none",
      "This flag is given or left out; it has no value.",
      wrong: "quotes | sort words --desc=true", right: "quotes | sort words --desc"),
    ErrorPage(
      "too-many-arguments", "argument that nothing takes",
      """
      The command or function takes fewer values. Often the `|` before the next stage was \
      forgotten, or the quotation marks around a text of several words.
      """,
      wrong: "quotes where words > 10", right: "quotes | where words > 10"),
  ]
}
