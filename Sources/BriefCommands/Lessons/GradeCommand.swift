import BriefScript
import BriefSource

/// Tabulates the progress files of a class.
struct GradeCommand: Command {
  var files: [String] = []
  var isTotal = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "grade", .lessons, "Tabulates the progress files of a class.",
      discussion: """
        brief --class NAME writes NAME.progress; grade *.progress reads such files and gives a row \
        for each learner and exercise, --total one for each learner. A line that is damaged, was \
        changed, or does not follow from the line before is told with its place and passed over, \
        and the rest counts. Every line carries a hash over the line before, so that a slip of an \
        editor shows; that is no proof against somebody who wants to deceive. when gives the order \
        of things in a file; progress files know no clock.
        """,
      input: .nothing,
      output: .table(GradeRows.grade.type, with: ["total": GradeRows.totals.type]),
      parameters: [
        .arguments(
          "file", \.files, "progress files, or a pattern", isRequired: true,
          accepts: .path(.read)),
        .flag("total", \.isTotal, "a row for each learner"),
      ],
      examples: [
        Example("grade {progress}", "who did what"),
        Example("grade {progress} --total", "a row for each learner"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    context.host.player?.isExploring = true
    var paths: [String] = []
    for (index, path) in files.enumerated() {
      guard context.isPattern("file", index) else {
        try context.requireAccess(.read, path, parameter: "file", index: index)
        paths.append(path)
        continue
      }
      try context.requireAccess(toPattern: path, parameter: "file", index: index)
      do {
        for match in try TextFiles.files(path, asPattern: true) {
          try context.requireAccess(.read, match, parameter: "file", index: index)
          paths.append(match)
        }
      } catch let error as LoadingError {
        throw context.failure(
          error.id, error.message, parameter: "file", index: index, help: error.help)
      } catch let error as ScriptError {
        throw error
      } catch {
        throw context.failure("unreadable-input", "\(error)", parameter: "file", index: index)
      }
    }
    let grading = Grading(paths) { context.report($0) }
    guard !grading.isEmpty else {
      throw context.failure(
        "no-progress", "none of these files can be graded", parameter: "file",
        help: "`brief --class NAME` writes NAME.progress")
    }
    return grading.table(isTotal: isTotal)
  }
}
