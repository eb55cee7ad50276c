/// Puts the trees of the words of sentences together to those of all tokens.
struct TreeBuilder {
  private let transitions: Transitions
  private let tags: Tags
  private var heads: [Int32]
  private var relations: [UInt8]
  private var attacher: PunctuationAttacher
  private var local: [Int32] = []

  init(_ count: Int, transitions: Transitions, tags: Tags) {
    self.transitions = transitions
    self.tags = tags
    heads = Array(repeating: -1, count: count)
    relations = Array(repeating: transitions.punctuation, count: count)
    attacher = PunctuationAttacher(tags.set)
  }

  /// Adds the tree of the words of `sentence`, or of a piece of one.
  mutating func add(_ sentence: Range<Int>, _ input: ParserInput, _ state: ParserState) {
    let root = Int32(sentence.count)
    local.removeAll(keepingCapacity: true)
    for _ in sentence { local.append(root) }
    for (number, place) in input.places.enumerated() {
      let head = state.heads[number]
      relations[sentence.lowerBound + Int(place)] = state.relations[number]
      if head != state.count { local[Int(place)] = input.places[Int(head)] }
    }
    if input.count > 0 {
      attacher.attach(sentence, tags: tags, heads: &local)
    } else {
      // Nothing but punctuation: the first mark is the root.
      relations[sentence.lowerBound] = transitions.root
      for place in 1..<max(1, sentence.count) { local[place] = 0 }
    }
    for (place, head) in local.enumerated() where head != root {
      heads[sentence.lowerBound + place] = head + Int32(sentence.lowerBound)
    }
  }

  /// The trees, each with one root: those of the further pieces of a sentence depend on the first.
  ///
  /// Linear in the number of tokens.
  func trees(_ sentences: Sentences) -> Trees {
    var heads = heads
    var relations = relations
    for number in 0..<sentences.count where sentences[number].count > SentenceWords.longest {
      var root: Int32?
      for token in sentences[number] where heads[token] < 0 {
        if let root {
          heads[token] = root
          relations[token] = transitions.parataxis
        } else {
          root = Int32(token)
        }
      }
    }
    return Trees(heads: heads, relations: relations, relationNames: transitions.relations)
  }
}
