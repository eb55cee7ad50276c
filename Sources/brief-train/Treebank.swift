import BriefSource
import BriefText

/// The sentences of a CoNLL-U file.
struct Treebank {
  /// One syntactic word.
  struct Word {
    var form: String
    var lemma: String
    var universal: String
    var penn: String
    /// The place of the head in the sentence, -1 for the root.
    var head: Int
    var relation: String
    var hasSpaceAfter: Bool
  }

  /// One sentence.
  struct Sentence {
    var words: [Word]
    /// The document it stands in.
    var document: String
  }

  var sentences: [Sentence] = []

  /// A line that is no CoNLL-U.
  struct Malformed: Error, CustomStringConvertible {
    let file: String
    let line: Int
    let found: String

    var description: String {
      "\(file):\(line): ten columns of CoNLL-U were expected, found: \(found.prefix(60))"
    }
  }

  init() {}

  /// Reads a file; `documents`, when given, are the only ones kept.
  init(reading path: String, documents: Set<String>? = nil) throws {
    let text = try readText(path)
    var words: [Word] = []
    var document = ""
    var range = (end: 0, hasSpaceAfter: true)
    func close() {
      if !words.isEmpty, documents?.contains(document) ?? true {
        sentences.append(Sentence(words: words, document: document))
      }
      words = []
      range = (0, true)
    }
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty {
        close()
        continue
      }
      if line.hasPrefix("#") {
        if line.hasPrefix("# newdoc id = ") { document = String(line.dropFirst(14)) }
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 10 else {
        throw Malformed(file: path, line: number, found: String(line))
      }
      if fields[0].contains(".") { continue }
      let hasSpaceAfter = !fields[9].contains("SpaceAfter=No")
      if let dash = fields[0].firstIndex(of: "-") {
        range = (Int(fields[0][fields[0].index(after: dash)...]) ?? 0, hasSpaceAfter)
        continue
      }
      guard let id = Int(fields[0]), let head = Int(fields[6]), id == words.count + 1 else {
        throw Malformed(file: path, line: number, found: String(line))
      }
      words.append(
        Word(
          form: String(fields[1]), lemma: String(fields[2]), universal: String(fields[3]),
          penn: String(fields[4]), head: head - 1, relation: String(fields[7]),
          hasSpaceAfter: id < range.end
            ? false : id == range.end ? range.hasSpaceAfter : hasSpaceAfter
        ))
    }
    close()
  }

  /// The words as tokens that are given.
  var given: GivenTokens {
    GivenTokens(
      sentences.map { $0.words.map { .init($0.form, hasSpaceAfter: $0.hasSpaceAfter) } })
  }
}

/// The text of a file.
func readText(_ path: String) throws -> String {
  String(decoding: try Source.reading(path).bytes, as: UTF8.self)
}
