import BriefText

/// Trains the supertagger: which relation a word has, and on which side its head is.
enum SupertagTrainer {
  /// Sentences of a treebank with tags as they will be, and the number of each token's supertag.
  struct Corpus {
    var words: SentenceWords
    let tokens: Tokens
    var sentences: [Range<Int>]
    let tags: [UInt8]
    let gold: [UInt8]
  }

  static func train(
    _ corpus: Corpus, classes: Int, epochs: Int, seed: UInt64, name: String,
    features known: Perceptron? = nil
  ) -> Perceptron {
    let perceptron = known ?? Perceptron(classCount: classes)
    var random = Random(seed: seed)
    var corpus = corpus
    var order = corpus.sentences
    var features: [UInt64] = []
    var scores = [Int32](repeating: 0, count: 256)
    for epoch in 1...epochs {
      order = random.shuffled(order)
      var right = 0
      var all = 0
      for range in order {
        corpus.words.read(range, of: corpus.tokens)
        let tags = Array(corpus.tags[range])
        var before = -1
        for token in range {
          features.removeAll(keepingCapacity: true)
          SupertagFeatures.collect(
            corpus.words, token - range.lowerBound, tags: tags, before: before, into: &features)
          perceptron.score(features, into: &scores)
          var best = 0
          for label in 1..<classes where scores[label] > scores[best] { best = label }
          let gold = Int(corpus.gold[token])
          all += 1
          if best == gold {
            right += 1
          } else {
            perceptron.update(features, gold, by: 1)
            perceptron.update(features, best, by: -1)
          }
          perceptron.tick()
          before = best
        }
      }
      log("  \(name): epoch \(epoch), \(percent(right, all)) right")
    }
    return perceptron
  }

  /// What the averages of `perceptron` guess for the sentences of a corpus, by token.
  static func guess(_ corpus: Corpus, _ perceptron: Perceptron) -> [UInt8] {
    var averages = AveragedWeights(perceptron)
    var corpus = corpus
    var guesses = [UInt8](repeating: 0, count: corpus.tokens.count)
    var features: [UInt64] = []
    for range in corpus.sentences {
      corpus.words.read(range, of: corpus.tokens)
      let tags = Array(corpus.tags[range])
      var before = -1
      for token in range {
        features.removeAll(keepingCapacity: true)
        SupertagFeatures.collect(
          corpus.words, token - range.lowerBound, tags: tags, before: before, into: &features)
        let best = averages.best(features)
        guesses[token] = UInt8(best)
        before = best
      }
    }
    return guesses
  }
}
