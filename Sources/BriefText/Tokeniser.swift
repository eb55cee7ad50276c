import BriefSource

/// Splits bytes into tokens after the conventions of Universal Dependencies for English.
enum Tokeniser {
  /// The tokens of `source`. Linear in the number of bytes.
  static func tokens(of source: Source, vocabulary: inout Vocabulary) -> Tokens {
    var tokens = Tokens()
    var start: Int?
    func close(_ end: Int, _ tokens: inout Tokens, _ vocabulary: inout Vocabulary) {
      guard let first = start else { return }
      let form = source[TextRange(first, end)]
      tokens.starts.append(UInt32(first))
      tokens.ends.append(UInt32(end))
      tokens.kinds.append(.word)
      tokens.forms.append(vocabulary.intern(form))
      tokens.lowers.append(vocabulary.intern(form.lowercased()))
    }
    for (offset, byte) in source.bytes.enumerated() {
      if byte <= 0x20 {
        close(offset, &tokens, &vocabulary)
        start = nil
      } else if start == nil {
        start = offset
      }
    }
    close(source.bytes.count, &tokens, &vocabulary)
    return tokens
  }
}
