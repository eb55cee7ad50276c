import BriefText

/// Trains tagger and parser on a treebank.
struct SyntaxTraining {
  let treebank: Treebank
  let clusters: WordClusters
  let epochs: Int
  private let parserSeeds = 2
  private let taggerSeeds = 3

  /// The sections of a model.
  func sections() async throws -> [String: [UInt8]] {
    let pairs = Set(treebank.sentences.flatMap { $0.words.map { "\($0.universal) \($0.penn)" } })
    let set = TagSet(pairs.sorted())
    let numbers = Dictionary(
      uniqueKeysWithValues: set.pairs.enumerated().map {
        ("\($1.universal.rawValue) \($1.penn)", UInt8($0))
      })
    let document = Document(treebank.given, engine: nil)
    let words = SentenceWords(document.vocabulary, clusters: clusters)
    let gold = treebank.sentences.flatMap { sentence in
      sentence.words.map { word in
        numbers["\(word.universal) \(word.penn)"].map { UInt128(1) << UInt128($0) } ?? 0
      }
    }
    let ranges = (0..<document.sentences.count).map { document.sentences[$0] }
    let tokens = document.tokens
    func corpus(_ ranges: [Range<Int>]) -> TaggedCorpus {
      TaggedCorpus(words: words, tokens: tokens, sentences: ranges, gold: gold)
    }

    // The parser learns from tags as wrong as they will be: each part is tagged by a tagger that
    // has not seen it.
    let parts = 4
    let epochs = epochs
    let wrongTags = await withTaskGroup(of: (Int, [UInt8]).self) { group in
      var numbers = [UInt8](repeating: 0, count: tokens.count)
      for part in 0..<parts {
        let seen = corpus(ranges.enumerated().filter { $0.offset % parts != part }.map(\.element))
        let unseen = corpus(ranges.enumerated().filter { $0.offset % parts == part }.map(\.element))
        group.addTask {
          let perceptron = TaggerTrainer.train(
            [seen], set: set, epochs: min(5, epochs), seed: UInt64(part) + 1,
            name: "tagger without part \(part + 1)")
          return (part, TaggerTrainer.tag(unseen, set: set, perceptron))
        }
      }
      for await (part, tags) in group {
        for (offset, range) in ranges.enumerated() where offset % parts == part {
          for token in range { numbers[token] = tags[token] }
        }
      }
      return numbers
    }
    let tagged = Tags(set: set, numbers: wrongTags)

    // Likewise for what the supertagger guesses.
    let (superGold, superClasses) = supertags()
    func superCorpus(_ ranges: [Range<Int>]) -> SupertagTrainer.Corpus {
      .init(words: words, tokens: tokens, sentences: ranges, tags: wrongTags, gold: superGold)
    }
    let wrongGuesses = await withTaskGroup(of: (Int, [UInt8]).self) { group in
      var guesses = [UInt8](repeating: 0, count: tokens.count)
      for part in 0..<parts {
        let seen = superCorpus(
          ranges.enumerated().filter { $0.offset % parts != part }.map(\.element))
        let unseen = superCorpus(
          ranges.enumerated().filter { $0.offset % parts == part }.map(\.element))
        group.addTask {
          let perceptron = SupertagTrainer.train(
            seen, classes: superClasses, epochs: min(5, epochs), seed: UInt64(part) + 71,
            name: "supertagger without part \(part + 1)")
          return (part, SupertagTrainer.guess(unseen, perceptron))
        }
      }
      for await (part, found) in group {
        for (offset, range) in ranges.enumerated() where offset % parts == part {
          for token in range { guesses[token] = found[token] }
        }
      }
      return guesses
    }

    let (transitionLines, transitions) = try self.transitions()
    var parsed = ParsedCorpus()
    var sentenceWords = words
    for (sentence, range) in zip(treebank.sentences, ranges) {
      parsed.sentences.append(
        self.parsed(
          sentence, range, &sentenceWords, tokens, tagged, Array(wrongGuesses[range]), transitions))
    }
    let whole = corpus(ranges)
    let parsedCorpus = parsed
    async let taggerSection = Task.detached {
      var weights = Weights(classCount: set.pairs.count)
      let all = TaggerTrainer.train(
        [whole], set: set, epochs: 4, seed: 10, name: "features of the tagger")
      for seed in 0..<taggerSeeds {
        weights.add(
          TaggerTrainer.train(
            [whole], set: set, epochs: epochs, seed: 11 + UInt64(seed), name: "tagger \(seed + 1)",
            features: all.selected(150_000)))
      }
      return weights
    }.value
    let superWhole = superCorpus(ranges)
    async let superSection = Task.detached {
      var weights = Weights(classCount: superClasses)
      let all = SupertagTrainer.train(
        superWhole, classes: superClasses, epochs: 4, seed: 80, name: "features of the supertagger")
      weights.add(
        SupertagTrainer.train(
          superWhole, classes: superClasses, epochs: epochs, seed: 81, name: "supertagger",
          features: all.selected(110_000)))
      return weights
    }.value
    async let parserSection = Task.detached {
      var weights = Weights(classCount: transitions.kinds.count)
      let all = ParserTrainer.train(
        parsedCorpus, transitions: transitions, epochs: 3, seed: 20, name: "features of the parser")
      for seed in 0..<parserSeeds {
        weights.add(
          ParserTrainer.train(
            parsedCorpus, transitions: transitions, epochs: epochs, seed: 21 + UInt64(seed),
            name: "parser \(seed + 1)", features: all.selected(340_000)))
      }
      return weights
    }.value
    let (tagger, supertagger, parser) = await (taggerSection, superSection, parserSection)
    return [
      "tags": Array(pairs.sorted().joined(separator: "\n").utf8),
      "tagger": tagger.section(least: 2),
      "supertagger": supertagger.section(least: 2),
      "transitions": Array(transitionLines.joined(separator: "\n").utf8),
      "parser": parser.section(least: 2),
    ]
  }

