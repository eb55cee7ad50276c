import BriefSource

/// A theme of a text: phrases that occur together, and the sentences that speak of them.
public struct Topic: Sendable {
  /// Its best phrase, of one to four words where there is one.
  public let label: String
  /// Its phrases, best first, the label's among them.
  public let phrases: [Keyphrase]
  /// Its weight: the sum of the scores of its phrases.
  public let score: Double
  /// The share of the words of the text that stand in its sentences, 0 to 1.
  public let share: Double
  /// The number of its words.
  public let words: Int
  /// Its sentences, as numbers, ascending.
  public let sentences: [Int]
  /// The places of its sentences, in text order.
  public let places: [TextRange]
  /// The sections that its sentences stand in; the one with most words first.
  public let sections: [Int]
}
