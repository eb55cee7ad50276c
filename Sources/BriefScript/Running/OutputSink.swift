import BriefSource

/// Where the results of statements and the messages of commands go.
public protocol OutputSink: AnyObject {
  /// Takes the result of a statement; ``Value/nothing`` is not handed on.
  ///
  /// - Throws: ``ScriptError`` when it cannot be written.
  func emit(_ value: Value) throws(ScriptError)
  /// Takes what is said beside the results.
  func report(_ diagnostic: Diagnostic)
}
