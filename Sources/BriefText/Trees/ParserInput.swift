/// The words of a sentence as a parser sees them: without the punctuation, which is seen as what
/// stands between words, and with the root and what is missing behind them.
///
/// After Ma, Zhang and Zhu, "Punctuation processing for projective dependency parsing", ACL 2014.
package struct ParserInput: Sendable {
  /// From which end the sentence is read.
  package enum Direction: Sendable { case forward, backward }

  /// The words, then the root, then what is missing.
  package private(set) var words: [ParserFeatures.Word] = []
  /// The place of each word in its sentence.
  package private(set) var places: [Int32] = []
  /// What another parser has found, for the words, the root and what is missing; empty without one.
  package private(set) var hints: [ParserFeatures.Hint] = []

  package init() {}

  /// How many words there are.
  package var count: Int { places.count }

  /// Reads a sentence.
  ///
  /// - Parameter ids: The positions of the tokens' forms in `table`, with the margin of
  ///   ``SentenceWords``.
  package mutating func read(
    _ sentence: Range<Int>, ids: [Int32], table: [WordFeatures], tags: Tags
  ) {
    words.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    hints.removeAll(keepingCapacity: true)
    var gap = ParserFeatures.Gap()
    var marks: Int32 = 0
    for place in 0..<sentence.count {
      let token = sentence.lowerBound + place
      let word = table[Int(ids[place + SentenceWords.margin])]
      let tag = UInt64(tags.numbers[token]) &+ 31
      if tags.isPunctuation(token) {
        gap.add(word.form, tag: tag)
        marks += 1
        continue
      }
      words.append(
        ParserFeatures.Word(
          form: word.form, tag: tag, fine: word.fine, coarse: word.coarse, suffix: word.suffix3,
          gap: gap, marksBefore: marks))
      places.append(Int32(place))
      gap = ParserFeatures.Gap()
    }
    var root = ParserFeatures.root
    root.gap = gap
    root.marksBefore = marks
    words.append(root)
    words.append(ParserFeatures.missing)
  }

  /// Sets `other` to the same sentence, read from its end.
  package func turn(into other: inout ParserInput) {
    other.words.removeAll(keepingCapacity: true)
    other.places.removeAll(keepingCapacity: true)
    other.hints.removeAll(keepingCapacity: true)
    let count = self.count
    let marks = words[count].marksBefore
    for place in (0...count).reversed() {
      // What stood after a word stands before it now. The root stays behind all.
      let isRoot = place == count
      var word = words[isRoot ? count : place]
      let next = words[isRoot ? 0 : place + 1]
      word.gap = next.gap
      word.marksBefore = marks - (isRoot ? 0 : next.marksBefore)
      other.words.append(word)
    }
    other.words.append(other.words.removeFirst())
    other.words.append(ParserFeatures.missing)
    for place in places.reversed() { other.places.append(place) }
  }

  /// Reads what the parser found that read this sentence from its end.
  package mutating func readHints(from turned: ParserState) {
    let count = self.count
    readHints { place in
      let there = count - 1 - place
      let head = turned.heads[there]
      return (
        head == turned.count ? head : turned.count - 1 - head, turned.relations[there]
      )
    }
  }

  /// Reads hints: the head of each word, the root's place being ``count``, and its relation.
  package mutating func readHints(_ found: (Int) -> (head: Int32, relation: UInt8)) {
    hints.removeAll(keepingCapacity: true)
    for place in 0..<count {
      let (head, relation) = found(place)
      hints.append(ParserFeatures.Hint(head: head, relation: UInt64(relation) &+ 77))
    }
    hints.append(ParserFeatures.Hint())
    hints.append(ParserFeatures.Hint())
    for place in 0..<count {
      let head = Int(hints[place].head)
      if hints[head].first < 0 { hints[head].first = Int32(place) }
      hints[head].last = Int32(place)
    }
  }
}
