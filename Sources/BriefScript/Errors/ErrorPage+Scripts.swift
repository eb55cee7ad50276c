extension ErrorPage {
  /// Scripts, their parameters, files and modules.
  static let scriptPages = [
    ErrorPage(
      "circular-use", "modules that use each other",
      """
      A module is read before the script that uses it, so no module can use itself, on whatever way.
      """,
      in: .commandLine(
        says: #"""
          error[circular-use]: 'circle.brief' uses this module itself
            --> circle.brief:1:5
          1 | use "circle.brief"
            |     ^^^^^^^^^^^^^^
          help: put what both need into a third module

          """#),
      wrong: "brief check circle.brief", right: "brief check half.brief"),
    ErrorPage(
      "empty-path", "path without a character",
      """
      After `needs read` and `needs write` stands the name of a file or a folder; `.` is the one \
      in which the program was started.
      """,
      wrong: #"needs read """#, right: #"needs read ".""#),
    ErrorPage(
      "file-not-named", "file that a script does not say it needs",
      """
      A script reads only the files and folders that it names with `needs read`, and writes only \
      those that it names with `needs write`, so that one look at its beginning tells what it can \
      do. Links and `..` are followed first. At the prompt there is no such limit, and files that \
      are named on the command line after the script are read all the same.
      """,
      in: .commandLine(
        says: #"""
          error[file-not-named]: the script does not say that it reads 'talks.txt'
            --> week.brief:1:6
          1 | load talks.txt
            |      ^^^^^^^^^ it does not say that it reads anything
          help: write `needs read "talks.txt"` at its beginning, or name its folder

          """#),
      wrong: "brief run week.brief", right: "brief -c 'load talks.txt; quotes'"),
    ErrorPage(
      "memory-limit", "script that takes too much memory",
      """
      The texts and tables of a script, with the program itself, took more memory than allowed: \
      two gigabytes, or what `--max-memory` says, in megabytes. Work on fewer texts at a time, or \
      keep fewer columns in variables.
      """,
      in: .commandLine(
        says: #"""
          error[memory-limit]: the script takes more than 1 MB of memory
            --> least.brief:1:1
          1 | param least: int "how many words"
            | ^
          help: work on fewer texts at a time, or allow more with `--max-memory`

          """#),
      wrong: "brief run --max-memory 1 least.brief --least 3",
      right: "brief run --max-memory 1000 least.brief --least 3"),
    ErrorPage(
      "missing-parameter", "parameter of a script without a value",
      """
      The script wants this value from whoever runs it, and has none of its own. `brief doc` says \
      what it means.
      """,
      in: .commandLine(
        says: #"""
          error[missing-parameter]: the parameter 'least' has no value
            --> least.brief:1:7
          1 | param least: int "how many words"
            |       ^^^^^ how many words
          help: give an int after the name of the script: `--least …`

          """#),
      wrong: "brief run least.brief", right: "brief run least.brief --least 3"),
    ErrorPage(
      "misspelt-expectation", "comment that looks like an expectation and is none",
      """
      `brief test` compares what a script prints with its comments of the form `# expect: …` and \
      `# expect-error: …`, with one space after the `#` and a colon right after the word. Any other \
      comment is only read by people, so that a test with a misspelt one would test nothing.
      """,
      in: .commandLine(
        says: #"""
          warning[misspelt-expectation]: `brief test` does not read this comment
            --> sum.brief:2:1
          2 | # Expects: 2
            | ^^^^^^^^^^^^
          help: write `# expect: …`; a comment that expects nothing begins with another word

          """#),
      wrong: "brief check sum.brief", right: "brief check half.brief"),
    ErrorPage(
      "no-module", "file that is no module",
      """
      `use` makes the names of another script known, and scripts have names that end with \
      `.brief`. A briefing is loaded with `load` and chosen with `focus`.
      """,
      in: .commandLine(
        says: #"""
          error[no-module]: 'talks.txt' is no module: its name does not end with '.brief'
            --> <-c>:1:5
          1 | use "talks.txt"
            |     ^^^^^^^^^^^
          help: `load` reads briefings, `focus` chooses one

          """#),
      wrong: #"brief -c 'use "talks.txt"'"#, right: "brief -c 'load talks.txt; focus 1'"),
    ErrorPage(
      "not-in-module", "statement that cannot stand in a module",
      """
      A module is used for its names, and using it does nothing else. So it has only `let`, `def`, \
      `use` and the edition in it.
      """,
      in: .commandLine(
        says: #"""
          error[not-in-module]: a module only gives names: with 'let', 'def' and 'use'
            --> week.brief:1:1
          1 | load talks.txt
            | ^^^^^^^^^^^^^^
          help: move this into the script that uses the module

          """#),
      wrong: #"brief -c 'use "week.brief"'"#, right: #"brief -c 'use "half.brief"'"#),
    ErrorPage(
      "not-utf-8", "script that is not UTF-8",
      """
      The encoding of a text can be guessed, but what is guessed of a script would be run. So a \
      script is UTF-8. The place is that of the first character that is not ASCII, or could not be \
      read. An editor saves the file again as UTF-8.
      """,
      in: .commandLine(
        says: #"""
          error[not-utf-8]: the script is not UTF-8, but Latin-1 (ISO 8859-1)
            --> latin1.brief:1:11
          1 | print "café"
            |           ^
          help: save it again with the encoding UTF-8

          """#),
      wrong: "brief run latin1.brief", right: "brief run half.brief"),
    ErrorPage(
      "parameter-type", "parameter of a type that cannot be typed",
      """
      A parameter is given on the command line, as text. That can be read as text, an int, a \
      number, a bool, a date or a list of texts, but not as a table.
      """,
      wrong: "param rows: table", right: "param least: int = 3"),
    ErrorPage(
      "pattern-in-need", "pattern after `needs`",
      """
      After `needs read` and `needs write` stands the name of one file or one folder; a folder \
      stands for all that is in it and below. A `*` has no meaning there.
      """,
      wrong: #"needs read "briefings/*.txt""#, right: #"needs read "briefings/""#),
    ErrorPage(
      "row-limit", "table with too many rows",
      """
      A table of a script has at most ten million rows, or as many as `--max-rows` says. A `join` \
      on a column that repeats in both tables is the usual reason.
      """,
      in: .commandLine(
        says: #"""
          error[row-limit]: this gives 4 rows, and 1 are allowed
            --> many.brief:1:1
          1 | sentences
            | ^^^^^^^^^
          help: keep fewer rows, or allow more with `--max-rows`

          """#),
      wrong: "brief run --max-rows 1 many.brief talks.txt",
      right: "brief run --max-rows 1000 many.brief talks.txt"),
    ErrorPage(
      "unreadable-module", "module that cannot be read",
      """
      The file is looked for beside the script that uses it; at the prompt, in the folder in which \
      the program was started. The reason stands in the message.
      """,
      in: .commandLine(
        says: #"""
          error[unreadable-module]: cannot read 'nowhere.brief': no such file or directory
            --> <-c>:1:5
          1 | use "nowhere.brief"
            |     ^^^^^^^^^^^^^^^
          help: the file is looked for beside the script that uses it

          """#),
      wrong: #"brief -c 'use "nowhere.brief"'"#, right: #"brief -c 'use "half.brief"'"#),
    ErrorPage(
      "unused", "name that a script binds and never uses",
      """
      It may be left over, or misspelt where it was to be used. A name that begins with `_` is \
      meant to be unused.
      """,
      in: .commandLine(
        says: #"""
          warning[unused]: '$few' is never used
            --> unused.brief:1:5
          1 | let few = $(quotes | take 3)
            |     ^^^
          help: take it away, or call it `_few` if that is meant

          """#),
      wrong: "brief check unused.brief", right: "brief check half.brief"),
  ]
}
