import BriefSource

extension Checker {
  /// Asks a command what it will give for these arguments; what it cannot do is reported.
  ///
  /// A file that the script may not read is not looked at.
  mutating func foretell(
    _ foretell: (KnownArguments) throws(CallProblem) -> ValueType,
    _ arguments: [PlannedArgument], _ name: Name
  ) -> ValueType {
    var values: [String: [Value?]] = [:]
    var patterns: Set<String> = []
    for argument in arguments {
      values[argument.parameter.name] = argument.values.map { known($0.formula) }
      if argument.values.contains(where: \.isPattern) { patterns.insert(argument.parameter.name) }
    }
    // An argument that was refused has been reported.
    if arguments.contains(where: { $0.values.isEmpty && $0.parameter.form != .switch }) {
      return .unknown
    }
    guard mayRead(arguments) else { return .unknown }
    do throws(CallProblem) {
      return try foretell(KnownArguments(values: values, patterns: patterns))
    } catch {
      report(error, name, arguments)
      return .unknown
    }
  }

  /// Whether the script may read the files among these arguments; what it may not is reported.
  private mutating func mayRead(_ arguments: [PlannedArgument]) -> Bool {
    guard let permissions = plan.permissions else { return true }
    var mayRead = true
    for argument in arguments {
      guard case .path(.read) = argument.parameter.accepts else { continue }
      for value in argument.values {
        guard case .text(let path)? = known(value.formula),
          !permissions.allows(.read, path.string)
        else { continue }
        mayRead = false
        // A name that is written out has been looked at when it was read.
        if case .constant = value.formula { continue }
        requireAccess(.read, path.string, isPattern: value.isPattern, value.range)
      }
    }
    return mayRead
  }

  /// The value of a formula that needs nothing to run: a literal, or a variable bound to one.
  private func known(_ formula: Formula) -> Value? {
    switch formula {
    case .constant(let value): value
    case .slot(let slot): environment.constant(inSlot: slot)
    default: nil
    }
  }
}
