import BriefScript
import BriefSource

/// The progress files of a class, read for whoever teaches it.
public struct Grading {
  private var logs: [(learner: String, path: String, tally: ProgressTally)] = []

  /// Whether there is nothing to grade.
  public var isEmpty: Bool { logs.isEmpty }

  /// Reads the files at `paths`; what is wrong with one is handed to `report`, and the others count.
  ///
  /// Of files that hold the same lines the first one counts.
  public init(_ paths: [String], report: (Diagnostic) -> Void) {
    var pathsBySums: [[String]: String] = [:]
    var pathsByLearner: [String: String] = [:]
    for path in paths {
      let bytes: [UInt8]
      do {
        bytes = try Source.fileBytes(path)
      } catch {
        report(
          Diagnostic(id: "unreadable-input", severity: .warning, error.description))
        continue
      }
      let log = ProgressLog(bytes, path: path)
      for problem in log.problems { report(problem) }
      if let version = log.newerVersion {
        report(
          Diagnostic(
            id: "unusable-progress", severity: .warning,
            "'\(path)' was written by a later version of brief (its lines have version \(version), "
              + "and this program knows \(ProgressLine.version))",
            help: "grade it with that version; lines of this version count"))
      }
      guard !log.events.isEmpty else {
        if log.problems.isEmpty, log.newerVersion == nil {
          report(
            Diagnostic(
              id: "damaged-progress", severity: .warning, "'\(path)' is no progress file",
              help: "`brief --class NAME` writes NAME.progress"))
        }
        continue
      }
      if let other = pathsBySums[log.sums] {
        report(
          Diagnostic(
            id: "duplicate-progress", severity: .warning,
            "'\(path)' holds the same lines as '\(other)'", help: "it counts once"))
        continue
      }
      pathsBySums[log.sums] = path
      let learner = log.learner ?? FileName(path).stem
      if let other = pathsByLearner[learner] {
        report(
          Diagnostic(
            id: "duplicate-progress", severity: .warning,
            "'\(path)' is of the same learner as '\(other)': \(learner)",
            help: "both are tabulated; --total has a row for each file"))
      } else {
        pathsByLearner[learner] = path
      }
      logs.append((learner, path, log.tally))
    }
  }

  /// A row for each learner and exercise, or for each learner.
  public func table(isTotal: Bool) -> Value {
    if isTotal {
      return .table(
        GradeRows.totals.table(
          logs.map {
            GradeRows.Total(learner: $0.learner, exercises: $0.tally.exercises, file: $0.path)
          }))
    }
    return .table(
      GradeRows.grade.table(
        logs.flatMap { log in
          log.tally.exercises.map {
            GradeRows.Row(learner: log.learner, lesson: $0.lesson, exercise: $0.name, result: $0)
          }
        }))
  }
}
