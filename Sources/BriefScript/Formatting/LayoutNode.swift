import BriefSource

/// A stretch of tokens that is laid out as one: on one line, or broken at places of its own.
struct LayoutNode {
  enum Kind {
    /// Statements with `;` between them; broken, each has a line.
    case row
    /// A statement, or a part of an exercise; broken, its blocks have lines of their own.
    case statement
    /// A pipeline; broken, each `|` begins a line.
    case pipeline
    /// A stage; broken, its block has lines of its own.
    case stage
  }

  let kind: Kind
  /// The index of its first token.
  let first: Int
  /// The index of its last token.
  let last: Int
  /// Whether there is a place where it can be broken.
  var canBreak: Bool
}

/// What a token does for the layout.
enum LayoutRole {
  /// Nothing.
  case plain
  /// It begins a statement of the block of node `block`, or of the script.
  case statement(block: Int?, row: Int?, isFirstOfRow: Bool)
  /// It stands between the stages of a pipeline.
  case pipe(Int)
  /// It is the first of the stage after a `|`.
  case afterPipe
  /// It opens or closes a block of a node.
  case open(Int, isEmpty: Bool)
  case close(Int, isEmpty: Bool)
  /// It is the `else` after a block.
  case elseWord
}

/// What stands before a token: comments and line ends.
struct LayoutGap {
  struct Comment {
    let range: TextRange
    /// The line ends between what stands before it and the comment.
    var lineEnds: Int
  }

  var comments: [Comment] = []
  /// The line ends between the last comment, or the token before, and the token.
  var lineEnds = 0

  /// Whether the token begins a line.
  var hasLineEnd: Bool { lineEnds > 0 || !comments.isEmpty }
}
