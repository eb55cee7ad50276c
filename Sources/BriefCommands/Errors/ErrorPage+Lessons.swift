import BriefScript

extension ErrorPage {
  /// Lessons and the files that keep progress in them.
  static let lessons = [
    ErrorPage(
      "unknown-lesson", "lesson that does not exist",
      """
      A lesson of the course is named by its number, by its name or by words of its title; `lesson` \
      lists them. One of your own is named by the path of its file, which ends in `.brief`.
      """,
      wrong: "lesson no-such-lesson",
      right: "lesson"),
    ErrorPage(
      "no-prompt", "lesson without a prompt",
      """
      A lesson waits for what its learner types, so that it needs a prompt. Run as a script, a \
      lesson checks its own solutions: `brief run one.brief`.
      """,
      in: .commandLine(
        says: """
          error[no-prompt]: a lesson is played at a prompt, not in a script
            --> <-c>:1:8
          1 | lesson one.brief
            |        ^^^^^^^^^
          help: start `brief` and type `lesson one.brief` there

          """),
      wrong: "echo 'print 1' > one.brief; brief -c 'lesson one.brief'",
      right: "echo 'print 1' > one.brief; brief run one.brief"),
    ErrorPage(
      "damaged-progress", "line of a progress file that is passed over",
      """
      A line of the file is not complete, was changed, or does not follow from the line before: \
      every line carries a hash over the line before it. It does not count, and the others do. The \
      program only ever adds lines; nothing else should write to the file.
      """,
      in: .commandLine(
        says: """
          warning[damaged-progress]: line 1 of 'Ann.progress' is passed over: it has no version
            --> Ann.progress:1:1
          1 | {}
            | ^
          help: the other lines count; only `brief` itself should write to the file

          """),
      wrong: "echo '{}' > Ann.progress; brief grade Ann.progress",
      right: """
        echo '{\"v\":1,\"n\":1,\"event\":\"learner\",\"name\":\"Ann\",\"sum\":\"bc522908edade5c9\"}' > Ann.progress; \
        brief grade Ann.progress
        """),
    ErrorPage(
      "unusable-progress", "progress file that cannot be used",
      """
      The file cannot be read or written, or a later version of the program has written to it. It \
      is left as it is. Progress is then kept in a file beside it whose name ends in `.v1`, or \
      lasts until the shell ends; `--progress FILE` names another file.
      """,
      in: .commandLine(
        says: """
          warning[unusable-progress]: 'Ann.progress' was written by a later version of brief (its \
          lines have version 9, and this program knows 1)
          help: grade it with that version; lines of this version count

          """),
      wrong: "echo '{\"v\":9}' > Ann.progress; brief grade Ann.progress",
      right: """
        echo '{\"v\":1,\"n\":1,\"event\":\"learner\",\"name\":\"Ann\",\"sum\":\"bc522908edade5c9\"}' > Ann.progress; \
        brief grade Ann.progress
        """),
    ErrorPage(
      "duplicate-progress", "progress file that is there twice",
      """
      Two of the files hold the same lines, or are of one learner. The same lines count once; two \
      files of one learner are both tabulated, and it is for the teacher to say which of them \
      counts.
      """,
      in: .commandLine(
        says: """
          warning[duplicate-progress]: 'Bea.progress' holds the same lines as 'Ann.progress'
          help: it counts once

          """),
      wrong: """
        echo '{\"v\":1,\"n\":1,\"event\":\"learner\",\"name\":\"Ann\",\"sum\":\"bc522908edade5c9\"}' > Ann.progress; \
        cp Ann.progress Bea.progress; brief grade Ann.progress Bea.progress
        """,
      right: """
        echo '{\"v\":1,\"n\":1,\"event\":\"learner\",\"name\":\"Ann\",\"sum\":\"bc522908edade5c9\"}' > Ann.progress; \
        brief grade Ann.progress
        """),
    ErrorPage(
      "no-progress", "nothing to grade",
      """
      None of the files holds a line that counts. `brief --class NAME` writes `NAME.progress` in the \
      directory that it is started in.
      """,
      in: .commandLine(
        says: """
          error[no-progress]: none of these files can be graded
            --> <-c>:1:7
          1 | grade talks.txt
            |       ^^^^^^^^^
          help: `brief --class NAME` writes NAME.progress

          """),
      wrong: "brief -c 'grade talks.txt'",
      right: """
        echo '{\"v\":1,\"n\":1,\"event\":\"learner\",\"name\":\"Ann\",\"sum\":\"bc522908edade5c9\"}' > Ann.progress; \
        brief -c 'grade Ann.progress'
        """),
  ]
}
