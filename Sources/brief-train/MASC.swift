/// The tagged texts of MASC: `word_TAG`, separated by spaces.
enum MASC {
  /// The words of a text with their tags; the sentences are lines.
  static func sentences(of text: String) -> [[(word: String, tag: String)]] {
    text.split(separator: "\n").map { line in
      line.split(separator: " ").compactMap { pair in
        guard let bar = pair.lastIndex(of: "_"), bar != pair.startIndex else { return nil }
        return (String(pair[..<bar]), String(pair[pair.index(after: bar)...]))
      }
    }
  }

  /// The words of a text.
  static func words(of text: String) -> [String] { sentences(of: text).flatMap { $0.map(\.word) } }
}
