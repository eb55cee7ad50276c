import BriefSource

/// Writes the layers of a document as CoNLL-U, the format of Universal Dependencies.
public struct CoNLLUWriter {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Creates a writer that has written nothing.
  public init() {}

  /// Appends a document: its name, then every sentence with its text and its words.
  ///
  /// Columns for which there is nothing hold `_`. Linear in the length of the text.
  public mutating func append(_ document: Document, name: String) {
    let tokens = document.tokens
    let sentences = document.sentences
    let tags = document.tags
    let lemmas = document.lemmas
    let trees = document.trees
    line("# newdoc id = \(name)")
    for index in 0..<sentences.count {
      let sentence = sentences[index]
      guard !sentence.isEmpty else { continue }
      line("# sent_id = \(name)-\(index + 1)")
      line("# text = \(Self.oneLine(document.source[tokens.range(sentence)]))")
      for token in sentence {
        let head = trees.map { trees in
          trees.head(token).map { $0 - sentence.lowerBound + 1 } ?? 0
        }
        let isJoined =
          token + 1 < tokens.count && !tokens.hasSpaceBefore(token + 1)
          && token + 1 < sentence.upperBound
        let columns = [
          "\(token - sentence.lowerBound + 1)",
          Self.oneLine(document.form(token)),
          lemmas.map { Self.oneLine($0.text(token)) } ?? "_",
          tags?.universal(token).rawValue ?? "_",
          tags?.penn(token) ?? "_",
          "_",
          head.map { "\($0)" } ?? "_",
          trees?.relation(token) ?? "_",
          "_",
          isJoined ? "SpaceAfter=No" : "_",
        ]
        line(columns.joined(separator: "\t"))
      }
      line("")
    }
  }

  private mutating func line(_ text: String) {
    bytes += Array(text.utf8)
    bytes.append(0x0A)
  }

  /// `text` without line ends and tabs.
  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
