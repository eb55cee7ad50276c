import BriefSource

/// What may stand at a place in a line, for the shell to offer.
public struct Completion {
  /// One thing that may stand there.
  public struct Candidate: Sendable, Hashable {
    /// What a candidate is.
    public enum Kind: Sendable {
      case command
      /// A word of the language.
      case keyword
      case flag, column, variable, function, type
      /// Any other word that may be given.
      case value
    }

    /// The characters to insert, quoted as the language wants it.
    public let text: String
    /// What it is, in a few words.
    public let summary: String
    /// Whether more belongs to the same word, as after a directory, so that no space follows.
    public let isPartial: Bool
    /// What kind of thing it is.
    public let kind: Kind

    /// Creates a candidate.
    public init(
      _ text: String, _ summary: String = "", isPartial: Bool = false, kind: Kind = .value
    ) {
      self.text = text
      self.summary = summary
      self.isPartial = isPartial
      self.kind = kind
    }
  }

  /// The stretch of the line that a candidate replaces: the word begun before the cursor.
  public let replacing: TextRange
  /// What fits there, in the order to show.
  public let candidates: [Candidate]

  /// Creates a completion.
  public init(replacing: TextRange, candidates: [Candidate]) {
    self.replacing = replacing
    self.candidates = candidates
  }
}

/// Knows the words that only the running program can know.
public protocol CompletionProvider: AnyObject {
  /// The words of a kind that begin with `prefix` in any case: `speakers`, `entities`, or `files`.
  func candidates(_ kind: String, prefix: String) -> [Completion.Candidate]
}
