import ArgumentParser
import BriefScript
import BriefShell
import BriefSource

/// `brief verify RECORD`.
struct Verify: Subprogram {
  static let configuration = CommandConfiguration(
    abstract: "Runs a recorded script again and says which answers have changed, and why.",
    discussion: """
      The record is one that `brief run --record FILE SCRIPT` has written. The script runs over \
      the same files, with the same values for its parameters, and writes nothing: of files that \
      it would write it is said whether they would be others. Paths are meant from the directory \
      the program is started in, as they were then.

      Exit codes: 0 every answer is the same; 1 an answer has changed; 2 the script is wrong by \
      now; 3 the record, the script or a text cannot be read.
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup var limits: LimitOptions

  @Argument(help: "The record.")
  var record: String

  func execute() -> ExitStatus {
    let workplace = Workplace(output, noting: FileLedger(isRehearsal: true))
    workplace.shell.engine.limits = limits.limits
    let sink = workplace.shell.sink
    let old: RunRecord
    do {
      old = try RunRecord(Source.fileBytes(record))
    } catch let error as RunRecordError {
      sink.report(
        Diagnostic(
          id: "unusable-record", severity: .error, error.message(record), help: error.help))
      return .unreadable
    } catch {
      sink.report(Diagnostic(id: "unreadable-input", severity: .error, "\(error)"))
      return .unreadable
    }
    let help =
      "paths are meant from the directory in which the record was made; start `brief verify` there"
    guard let source = workplace.script(old.script.path, help: help) else { return .unreadable }
    let status = workplace.run(source, old.parameters, old.files)
    guard let new = workplace.record else { return .unreadable }
    let comparison = RunComparison(old, new)
    // A script that stopped has fewer answers, and has read fewer files, for that reason alone.
    let lines = status == .fine ? comparison.lines : comparison.causesOfStopping
    do {
      let text = lines.map { DisplayText.harmless($0) + "\n" }.joined()
      try sink.emit(bytes: text.utf8)
    } catch {
      return .unreadable
    }
    guard status == .fine else { return status }
    return comparison.changes.isEmpty ? .fine : .assertionFailed
  }
}
