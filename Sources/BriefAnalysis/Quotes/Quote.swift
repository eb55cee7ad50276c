import BriefSource
import BriefText

/// A stretch of a briefing given as somebody's words.
public struct Quote: Sendable {
  /// Whose words are given how.
  public enum Kind: String, Sendable, CaseIterable {
    /// The whole statement stands in quotation marks, or is a speaker's turn.
    case direct
    /// Part of the statement stands in quotation marks.
    case mixed
    /// Reported without marks.
    case indirect
  }

  /// Where the speaker was found, and whom that resolves to.
  public struct Speaker: Sendable {
    /// The mention in the text.
    public let mention: TextRange
    /// The entity it resolves to; `nil` for one that is not resolved ("a senior official").
    public let entity: EntityID?
    /// The name to show: the entity's, or the words of the mention.
    public let name: String

    /// Creates a speaker.
    public init(mention: TextRange, entity: EntityID?, name: String) {
      self.mention = mention
      self.entity = entity
      self.name = name
    }
  }

  /// The word that introduces the speech.
  public struct Cue: Sendable {
    /// Its place.
    public let range: TextRange
    /// Its dictionary form; of a phrase ("expressed deep concern") that of the whole of it.
    public let lemma: String
    /// What is done with it; `nil` for words that the lexicon does not hold.
    public let sense: CueSense?

    /// Creates a cue.
    public init(range: TextRange, lemma: String, sense: CueSense? = nil) {
      self.range = range
      self.lemma = lemma
      self.sense = sense
    }
  }

  /// Its number in the briefing, from 0 in text order.
  public let id: Int
  /// From the first to the last byte, marks included.
  public let range: TextRange
  /// The pieces, marks included, when the speaker or cue stands in between; otherwise one.
  public let parts: [TextRange]
  /// The whole of what is attributed to the speaker, as one or more pieces.
  ///
  /// For a fragment in marks it is the clause the fragment belongs to (`Pakistan presented
  /// “undeniable evidence” of cross-border activity`); otherwise the same as ``parts``.
  public let statement: [TextRange]
  /// Direct, mixed or indirect.
  public let kind: Kind
  /// The one who speaks; `nil` when the text names none.
  public let speaker: Speaker?
  /// What introduces it.
  public let cue: Cue?
  /// How sure the attribution is.
  public let confidence: Confidence
  /// The rule that decided the speaker.
  public let rule: QuoteRule
  /// The places that led there, with what each contributed, in the order of the reasoning.
  public let evidence: [Diagnostic.Label]
  /// Quotes that are one statement share this number: the `id` of the first.
  public let unit: Int
  /// For what somebody is reported to say that another said, the `id` of the quote that holds it.
  public let parent: Int?
  /// Whether it stands in the body; key points and headings are the desk's words.
  public let isInBody: Bool
  /// What a person corrected of it; `nil` for an answer of the program alone.
  public let correction: HandCorrection?

  /// Creates a quote.
  public init(
    id: Int, range: TextRange, parts: [TextRange], statement: [TextRange]? = nil, kind: Kind,
    speaker: Speaker?, cue: Cue?, confidence: Confidence, rule: QuoteRule,
    evidence: [Diagnostic.Label], unit: Int, parent: Int? = nil,
    isInBody: Bool = true, correction: HandCorrection? = nil
  ) {
    self.id = id
    self.range = range
    self.parts = parts
    self.statement = statement ?? parts
    self.kind = kind
    self.speaker = speaker
    self.cue = cue
    self.confidence = confidence
    self.rule = rule
    self.evidence = evidence
    self.unit = unit
    self.parent = parent
    self.isInBody = isInBody
    self.correction = correction
  }
}
