import BriefText

/// Trains tagger and parsers on a treebank.
struct SyntaxTraining {
  let treebank: Treebank
  let clusters: WordClusters
  let epochs: Int
  private let parserSeeds = 2
  private let taggerSeeds = 3
  /// How many features of the tagger, and of each parser, are kept.
  private let taggerFeatures = 150_000
  private let parserFeatures = 180_000
  /// In how many parts the treebank is taken, each of which is annotated by what was trained on the
  /// others.
  private let parts = 4

  /// The sections of a model.
  func sections() async throws -> [String: [UInt8]] {
    let pairs = Set(treebank.sentences.flatMap { $0.words.map { "\($0.universal) \($0.penn)" } })
      .sorted()
    let set = TagSet(pairs)
    let document = Document(treebank.given, engine: nil)
    let words = SentenceWords(document.vocabulary, clusters: clusters)
    let tagged = taggedCorpus(document, words, set)

    // A parser learns from tags as wrong as they will be, and the second one from what the first
    // will find: each part of the treebank is annotated by what has not seen it.
    let tags = Tags(set: set, numbers: await wrongTags(tagged, set))
    var trees = goldTrees(document, words, tags)
    let backward = try ParsedCorpus(trees.map(\.turned))
    let found = await wrongTrees(backward)
    for index in trees.indices { trees[index].input.readHints(from: found[index]) }
    let forward = try ParsedCorpus(trees)

    async let tagger = Task.detached { taggerSection(tagged, set) }.value
    async let backwardParser = Task.detached {
      parserSection(backward, seed: 40, name: "parser from the end")
    }.value
    async let forwardParser = Task.detached {
      parserSection(forward, seed: 20, name: "parser from the beginning")
    }.value
    let names = (
      forward: TransitionParser.sections(.forward), backward: TransitionParser.sections(.backward)
    )
    return [
      "tags": Array(pairs.joined(separator: "\n").utf8),
      "tagger": await tagger,
      names.forward.weights: await forwardParser,
      names.forward.transitions: Array(forward.transitionLines.joined(separator: "\n").utf8),
      names.backward.weights: await backwardParser,
      names.backward.transitions: Array(backward.transitionLines.joined(separator: "\n").utf8),
    ]
  }

  // MARK: Tags

  private func taggedCorpus(
    _ document: Document, _ words: SentenceWords, _ set: TagSet
  ) -> TaggedCorpus {
    let numbers = Dictionary(
      uniqueKeysWithValues: set.pairs.enumerated().map {
        ("\($1.universal.rawValue) \($1.penn)", $0)
      })
    let gold = treebank.sentences.flatMap { sentence in
      sentence.words.map { word in
        numbers["\(word.universal) \(word.penn)"].map { UInt128(1) << UInt128($0) } ?? 0
      }
    }
    return TaggedCorpus(
      words: words, tokens: document.tokens,
      sentences: (0..<document.sentences.count).map { document.sentences[$0] }, gold: gold)
  }

  /// The tags of all tokens, each part tagged by a tagger that has not seen it.
  private func wrongTags(_ corpus: TaggedCorpus, _ set: TagSet) async -> [UInt8] {
    await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for part in 0..<parts {
        var seen = corpus
        var unseen = corpus
        seen.sentences = corpus.sentences.enumerated().filter { $0.offset % parts != part }
          .map(\.element)
        unseen.sentences = corpus.sentences.enumerated().filter { $0.offset % parts == part }
          .map(\.element)
        group.addTask { [seen, unseen] in
          let perceptron = TaggerTrainer.train(
            [seen], set: set, epochs: min(5, epochs), seed: UInt64(part) + 1,
            name: "tagger without part \(part + 1)")
          return (part, TaggerTrainer.tag(unseen, set: set, perceptron))
        }
      }
      var numbers = [UInt8](repeating: 0, count: corpus.tokens.count)
      for await (part, tags) in group {
        for (offset, range) in corpus.sentences.enumerated() where offset % parts == part {
          for token in range { numbers[token] = tags[token] }
        }
      }
      return numbers
    }
  }

  private func taggerSection(_ corpus: TaggedCorpus, _ set: TagSet) -> [UInt8] {
    var weights = Weights(classCount: set.pairs.count)
    let all = TaggerTrainer.train(
      [corpus], set: set, epochs: 4, seed: 10, name: "features of the tagger")
    for seed in 0..<taggerSeeds {
      weights.add(
        TaggerTrainer.train(
          [corpus], set: set, epochs: epochs, seed: 11 + UInt64(seed), name: "tagger \(seed + 1)",
          features: all.selected(taggerFeatures)))
    }
    return weights.section(least: 2)
  }

  // MARK: Trees

  /// The trees without the punctuation; what depends on a mark counts as a dependent of what the
  /// mark depends on.
  private func goldTrees(
    _ document: Document, _ words: SentenceWords, _ tags: Tags
  ) -> [GoldTree] {
    var words = words
    return treebank.sentences.enumerated().map { number, sentence in
      let range = document.sentences[number]
      words.read(range, of: document.tokens)
      var input = ParserInput()
      input.read(range, ids: words.ids, table: words.table, tags: tags)
      var numbers: [Int: Int] = [:]
      for (number, place) in input.places.enumerated() { numbers[Int(place)] = number }
      var tree = GoldTree(input: input, heads: [], relations: [])
      for place in input.places {
        let word = sentence.words[Int(place)]
        var head = word.head
        while head >= 0, numbers[head] == nil { head = sentence.words[head].head }
        let known = numbers[head] ?? input.count
        tree.heads.append(Int32(known))
        tree.relations.append(known == input.count ? "root" : word.relation)
      }
      return tree
    }
  }

  /// The trees of all sentences, each part parsed by a parser that has not seen it.
  private func wrongTrees(_ corpus: ParsedCorpus) async -> [ParserState] {
    await withTaskGroup(of: (Int, [ParserState]).self) { group in
      for part in 0..<parts {
        group.addTask {
          let perceptron = ParserTrainer.train(
            corpus.part { $0 % parts != part }, epochs: min(5, epochs), seed: UInt64(part) + 31,
            name: "parser without part \(part + 1)")
          let weights = AveragedWeights(perceptron)
          return (
            part,
            corpus.part { $0 % parts == part }.sentences.map {
              ParserTrainer.parse($0.input, corpus.transitions, weights)
            }
          )
        }
      }
      var trees = [ParserState](repeating: ParserState(), count: corpus.sentences.count)
      for await (part, found) in group {
        for (offset, tree) in found.enumerated() { trees[offset * parts + part] = tree }
      }
      return trees
    }
  }

  private func parserSection(_ corpus: ParsedCorpus, seed: UInt64, name: String) -> [UInt8] {
    var weights = Weights(classCount: corpus.transitions.kinds.count)
    let all = ParserTrainer.train(corpus, epochs: 3, seed: seed, name: "features of the \(name)")
    for number in 1...parserSeeds {
      weights.add(
        ParserTrainer.train(
          corpus, epochs: epochs, seed: seed + UInt64(number), name: "\(name) \(number)",
          features: all.selected(parserFeatures)))
    }
    return weights.section(least: 2)
  }
}
