import CModel

/// A tab-separated list embedded in the program.
///
/// Lines that begin with `#` and empty lines are no rows. Every field is a string here; what is read
/// whenever the program starts is read by a ``LexiconReader``, which makes none.
public struct Lexicon: Sendable {
  /// Which list.
  public enum File: Sendable, CaseIterable {
    /// Words that introduce speech: lemma, class, forms.
    case cues
    /// How often words introduce speech in which construction.
    case constructions
    /// Countries, capitals, cities, demonyms.
    case places
    /// First names, titles, words that occur in the names of organisations.
    case names
    /// Function words, abbreviations, and other classes of words.
    case words
    /// Well-known bodies, armed groups, parties, media, treaties and events.
    case bodies
    /// How common words are; sorted by bytes.
    case frequencies
    /// Codes, standing and ministries of the states.
    case states
    /// Which kind of thing a word makes of the name it stands in.
    case kinds
    /// Subjects of the news with the words that lead to them.
    case subjects
  }

  /// The rows, each split into its fields.
  public let rows: [[Substring]]

  /// Reads an embedded list.
  ///
  /// Linear in its size.
  public init(_ file: File) {
    // Bytes are split, not characters, which would have to be put together first.
    rows = String(decoding: Self.text(file), as: UTF8.self).utf8
      .split(separator: 0x0A)
      .filter { $0.first != 0x23 }
      .map { row in
        row.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) }
      }
  }

  /// The rows of an embedded list as strings, read byte by byte, which is the faster way for the
  /// larger lists.
  ///
  /// Linear in the size of the list.
  public static func table(_ file: File) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isComment = false
    for byte in text(file) {
      switch byte {
      case 0x0A:
        if !isComment, !row.isEmpty || !field.isEmpty {
          row.append(String(decoding: field, as: UTF8.self))
          rows.append(row)
        }
        row = []
        field = []
        isComment = false
      case 0x23 where row.isEmpty && field.isEmpty: isComment = true
      case _ where isComment: break
      case 0x09:
        row.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      default: field.append(byte)
      }
    }
    return rows
  }

  /// The bytes of an embedded list.
  ///
  /// Linear in its size.
  public static func bytes(_ file: File) -> [UInt8] { Array(text(file)) }

  /// The bytes of an embedded list where they lie in the program. Constant time.
  package static func text(_ file: File) -> UnsafeBufferPointer<UInt8> {
    let embedded =
      switch file {
      case .cues: brief_embedded_cues()
      case .constructions: brief_embedded_constructions()
      case .places: brief_embedded_places()
      case .names: brief_embedded_names()
      case .words: brief_embedded_words()
      case .bodies: brief_embedded_bodies()
      case .frequencies: brief_embedded_frequencies()
      case .states: brief_embedded_states()
      case .kinds: brief_embedded_kinds()
      case .subjects: brief_embedded_subjects()
      }
    return UnsafeBufferPointer(start: embedded.bytes, count: embedded.count)
  }
}
