/// Finds names: the most likely row of labels for each sentence, by a structured perceptron.
///
/// After Collins (EMNLP 2002), with the labels of Ratinov and Roth, "Design challenges and
/// misconceptions in named entity recognition", CoNLL 2009, and the Viterbi algorithm.
package struct NameTagger: Sendable {
  package let lists: NameLists
  package let classifier: LinearClassifier
  /// The score of each label after each other, and after the beginning of a sentence.
  let transitions: [Int32]

  /// Opens the recogniser of a model.
  package init(_ archive: ModelArchive) throws(ModelArchive.Failure) {
    lists = try NameLists(try archive.section("lists"))
    classifier = try LinearClassifier(try archive.section("names"))
    guard classifier.classCount == NameLabel.count else { throw .damaged(section: "names") }
    var transitions: [Int32] = []
    for label in 0...NameLabel.count {
      var row = [Int32](repeating: 0, count: NameLabel.count)
      for entry in classifier.weights(of: NameFeatures.transition(label)) {
        row[entry.label] = Int32(entry.weight)
      }
      transitions += row
    }
    self.transitions = transitions
  }

  /// The names of all sentences.
  ///
  /// Linear in the number of tokens. Small letters that stand between no capitals are outside of
  /// names without being looked at, unless the sentence has no capitals at all.
  func names(
    of tokens: Tokens, sentences: Sentences, tags: Tags, words: inout SentenceWords
  ) -> [Names.Name] {
    var names: [Names.Name] = []
    var decoder = NameDecoder(transitions)
    var marks: [UInt64] = []
    var row: [UInt8] = []
    var wanted: [Bool] = []
    let forms = FormScores(classifier, count: words.table.count)
    let scores = UnsafeMutablePointer<Int16>.allocate(capacity: 256)
    scores.initialize(repeating: 0, count: 256)
    var sink = ScoringSink(classifier)
    defer {
      sink.close()
      forms.close()
      scores.deallocate()
    }
    for range in (0..<sentences.count).lazy.flatMap({ SentenceWords.pieces(sentences[$0]) }) {
      words.read(range, of: tokens)
      guard select(words, into: &wanted) else { continue }
      lists.marks(words.ids, table: words.table, into: &marks)
      row = Array(tags.numbers[range])
      decoder.begin(range.count)
      NameFeatures.withSentence(words, row, marks) { sentence in
        for place in 0..<sentence.count {
          guard wanted[place] else {
            decoder.addOutside()
            continue
          }
          let form = Int(sentence.ids[place + SentenceWords.margin])
          forms.begin(form, scores, &sink) {
            NameFeatures.addForm(sentence.table[form], to: &$0)
          }
          NameFeatures.addContext(sentence, place, to: &sink)
          sink.score(into: scores)
          decoder.add(scores)
        }
      }
      names += Names.spans(decoder.labels(), from: range.lowerBound)
    }
    return NameConsistency.consistent(
      names, tokens: tokens, sentences: sentences, words: words, lists: lists)
  }

  /// Marks the tokens that may belong to a name; whether there are any.
  private func select(_ words: SentenceWords, into wanted: inout [Bool]) -> Bool {
    let margin = SentenceWords.margin
    let count = words.ids.count - 2 * margin
    wanted.removeAll(keepingCapacity: true)
    var hasAny = false
    for place in 0..<count {
      let traits = words.table[Int(words.ids[place + margin])].traits
      let isNameLike = !traits.isDisjoint(with: [.capital, .digit])
      wanted.append(isNameLike)
      if traits.contains(.capital) { hasAny = true }
    }
    guard hasAny else {
      for place in 0..<count { wanted[place] = true }
      return count > 0
    }
    // "Ministry of Foreign Affairs and Trade": up to three small words between capitals.
    var last = -10
    for place in 0..<count where wanted[place] {
      if place - last > 1, place - last <= 4 {
        for between in last + 1..<place { wanted[between] = true }
      }
      last = place
    }
    return true
  }
}
