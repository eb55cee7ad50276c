import BriefSource

/// A phrase that says what a text is about.
public struct TopicTerm: Sendable {
  /// The phrase, as its commonest form in the text.
  public let text: String
  /// Its weight; the best term of a text has 1.
  public let score: Double
  /// Every place where it, or a form of it, stands, in text order.
  public let places: [TextRange]

  /// Creates a term.
  public init(text: String, score: Double, places: [TextRange]) {
    self.text = text
    self.score = score
    self.places = places
  }
}

/// What a briefing, or one section of it, is about.
public struct Topic: Sendable {
  /// The section, or `nil` for the whole briefing.
  public let section: Int?
  /// The terms, best first; equal scores in order of first occurrence.
  public let terms: [TopicTerm]

  /// Creates a topic.
  public init(section: Int?, terms: [TopicTerm]) {
    self.section = section
    self.terms = terms
  }
}
