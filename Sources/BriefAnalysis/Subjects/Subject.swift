import BriefSource

/// A subject of the news industry's scheme that a text belongs to.
public struct Subject: Sendable {
  /// A word or phrase of the text that leads to a subject.
  public struct Word: Sendable {
    /// The word, in its base form.
    public let text: String
    /// What it weighs, with how often it is used.
    public let weight: Double
    /// Where it stands, in text order.
    public let places: [TextRange]
  }

  /// The code in IPTC Media Topics: `medtop:11000000`.
  public let code: String
  /// Its name there.
  public let name: String
  /// The code of the subject above it; `nil` for one of the seventeen at the top.
  public let parent: String?
  /// How sure it is: for a subject of the top level the chance that it is the first one of the text,
  /// for one below it the same within that subject.
  public let confidence: Confidence
  /// What led there, the weightiest first.
  public let words: [Word]
}
