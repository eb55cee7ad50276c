import BriefSource

/// A stretch of a block in quotation marks, as the marks alone show it.
struct QuotedStretch {
  /// The kinds of marks.
  enum Style: Equatable {
    /// “…”, „…“, "…", ''…'', ``…''.
    case double
    /// ‘…’ and '…'.
    case single
    /// «…».
    case guillemets
    /// 「…」 and 『…』.
    case corners
  }

  /// From the opening to the closing mark, both included; without a closing mark to the end of
  /// the block or to where the mark is opened again.
  let range: TextRange
  /// The words between the marks.
  let inner: TextRange
  /// The block that holds it.
  let block: Int
  /// Its marks.
  let style: Style
  /// Whether a closing mark stands.
  let isClosed: Bool
  /// Whether the mark was opened again before it was closed.
  var isReopened = false
}

/// The quotation marks of a text: what they enclose, and which of them have no counterpart.
struct QuotationMarks {
  /// The outermost stretches in text order; they do not overlap and none goes beyond its block.
  var stretches: [QuotedStretch] = []
  /// Closing marks that close nothing.
  var unmatched: [TextRange] = []
  /// Opening marks inside a stretch of their own kind that is not closed before them.
  var reopened: [TextRange] = []
}
