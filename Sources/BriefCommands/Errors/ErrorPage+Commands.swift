import BriefScript

extension ErrorPage {
  /// What commands say of what they are given.
  static let commands = [
    ErrorPage(
      "ambiguous-briefing", "name that several briefings have",
      """
      A briefing goes by its number, its file's name, or words of its title. These fit several, \
      and `focus` chooses one. `briefings` shows the numbers.
      """,
      wrong: "focus harbour", right: "focus 1"),
    ErrorPage(
      "negative-count", "number of rows below zero",
      "`take` and `skip` count rows from the beginning, so the number is 0 or more.",
      wrong: "quotes | take -3", right: "quotes | take 3"),
    ErrorPage(
      "no-explanation", "row that has no reason",
      """
      `why` gives the rule and the evidence of an answer. A row that holds facts of the text, such \
      as a sentence, or figures of other rows, was not guessed and needs none.
      """,
      wrong: "sentences | why 1", right: "quotes | why 1"),
    ErrorPage(
      "no-place", "row that stands in no text",
      """
      `show` shows where a row stands in its text. A row of figures, as `describe` gives, stands \
      nowhere.
      """,
      wrong: "quotes | describe | show 1", right: "quotes | show 1"),
    ErrorPage(
      "no-such-row", "number that no row has",
      """
      `show` and `why` take the number that stands at the left of the table last shown, or of the \
      table that is handed to them. Numbers begin at 1.
      """,
      wrong: "quotes | show 99", right: "quotes | show 1"),
    ErrorPage(
      "no-tour", "step of a tour that was not begun",
      "`tour` begins a walk through the program; only then are there steps to go to.",
      wrong: "tour next", right: "tour; tour next"),
    ErrorPage(
      "no-row-number", "word that is no number of a row",
      """
      `show` takes the numbers that stand at the left of a table, one by one or as a range with a \
      hyphen.
      """,
      wrong: "quotes | show last", right: "quotes | show 1-2"),
    ErrorPage(
      "no-words", "search for nothing",
      "`kwic` looks for words. What it was given holds none.",
      wrong: #"kwic """#, right: "kwic harbour"),
    ErrorPage(
      "nothing-shown", "row of a table that was never shown",
      """
      `show` and `why` speak of the table last shown, and none has been. They can also be handed a \
      table.
      """,
      wrong: "show 1", right: "quotes\nshow 1"),
    ErrorPage(
      "nothing-to-widen", "flag that widens a question nobody asked",
      """
      `--include institution` adds to the words of a speaker those of whom the speaker speaks for. \
      Without `--by` there is no speaker.
      """,
      wrong: "quotes --include institution", right: "quotes --by Dell --include institution"),
    ErrorPage(
      "only-nested", "answer that stands only within what another says",
      """
      What fits is quoted by a speaker who quotes somebody else. Such quotations are left out, as \
      they are at second hand; `--nested` lists them too.
      """,
      wrong: "quotes --by Brandt", right: "quotes --by Brandt --nested"),
    ErrorPage(
      "unknown-briefing", "briefing that is not loaded",
      """
      A briefing goes by its number, its file's name with or without the ending, or words of its \
      title. `briefings` lists those that are loaded.
      """,
      wrong: "focus ministry-week-9", right: "focus harbour-week-1"),
    ErrorPage(
      "unknown-cue", "word that introduces nothing here",
      """
      No quotation in these briefings is introduced by this word, so the answer is empty. `cues` \
      lists the words that do introduce speech. Any form of a word will do.
      """,
      wrong: "quotes --cue whispered", right: "quotes --cue said"),
    ErrorPage(
      "unknown-message", "message that does not exist",
      """
      `brief explain-error` explains a message by its id, which stands in brackets after `error`, \
      `warning` or `note`. Without an id it lists them.
      """,
      in: .commandLine(
        says: """
          error[unknown-message]: there is no message 'unknown-colum'
          help: did you mean 'unknown-column'?

          """),
      wrong: "brief explain-error unknown-colum", right: "brief explain-error unknown-column"),
    ErrorPage(
      "unknown-name", "name that nobody and nothing goes by",
      """
      No entity of these briefings has this name, alias or role, so the answer is empty. \
      `entities` lists who and what there is.
      """,
      wrong: "quotes --by Andrabi", right: "quotes --by Dell"),
    ErrorPage(
      "unknown-section", "section that does not exist",
      "A section goes by its number or its heading. `sections` lists both.",
      wrong: "quotes --in Weather", right: "quotes --in 1"),
    ErrorPage(
      "unknown-topic", "word that help knows nothing of",
      """
      `help` knows the commands, the words of the language, functions, types, topics of the \
      language and the ids of messages. `help --search` looks for a word in all of them.
      """,
      wrong: "help qoutes", right: "help quotes"),
    ErrorPage(
      "unlisted-values", "rows whose value the new columns of pivot do not name",
      """
      `--into` names the columns that `pivot` makes. Rows with another value in the column are left \
      out, and this warning counts them.
      """,
      wrong: "quotes | group speaker, kind [ n = count() ] | pivot kind --values n --into mixed",
      right: """
        quotes | group speaker, kind [ n = count() ] \
        | pivot kind --values n --into direct, mixed
        """),
    ErrorPage(
      "unnamed-columns", "rows without the value that would name a column",
      """
      `pivot` makes a column of every value of the column named. Rows in which it is missing have \
      no column to stand in and are left out. `??` puts a word in the place of what is missing.
      """,
      wrong: """
        quotes | derive size = choose(words > 5, "long", missing) \
        | group speaker, size [ n = count() ] | pivot size --values n
        """,
      right: """
        quotes | derive size = choose(words > 5, "long", "short") \
        | group speaker, size [ n = count() ] | pivot size --values n
        """),
  ]
}
