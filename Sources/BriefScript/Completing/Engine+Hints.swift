import BriefSource

extension Engine {
  /// What may follow a text that is being typed.
  public struct Hint: Sendable, Equatable {
    /// What is shown.
    public let text: String
    /// Whether it is what would be typed, and can be taken over; otherwise it says in words what is
    /// expected.
    public let isText: Bool

    /// Creates a hint.
    public init(_ text: String, isText: Bool) {
      self.text = text
      self.isText = isText
    }
  }

  /// What the end of `text` wants next, or `nil` when that is plain or not known: the rest of a
  /// command or flag that only one name can be, or a word for the argument that is expected.
  ///
  /// It looks at the words alone, not at what is loaded, and reads no file. Linear in the length of
  /// the text.
  public func hint(after text: String) -> Hint? {
    let source = Source(name: "", text: text)
    guard let site = Parser.parse(source, isCompleting: true).site else { return nil }
    let word = BegunWord(site.token, in: source)
    if word.isQuoted || word.isVariable { return nil }
    switch site.kind {
    case .stage: return stageHint(word.text)
    case .argument(let command, let given):
      guard let summary = commands[command] else { return nil }
      if word.isFlag { return Self.flagHint(word.text, summary, given) }
      return word.text.isEmpty ? Self.argumentHint(summary, given) : nil
    case .flagValue(let command, let flag, _):
      guard word.text.isEmpty, let parameter = commands[command]?.parameter(flag) else {
        return nil
      }
      return Hint(Self.placeholder(parameter), isText: false)
    case .operand(hasColumns: true, _):
      let isFirst = text.hasSuffix("where ")
      return isFirst ? Hint("CONDITION, as in words > 10", isText: false) : nil
    case .column: return word.text.isEmpty ? Hint("COLUMN", isText: false) : nil
    case .invention: return text.hasSuffix("let ") ? Hint("NAME = VALUE", isText: false) : nil
    case .operand, .operator, .file, .field, .type: return nil
    }
  }

  private func stageHint(_ word: String) -> Hint? {
    if let summary = commands[word] {
      guard let hint = Self.argumentHint(summary, []) else { return nil }
      return Hint(" " + hint.text, isText: false)
    }
    // One letter says too little.
    guard word.count > 1 else { return nil }
    let names = commands.all.map(\.name).filter { $0.hasPrefix(word) }
    guard let only = names.first, names.count == 1 else { return nil }
    return Hint(String(only.dropFirst(word.count)), isText: true)
  }

  private static func flagHint(
    _ word: String, _ summary: CommandSummary, _ given: [Argument]
  ) -> Hint? {
    if let flag = summary.flag(String(word.drop { $0 == "-" })), word.hasPrefix("--") {
      return flag.form == .flag ? Hint(" " + placeholder(flag), isText: false) : nil
    }
    let names = remainingFlags(of: summary, given).map { "--" + $0.name }
      .filter { word.count > 2 && $0.hasPrefix(word) }
    guard let only = names.first, names.count == 1 else { return nil }
    return Hint(String(only.dropFirst(word.count)), isText: true)
  }

  private static func argumentHint(_ summary: CommandSummary, _ given: [Argument]) -> Hint? {
    var state = ArgumentState(summary: summary)
    for argument in given { state.read(argument) }
    if let awaited = state.awaited { return Hint(placeholder(awaited), isText: false) }
    if let current = state.current, current.isRequired {
      return Hint(placeholder(current) + (current.isRepeated ? "…" : ""), isText: false)
    }
    let markers = summary.parameters.filter { parameter in
      guard case .after(let word) = parameter.form else { return false }
      return state.markers.contains { $0.word == word }
    }
    let flags = remainingFlags(of: summary, given)
    let next = [state.current].compactMap(\.self) + markers + flags
    guard !next.isEmpty else { return nil }
    let shown = next.prefix(3).map { $0.usage(placeholder($0)) } + (next.count > 3 ? ["…"] : [])
    return Hint(shown.joined(separator: " "), isText: false)
  }

  private static func remainingFlags(
    of summary: CommandSummary, _ given: [Argument]
  ) -> [ParameterSummary] {
    let names = given.compactMap { argument -> String? in
      if case .flag(let name, _) = argument.kind { name.text } else { nil }
    }
    return summary.flags.filter { !names.contains($0.name) }
  }

  /// A word for the value of a parameter: whoever is named is a name, although any text is
  /// accepted, and of many choices none is spelled out.
  private static func placeholder(_ parameter: ParameterSummary) -> String {
    if case .named = parameter.completion, parameter.accepts == .text { return "NAME" }
    if case .choice = parameter.accepts, parameter.placeholder.utf8.count > 24 {
      return parameter.name.uppercased()
    }
    return parameter.placeholder
  }
}
