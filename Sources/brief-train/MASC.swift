import BriefText

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

extension MASC {
  /// The texts below a directory as sentences for the tagger, whose pairs of tags are known by
  /// their Penn half.
  static func corpus(
    below directory: String, set: TagSet, clusters: WordClusters
  ) throws -> TaggedCorpus {
    var byPenn: [String: UInt128] = [:]
    var marks: UInt128 = 0
    for (number, pair) in set.pairs.enumerated() {
      byPenn[pair.penn, default: 0] |= 1 << UInt128(number)
      if [.punctuation, .symbol].contains(pair.universal) { marks |= 1 << UInt128(number) }
    }
    // Where the two corpora draw the line elsewhere, either side may be right.
    for (number, pair) in set.pairs.enumerated()
    where pair.universal == .adposition && pair.penn == "IN" {
      byPenn["TO", default: 0] |= 1 << UInt128(number)
    }
    var sentences: [[GivenTokens.Token]] = []
    var gold: [UInt128] = []
    for path in try FileBytes.texts(below: directory) {
      for sentence in self.sentences(of: try readText(path)) where !sentence.isEmpty {
        sentences.append(sentence.map { .init($0.word) })
        for (word, tag) in sentence {
          let hasLetter = word.unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
          }
          // A hyphenated word is several tokens in the treebanks; what it is here tells nothing.
          gold.append(
            !hasLetter ? marks : word.contains("-") ? 0 : byPenn[tag] ?? 0)
        }
      }
    }
    let document = Document(GivenTokens(sentences), engine: nil)
    return TaggedCorpus(
      words: SentenceWords(document.vocabulary, clusters: clusters), tokens: document.tokens,
      sentences: (0..<document.sentences.count).map { document.sentences[$0] }, gold: gold)
  }
}
