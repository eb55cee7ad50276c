import BriefScript

extension ErrorPage {
  /// What is said of lines, sessions and settings. Most of their examples need a terminal and are
  /// not run to show the page.
  static let prompt = [
    ErrorPage(
      "bad-setting", "setting that cannot be so",
      "`set` lists the settings and what each of them can be.",
      in: .commandLine(
        says: """
          error[bad-setting]: 'pager' wants on or off, found 'never'
            --> <prompt>:1:11
          1 | set pager never
            |           ^^^^^
          help: set lists the settings and what they can be

          """),
      wrong: "brief> set pager never", right: "brief> set pager off"),
    ErrorPage(
      "changed-text", "text that is no longer what it was",
      """
      A session was brought back, and a text it had read has been changed or deleted since. The \
      session keeps its own copy, which is used, so that all answers and places are those of then. \
      Load the file again to take what it holds now.
      """,
      in: .commandLine(
        says: """
          warning[changed-text]: 'talks.txt' has changed since the session was saved; the saved text \
          is used
          help: load it again to take what the file holds now

          """),
      wrong: "brief> restore monday", right: "brief> load talks.txt"),
    ErrorPage(
      "copied", "text that was handed to the terminal",
      """
      The terminal was asked to put the text on its clipboard. It does not say whether it did: some \
      have to be told to allow it, as tmux with `set -g set-clipboard on`.
      """,
      in: .commandLine(says: "note[copied]: 212 bytes went to the terminal for its clipboard\n"),
      wrong: "brief> quotes | copy", right: "brief> quotes | export quotes.tsv"),
    ErrorPage(
      "left-out-line", "line that stands in no script",
      """
      A line that failed, or that is about the prompt itself, was among those to keep. It is left \
      out; the others are kept.
      """,
      in: .commandLine(
        says: """
          warning[left-out-line]: line 2 is left out: it failed
            --> <prompt>:1:6
          1 | keep 1-3 as week.brief
            |      ^^^

          """),
      wrong: "brief> keep 1-3 as week.brief", right: "brief> keep 1 3 as week.brief"),
    ErrorPage(
      "log-stopped", "log that cannot be written any longer",
      """
      The disk is full, or the device refuses the file. What was written before is still there, and \
      the session goes on.
      """,
      in: .commandLine(
        says: """
          warning[log-stopped]: the log has ended: cannot write 'monday.md': no space left on the \
          device
          help: what was written before is still there; log FILE begins another

          """),
      wrong: "brief> quotes", right: "brief> log elsewhere.md"),
    ErrorPage(
      "lost-line", "line of a saved session that does not run again",
      """
      To bring a session back its lines are run again over the texts that were saved with them. \
      This one fails now, perhaps because a later version of the program knows it otherwise. The \
      others are restored, and the save keeps it.
      """,
      in: .commandLine(
        says: """
          warning[lost-line]: line 4 does not run again: no command 'qoutes'
            --> <prompt>:1:1
          1 | let hers = $(qoutes --by Dell)
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          help: what it did is not restored; the save still has it

          """),
      wrong: "brief> restore monday", right: "brief> let hers = $(quotes --by Dell)"),
    ErrorPage(
      "no-byte-order-mark", "byte order mark in a format that has none",
      "Excel knows UTF-8 in CSV and TSV files by a mark at their beginning; other formats need none.",
      in: .commandLine(
        says: """
          error[no-byte-order-mark]: --bom goes with CSV and TSV, and 'quotes.json' is json
            --> <-c>:1:10
          1 | quotes | export quotes.json --bom
            |          ^^^^^^
          help: leave --bom out

          """),
      wrong: "brief -c 'quotes | export quotes.json --bom' talks.txt",
      right: "brief -c 'quotes | export quotes.tsv --bom' talks.txt"),
    ErrorPage(
      "no-clipboard", "text that cannot be put on the clipboard",
      """
      `copy` goes through the terminal. There is none here, or it takes no such text: at most 74,000 \
      bytes. `export` writes a file of any size.
      """,
      in: .commandLine(
        says: """
          error[no-clipboard]: there is no terminal here that takes a text
            --> <-c>:1:10
          1 | quotes | copy
            |          ^^^^
          help: write a file with export, as in `export quotes.tsv`

          """),
      wrong: "brief -c 'quotes | copy' talks.txt",
      right: "brief -c 'quotes | export quotes.tsv' talks.txt"),
    ErrorPage(
      "no-such-line", "line that was not typed",
      """
      `!3` runs the third line of this session again, `!quo` the last one that begins with `quo`, \
      and `keep` takes lines by their numbers. `history` shows the lines and their numbers.
      """,
      in: .commandLine(
        says: """
          error[no-such-line]: there is no line 9
            --> <prompt>:1:1
          1 | !9
            | ^^
          help: the lines of this session are 1 to 2; history shows them

          """),
      wrong: "brief> !9", right: "brief> !2"),
    ErrorPage(
      "prompt-only", "command that is about the prompt",
      """
      What was typed, the settings and saved sessions belong to the shell. A script does the same \
      wherever it is run, so it has none of them.
      """,
      wrong: "history", right: "briefings"),
    ErrorPage(
      "unkept-line", "lines that make no script",
      """
      The lines were chosen with all that they depend on, and the script that they make is not \
      right, or would not give what the lines gave. Nothing was written.
      """,
      in: .commandLine(
        says: """
          error[unkept-line]: a function uses '$least', which was bound anew between the lines
            --> <prompt>:1:6
          1 | keep 1-4 as week.brief
            |      ^^^
          help: give the function the value as an argument, or keep fewer lines

          """),
      wrong: "brief> keep 1-4 as week.brief", right: "brief> keep 4 as week.brief"),
    ErrorPage(
      "unknown-session", "session that is not saved",
      """
      `sessions` lists what can be brought back. Names are letters, digits, `-`, `_` and `.`, and \
      begin with a letter or a digit.
      """,
      in: .commandLine(
        says: """
          error[unknown-session]: no session is saved as 'munday'
            --> <prompt>:1:9
          1 | restore munday
            |         ^^^^^^
          help: did you mean 'monday'?

          """),
      wrong: "brief> restore munday", right: "brief> restore monday"),
    ErrorPage(
      "unusable-session", "saved session that cannot be brought back",
      """
      A later version of the program has saved it, and it stays as it is; or the file is damaged, \
      and it is put aside under another name. The session at hand goes on. A save is JSON Lines, and \
      the texts in it can be read with any editor.
      """,
      in: .commandLine(
        says: """
          error[unusable-session]: the session 'monday' is in format 2, from a later version of \
          brief; this one reads format 1
            --> <prompt>:1:9
          1 | restore monday
            |         ^^^^^^
          help: it stays as it is; restore it with that version

          """),
      wrong: "brief> restore monday", right: "brief> sessions"),
  ]
}
