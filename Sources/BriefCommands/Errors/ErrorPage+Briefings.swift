import BriefScript

extension ErrorPage {
  /// What `problems` lists, and what is wrong with files of actors.
  static let briefings =
    textProblems + quotationProblems + dateProblems + factProblems
    + actorProblems

  private static let filler = """
    The ministers of the two states met in the town by the river, and they spoke for an hour about \
    the roads that the floods had taken, and of the price that the villages would have to pay for \
    them in the winter that was to come.
    """

  /// Characters, lines and words.
  private static let textProblems = [
    ErrorPage(
      "all-capitals", "text in capitals",
      """
      More than four words in five are in capitals. Names are told from other words by their form \
      among other things, so fewer are found.
      """, in: .briefing,
      wrong: filler.uppercased(), right: filler),
    ErrorPage(
      "damaged-utf8", "bytes that are no characters",
      """
      The file is UTF-8 with sequences that are none; each was replaced by U+FFFD. Often two \
      encodings were mixed when the file was put together.
      """,
      in: .commandLine(
        says: "damaged-utf8\tthe file is damaged UTF-8: 1 sequence was replaced by U+FFFD\n"),
      wrong: "brief -c 'problems | select problem, message' damaged.txt",
      right: "brief -c 'problems | select problem, message' talks.txt"),
    ErrorPage(
      "encoding-latin1", "file in Latin-1",
      "The file is not UTF-8; its bytes are letters in Latin-1 (ISO 8859-1), and it was read so.",
      in: .commandLine(says: "encoding-latin1\tthe file is not UTF-8; it was read as Latin-1\n"),
      wrong: "brief -c 'problems | select problem, message' latin1.txt",
      right: "brief -c 'problems | select problem, message' talks.txt"),
    ErrorPage(
      "encoding-utf16", "file in UTF-16",
      "The file is UTF-16, as some word processors write it, and was read so.",
      in: .commandLine(says: "encoding-utf16\tthe file is UTF-16\n"),
      wrong: "brief -c 'problems | select problem, message' utf16.txt",
      right: "brief -c 'problems | select problem, message' talks.txt"),
    ErrorPage(
      "encoding-windows1252", "file in Windows-1252",
      """
      The file is not UTF-8. It has bytes that are curly quotation marks and dashes in \
      Windows-1252, and was read so.
      """,
      in: .commandLine(
        says: "encoding-windows1252\tthe file is not UTF-8; it was read as Windows-1252\n"),
      wrong: "brief -c 'problems | select problem, message' windows.txt",
      right: "brief -c 'problems | select problem, message' talks.txt"),
    ErrorPage(
      "misspelt-word", "word that is probably a slip",
      """
      A heading holds what is a word for a role but for a letter. It is read as that word, with \
      less confidence.
      """, in: .briefing,
      wrong: "Harbour Spokesperon Speaks\n\n" + filler,
      right: "Harbour Spokesperson Speaks\n\n" + filler),
    ErrorPage(
      "mixed-line-ends", "line ends of several kinds",
      """
      Parts of the file come from different systems. Lines are read in any case; the parts may \
      differ in other ways too.
      """, in: .briefing,
      wrong: "Talks Begin\r\n\r\n" + filler + "\n\n" + filler + "\n",
      right: "Talks Begin\n\n" + filler + "\n\n" + filler + "\n"),
    ErrorPage(
      "no-words", "text without words",
      "The text holds numbers, marks or nothing at all, so nothing can be found in it.",
      in: .briefing, wrong: "--- 12 ---\n", right: filler),
    ErrorPage(
      "not-english", "text that is not English",
      """
      Few of its words are the small words that every English text is full of. Everything is still \
      looked for, but what is found is not to be relied on.
      """, in: .briefing,
      wrong: """
        Die Minister der beiden Staaten trafen sich gestern am Ufer des Flusses, und sie sprachen \
        eine Stunde lang über Brücken, Straßen und Dörfer, deren Bewohner nach dem Hochwasser noch \
        immer auf Hilfe warten, wie ein Sprecher der Regierung mitteilte. Die Kosten trage zunächst \
        der Staat, hieß es weiter.
        """, right: filler),
  ]

