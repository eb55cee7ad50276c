/// The words of the sentences of a text, as the models read them.
///
/// A sentence is a row of positions in ``table``, with two of what bounds it on either side.
package struct SentenceWords {
  /// The features of each form, then those of what stands before and after a sentence.
  package let table: [WordFeatures]
  /// The positions for the sentence last read, with the bounds.
  package private(set) var ids: [Int32] = []

  private var before: Int32 { Int32(table.count - 2) }
  private var after: Int32 { Int32(table.count - 1) }

  /// The most tokens that are looked at as one sentence by what keeps more than a number for each;
  /// no sentence that a person wrote is as long.
  static let longest = 1000

  /// A sentence in pieces of at most ``longest`` tokens.
  static func pieces(_ sentence: Range<Int>) -> [Range<Int>] {
    if sentence.count <= longest { return [sentence] }
    return stride(from: sentence.lowerBound, to: sentence.upperBound, by: longest).map {
      $0..<min($0 + longest, sentence.upperBound)
    }
  }

  /// How many of what bounds a sentence stand on either side of it.
  package static let margin = 2

  package init(_ vocabulary: Vocabulary, clusters: WordClusters) {
    table =
      WordFeatures.table(of: vocabulary, clusters: clusters)
      + [WordFeatures(boundary: 2), WordFeatures(boundary: 3)]
  }

  /// Reads the sentence of these tokens.
  package mutating func read(_ sentence: Range<Int>, of tokens: Tokens) {
    ids.removeAll(keepingCapacity: true)
    ids.append(before)
    ids.append(before)
    for token in sentence { ids.append(Int32(tokens.forms[token].index)) }
    ids.append(after)
    ids.append(after)
  }
}
