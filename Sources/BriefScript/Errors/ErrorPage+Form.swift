extension ErrorPage {
  /// Characters, strings, numbers and brackets that cannot be read.
  static let formPages = [
    ErrorPage(
      "bad-code-point", "escape that names no character",
      #"""
      In a string `\u{…}` stands for the character with that number. The number is hexadecimal, \#
      stands in braces, and is at most 10FFFF; D800 to DFFF are no characters.
      """#,
      wrong: #"print "\u{110000}""#, right: #"print "\u{2019}""#),
    ErrorPage(
      "bad-pattern", "regular expression that cannot be read",
      """
      The carets stand under the character at which the regular expression goes wrong. A \
      character that has a meaning of its own, such as a bracket, is written with a backslash \
      before it where the character itself is meant. There is nothing that looks ahead or behind \
      or refers to a group.
      """,
      wrong: #"quotes | where quote ~ r"(ships""#, right: #"quotes | where quote ~ r"\(ships""#),
    ErrorPage(
      "impossible-date", "date that no calendar has",
      """
      Four digits, a hyphen and one or two digits without a space are a date, and it must exist. \
      Month and day have two digits each. A date may leave the day open, or the month too. A \
      subtraction has spaces around its sign.
      """,
      wrong: "print (2025-02-29)", right: "print (2025-02-28)"),
    ErrorPage(
      "malformed-number", "number with something else in it",
      """
      A word in a formula that begins with a digit is a number. It has digits, one point at most, \
      an exponent if need be, and `_` between digits to set them apart. Text stands in quotation \
      marks.
      """,
      wrong: "quotes | where words > 12words", right: "quotes | where words > 12"),
    ErrorPage(
      "missing-space", "word that begins where another has not ended",
      """
      Arguments have a space between them, and so have a command and a bracket. What is glued to a \
      string or a variable would be read as a second argument, which is hardly meant; a formula in \
      brackets joins texts.
      """,
      wrong: "print(1 + 2)", right: "print (1 + 2)"),
    ErrorPage(
      "other-quotation-mark", "quotation mark that begins no string",
      """
      Strings stand in double quotation marks, straight or curly. Single marks are letters like \
      others, as in O'Brien, so that none can be left open by a name.
      """,
      wrong: "quotes --by 'Mara Dell'", right: #"quotes --by "Mara Dell""#),
    ErrorPage(
      "strange-character", "character that means nothing here",
      """
      The character is not one that the language uses at this place. In a string it may stand; \
      outside of one it is often left over from a text that was pasted.
      """,
      wrong: "print (3 § 4)", right: "print (3 + 4)"),
    ErrorPage(
      "too-deep", "brackets nested too deep",
      """
      Brackets and formulas may be nested a hundred deep, which keeps the program safe from scripts \
      that were made to break it. A script that a person wrote gives names to its parts long \
      before.
      """,
      wrong: "print " + String(repeating: "(", count: 110) + "1"
        + String(repeating: ")", count: 110), right: "let one = 1\nprint $one"),
    ErrorPage(
      "too-large-number", "number that is too large",
      """
      Ints lie between -9223372036854775808 and 9223372036854775807, numbers with a point between \
      -1.8e308 and 1.8e308.
      """,
      wrong: "print (9223372036854775808)", right: "print (9223372036854775807)"),
    ErrorPage(
      "unclosed-bracket", "bracket that is not closed",
      """
      Every `(`, `[` and `$(` needs its counterpart. Line ends do not end a statement inside of \
      brackets, so the place where the bracket should be closed may be lines before the end.
      """,
      wrong: "print (1 + (2 * 3)", right: "print (1 + (2 * 3))"),
    ErrorPage(
      "unclosed-string", "string that does not end on its line",
      """
      A string ends with the kind of mark that it began with: a straight one with a straight one, \
      `“` with `”`. It cannot go over several lines; a text block, between `\"""` and `\"""`, can.
      """,
      wrong: #"print "ready"#, right: #"print "ready""#),
    ErrorPage(
      "unclosed-text-block", "text block that does not end",
      #"""
      A text block begins with `"""` and ends with the next `"""`. It may have several lines.
      """#,
      wrong: "print \"\"\"\n  one\n  two", right: "print \"\"\"\n  one\n  two\n  \"\"\""),
    ErrorPage(
      "unexpected", "something else than what has to follow",
      """
      The message says what may stand at this place and what was found there. Often something is \
      missing just before: an operator, a value, or the `|` between two stages.
      """,
      wrong: "quotes | where words >", right: "quotes | where words > 10"),
    ErrorPage(
      "unknown-escape", "backslash before a character that means nothing",
      #"""
      In a string a backslash begins one of `\n`, `\t`, `\"`, `\\` and `\u{…}`. A backslash itself \#
      is written `\\`. In a regular expression, `r"…"`, a backslash stays what it is.
      """#,
      wrong: #"print "50\%""#, right: #"print "50%""#),
    ErrorPage(
      "unopened-bracket", "bracket that closes nothing",
      "A closing bracket has no opening one before it in its statement.",
      wrong: "print (1 + 2))", right: "print (1 + 2)"),
  ]
}
