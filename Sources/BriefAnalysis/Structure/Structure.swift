import BriefSource
import BriefText

/// How a briefing is built: its blocks, its sections, and what stands at its head.
public struct Structure: Sendable {
  /// What a block of text is.
  public enum BlockKind: String, Sendable, CaseIterable {
    /// The title of the whole.
    case headline
    /// Who wrote it.
    case byline
    /// A line that gives date, time or place and nothing else.
    case dateline
    /// The label over a block of key points.
    case keyPointsLabel
    /// One of the key points: a summary by the desk, not the body.
    case keyPoint
    /// The heading of a section.
    case heading
    /// Running text.
    case paragraph
    /// An item of a list in the body.
    case listItem
    /// What one speaker says until the next speaker, begun by a label.
    case turn
    /// A stage direction: `(Laughter.)`, `[crosstalk]`.
    case stageDirection
    /// A quotation set off as a block.
    case blockQuote
    /// What belongs to the page and not to the text: "Read more:", credits, a row of asterisks.
    case furniture
  }

  /// A block with its kind.
  public struct Block: Sendable {
    /// What it is.
    public let kind: BlockKind
    /// The whole block.
    public let range: TextRange
    /// The words: without list mark, dateline, or speaker's label.
    public let content: TextRange
    /// The label of the turn, without its colon; `nil` for other kinds.
    public let label: TextRange?
    /// The turn it belongs to, as a position in ``Structure/turns``; `nil` outside of any.
    ///
    /// The block that opens the turn is a ``BlockKind/turn``; the paragraphs, stage directions and
    /// list items after it, up to the next label, carry the same number.
    public let turn: Int?
    /// The section that holds it, as a position in ``Structure/sections``.
    public internal(set) var section: Int

    /// Creates a block.
    public init(
      kind: BlockKind, range: TextRange, content: TextRange, label: TextRange? = nil,
      turn: Int? = nil, section: Int
    ) {
      self.kind = kind
      self.range = range
      self.content = content
      self.label = label
      self.turn = turn
      self.section = section
    }
  }

  /// What one speaker says, from a label to the next.
  public struct Turn: Sendable {
    /// The label as it stands, without its colon.
    public let label: TextRange
    /// The same for all turns with that label: capitals, without what stands in brackets.
    public let key: String
    /// Its blocks, as indices.
    public internal(set) var blocks: Range<Int>

    /// Creates a turn.
    public init(label: TextRange, key: String, blocks: Range<Int>) {
      self.label = label
      self.key = key
      self.blocks = blocks
    }
  }

  /// What a section is.
  public enum SectionKind: String, Sendable, CaseIterable {
    /// Headline, byline and what else stands before the text.
    case head
    /// A summary by the desk.
    case keyPoints = "key-points"
    /// The text before the first heading.
    case lead
    /// The text under a heading.
    case section
  }

  /// A stretch of blocks under one heading.
  public struct Section: Sendable {
    /// What it is.
    public let kind: SectionKind
    /// From its heading to its last block.
    public let range: TextRange
    /// Its heading or label.
    public let heading: TextRange?
    /// Its blocks, as indices.
    public let blocks: Range<Int>

    /// Creates a section.
    public init(kind: SectionKind, range: TextRange, heading: TextRange?, blocks: Range<Int>) {
      self.kind = kind
      self.range = range
      self.heading = heading
      self.blocks = blocks
    }
  }

  /// A date the text gives, and where.
  public struct GivenDate: Sendable {
    /// The words.
    public let range: TextRange
    /// The day they name.
    public let value: CalendarDate

    /// Creates a date.
    public init(range: TextRange, value: CalendarDate) {
      self.range = range
      self.value = value
    }
  }

  /// The blocks in text order.
  public internal(set) var blocks: [Block] = []
  /// The speakers' turns in text order.
  public internal(set) var turns: [Turn] = []
  /// The sections in text order; together they hold every block.
  public internal(set) var sections: [Section] = []
  /// The place named by the dateline (`ISLAMABAD`), without date, agency and punctuation.
  public internal(set) var dateline: TextRange?
  /// The headline.
  public internal(set) var headline: TextRange?
  /// The byline.
  public internal(set) var byline: TextRange?
  /// The outlet or agency, where the text names it.
  public internal(set) var outlet: TextRange?
  /// The date of the briefing, where the text gives one with day, month and year.
  public internal(set) var date: GivenDate?
  /// Offsets no sentence goes across, beside the ends of blocks: after a dateline or a label.
  public internal(set) var boundaries: [Int] = []
  /// What was found to be damaged or odd while reading.
  public internal(set) var problems: [Diagnostic] = []

  /// Creates an empty structure.
  public init() {}

  /// The block that holds the byte at `offset`, or `nil` between blocks.
  ///
  /// Logarithmic in the number of blocks.
  public func block(at offset: Int) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < blocks.count, blocks[low].range.contains(offset) else { return nil }
    return low
  }

  /// The section that holds the byte at `offset`, or `nil` between blocks.
  public func section(at offset: Int) -> Int? { block(at: offset).map { blocks[$0].section } }
}