  /// Quotation marks.
  private static let quotationProblems = [
    ErrorPage(
      "abridged-quotation", "quotation with words left out",
      """
      An ellipsis in the middle of a quotation says that words were left out. What was left out may \
      matter.
      """, in: .briefing,
      wrong: "“We will keep the port open … until winter,” the minister said.",
      right: "“We will keep the port open,” the minister said."),
    ErrorPage(
      "heading-quotation", "heading that is a quotation",
      """
      Headings are worded by the desk, and a quotation in a heading is often shortened. It is not \
      counted among the speaker's words.
      """, in: .briefing,
      wrong: "Talks Begin\n\n" + filler + "\n\n“No More Talks”\n\n" + filler,
      right: "Talks Begin\n\n" + filler + "\n\nNo More Talks\n\n" + filler),
    ErrorPage(
      "reopened-quotation", "quotation that is opened again",
      """
      A quotation of several paragraphs is opened again at the beginning of each and closed at the \
      end of the last, after the custom of print; then this is a note, and the parts are one \
      statement. Inside of a paragraph the mark is a warning: a closing one was forgotten.
      """, in: .briefing,
      wrong: "“We will wait, the minister said. “We have time,” she added.",
      right: "“We will wait,” the minister said. “We have time,” she added."),
    ErrorPage(
      "unclosed-quotation", "quotation that is not closed",
      """
      The quotation is taken to end where the speaker is named, or else with its paragraph, so \
      words may be counted that were not said. If the next paragraph opens it again, this is a \
      note and nothing is wrong.
      """, in: .briefing,
      wrong: "“We will keep the port open, the minister said on Friday.",
      right: "“We will keep the port open,” the minister said on Friday."),
    ErrorPage(
      "unlabelled-speech", "conversation without speakers",
      """
      The text reads like questions and answers, and nothing tells whose they are. No words are \
      given to anybody. A label before each turn, such as `Q:`, says who speaks.
      """, in: .briefing,
      wrong: """
        Do you expect that we will see an answer from your ministry this week?

        I cannot speak for our partners, but we will answer you when we can.

        Have you told them what you want from us?

        We have told them what we expect, and I have nothing to add to that.

        Will you travel to the talks yourself?
        """,
      right: """
        Q: Do you expect that we will see an answer from your ministry this week?

        A: I cannot speak for our partners, but we will answer you when we can.

        Q: Have you told them what you want from us?

        A: We have told them what we expect, and I have nothing to add to that.

        Q: Will you travel to the talks yourself?
        """),
    ErrorPage(
      "unmatched-closing-mark", "closing quotation mark that closes nothing",
      "No quotation is open before it. It is read as punctuation, and no quotation is lost.",
      in: .briefing,
      wrong: "We will keep the port open,” the minister said on Friday.",
      right: "“We will keep the port open,” the minister said on Friday."),
  ]

  /// Dates in the text.
  private static let dateProblems = [
    ErrorPage(
      "ambiguous-date", "date that may be two days",
      """
      Nothing in the text shows whether the day or the month stands first, so the date has no day \
      that could be relied on. Another date in the text of which only one reading exists would \
      decide it.
      """, in: .briefing,
      wrong: "The ministers signed the agreement on 03/04/2025 in the capital.",
      right: "The ministers signed the agreement on 3 April 2025 in the capital."),
    ErrorPage(
      "date-without-marks", "number that may be a date",
      """
      Day, month and year seem to be written together. The number is left out of the dates, since \
      it may be something else.
      """, in: .briefing,
      wrong: "The ministers signed the agreement of 28082015 in the capital.",
      right: "The ministers signed the agreement of 28 August 2015 in the capital."),
    ErrorPage(
      "dates-disagree", "dates that do not go together",
      """
      Two words for one day, such as `yesterday` and a date, mean different days when both are \
      counted from the date of the briefing. One of the three is wrong.
      """, in: .briefing,
      wrong: "LUSK, November 14, 2025 — The ministers met yesterday, November 12, in the capital.",
      right: "LUSK, November 14, 2025 — The ministers met yesterday, November 13, in the capital."),
    ErrorPage(
      "impossible-date", "day that no calendar has",
      "The month has fewer days. The date is left out of `dates` and `timeline`.", in: .briefing,
      wrong: "The ministers met on November 31, 2025, in the capital.",
      right: "The ministers met on November 30, 2025, in the capital."),
    ErrorPage(
      "weekday-mismatch", "day of the week that does not fit the date",
      """
      The date falls on another day of the week. One of the two is wrong, or the year is; the \
      message names the years that both would fit.
      """, in: .briefing,
      wrong: "The ministers met on Friday, November 15, 2025, in the capital.",
      right: "The ministers met on Friday, November 14, 2025, in the capital."),
  ]

