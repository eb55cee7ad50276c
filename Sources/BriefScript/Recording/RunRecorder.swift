import BriefSource

/// Follows a run and makes its record: hands results on, and keeps what they were.
public final class RunRecorder: OutputSink {
  /// The files that the run reads and writes; to be the engine's as well.
  public let ledger: FileLedger
  private let next: any OutputSink
  private var answers: [RunRecord.Answer] = []
  private var assertions: [RunRecord.Assertion] = []
  private var assertionPlaces: [RunRecord.Statement: Int] = [:]

  /// Creates a recorder that hands results on to `next`, unless the run is a rehearsal: then only
  /// errors are handed on.
  public init(_ ledger: FileLedger, next: any OutputSink) {
    self.ledger = ledger
    self.next = next
  }

  /// Hands on a result of no statement.
  public func emit(_ value: Value) throws(ScriptError) {
    if !ledger.isRehearsal { try next.emit(value) }
  }

  /// Hands on a result and keeps it.
  public func emit(_ value: Value, from place: Place) throws(ScriptError) {
    if !ledger.isRehearsal { try next.emit(value, from: place) }
    let bytes = OutputFormat.json.write(value)
    let json = String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
    answers.append(
      RunRecord.Answer(
        statement: statement(at: place), kind: value.kindWord, json: json,
        digest: SHA256.Digest(of: Array(json.utf8))))
  }

  /// Hands on what only confirms what was done; it is no answer.
  public func acknowledge(_ value: Value) throws(ScriptError) {
    if !ledger.isRehearsal { try next.acknowledge(value) }
  }

  /// Hands on what is said beside the results.
  public func report(_ diagnostic: Diagnostic) {
    if !ledger.isRehearsal || diagnostic.severity == .error { next.report(diagnostic) }
  }

  /// Keeps that an assertion holds.
  public func noteAssertion(at place: Place) {
    next.noteAssertion(at: place)
    let statement = statement(at: place)
    if let index = assertionPlaces[statement] {
      assertions[index].count += 1
    } else {
      assertionPlaces[statement] = assertions.count
      assertions.append(RunRecord.Assertion(statement: statement, count: 1))
    }
  }

  private func statement(at place: Place) -> RunRecord.Statement {
    let path = place.source.name
    let words = place.source[place.range].split(whereSeparator: \.isWhitespace)
    return RunRecord.Statement(
      module: ledger.entries(.module).contains { $0.path == path } ? path : nil,
      line: place.source.lineNumber(at: place.range.start), text: words.joined(separator: " "))
  }

  /// The record of the run, once it is over; `nil` when no script was read.
  public func record(program: String, model: SHA256.Digest) -> RunRecord? {
    guard let script = ledger.entries(.script).first else { return nil }
    var record = RunRecord(program: program, model: model, script: script)
    record.modules = ledger.entries(.module)
    record.texts = ledger.entries(.text)
    record.results = ledger.entries(.result)
    record.answers = answers
    record.assertions = assertions
    return record
  }
}

extension Value {
  /// The word for its type, without that of what it holds.
  fileprivate var kindWord: String {
    switch self {
    case .list: "list"
    case .table: "table"
    case .record: "record"
    default: type.name
    }
  }
}
