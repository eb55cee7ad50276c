import BriefSource

extension Checker {
  /// Asks a command what it will give for these arguments; what it cannot do is reported.
  ///
  /// A file that the script may not read is not looked at.
  mutating func foretell(
    _ foretell: (KnownArguments) throws(CallProblem) -> ValueType,
    _ arguments: [PlannedArgument], _ name: Name
  ) -> ValueType {
    guard let known = knownArguments(arguments) else { return .unknown }
    do throws(CallProblem) {
      return try foretell(known)
    } catch {
      report(error, name, arguments)
      return .unknown
    }
  }

  /// Asks a command what it does not take of these arguments; that is reported.
  ///
  /// A file that the script may not read is not looked at.
  mutating func examine(
    _ examine: (KnownArguments) throws(CallProblem) -> Void, _ arguments: [PlannedArgument],
    _ name: Name
  ) {
    let read = paths(.read, among: arguments)
    let isWrittenBefore = !writtenFiles.isDisjoint(with: read)
    writtenFiles.formUnion(paths(.write, among: arguments))
    // A file that the script writes need not be there before it runs, nor one that something else
    // stands for.
    guard !isWrittenBefore, ledger?.given.files.isEmpty != false,
      let known = knownArguments(arguments)
    else { return }
    do throws(CallProblem) {
      try examine(known)
    } catch {
      report(error, name, arguments)
    }
  }

  /// Where the files are that arguments name, as far as that is known.
  private func paths(_ access: FileAccess, among arguments: [PlannedArgument]) -> [CanonicalPath] {
    arguments.flatMap { argument -> [CanonicalPath] in
      guard case .path(access) = argument.parameter.accepts else { return [] }
      return argument.values.compactMap {
        if case .text(let path)? = known($0.formula) { CanonicalPath(path.string) } else { nil }
      }
    }
  }

  /// What is known of the arguments; `nil` where one was refused, or the script may not read what
  /// they name: that has been reported.
  private mutating func knownArguments(_ arguments: [PlannedArgument]) -> KnownArguments? {
    var values: [String: [Value?]] = [:]
    var patterns: [String: Set<Int>] = [:]
    for argument in arguments {
      values[argument.parameter.name] = argument.values.map { known($0.formula) }
      for (index, value) in argument.values.enumerated() where value.isPattern {
        patterns[argument.parameter.name, default: []].insert(index)
      }
    }
    // An argument that was refused has been reported.
    if arguments.contains(where: { $0.values.isEmpty && $0.parameter.form != .switch }) {
      return nil
    }
    return mayRead(arguments) ? KnownArguments(values: values, patterns: patterns) : nil
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
