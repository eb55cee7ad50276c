import BriefSource

/// Why an answer is what it is, for `why`.
public struct Explanation {
  /// What is explained, in one line.
  public let title: String
  /// The steps of the reasoning, each a sentence.
  public let steps: [String]
  /// The places that bear on it, drawn with carets.
  public let evidence: [SourceExcerpt.Mark]
  /// The text the evidence stands in.
  public let source: Source?

  /// Creates an explanation.
  public init(
    title: String, steps: [String], evidence: [SourceExcerpt.Mark] = [], source: Source? = nil
  ) {
    self.title = title
    self.steps = steps
    self.evidence = evidence
    self.source = source
  }
}
