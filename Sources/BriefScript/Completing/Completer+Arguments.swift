import BriefSource

extension Completer {
  /// What may follow the arguments `given`, and the kind of words that the provider was asked for.
  func arguments(
    of command: String, _ given: [Argument]
  ) -> (all: [Completion.Candidate], kind: String?) {
    guard let summary = summary(of: command) else { return ([], nil) }
    let names = given.compactMap { argument -> String? in
      if case .flag(let name, _) = argument.kind { name.text } else { nil }
    }
    let flags = summary.flags.filter { !names.contains($0.name) }.map {
      Completion.Candidate("--" + $0.name, $0.purpose, kind: .flag)
    }
    if word.isFlag { return (flags, nil) }
    var state = ArgumentState(summary: summary)
    for argument in given { state.read(argument) }
    if let parameter = state.awaited { return values(of: parameter) }
    var (candidates, kind) = state.current.map { values(of: $0) } ?? ([], nil)
    candidates += state.markers.map { .init($0.word, $0.purpose, kind: .flag) }
    return (word.text.isEmpty && !word.isQuoted ? candidates + flags : candidates, kind)
  }

  /// What may be given for `parameter`.
  func values(of parameter: ParameterSummary) -> (all: [Completion.Candidate], kind: String?) {
    if case .named(let kind) = parameter.completion {
      return (provider.candidates(kind, prefix: word.text), kind)
    }
    switch parameter.accepts {
    case .path: return (provider.candidates("files", prefix: word.text), nil)
    case .choice(let words):
      return (words.map { .init($0, provider.summary(ofChoice: $0) ?? parameter.purpose) }, nil)
    case .bool: return ([.init("false", "no"), .init("true", "yes")], nil)
    case .table: return (variables, nil)
    case .column, .columns:
      let columns = checker.probe?.input?.table?.columns ?? []
      return (columns.map(Self.candidate), nil)
    default: return ([], nil)
    }
  }

  /// The names that the word and the bare words before it lead to together: a role such as
  /// `foreign min`, typed without quotation marks where one name is wanted.
  var joinedWords: Completion? {
    guard case .argument(let command, let given) = site.kind, !word.isQuoted, !word.isFlag,
      !word.isVariable, !word.text.isEmpty, let summary = summary(of: command)
    else { return nil }
    for count in [3, 2, 1] where count <= given.count {
      let words = given.suffix(count)
      guard let first = words.first, words.allSatisfy({ $0.isBareWord && !$0.followsComma })
      else { continue }
      var state = ArgumentState(summary: summary)
      for argument in given.dropLast(count) { state.read(argument) }
      guard let parameter = state.awaited ?? state.current, !parameter.isRepeated,
        case .named(let kind) = parameter.completion
      else { continue }
      let range = first.range.union(word.range)
      let typed = checker.script.source[range]
      let found = ranked(provider.candidates(kind, prefix: typed), typed: typed)
      if found.isEmpty { continue }
      return Completion(
        replacing: range, candidates: found.map { word.written($0) }, note: provider.note(kind))
    }
    return nil
  }
}

extension Argument {
  fileprivate var isBareWord: Bool {
    if case .value(let value) = kind, case .word = value.kind { true } else { false }
  }
}
