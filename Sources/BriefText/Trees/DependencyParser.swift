/// Draws the dependency tree of each sentence.
///
/// One parser reads the sentence from its end and a second one from its beginning, which sees what
/// the first has found: each is unsure where the other knows what is to come. After Nivre and
/// McDonald, "Integrating graph-based and transition-based dependency parsers", ACL 2008.
package struct DependencyParser: Sendable {
  package let forward: TransitionParser
  package let backward: TransitionParser

  /// Opens the parsers of a model.
  package init(_ archive: ModelArchive) throws(ModelArchive.Failure) {
    forward = try TransitionParser(archive, .forward)
    backward = try TransitionParser(archive, .backward)
  }

  /// What one thread needs to parse a few sentences at a time.
  private struct Workplace {
    static let width = 4

    let forward = UnsafeMutableBufferPointer<TransitionParser.Lane>.allocate(capacity: width)
    let backward = UnsafeMutableBufferPointer<TransitionParser.Lane>.allocate(capacity: width)
    let scores = UnsafeMutablePointer<Int16>.allocate(capacity: 256)

    init(_ parser: DependencyParser) {
      scores.initialize(repeating: 0, count: 256)
      for lane in 0..<Self.width {
        forward.initializeElement(at: lane, to: TransitionParser.Lane(parser.forward))
        backward.initializeElement(at: lane, to: TransitionParser.Lane(parser.backward))
      }
    }

    /// The first lanes of a direction.
    func lanes(
      _ all: UnsafeMutableBufferPointer<TransitionParser.Lane>, _ count: Int
    ) -> UnsafeMutableBufferPointer<TransitionParser.Lane> {
      UnsafeMutableBufferPointer(rebasing: all[..<count])
    }

    /// Gives the memory back.
    func close() {
      for lanes in [forward, backward] {
        for lane in lanes { lane.close() }
        lanes.deinitialize()
        lanes.deallocate()
      }
      scores.deallocate()
    }
  }

  /// Lets the backward parser read `sentences`, and makes them ready for the forward one.
  private func prepare(
    _ sentences: [Range<Int>], of tokens: Tokens, _ words: inout SentenceWords, _ tags: Tags,
    _ place: Workplace
  ) {
    for (lane, sentence) in sentences.enumerated() {
      words.read(sentence, of: tokens)
      place.forward[lane].input.read(sentence, ids: words.ids, table: words.table, tags: tags)
      place.forward[lane].input.turn(into: &place.backward[lane].input)
    }
    backward.parse(place.lanes(place.backward, sentences.count), scores: place.scores)
    for lane in sentences.indices {
      place.forward[lane].input.readHints(from: place.backward[lane].state)
    }
  }

  /// A sentence as the forward parser sees it.
  func input(
    _ sentence: Range<Int>, of tokens: Tokens, _ words: inout SentenceWords, tags: Tags
  ) -> ParserInput {
    let place = Workplace(self)
    defer { place.close() }
    prepare([sentence], of: tokens, &words, tags, place)
    return place.forward[0].input
  }

  /// The trees of all sentences.
  ///
  /// Linear in the number of tokens.
  func trees(
    of tokens: Tokens, sentences: Sentences, tags: Tags, words: inout SentenceWords
  ) -> Trees {
    var builder = TreeBuilder(tokens.count, transitions: forward.transitions, tags: tags)
    let place = Workplace(self)
    defer { place.close() }
    var waiting: [Range<Int>] = []
    func finish() {
      prepare(waiting, of: tokens, &words, tags, place)
      forward.parse(place.lanes(place.forward, waiting.count), scores: place.scores)
      for (lane, sentence) in waiting.enumerated() {
        builder.add(sentence, place.forward[lane].input, place.forward[lane].state)
      }
      waiting.removeAll(keepingCapacity: true)
    }
    for number in 0..<sentences.count {
      for piece in SentenceWords.pieces(sentences[number]) where !piece.isEmpty {
        waiting.append(piece)
        if waiting.count == Workplace.width { finish() }
      }
    }
    finish()
    return builder.trees(sentences)
  }
}
