import BriefSource

/// Where the results of statements and the messages of commands go.
public protocol OutputSink: AnyObject {
  /// Takes the result of a statement; ``Value/nothing`` is not handed on.
  ///
  /// - Throws: ``ScriptError`` when it cannot be written.
  func emit(_ value: Value) throws(ScriptError)
  /// Takes the result of the statement that stands at `place`.
  ///
  /// - Throws: ``ScriptError`` when it cannot be written.
  func emit(_ value: Value, from place: Place) throws(ScriptError)
  /// Takes the result of a statement that only confirms what was done, such as what `load` read:
  /// worth seeing for somebody who types, noise in the output of a script.
  ///
  /// - Throws: ``ScriptError`` when it cannot be written.
  func acknowledge(_ value: Value) throws(ScriptError)
  /// Takes what is said beside the results.
  func report(_ diagnostic: Diagnostic)
  /// Takes note that the assertion whose condition stands at `place` holds.
  func noteAssertion(at place: Place)
}

extension OutputSink {
  /// Takes it wherever it comes from.
  public func emit(_ value: Value, from place: Place) throws(ScriptError) { try emit(value) }

  /// Takes it as any other result.
  public func acknowledge(_ value: Value) throws(ScriptError) { try emit(value) }

  /// Does nothing.
  public func noteAssertion(at place: Place) {}
}

/// Takes results and keeps them to itself; what is said beside them is handed on.
final class SilentSink: OutputSink {
  private let next: any OutputSink

  init(reporting next: any OutputSink) { self.next = next }

  func emit(_ value: Value) throws(ScriptError) {}
  func report(_ diagnostic: Diagnostic) { next.report(diagnostic) }
}

/// Takes everything and keeps it to itself.
final class MuteSink: OutputSink {
  func emit(_ value: Value) throws(ScriptError) {}
  func report(_ diagnostic: Diagnostic) {}
}
