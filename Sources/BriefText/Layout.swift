import BriefSource

/// The blocks of a text as its lines show them: paragraphs, list items, lines that stand alone.
///
/// A blank line ends a block. In a text that is not wrapped at a fixed column each line is a block
/// of its own; in a wrapped one the lines of a paragraph belong together. Which of the two holds is
/// decided for each stretch between blank lines.
public struct Layout: Sendable {
  /// A stretch of text that belongs together, without surrounding white space.
  public struct Block: Sendable, Hashable {
    /// The whole block, with its list mark, its heading marks, the line drawn under it.
    public let range: TextRange
    /// Where the words begin: after a list mark, Markdown heading marks or `>`.
    public let contentStart: Int
    /// Where the words end: before closing heading marks or the line drawn under a heading.
    public let contentEnd: Int
    /// What stood before the words.
    public let marker: Marker
    /// Whether a blank line, or the start of the text, stands before it.
    public let follows: Bool

    /// The words without their mark.
    public var content: TextRange { TextRange(contentStart, contentEnd) }
  }

  /// What stands before the words of a block.
  public enum Marker: Sendable, Hashable {
    case none
    /// `-`, `*`, `•`, `1.`, `(a)` and the like.
    case listItem
    /// Markdown heading marks, `#` to `######`, or a line underlined with `===` or `---`.
    case heading(level: Int)
    /// `>`.
    case blockQuote
  }

  /// The blocks in text order; they do not overlap and hold every byte that is not white space.
  public let blocks: [Block]
  /// Whether lines are wrapped at a fixed column, in at least one longer paragraph.
  public let isWrapped: Bool

  /// Reads the layout of `source`.
  ///
  /// Linear in the number of bytes.
  public init(_ source: Source) {
    var reader = LayoutReader(source)
    reader.read()
    blocks = reader.blocks
    isWrapped = reader.column != nil
  }
}
