import BriefSource

extension Checker {
  /// Asks a command what it will give for these arguments; what it cannot do is reported.
  mutating func foretell(
    _ foretell: (KnownArguments) throws(ForetellingError) -> ValueType,
    _ arguments: [PlannedArgument], _ range: TextRange
  ) -> ValueType {
    var values: [String: [Value?]] = [:]
    var patterns: Set<String> = []
    for argument in arguments {
      let name = argument.parameter.name
      values[name] = argument.values.map { known($0.formula) }
      if argument.values.contains(where: \.isPattern) { patterns.insert(name) }
    }
    // An argument that was refused has been reported.
    if arguments.contains(where: { $0.values.isEmpty && $0.parameter.form != .switch }) {
      return .unknown
    }
    do throws(ForetellingError) {
      return try foretell(KnownArguments(values: values, patterns: patterns))
    } catch {
      let place = arguments.first { $0.parameter.name == error.parameter }?.values.first?.range
      findings.report(
        Message(error.id, error.message, help: error.help), at: place ?? range)
      return .unknown
    }
  }

  /// The value of a formula that needs nothing to run: a literal, or a variable bound to one.
  private func known(_ formula: Formula) -> Value? {
    switch formula {
    case .constant(let value): value
    case .slot(let slot): environment.bindings.values.first { $0.slot == slot }?.constant
    default: nil
    }
  }
}