  /// The transitions that the arcs of the treebank need, those seen once or twice left out.
  private func transitions() throws -> (lines: [String], Transitions) {
    var left: [String: Int] = [:]
    var right: [String: Int] = [:]
    for sentence in treebank.sentences {
      for (place, word) in sentence.words.enumerated() {
        if word.head < 0 || word.head > place {
          left[word.relation, default: 0] += 1
        } else {
          right[word.relation, default: 0] += 1
        }
      }
    }
    let lines =
      ["shift"] + left.filter { $0.value > 2 }.keys.sorted().map { "left \($0)" }
      + right.filter { $0.value > 2 }.keys.sorted().map { "right \($0)" }
    return (lines, try Transitions(lines))
  }

  /// The number of each token's supertag, its relation without subtype and the side of its head,
  /// and how many there are.
  private func supertags() -> ([UInt8], Int) {
    var numbers: [String: UInt8] = [:]
    var names: Set<String> = []
    let all = treebank.sentences.flatMap { sentence in
      sentence.words.enumerated().map { place, word in
        let side = word.head < 0 ? "0" : word.head < place ? "<" : ">"
        return side + word.relation.prefix { $0 != ":" }
      }
    }
    names.formUnion(all)
    for (index, name) in names.sorted().enumerated() { numbers[name] = UInt8(index) }
    return (all.map { numbers[$0] ?? 0 }, names.count)
  }

  private func parsed(
    _ sentence: Treebank.Sentence, _ range: Range<Int>, _ words: inout SentenceWords,
    _ tokens: Tokens, _ tags: Tags, _ guesses: [UInt8], _ transitions: Transitions
  ) -> ParsedCorpus.Sentence {
    words.read(range, of: tokens)
    var row: [ParserFeatures.Word] = []
    DependencyParser.words(
      range, ids: words.ids, table: words.table, tags: tags, supertags: guesses, into: &row)
    let count = sentence.words.count
    var dependents = [[Int32]](repeating: [], count: count + 1)
    var heads: [Int32] = []
    var relations: [UInt8] = []
    for (place, word) in sentence.words.enumerated() {
      let head = word.head < 0 ? count : word.head
      heads.append(Int32(head))
      dependents[head].append(Int32(place))
      let relation = transitions.relations.firstIndex(of: word.relation) ?? 0
      relations.append(UInt8(relation))
    }
    return .init(words: row, heads: heads, relations: relations, dependents: dependents)
  }
}
