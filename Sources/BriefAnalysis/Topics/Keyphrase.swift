import BriefSource
import BriefText

/// A phrase that says what a text is about.
public struct Keyphrase: Sendable {
  /// What its score was made of, for `why`.
  public struct Measure: Sendable {
    /// How often it stands in the text that was looked at.
    public let count: Int
    /// How many words of weight stand before its first word.
    public let position: Int
    /// In how many passages, of ``passages``, of the background its rarest word stands.
    public let passages: Int
    /// In how many sections it stands.
    public let sections: Int
    /// Whether it stands in the title, a heading or a key point.
    public let isInHeading: Bool

    /// The number of passages of the background.
    public static let allPassages = FrequencyTable.passages
  }

  /// The phrase: a name in full, other phrases in their commonest form in the text.
  public let text: String
  /// Its weight; the best phrase of a text has 1.
  public internal(set) var score: Double
  /// Every place where it, or a form of it, stands, in text order.
  public let places: [TextRange]
  /// The entity, where it is the name of one.
  public let entity: EntityID?
  /// What the score was made of.
  public let measure: Measure
  /// Its words, as positions in the words of the reader.
  let words: [Int]
  /// The token indices of ``places``.
  let tokens: [Range<Int>]
  /// Whether it names a person.
  let isPerson: Bool
  /// Whether it is what somebody is, without a name: `prime minister`.
  let isRole: Bool
}
