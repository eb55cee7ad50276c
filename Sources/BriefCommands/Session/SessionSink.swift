import BriefScript
import BriefSource

/// Hands results on, and keeps the last table in the session for `show` and `why`.
public final class SessionSink: OutputSink {
  private let next: any OutputSink
  private let session: Session

  /// Creates a sink that hands on to `next`.
  public init(_ session: Session, next: any OutputSink) {
    self.session = session
    self.next = next
  }

  /// Hands on a result.
  public func emit(_ value: Value) throws(ScriptError) {
    if !session.isMuted {
      session.resultGiven?(value, false)
      try next.emit(value)
    }
    if case .table(let table) = value { session.shownTable = table }
  }

  /// Hands on the result of the statement at `place`.
  public func emit(_ value: Value, from place: Place) throws(ScriptError) {
    if !session.isMuted {
      session.resultGiven?(value, false)
      try next.emit(value, from: place)
    }
    if case .table(let table) = value { session.shownTable = table }
  }

  /// Hands on a result that only confirms what was done.
  public func acknowledge(_ value: Value) throws(ScriptError) {
    if session.isMuted { return }
    session.resultGiven?(value, true)
    try next.acknowledge(value)
  }

  /// Hands on what is said beside the results.
  public func report(_ diagnostic: Diagnostic) {
    if !session.isMuted || diagnostic.severity == .error { next.report(diagnostic) }
  }

  /// Hands on that an assertion holds.
  public func noteAssertion(at place: Place) { next.noteAssertion(at: place) }
}
