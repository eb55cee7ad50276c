/// A command that finds out before anything runs what it will give, because that depends on more
/// than its input: on the file it is to read.
public protocol ForetellingCommand: Command {
  /// The type of what ``Command/run(_:in:)`` will give.
  ///
  /// It is asked whenever a script is checked, completed or run, and must change nothing. The answer
  /// is handed to the command as ``CommandContext/foretold``.
  ///
  /// - Throws: ``CallProblem``, which is reported as a mistake in the script.
  static func foretell(
    _ arguments: KnownArguments, host: Host
  ) throws(CallProblem) -> ValueType
}

/// The values of a call's arguments, as far as they are known before anything runs.
public struct KnownArguments {
  let values: [String: [Value?]]
  let patterns: Set<String>

  /// The text given for `parameter`; `nil` when it is not known yet.
  public func text(_ parameter: String) -> String? {
    if case .text(let text)?? = values[parameter]?.first { text.string } else { nil }
  }

  /// Whether a pattern that stands for several files is given for `parameter`.
  public func isPattern(_ parameter: String) -> Bool { patterns.contains(parameter) }
}
