import BriefScript

extension ErrorPage {
  /// Records of runs.
  static let records = [
    ErrorPage(
      "unrepeatable-input", "record of what cannot be read again",
      """
      A record of a run is there to be compared with another run, and what came from standard \
      input is gone by then.
      """,
      in: .commandLine(
        says: """
          error[unrepeatable-input]: standard input cannot be read again to verify a record
          help: write what it gives to a file first

          """),
      wrong: "echo 'print 1' | brief run --record new.json -",
      right: "echo 'print 1' > one.brief; brief run --record new.json one.brief"),
    ErrorPage(
      "unusable-record", "record that cannot be used",
      """
      The file is no record of a run, was changed after it had been written, or was written by a \
      later version of the program. The last line of a record holds the hash of all lines before \
      it, so that any change shows.
      """,
      in: .commandLine(
        says: """
          error[unusable-record]: the record 'new.json' is damaged: it was changed after it had been \
          written
          help: write it anew with `brief run --record FILE --force SCRIPT`

          """),
      wrong: """
        echo 'print 1' > one.brief; brief run --record new.json one.brief; \
        sed -i 's/"edition":1/"edition":2/' new.json; brief verify new.json
        """,
      right: """
        echo 'print 1' > one.brief; brief run --record new.json one.brief; brief verify new.json
        """),
  ]
}
