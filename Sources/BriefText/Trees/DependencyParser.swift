/// Draws the dependency tree of each sentence, greedily, from left to right.
///
/// An averaged perceptron over hashed features chooses the transitions of ``Transitions``; it was
/// trained with a dynamic oracle (Goldberg and Nivre, "Training deterministic parsers with
/// non-deterministic oracles", TACL 2013), so it knows what to do after a mistake.
package struct DependencyParser: Sendable {
  package let transitions: Transitions
  let classifier: LinearClassifier
  let supertagger: Supertagger

  /// Opens the parser of a model.
  package init(_ archive: ModelArchive) throws(ModelArchive.Failure) {
    transitions = try Transitions(try archive.section("transitions").lines)
    classifier = try LinearClassifier(try archive.section("parser"))
    supertagger = try Supertagger(archive)
    guard transitions.kinds.count == classifier.classCount else {
      throw .damaged(section: "transitions")
    }
  }

  /// The words of a sentence as features see them, with the root and what is missing behind them.
  ///
  /// - Parameter ids: The positions of the words' forms in `table`.
  package static func words(
    _ sentence: Range<Int>, ids: [Int32], table: [WordFeatures], tags: Tags,
    supertags: [UInt8], into words: inout [ParserFeatures.Word]
  ) {
    words.removeAll(keepingCapacity: true)
    for token in sentence {
      let word = table[Int(ids[token - sentence.lowerBound + SentenceWords.margin])]
      let tag = UInt64(tags.numbers[token]) &+ 31
      words.append(
        ParserFeatures.Word(
          form: word.form, tag: tag, pair: FeatureHash.join(word.form, tag), fine: word.fine,
          coarse: word.coarse, suffix: word.suffix3,
          guess: UInt64(supertags[token - sentence.lowerBound]) &+ 41))
    }
    words.append(ParserFeatures.root)
    words.append(ParserFeatures.missing)
  }

  /// The words of a sentence with what the supertagger guesses of them.
  func words(
    _ sentence: Range<Int>, _ words: SentenceWords, tags: Tags
  ) -> [ParserFeatures.Word] {
    let scores = UnsafeMutablePointer<Int32>.allocate(capacity: 256)
    scores.initialize(repeating: 0, count: 256)
    var sink = ScoringSink(supertagger.classifier)
    defer {
      sink.close()
      scores.deallocate()
    }
    var supertags: [UInt8] = []
    supertagger.guess(
      words, tags: Array(tags.numbers[sentence]), scores: scores, &sink, into: &supertags)
    var row: [ParserFeatures.Word] = []
    Self.words(
      sentence, ids: words.ids, table: words.table, tags: tags, supertags: supertags, into: &row)
    return row
  }

  /// The trees of all sentences.
  ///
  /// Linear in the number of tokens: a word is shifted once and attached once.
  func trees(
    of tokens: Tokens, sentences: Sentences, tags: Tags, words: inout SentenceWords
  ) -> Trees {
    var heads = [Int32](repeating: -1, count: tokens.count)
    var relations = [UInt8](repeating: transitions.root, count: tokens.count)
    var state = ParserState()
    var row: [ParserFeatures.Word] = []
    let scores = UnsafeMutablePointer<Int32>.allocate(capacity: 256)
    scores.initialize(repeating: 0, count: 256)
    var sink = ScoringSink(classifier)
    var guessSink = ScoringSink(supertagger.classifier)
    var supertags: [UInt8] = []
    defer {
      sink.close()
      guessSink.close()
      scores.deallocate()
    }
    for number in 0..<sentences.count {
      // The roots of further pieces depend on that of the first.
      var root: Int32?
      for range in SentenceWords.pieces(sentences[number]) where !range.isEmpty {
        words.read(range, of: tokens)
        supertagger.guess(
          words, tags: Array(tags.numbers[range]), scores: scores, &guessSink, into: &supertags)
        Self.words(
          range, ids: words.ids, table: words.table, tags: tags, supertags: supertags, into: &row)
        state.begin(range.count)
        while !state.isFinished {
          let best = choose(state, row, scores, &sink)
          state.take(transitions.kinds[best], transitions.relationOf[best])
        }
        for (offset, token) in range.enumerated() {
          let head = state.heads[offset]
          if head != state.count {
            heads[token] = head + Int32(range.lowerBound)
            relations[token] = state.relations[offset]
          } else if let root {
            heads[token] = root
            relations[token] = transitions.parataxis
          } else {
            root = Int32(token)
          }
        }
      }
    }
    return Trees(heads: heads, relations: relations, relationNames: transitions.relations)
  }

  /// The transition with the highest score among those that are allowed.
  @inline(__always)
  private func choose(
    _ state: ParserState, _ words: [ParserFeatures.Word], _ scores: UnsafeMutablePointer<Int32>,
    _ sink: inout ScoringSink
  ) -> Int {
    // Where there is nothing to choose nothing is weighed.
    if state.stack.isEmpty { return 0 }
    if state.next == state.count, state.stack.count == 1 { return transitions.leftRoot }
    scores.update(repeating: 0, count: classifier.scoreCount)
    words.withUnsafeBufferPointer { buffer in
      if let base = buffer.baseAddress { ParserFeatures.add(state, base, to: &sink) }
    }
    sink.score(into: scores)
    return Self.best(scores, state, transitions)
  }

  /// The transitions that are allowed in a state.
  func allowed(_ state: ParserState) -> [Int] {
    let isAtEnd = state.next == state.count
    return transitions.kinds.indices.filter { index in
      let isRoot = transitions.relationOf[index] == transitions.root
      switch transitions.kinds[index] {
      case .shift: return state.allows(.shift)
      case .left: return state.allows(.left) && isRoot == isAtEnd
      case .right: return state.allows(.right) && !isRoot
      }
    }
  }

  /// The allowed transition with the highest score, the first of equals.
  package static func best(
    _ scores: UnsafeMutablePointer<Int32>, _ state: ParserState, _ transitions: Transitions
  ) -> Int {
    let allowed = (
      shift: state.allows(.shift), left: state.allows(.left), right: state.allows(.right)
    )
    var best = -1
    var bestScore = Int32.min
    let isAtEnd = state.next == state.count
    for (index, kind) in transitions.kinds.enumerated() {
      // The root has dependents of its own relation, and nothing else has.
      let isRoot = transitions.relationOf[index] == transitions.root
      let isAllowed =
        switch kind {
        case .shift: allowed.shift
        case .left: allowed.left && isRoot == isAtEnd
        case .right: allowed.right && !isRoot
        }
      if isAllowed, scores[index] > bestScore {
        best = index
        bestScore = scores[index]
      }
    }
    return max(0, best)
  }
}
