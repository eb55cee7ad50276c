import BriefSource

/// The sentences of a text as ranges of token indices.
///
/// They ascend, do not overlap, and hold every token.
public struct Sentences: Sendable {
  /// The index of each sentence's first token, and the number of all tokens at the end.
  public internal(set) var bounds: [Int] = [0]

  /// The number of sentences.
  public var count: Int { bounds.count - 1 }

  /// The token indices of the sentence at `index`.
  public subscript(index: Int) -> Range<Int> { bounds[index]..<bounds[index + 1] }

  /// The sentence that holds the token at `token`.
  ///
  /// Logarithmic in the number of sentences.
  public func index(holding token: Int) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bounds[middle] <= token { low = middle } else { high = middle }
    }
    return low
  }
}
