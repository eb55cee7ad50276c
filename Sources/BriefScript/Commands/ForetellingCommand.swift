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
  let patterns: [String: Set<Int>]

  /// The text given for `parameter`; `nil` when it is not known yet.
  public func text(_ parameter: String) -> String? {
    if case .text(let text)?? = values[parameter]?.first { text.string } else { nil }
  }

  /// The texts given for `parameter`; `nil` for each that is not known yet.
  public func texts(_ parameter: String) -> [String?] {
    (values[parameter] ?? []).map { if case .text(let text)? = $0 { text.string } else { nil } }
  }

  /// The int given for `parameter`; `nil` when it is not known yet.
  public func int(_ parameter: String) -> Int? {
    if case .int(let number)?? = values[parameter]?.first { number } else { nil }
  }

  /// Whether `parameter` is given at all.
  public func isGiven(_ parameter: String) -> Bool { values[parameter] != nil }

  /// Whether the value at `index` of those given for `parameter` is a pattern that stands for
  /// several files.
  public func isPattern(_ parameter: String, _ index: Int = 0) -> Bool {
    patterns[parameter]?.contains(index) ?? false
  }
}
