import BriefScript

extension ErrorPage {
  /// What is said of files, and of the terminal. Their examples are run by the tests alone.
  static let files = [
    ErrorPage(
      "actors-read", "actors that have been read",
      """
      A `.tsv` file holds actors of yours and no briefing. This note says how many were read; all \
      briefings are read again in their light.
      """,
      in: .commandLine(
        says: """
          note[actors-read]: 1 actor was read
          help: actors lists them

          """),
      wrong: "brief -c 'load actors.tsv'", right: "brief actors.tsv"),
    ErrorPage(
      "malformed-tokens", "file of tokens that cannot be read",
      """
      With `--pretokenised` a file holds tokens: CoNLL-U in a `.conllu` file, columns in others. A \
      line of this one has another form.
      """,
      in: .commandLine(
        says: """
          error[malformed-tokens]: broken.conllu:1: expected the ten columns of CoNLL-U, parted by \
          tabs, found '1 Talks'

          """),
      wrong: "brief annotate --pretokenised --format conllu broken.conllu",
      right: "brief annotate --format conllu talks.txt"),
    ErrorPage(
      "no-history", "history of lines that cannot be kept",
      """
      The shell keeps the lines that were typed in a file of the user's. It could not be read or \
      written, and the reason stands in the message. The shell goes on without it.
      """,
      in: .commandLine(
        says: """
          warning[no-history]: the history '/nonexistent/.local/state/brief/history' cannot be \
          used: no such file or directory
          help: what is typed is not kept; BRIEF_HISTORY names another file, or none when empty

          """),
      wrong: "HOME=/nonexistent brief", right: "brief"),
    ErrorPage(
      "no-matching-file", "pattern that no file fits",
      """
      A word with `*`, `?` or `[` stands for the files that fit it, and none does. Patterns are \
      looked up from the directory that the program was started in.
      """,
      in: .commandLine(
        says: """
          error[no-matching-file]: no file matches 'sept*.txt'
          help: patterns: * any characters, ? one character, [ab] one of these

          """),
      wrong: "brief -c quotes 'sept*.txt'", right: "brief -c quotes 'talk*.txt'"),
    ErrorPage(
      "no-tests", "directory without scripts to test",
      """
      `brief test` runs those scripts of a directory that say what has to hold, by comments as \
      `# expect: 3`, assertions or exercises, and there are none. A script that is named itself is \
      run in any case.
      """,
      in: .commandLine(
        says: """
          error[no-tests]: no script below 'empty' says what has to hold
          help: expected a .brief file with '# expect:' comments, assertions or exercises

          """),
      wrong: "brief test empty", right: "brief test half.brief"),
    ErrorPage(
      "no-texts", "directory without texts",
      """
      A directory stands for the `.txt` and `.md` files in it and below, and there are none. Name \
      files with other endings one by one, or by a pattern.
      """,
      in: .commandLine(
        says: """
          error[no-texts]: no .txt or .md file in the directory 'empty'
          help: name the files, or a pattern such as 'empty/*'

          """),
      wrong: "brief -c quotes empty", right: "brief -c quotes talks.txt"),
    ErrorPage(
      "unknown-format", "file whose ending names no format",
      "`export` takes the format from the file's ending, or from `--format`.",
      in: .commandLine(
        says: """
          error[unknown-format]: the ending of 'quotes.xls' names no format
            --> <-c>:1:17
          1 | quotes | export quotes.xls
            |                 ^^^^^^^^^^
          help: end it with .csv, .tsv, .json, .jsonl, .md or .html, or say --format

          """),
      wrong: "brief -c 'quotes | export quotes.xls' talks.txt",
      right: "brief -c 'quotes | export quotes.tsv' talks.txt"),
    ErrorPage(
      "unreadable-input", "file that cannot be read",
      """
      The operating system refuses the file, or it is empty, or no text. Briefings are plain text \
      or Markdown; save a document of a word processor as text first. The exit code is 3.
      """,
      in: .commandLine(
        says: """
          error[unreadable-input]: cannot read 'tlaks.txt': no such file or directory

          """),
      wrong: "brief -c quotes tlaks.txt", right: "brief -c quotes talks.txt"),
    ErrorPage(
      "unwritable-file", "file that cannot be written",
      """
      There is such a file, and nobody said that it may be replaced; or the path is a directory, or \
      the operating system refuses it. What was there stays as it was. The exit code is 3.
      """,
      in: .commandLine(
        says: """
          error[unwritable-file]: 'quotes.csv' exists
            --> <-c>:1:17
          1 | quotes | export quotes.csv
            |                 ^^^^^^^^^^
          help: add --force to replace it

          """),
      wrong: "brief -c 'quotes | export quotes.csv' talks.txt",
      right: "brief -c 'quotes | export quotes.csv --force' talks.txt"),
    ErrorPage(
      "unwritable-output", "standard output that cannot be written",
      """
      The disk that results go to is full, or the device refuses them. What was written may end in \
      the middle. The exit code is 3.
      """,
      in: .commandLine(
        says: """
          error[unwritable-output]: cannot write standard output: no space left on the device

          """),
      wrong: "brief -c quotes talks.txt > /dev/full", right: "brief -c quotes talks.txt > out.tsv"),
  ]
}
