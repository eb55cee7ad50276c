/// A word that may introduce speech, thought or judgement, with what it would introduce.
struct CueCandidate {
  /// The word.
  let head: Int
  /// The words shown as the cue: a particle or a preposition may belong to it.
  let cue: Range<Int>
  /// How the content is built.
  let construction: Construction
  /// The dictionary form, with the preposition where the construction has one: "call for".
  let key: String
  /// The token that heads the content.
  let content: Int
  /// The tokens of the content, in one or more pieces, in text order.
  var runs: [Range<Int>]

  /// From the first to the last token of the content.
  var span: Range<Int> {
    guard let first = runs.first, let last = runs.last else { return head..<head }
    return first.lowerBound..<last.upperBound
  }
}
