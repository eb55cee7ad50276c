import BriefText

/// Sentences with names, as far as a corpus has them.
struct NameCorpus {
  /// One sentence.
  struct Sentence {
    var words: [GivenTokens.Token]
    /// The labels that each token may have, a bit for each; where a corpus does not tell, several.
    var allowed: [UInt64]
    /// The names for which others may be put: where all that is known of a type is that it is one.
    var names: [Names.Name]
    /// Whether the type of every name is known exactly.
    var isExact: Bool
  }

  var sentences: [Sentence] = []

  /// What a corpus calls its names, and which of ours each may be.
  struct Scheme {
    var types: [String: [NameType]]
    /// The types that the corpus leaves out: a capitalised word it does not mark may be one.
    var unmarked: [NameType]
  }

  /// A file of two columns with labels in the form of IOB or IOB2.
  static func conll(_ path: String, _ scheme: Scheme) throws -> NameCorpus {
    var corpus = NameCorpus()
    var words: [String] = []
    var labels: [String] = []
    func close() {
      if !words.isEmpty { corpus.append(words, labels, scheme) }
      words = []
      labels = []
    }
    var number = 0
    for line in try readText(path).split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy(\.isWhitespace) {
        close()
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 2 else {
        throw Malformed(file: path, line: number, found: String(line))
      }
      words.append(String(fields[0]))
      labels.append(String(fields[1]))
    }
    close()
    return corpus
  }

  struct Malformed: Error, CustomStringConvertible {
    let file: String
    let line: Int
    let found: String

    var description: String {
      "\(file):\(line): a word, a tab and a label were expected, found: \(found.prefix(60))"
    }
  }

  private mutating func append(_ words: [String], _ labels: [String], _ scheme: Scheme) {
    var spans: [(tokens: Range<Int>, types: [NameType])] = []
    var start: Int?
    var name = ""
    for place in 0...labels.count {
      let label = place < labels.count ? labels[place] : "O"
      let kind = label == "O" ? "" : String(label.dropFirst(2))
      let goesOn = start != nil && label.hasPrefix("I-") && kind == name
      if !goesOn {
        if let first = start, let types = scheme.types[name], !types.isEmpty {
          spans.append((first..<place, types))
        }
        start = label == "O" ? nil : place
        name = kind
      }
    }
    append(words.map { .init($0) }, spans, unmarked: scheme.unmarked)
  }

  /// Appends a sentence with names of types that may be several each.
  mutating func append(
    _ words: [GivenTokens.Token], _ spans: [(tokens: Range<Int>, types: [NameType])],
    unmarked: [NameType]
  ) {
    var spans = spans.filter { !$0.tokens.isEmpty }
    NameCleaning.clean(&spans, words.map(\.form))
    var allowed = words.map { word -> UInt64 in
      var labels: UInt64 = 1
      guard let first = word.form.unicodeScalars.first, first.properties.isUppercase else {
        return labels
      }
      for type in unmarked { labels |= Self.all(type) }
      return labels
    }
    var names: [Names.Name] = []
    for span in spans {
      for token in span.tokens {
        allowed[token] = span.types.reduce(0) { labels, type in
          let label =
            span.tokens.count == 1
            ? NameLabel.only(type)
            : token == span.tokens.lowerBound
              ? NameLabel.begin(type)
              : token == span.tokens.upperBound - 1 ? NameLabel.last(type) : NameLabel.inside(type)
          return labels | 1 << UInt64(label)
        }
      }
      if let type = span.types.first { names.append(.init(tokens: span.tokens, type: type)) }
    }
    sentences.append(
      Sentence(
        words: words, allowed: allowed, names: names,
        isExact: spans.allSatisfy { $0.types.count == 1 }))
  }

  private static func all(_ type: NameType) -> UInt64 {
    0b1111 << UInt64(NameLabel.begin(type))
  }
}

/// Brings the spans of corpora to one convention: no titles, articles and genitive endings inside.
enum NameCleaning {
  private static let titles: Set<String> = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "president", "prime", "minister",
    "secretary", "senator", "sen.", "sen", "gen.", "general", "col.", "colonel", "rep.", "gov.",
    "governor", "sir", "king", "queen", "prince", "princess", "pope", "professor", "prof.",
    "captain", "capt.", "lt.", "sgt.", "judge", "justice", "chancellor", "ambassador", "lord",
    "lady", "saint", "st.", "vice", "foreign", "deputy", "chairman", "director", "representative",
    "congressman", "congresswoman", "sheikh", "ayatollah", "emperor", "uncle", "aunt", "father",
    "sister", "brother", "rabbi", "reverend", "rev.", "admiral", "major", "commander", "mayor",
  ]

  static func clean(_ spans: inout [(tokens: Range<Int>, types: [NameType])], _ words: [String]) {
    for index in spans.indices {
      var tokens = spans[index].tokens
      func lower(_ token: Int) -> String { words[token].lowercased() }
      if spans[index].types == [.person] {
        while tokens.count > 1, titles.contains(lower(tokens.lowerBound)) {
          tokens = tokens.lowerBound + 1..<tokens.upperBound
        }
        if tokens.count == 1, titles.contains(lower(tokens.lowerBound)) { tokens = 0..<0 }
      }
      if tokens.count > 1, ["the", "a", "an"].contains(words[tokens.lowerBound]) {
        tokens = tokens.lowerBound + 1..<tokens.upperBound
      }
      while let last = tokens.last, ["'s", "’s", "'", "’", ",", "."].contains(words[last]) {
        tokens = tokens.lowerBound..<last
      }
      spans[index].tokens = tokens
    }
    spans.removeAll { span in
      span.tokens.isEmpty
        // What has no capital and no digit is a description, not a name.
        || !span.tokens.contains { token in
          words[token].unicodeScalars.contains {
            $0.properties.isUppercase || $0.properties.numericType != nil
          }
        } || span.tokens.contains { words[$0].contains("@") || words[$0].contains("/") }
    }
  }
}
