/// The lemmas of the tokens of a text.
public struct Lemmas: Sendable {
  /// The lemma of each pair of a form and its tags, in order of first occurrence.
  private var texts: [String] = []
  /// The position in ``texts`` for each token.
  private var numbers: [UInt32] = []

  /// The lemma of the token at `index`.
  ///
  /// Constant time; nothing is copied.
  public func text(_ index: Int) -> String { texts[Int(numbers[index])] }

  /// Finds the lemmas of all tokens.
  ///
  /// Linear in the number of tokens; the lemmatiser is asked once for each pair of a form and its
  /// tags.
  init(_ tokens: Tokens, vocabulary: Vocabulary, tags: Tags, lemmatiser: Lemmatiser) {
    // The pairs of one form, which are few, are chained.
    var first = [Int32](repeating: -1, count: vocabulary.count)
    var next: [Int32] = []
    var pairs: [UInt8] = []
    numbers.reserveCapacity(tokens.count)
    let groups = tags.set.pairs.map(LemmaGroup.init)
    for token in 0..<tokens.count {
      let form = Int(tokens.forms[token].index)
      let pair = tags.numbers[token]
      var place = first[form]
      while place >= 0, pairs[Int(place)] != pair { place = next[Int(place)] }
      if place < 0 {
        place = Int32(pairs.count)
        let group = Int(pair) < groups.count ? groups[Int(pair)] : .fragment
        texts.append(lemmatiser.lemma(of: vocabulary[tokens.forms[token]], group))
        pairs.append(pair)
        next.append(first[form])
        first[form] = place
      }
      numbers.append(UInt32(place))
    }
  }
}
