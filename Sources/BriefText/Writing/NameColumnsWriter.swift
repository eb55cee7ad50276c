/// Writes the names of a document in two columns, a token and its label a line, an empty line after
/// each sentence: the form of CoNLL-2003, with labels as in IOB2.
public struct NameColumnsWriter {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  /// Creates a writer that has written nothing.
  public init() {}

  /// Appends a document. Linear in the number of tokens.
  public mutating func append(_ document: Document) {
    var labels = [String](repeating: "O", count: document.tokens.count)
    for name in (document.names?.all ?? []) + (document.names?.values ?? []) {
      for token in name.tokens {
        labels[token] = (token == name.tokens.lowerBound ? "B-" : "I-") + name.type.label
      }
    }
    for index in 0..<document.sentences.count {
      for token in document.sentences[index] {
        bytes += Array("\(document.form(token))\t\(labels[token])\n".utf8)
      }
      if !document.sentences[index].isEmpty { bytes.append(0x0A) }
    }
  }
}
