/// A command that finds fault with arguments which its declaration accepts.
public protocol ExaminingCommand: Command {
  /// Looks at the arguments that are known before anything runs.
  ///
  /// It is asked whenever a script is checked, completed or run, and must change nothing. What is
  /// known only when the script runs has to be looked at then.
  ///
  /// - Throws: ``CallProblem``, which is reported as a mistake in the script.
  static func examine(_ arguments: KnownArguments, host: Host) throws(CallProblem)
}
