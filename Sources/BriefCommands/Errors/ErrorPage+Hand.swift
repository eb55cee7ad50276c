import BriefScript

extension ErrorPage {
  /// What is said of quizzes, of marks made by hand, and of corrections.
  static let hand = [
    ErrorPage(
      "ambiguous-name", "name that several go by",
      """
      The name may mean several of those whom the text speaks of, and a correction has to say who \
      speaks. The message lists their full names.
      """,
      in: .commandLine(
        says: """
          error[ambiguous-name]: 'Dell' may mean 'Mara Dell' or 'Ivo Dell'
            --> <-c>:1:26
          1 | quotes | fix 1 --speaker Dell
            |                          ^^^^
          help: write one of these names

          """),
      wrong: """
        sed -i 's/Dell added/she told Ivo Dell/' talks.txt; \
        brief -c 'quotes | fix 1 --speaker Dell' talks.txt
        """,
      right: """
        sed -i 's/Dell added/she told Ivo Dell/' talks.txt; \
        brief -c 'quotes | fix 1 --speaker "Ivo Dell"' talks.txt
        """),
    ErrorPage(
      "cue-not-found", "cue that does not stand near the quotation",
      """
      A cue is a word of the text: it is looked for in the paragraph of the quotation and in the \
      one before it, as it is written there.
      """,
      in: .commandLine(
        says: """
          error[cue-not-found]: 'denied' does not stand near this quotation
            --> <-c>:1:22
          1 | quotes | fix 1 --cue denied
            |                      ^^^^^^
          help: write the word as it stands in the paragraph of the quotation or the one before

          """),
      wrong: "brief -c 'quotes | fix 1 --cue denied' talks.txt",
      right: "brief -c 'quotes | fix 1 --cue said' talks.txt"),
    ErrorPage(
      "damaged-line", "line that cannot be read",
      """
      A line of a file of corrections or of marks has another form than the first lines of the file \
      say, or speaks of places that the text does not have. The line is kept where it is and counts \
      as nothing; all other lines count.
      """,
      in: .commandLine(
        says: """
          warning[damaged-line]: this line of fixes cannot be read: expected what, start, end, value, by, \
          words with tabs between, found 1 field
          """),
      wrong: """
        brief -c 'quotes | fix 1 --cue said' talks.txt; echo 'speaker 7' >> talks.txt.fixes; \
        brief -c quotes talks.txt
        """,
      right: "brief -c 'quotes | fix 1 --cue said' talks.txt; brief -c quotes talks.txt"),
    ErrorPage(
      "fixes-read", "corrections that are applied",
      """
      A file of corrections lies beside the text, and what it says is in force: rows that were \
      corrected bear an asterisk and no figure under sure.
      """,
      in: .commandLine(
        says: """
          note[fixes-read]: 1 correction by hand from 'talks.txt.fixes'
          help: fixes lists it

          """),
      wrong: "brief -c 'quotes | fix 1 --cue said' talks.txt; brief -c quotes talks.txt",
      right: """
        brief -c 'quotes | fix 1 --cue said' talks.txt; rm talks.txt.fixes; brief -c quotes talks.txt
        """),
    ErrorPage(
      "key-without-list", "answers without a list",
      """
      `--key` adds the right answers to the table that `--list` gives. A quiz at the prompt says \
      them after each answer anyway.
      """,
      in: .commandLine(
        says: """
          warning[key-without-list]: '--key' shows the answers of '--list', which is not given
            --> <-c>:1:1
          1 | quiz --key
            | ^^^^
          help: add --list, or leave --key out

          """),
      wrong: "brief -c 'quiz --key' talks.txt", right: "brief -c 'quiz --list --key' talks.txt"),
    ErrorPage(
      "needs-prompt", "questions with nobody to answer",
      """
      The command asks questions and waits for what is typed. In a script, and where lines come from \
      a file, nobody types.
      """,
      in: .prompt, wrong: "quiz", right: "quiz --list"),
    ErrorPage(
      "no-questions", "briefing that gives no questions",
      """
      Keys are made only from answers that the program is sure of, and there is none of the kind \
      that was asked for.
      """,
      in: .prompt, wrong: "briefings | where words > 9999 | quiz",
      right: "briefings | where words > 9 | quiz --list"),
    ErrorPage(
      "no-such-fix", "number of no correction",
      """
      Corrections are numbered as fixes lists them, over all briefings that are read.
      """,
      in: .prompt, wrong: "fix --undo 3", right: "fixes"),
    ErrorPage(
      "not-a-quotation", "row that is no quotation",
      """
      Only what quotes and statements list can be corrected: who speaks, the cue, the kind, and \
      whether it is a quotation at all. Rows of other tables follow from these.
      """,
      in: .prompt, wrong: "speakers | fix 1 --kind direct", right: "quotes | why 1"),
    ErrorPage(
      "nothing-to-fix", "correction that says nothing",
      """
      A correction names a row and says what is wrong with it: `fix 3 --speaker NAME`, \
      `--no-speaker`, `--cue WORD`, `--kind mixed` or `--not-a-quote`; or it takes one back with \
      `--undo`.
      """,
      in: .prompt, wrong: "quotes | fix 1", right: "quotes | why 1"),
    ErrorPage(
      "stale-fix", "corrections that fit no longer",
      """
      The text, or what the program finds in it, has changed since it was corrected. Quotations are \
      then found again by their words, where these stand there once; the others stay in the file \
      and change nothing until they are taken out with `fix --undo`.
      """,
      in: .commandLine(
        says: """
          warning[stale-fix]: the text has changed since it was corrected; 0 of 1 corrections in \
          'talks.txt.fixes' could be applied
          """),
      wrong: """
        brief -c 'quotes | fix 1 --cue said' talks.txt; sed -i s/week/month/ talks.txt; \
        brief -c quotes talks.txt
        """,
      right: "brief -c 'quotes | fix 1 --cue said' talks.txt; brief -c quotes talks.txt"),
    ErrorPage(
      "two-annotators", "other than two annotators",
      """
      Agreement is measured between two: two files of annotate-by-hand, or one of them and the word \
      machine for the program's own answers.
      """,
      in: .prompt, wrong: "agree machine", right: "focus 1\nagree machine machine"),
    ErrorPage(
      "unknown-text", "text that is not loaded",
      """
      Marks and corrections speak of places in a text, so the text has to be loaded, and it has to \
      be clear which one is meant. One of several is chosen with focus.
      """,
      in: .prompt, wrong: "agree machine machine", right: "focus 1\nagree machine machine"),
    ErrorPage(
      "unusable-standoff", "file of marks or corrections that cannot be used",
      """
      The file is none of the kind that is wanted, was made for another text or by a later version \
      of the program, or cannot be read. It is left as it is.
      """,
      in: .commandLine(
        says: """
          error[unusable-standoff]: 'talks.txt' does not begin with 'brief marks 1' but with \
          'Talks Begin'
          """),
      wrong: "brief -c 'agree talks.txt machine' talks.txt",
      right: "brief -c 'agree machine machine' talks.txt"),
  ]
}
