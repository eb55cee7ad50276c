import BriefScript
import BriefSource

/// Keeps what each statement of a script prints, as lines of TSV.
final class StatementRecorder: OutputSink {
  /// The lines, by where the statement begins; none of a statement that printed nothing.
  private(set) var lines: [Int: [String]] = [:]
  private var statement = 0

  /// Goes on with another statement.
  func begin(_ place: TextRange) { statement = place.start }

  func emit(_ value: Value) throws(ScriptError) {
    var bytes = OutputFormat.tsv.write(value)[...]
    if bytes.last == 0x0A { bytes.removeLast() } else if bytes.isEmpty { return }
    lines[statement, default: []] += bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { ScriptExpectations.comparable(String(decoding: $0, as: UTF8.self)) }
  }

  /// Drops it, as a script does that is run.
  func acknowledge(_ value: Value) throws(ScriptError) {}

  func report(_ diagnostic: Diagnostic) {}
}
