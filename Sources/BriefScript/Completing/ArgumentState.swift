import BriefSource

/// Follows the arguments of a call as far as they are written, to know what comes next.
struct ArgumentState {
  let summary: CommandSummary
  /// The parameter whose value must come next: a flag's, or one after its word.
  private(set) var awaited: ParameterSummary?
  private var position = 0
  private var given: Set<String> = []

  init(summary: CommandSummary) { self.summary = summary }

  /// The parameter that the next value by position is for.
  var current: ParameterSummary? {
    let positional = summary.positional
    return position < positional.count ? positional[position] : nil
  }

  /// The words that may come next.
  var markers: [(word: String, purpose: String)] {
    summary.parameters.compactMap { parameter in
      guard case .after(let word) = parameter.form, !given.contains(parameter.name) else {
        return nil
      }
      return (word, parameter.purpose)
    }
  }

  /// Takes note of the next argument.
  mutating func read(_ argument: Argument) {
    switch argument.kind {
    case .flag(let name, let value):
      let parameter = summary.parameter(name.text)
      awaited = parameter?.form == .flag && value == nil ? parameter : nil
    case .value(let value):
      if case .word(let word) = value.kind,
        let marked = summary.parameters.first(where: { $0.form == .after(word: word) })
      {
        given.insert(marked.name)
        awaited = marked
      } else if let parameter = awaited {
        // Columns go on until something else comes; all other values are single.
        if !parameter.isRepeated { awaited = nil }
      } else if let parameter = current, !parameter.isRepeated {
        position += 1
      }
    }
  }
}
