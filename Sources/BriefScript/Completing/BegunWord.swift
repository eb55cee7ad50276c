import BriefSource

/// The word before the cursor, and how a candidate is written in its place.
struct BegunWord {
  /// What a candidate replaces.
  let range: TextRange
  /// The characters begun, without quotation marks.
  let text: String
  /// The quotation mark it begins with, if any.
  private let mark: String

  init(_ token: Token, in source: Source) {
    range = token.range
    switch token.kind {
    case .string, .textBlock:
      mark =
        source[TextRange(token.range.start, min(token.range.start + 3, token.range.end))]
          .hasPrefix("\"") ? "\"" : "“"
      var faults: [Literals.Fault] = []
      text = Literals.string(token, in: source, faults: &faults)
    default:
      mark = ""
      text = source[token.range]
    }
  }

  var isQuoted: Bool { !mark.isEmpty }
  var isFlag: Bool { !isQuoted && text.hasPrefix("-") }
  var isVariable: Bool { !isQuoted && text.hasPrefix("$") }

  /// The candidate as it is typed.
  ///
  /// It stands in quotation marks where it is no bare word, or where they have been opened; what is
  /// not finished stays open.
  func written(_ candidate: Completion.Candidate) -> Completion.Candidate {
    isQuoted || !Self.isBareWord(candidate.text) ? quoted(candidate) : candidate
  }

  /// The candidate as a string of a formula, which always stands in quotation marks.
  func quoted(_ candidate: Completion.Candidate) -> Completion.Candidate {
    let isCurly = mark == "“"
    var escaped = ""
    for character in candidate.text {
      if character == "\\" || (character == "\"" && !isCurly) { escaped.append("\\") }
      escaped.append(character)
    }
    let open = isCurly ? "“" : "\""
    let close = candidate.isPartial ? "" : isCurly ? "”" : "\""
    return candidate.written(open + escaped + close)
  }

  /// Whether `text` is read as one bare word, and not as a pattern.
  static func isBareWord(_ text: String) -> Bool {
    let lexer = Lexer(Source(name: "", text: text))
    var comments: [TextRange] = []
    let token = lexer.token(at: 0, .word, crossingLines: false, comments: &comments)
    guard token.kind == .word, token.range == TextRange(0, lexer.bytes.count) else { return false }
    return Parser.misleading(text) == nil
      && !text.utf8.contains { [0x2A, 0x3F, 0x5B].contains($0) }
  }
}
