import CModel

/// A tab-separated list embedded in the program.
///
/// Lines that begin with `#` and empty lines are no rows.
public struct Lexicon: Sendable {
  /// Which list.
  public enum File: Sendable, CaseIterable {
    /// Words that introduce speech: lemma, class, forms.
    case cues
    /// Countries, capitals, cities, demonyms.
    case places
    /// First names, titles, words that occur in the names of organisations.
    case names
    /// Function words, abbreviations, and other classes of words.
    case words
  }

  /// The rows, each split into its fields.
  public let rows: [[Substring]]

  /// Reads an embedded list. Linear in its size.
  public init(_ file: File) {
    let embedded =
      switch file {
      case .cues: brief_embedded_cues()
      case .places: brief_embedded_places()
      case .names: brief_embedded_names()
      case .words: brief_embedded_words()
      }
    let bytes = UnsafeBufferPointer(start: embedded.bytes, count: embedded.count)
    rows = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }
}
