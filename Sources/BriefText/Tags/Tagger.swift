/// Chooses the tag of each token from left to right: an averaged perceptron over hashed features.
///
/// After Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002, with
/// greedy decoding.
package struct Tagger: Sendable {
  package let set: TagSet
  let classifier: LinearClassifier

  /// Opens the tagger of a model.
  package init(_ archive: ModelArchive) throws(ModelArchive.Failure) {
    set = TagSet(try archive.section("tags").lines)
    classifier = try LinearClassifier(try archive.section("tagger"))
    guard set.pairs.count == classifier.classCount else { throw .damaged(section: "tags") }
  }

  /// The hash that stands for a tag in features; `nil` before the sentence.
  @inline(__always)
  static func part(of tag: Int) -> UInt64 { UInt64(tag &+ 2) &* 0x9E37_79B9_7F4A_7C15 }

  /// The tags of all tokens.
  ///
  /// Linear in the number of tokens.
  package func tags(of tokens: Tokens, sentences: Sentences, words: inout SentenceWords) -> Tags {
    var numbers = [UInt8](repeating: 0, count: tokens.count)
    let forms = FormScores(classifier, count: words.table.count)
    let scores = UnsafeMutablePointer<Int16>.allocate(capacity: 256)
    scores.initialize(repeating: 0, count: 256)
    var sink = ScoringSink(classifier)
    defer {
      sink.close()
      forms.close()
      scores.deallocate()
    }
    let classes = classifier.classCount
    for sentence in 0..<sentences.count {
      let range = sentences[sentence]
      words.read(range, of: tokens)
      words.ids.withUnsafeBufferPointer { ids in
        words.table.withUnsafeBufferPointer { table in
          guard let ids = ids.baseAddress, let table = table.baseAddress else { return }
          var tag1 = Self.part(of: -1)
          var tag2 = Self.part(of: -1)
          for token in range {
            let place = token - range.lowerBound + SentenceWords.margin
            let form = Int(ids[place])
            forms.begin(form, scores, &sink) { TaggerFeatures.addForm(table[form], to: &$0) }
            TaggerFeatures.addContext(
              table, ids, place, tag1: tag1, tag2: tag2, to: &sink)
            sink.score(into: scores)
            var best = 0
            for candidate in 1..<classes where scores[candidate] > scores[best] {
              best = candidate
            }
            numbers[token] = UInt8(truncatingIfNeeded: best)
            tag2 = tag1
            tag1 = Self.part(of: best)
          }
        }
      }
    }
    return Tags(set: set, numbers: numbers)
  }
}
