import ArgumentParser
import BriefCommands
import BriefScript
import BriefShell
import BriefSource

/// `brief grade FILE…`.
struct Grade: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Tabulates the progress files of a class.",
    discussion: """
      `brief --class NAME` writes NAME.progress; `brief grade *.progress` gives a row for each \
      learner and exercise, with --total one for each learner. Lines that are damaged, changed or \
      of a later version are told with their place, and the rest counts. The hashes of the lines \
      show slips, and are no proof.

      Exit codes: 0 fine; 2 a line was passed over or a file is there twice; 3 a file could not be \
      read, or nothing could be graded.
      """)

  @OptionGroup var output: OutputOptions

  @Flag(help: "Gives a row for each learner.")
  var total = false

  @Argument(help: "Progress files.")
  var files: [String]

  func execute() -> ExitStatus {
    let sink = ConsoleSink(output.console)
    var status = ExitStatus.fine
    let grading = Grading(files) { problem in
      sink.report(problem)
      if problem.id == "unreadable-input" {
        status = .unreadable
      } else if status == .fine {
        status = .wrongScript
      }
    }
    if grading.isEmpty { return .unreadable }
    let written = sink.writing { sink throws(ScriptError) in
      try sink.emit(grading.table(isTotal: total))
    }
    return written == .fine ? status : written
  }
}
