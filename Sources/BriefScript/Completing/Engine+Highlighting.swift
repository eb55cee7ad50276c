import BriefSource

extension Engine {
  /// A stretch of a typed line and what it is.
  public struct Highlight: Sendable, Hashable {
    /// The stretch, in UTF-8 offsets.
    public let range: TextRange
    /// What it is.
    public let role: StyledText.Role
  }

  /// What the parts of `text` are, for colouring it while it is typed: commands and words of the
  /// language, strings, comments, flags, variables, and what cannot be read.
  ///
  /// In text order and without overlaps; what is not among them is plain. Linear in the length.
  public func highlight(_ text: String) -> [Highlight] {
    let script = Parser.parse(Source(name: "", text: text))
    var isKnown: [Int: Bool] = [:]
    let defined = Set(
      script.statements.compactMap { statement in
        if case .definition(let function) = statement.kind { function.name.text } else { nil }
      })
    for name in script.commandNames {
      // What a module gives is known only when the module has been read.
      isKnown[name.range.start] =
        commands[name.text] != nil || defined.contains(name.text) || name.text.contains(".")
        || functionNames.contains(name.text)
    }
    var highlights: [Highlight] = []
    for token in script.tokens {
      let role: StyledText.Role?
      switch token.kind {
      case .string, .textBlock, .regex: role = token.flaw == nil ? .quote : .error
      case .variable: role = .entity
      case .flag: role = .cue
      case .int, .number, .date: role = .note
      case .unknown: role = .error
      case .pipe, .dollarParen: role = .dim
      case .word, .name:
        if let isKnown = isKnown[token.range.start] {
          // A command that is still being typed is no mistake yet.
          let isBegun = token.range.end == script.source.bytes.count
          role = isKnown ? .strong : isBegun ? nil : .error
        } else {
          role = script.keywords.contains(token.range.start) ? .heading : nil
        }
      default: role = nil
      }
      if let role { highlights.append(Highlight(range: token.range, role: role)) }
    }
    highlights += script.comments.map { Highlight(range: $0, role: .dim) }
    return highlights.sorted { $0.range.start < $1.range.start }
  }
}