  /// What is known of the briefing and of those in it.
  private static let factProblems = [
    ErrorPage(
      "actor-out-of-date", "entry of an actor file that does not hold on the day",
      """
      A file of actors says from when to when somebody holds an office, and the briefing is of \
      another day. The entry is not used for it.
      """,
      in: .commandLine(
        says: "actor-out-of-date\n"),
      wrong: "brief -c 'problems | select problem' former.tsv talks.txt",
      right: "brief -c 'problems | select problem' actors.tsv talks.txt"),
    ErrorPage(
      "doubtful-name", "name that may mean another",
      """
      The name is taken for an entity that it fits, but it may mean somebody or something else; \
      the message says why. `why` shows the evidence for a mention.
      """, in: .briefing,
      wrong: """
        Joram Pellow and Adela Pellow spoke at the harbour. Pellow said the boats were safe.
        """,
      right: """
        Joram Pellow and Adela Pellow spoke at the harbour. Joram Pellow said the boats were safe.
        """),
    given("date", "2025-11-14", "a date"),
    given("outlet", "Herald", "an outlet"),
    given("title", "Talks", "a title"),
    missing("byline", "author", "There is no line that names the author.", ""),
    missing(
      "date", "date", "Days such as `Friday` stay open, since nothing tells of which week.",
      " `--date` says it when loading."),
    missing(
      "outlet", "outlet", "The newspaper, agency or office is not named.",
      " `--outlet` says it when loading."),
    missing(
      "title", "title", "The text does not begin with a headline.",
      " `--title` says it when loading."),
  ]

  private static func given(_ name: String, _ value: String, _ phrase: String) -> ErrorPage {
    ErrorPage(
      "given-\(name)", "\(name) that was given when loading",
      """
      Not the text but whoever loaded it says the \(name), with `--\(name)`. This is noted, so \
      that nobody takes it for what the text says.
      """,
      in: .commandLine(says: "the \(name) was given when loading: \(value)\n"),
      wrong: "brief -c 'load talks.txt --\(name) \(value); problems | select message'",
      right: "brief -c 'load talks.txt; problems | select message'")
  }

  private static func missing(
    _ name: String, _ what: String, _ meaning: String, _ mend: String
  ) -> ErrorPage {
    ErrorPage(
      "missing-\(name)", "text without \(name == "outlet" ? "an" : "a") \(name)",
      "\(meaning) What the text does not say stays missing in every answer.\(mend)",
      in: .briefing, wrong: filler, right: complete)
  }

  /// A text that says everything of itself.
  private static let complete = """
    Ministers Meet by the River

    By Ada Stone

    LUSK, 14 November 2025 (Reuters) - \(filler)
    """

  /// Files of actors.
  private static let actorProblems = [
    ErrorPage(
      "broken-actor-row", "row of an actor file that cannot be read",
      """
      The row has more fields than the first line names, or no name, or a type or day that is \
      none, or it ends before it begins. It is left out; the others are used.
      """, in: .actors,
      wrong: "name\trole\tfrom\nMara Dell\tspokesperson\tspring\n",
      right: "name\trole\tfrom\nMara Dell\tspokesperson\t2025-03-01\n"),
    ErrorPage(
      "empty-actor-file", "actor file without rows",
      "Lines that are empty or begin with `#` count as nothing, and there are no others.",
      in: .actors, wrong: "# to be filled in\n", right: "name\trole\nMara Dell\tspokesperson\n"),
    ErrorPage(
      "no-name-column", "actor file whose first line names no columns",
      """
      The first line names the columns, with a tab between them, and `name` has to be one of them. \
      `help actors` lists the others.
      """, in: .actors,
      wrong: "Mara Dell\tspokesperson\n", right: "name\trole\nMara Dell\tspokesperson\n"),
    ErrorPage(
      "repeated-actor", "actor that a line before has already",
      "Name, role, affiliation and days are those of an earlier line. The row is left out.",
      in: .actors,
      wrong: "name\trole\nMara Dell\tspokesperson\nMara Dell\tspokesperson\n",
      right: "name\trole\nMara Dell\tspokesperson\nIvo Renn\tunion leader\n"),
    ErrorPage(
      "unknown-actor-column", "column of an actor file that is not used",
      "The column has a name that means nothing. The others are used.",
      in: .actors,
      wrong: "name\trole\tage\nMara Dell\tspokesperson\t50\n",
      right: "name\trole\nMara Dell\tspokesperson\n"),
  ]
}
