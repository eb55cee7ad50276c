import BriefText

/// Sentences for the tagger: words with the pairs of tags that are right for each.
struct TaggedCorpus {
  var words: SentenceWords
  let tokens: Tokens
  /// The tokens of each sentence.
  var sentences: [Range<Int>]
  /// The right pairs of each token, a bit for each: several where a corpus has Penn tags only,
  /// none where it does not tell. Numbers, not arrays, for two trainings read them at once.
  var gold: [UInt128]
}

/// Trains the tagger.
enum TaggerTrainer {
  /// A tagger trained on `corpora`, as weights over the pairs of `set`.
  static func train(
    _ corpora: [TaggedCorpus], set: TagSet, epochs: Int, seed: UInt64, name: String,
    features known: Perceptron? = nil
  ) -> Perceptron {
    let perceptron = known ?? Perceptron(classCount: set.pairs.count)
    var random = Random(seed: seed)
    var corpora = corpora
    var order = corpora.indices.flatMap { corpus in
      corpora[corpus].sentences.indices.map { (corpus, $0) }
    }
    var features: [UInt64] = []
    var scores = [Int32](repeating: 0, count: 256)
    for epoch in 1...epochs {
      order = random.shuffled(order)
      var right = 0
      var all = 0
      for (corpus, sentence) in order {
        let range = corpora[corpus].sentences[sentence]
        corpora[corpus].words.read(range, of: corpora[corpus].tokens)
        var tag1 = -1
        var tag2 = -1
        for token in range {
          features.removeAll(keepingCapacity: true)
          TaggerFeatures.collect(
            corpora[corpus].words, token - range.lowerBound, tag1: tag1, tag2: tag2,
            into: &features)
          perceptron.score(features, into: &scores)
          var best = 0
          for label in 1..<set.pairs.count where scores[label] > scores[best] { best = label }
          let gold = corpora[corpus].gold[token]
          all += 1
          if gold & (1 << UInt128(best)) != 0 {
            right += 1
          } else if gold != 0 {
            // Where several are right, the one that scores highest.
            var wanted = gold.trailingZeroBitCount
            var rest = gold
            while rest != 0 {
              let label = rest.trailingZeroBitCount
              rest &= rest - 1
              if scores[label] > scores[wanted] { wanted = label }
            }
            perceptron.update(features, wanted, by: 1)
            perceptron.update(features, best, by: -1)
          }
          perceptron.tick()
          tag2 = tag1
          tag1 = best
        }
      }
      log("  \(name): epoch \(epoch), \(percent(right, all)) right")
    }
    return perceptron
  }

  /// The tags that the averages of `perceptron` give the sentences of a corpus, by token.
  static func tag(_ corpus: TaggedCorpus, set: TagSet, _ perceptron: Perceptron) -> [UInt8] {
    let averages = AveragedWeights(perceptron)
    var scores: [Double] = []
    var corpus = corpus
    var tags = [UInt8](repeating: 0, count: corpus.tokens.count)
    var features: [UInt64] = []
    for range in corpus.sentences {
      corpus.words.read(range, of: corpus.tokens)
      var tag1 = -1
      var tag2 = -1
      for token in range {
        features.removeAll(keepingCapacity: true)
        TaggerFeatures.collect(
          corpus.words, token - range.lowerBound, tag1: tag1, tag2: tag2, into: &features)
        averages.score(features, into: &scores)
        let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
        tags[token] = UInt8(best)
        tag2 = tag1
        tag1 = best
      }
    }
    return tags
  }
}

/// A share as a percentage with two decimals.
func percent(_ part: Int, _ all: Int) -> String {
  let share = all == 0 ? 0 : (Double(part) / Double(all) * 10_000).rounded() / 100
  return "\(share) %"
}
