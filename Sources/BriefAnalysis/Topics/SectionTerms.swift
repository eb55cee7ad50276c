/// The phrases that tell one section from the others.
public struct SectionTerms: Sendable {
  /// The number of the section.
  public let section: Int
  /// The phrases, best first; equal scores in order of first occurrence.
  public let terms: [Keyphrase]
}
