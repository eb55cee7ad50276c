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
