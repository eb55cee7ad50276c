import BriefSource

/// Tokens and sentences that are given, not found: those of an annotated corpus.
public struct GivenTokens {
  /// A token of a corpus.
  public struct Token: Sendable {
    /// Its letters.
    public var form: String
    /// Whether white space follows it.
    public var hasSpaceAfter: Bool

    /// Creates a token.
    public init(_ form: String, hasSpaceAfter: Bool = true) {
      self.form = form
      self.hasSpaceAfter = hasSpaceAfter
    }
  }

  let source: Source
  let tokens: Tokens
  let sentences: Sentences
  let vocabulary: Vocabulary

  /// Lays the tokens out as a text, a sentence a line.
  ///
  /// Linear in their length. An empty form becomes `_`.
  public init(_ sentences: [[Token]], name: String = "") {
    var bytes: [UInt8] = []
    var ends: [(start: Int, end: Int)] = []
    var bounds = Sentences()
    for sentence in sentences where !sentence.isEmpty {
      for token in sentence {
        let start = bytes.count
        bytes += token.form.isEmpty ? [UInt8(ascii: "_")] : Array(token.form.utf8)
        ends.append((start, bytes.count))
        if token.hasSpaceAfter { bytes.append(0x20) }
      }
      bytes.append(0x0A)
      bounds.bounds.append(ends.count)
    }
    var vocabulary = Vocabulary()
    var tokens = Tokens()
    let span = bytes.span
    for (start, end) in ends {
      let form = vocabulary.intern(span, from: start, to: end)
      tokens.append(start, end, Self.kind(span, start, end), form, vocabulary.lower(form))
    }
    source = Source(name: name, text: String(decoding: bytes, as: UTF8.self))
    self.tokens = tokens
    self.sentences = bounds
    self.vocabulary = vocabulary
  }

  private static func kind(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> TokenKind {
    let byte = bytes[start]
    if byte < 0x80 {
      let traits = TextByte(rawValue: TextByte.table[Int(byte)])
      if traits == .digit { return .number }
      if !traits.isDisjoint(with: .letter) { return .word }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "`"): return .quotationMark
      case UInt8(ascii: "'"): return end - start <= 2 && end == start + 1 ? .quotationMark : .word
      case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "="),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "@"):
        return .symbol
      default: return .punctuation
      }
    }
    switch TextScalar(bytes, at: start).kind {
    case .letter, .extender: return .word
    case .apostrophe: return end - start > 3 ? .word : .quotationMark
    case .digit: return .number
    case .quotationMark: return .quotationMark
    case .symbol, .emojiModifier, .regionalIndicator: return .symbol
    default: return .punctuation
    }
  }
}
