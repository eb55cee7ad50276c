import BriefScript

extension ErrorPage {
  /// What is said of the files that `open` reads. Their examples are run by the tests alone.
  static let tableFiles = [
    ErrorPage(
      "bad-json", "line of a .jsonl file that is no JSON",
      """
      Every line of a `.jsonl` file is an object of JSON (RFC 8259), and no two of its members \
      have one name. The message names the line, the column and what should stand there.
      """,
      in: .commandLine(
        says: """
          error[bad-json]: 't.jsonl:2' is no JSON: a value should stand at column 7
            --> <-c>:1:6
          1 | open t.jsonl
            |      ^^^^^^^
          help: in a .jsonl file every line is an object, as in {"speaker": "Dell", "words": 4}

          """),
      wrong: #"printf '{"a": 1}\n{"a": tru}\n' > t.jsonl; brief -c 'open t.jsonl'"#,
      right: #"printf '{"a": 1}\n{"a": true}\n' > t.jsonl; brief -c 'open t.jsonl'"#),
    ErrorPage(
      "changed-file", "table file that has other columns than before",
      """
      The columns of a file and their types are found when a script is checked, and all that \
      follows relies on them. By the time the file was read, it had others, most often because the \
      script itself had written it. With the same columns it is read as it is then.
      """,
      in: .commandLine(
        says: """
          error[changed-file]: 't.csv' has other columns than when the script was checked
            --> <-c>:1:56
          1 | open t.csv | derive b = 2 | export t.csv --force; open t.csv
            |                                                        ^^^^^
          help: read it in a script of its own, after it has been written

          """),
      wrong: #"printf 'a\n1\n' > t.csv; "#
        + #"brief -c 'open t.csv | derive b = 2 | export t.csv --force; open t.csv'"#,
      right: #"printf 'a\n1\n' > t.csv; "#
        + #"brief -c 'open t.csv | derive a = 2 | export t.csv --force; open t.csv'"#),
    ErrorPage(
      "huge-row", "row of a table file that is too long",
      """
      A row of more than 16 MB is most likely no row: a quotation mark was never closed, or the \
      lines end with something else than line ends.
      """,
      in: .commandLine(
        says: """
          error[huge-row]: the row that begins in 't.csv:2' is longer than 16 MB
            --> <-c>:1:6
          1 | open t.csv
            |      ^^^^^
          help: see whether its lines end with line ends and its quotation marks are closed

          """),
      wrong: #"(echo a; head -c 17000000 /dev/zero | tr '\0' x) > t.csv; brief -c 'open t.csv'"#,
      right: #"printf 'a\nx\n' > t.csv; brief -c 'open t.csv'"#),
    ErrorPage(
      "no-header", "table file whose columns have no names",
      """
      The first line of a `.csv` or `.tsv` file names the columns. Here it is empty, lacks a name, \
      or holds nothing but numbers, so that the names have probably been left out.
      """,
      in: .commandLine(
        says: """
          error[no-header]: 't.csv:1' should name the columns, but it holds no names
            --> <-c>:1:6
          1 | open t.csv
            |      ^^^^^
          help: put a line with the names of the columns at the top of the file

          """),
      wrong: #"printf '1,2\n3,4\n' > t.csv; brief -c 'open t.csv'"#,
      right: #"printf 'a,b\n1,2\n3,4\n' > t.csv; brief -c 'open t.csv'"#),
    ErrorPage(
      "not-an-object", "line of a .jsonl file that is no object",
      """
      The members of an object are the cells of a row; an array or a single value has no names for \
      its cells.
      """,
      in: .commandLine(
        says: """
          error[not-an-object]: 't.jsonl:1' is an array, not an object
            --> <-c>:1:6
          1 | open t.jsonl
            |      ^^^^^^^
          help: in a .jsonl file every line is an object, as in {"speaker": "Dell", "words": 4}

          """),
      wrong: #"printf '[1, 2]\n' > t.jsonl; brief -c 'open t.jsonl'"#,
      right: #"printf '{"a": 1, "b": 2}\n' > t.jsonl; brief -c 'open t.jsonl'"#),
    ErrorPage(
      "not-one-file", "pattern where one file is wanted",
      """
      `open` reads one table. A word with `*`, `?` or `[` is a pattern that stands for several \
      files; in quotation marks it is a name.
      """,
      in: .commandLine(
        says: """
          error[not-one-file]: 'open' reads one file, and '*.csv' is a pattern
            --> <-c>:1:6
          1 | open *.csv
            |      ^^^^^
          help: put a name that holds *, ? or [ in quotation marks

          """),
      wrong: #"printf 'a\n1\n' > t.csv; brief -c 'open *.csv'"#,
      right: #"printf 'a\n1\n' > t.csv; brief -c 'open t.csv'"#),
    ErrorPage(
      "not-utf-8", "table file that is not UTF-8",
      """
      Tables are read from UTF-8 alone, with or without a mark at the beginning: in other \
      encodings a letter could become another one unseen. The message names the first line that \
      shows it.
      """,
      in: .commandLine(
        says: """
          error[not-utf-8]: 't.csv:2' is not UTF-8
            --> <-c>:1:6
          1 | open t.csv
            |      ^^^^^
          help: save the file again with the encoding UTF-8 (in a spreadsheet: "CSV UTF-8")

          """),
      wrong: #"printf 'name\nAna\357s\n' > t.csv; brief -c 'open t.csv'"#,
      right: #"printf 'name\nAna\303\257s\n' > t.csv; brief -c 'open t.csv'"#),
    ErrorPage(
      "ragged-row", "row of a table file with too many or too few cells",
      """
      Every row has as many cells as the first line has names. A cell that holds the separator \
      itself stands in quotation marks in a `.csv` file; in a `.tsv` file a tab is written `\\t`.
      """,
      in: .commandLine(
        says: """
          error[ragged-row]: 't.csv:2' has 3 cells, but there are 2 columns
            --> <-c>:1:6
          1 | open t.csv
            |      ^^^^^
          help: a cell that holds the separator stands in quotation marks

          """),
      wrong: #"printf 'name,note\nDell,yes, but\n' > t.csv; brief -c 'open t.csv'"#,
      right: #"printf 'name,note\nDell,"yes, but"\n' > t.csv; brief -c 'open t.csv'"#),
    ErrorPage(
      "same-column-name", "two columns of a table file with one name",
      """
      Columns are called by their names, and what a name cannot hold becomes `_`: `a b` and `a-b` \
      are both `a_b`.
      """,
      in: .commandLine(
        says: """
          error[same-column-name]: 't.csv:1' calls both column 1 and column 2 'a_b'
            --> <-c>:1:6
          1 | open t.csv
            |      ^^^^^
          help: give one of them another name in the first line

          """),
      wrong: #"printf 'a b,a-b\n1,2\n' > t.csv; brief -c 'open t.csv'"#,
      right: #"printf 'a b,a-c\n1,2\n' > t.csv; brief -c 'open t.csv'"#),
    ErrorPage(
      "text-after-quotation-mark", "text after a quoted cell of a table file",
      """
      A cell that begins with a quotation mark ends with one, and a separator or the end of the \
      line follows. A quotation mark inside it is doubled (RFC 4180).
      """,
      in: .commandLine(
        says: """
          error[text-after-quotation-mark]: text follows the closing quotation mark of a cell in \
          't.csv:2'
            --> <-c>:1:6
          1 | open t.csv
            |      ^^^^^
          help: a quotation mark inside a quoted cell is doubled: "5"" wide"

          """),
      wrong: #"printf 'a\n"5" wide"\n' > t.csv; brief -c 'open t.csv'"#,
      right: #"printf 'a\n"5"" wide"\n' > t.csv; brief -c 'open t.csv'"#),
    ErrorPage(
      "too-many-columns", "table file with too many columns",
      """
      A table has 4,096 columns at most. A file that seems to have more has probably lost its line \
      ends.
      """,
      in: .commandLine(
        says: """
          error[too-many-columns]: 't.csv:1' has more than 4096 columns
            --> <-c>:1:6
          1 | open t.csv
            |      ^^^^^
          help: see whether the lines of the file end with line ends

          """),
      wrong: #"seq -f c%g -s , 5000 > t.csv; brief -c 'open t.csv'"#,
      right: #"seq -f c%g -s , 500 > t.csv; brief -c 'open t.csv | count'"#),
    ErrorPage(
      "unclosed-quotation-mark", "quoted cell of a table file that never ends",
      """
      A cell that begins with a quotation mark goes on over separators and line ends until the \
      next single one, and there is none.
      """,
      in: .commandLine(
        says: """
          error[unclosed-quotation-mark]: the quotation mark that begins a cell in 't.csv:2' is \
          never closed
            --> <-c>:1:6
          1 | open t.csv
            |      ^^^^^
          help: close it, or double it inside a quoted cell: "5"" wide"

          """),
      wrong: #"printf 'a,b\n1,"2\n3,4\n' > t.csv; brief -c 'open t.csv'"#,
      right: #"printf 'a,b\n1,"2"\n3,4\n' > t.csv; brief -c 'open t.csv'"#),
    ErrorPage(
      "unknown-file", "table file whose name is not known in time",
      """
      The columns of a table are known before a script runs, so that the file's name has to be \
      known as well: it is written out, or bound by `let` to a string.
      """,
      in: .commandLine(
        says: """
          error[unknown-file]: the file's name is not known before the script runs
            --> <-c>:1:7
          1 | open ("t" + ".csv")
            |       ^^^^^^^^^^^^
          help: write the name out, as in `open "table.csv"`

          """),
      wrong: #"printf 'a\n1\n' > t.csv; brief -c 'open ("t" + ".csv")'"#,
      right: #"printf 'a\n1\n' > t.csv; brief -c 'open "t.csv"'"#),
  ]
}
