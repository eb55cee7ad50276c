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
    /// Other words that lead to it: aliases, roles, abbreviations.
    public let aliases: [String]
    /// The characters to show, without the quotation marks that the language wants.
    public let name: String

    /// Creates a candidate.
    public init(
      _ text: String, _ summary: String = "", isPartial: Bool = false, kind: Kind = .value,
      aliases: [String] = []
    ) {
      self.init(text, summary, isPartial, kind, aliases, name: text)
    }

    private init(
      _ text: String, _ summary: String, _ isPartial: Bool, _ kind: Kind, _ aliases: [String],
      name: String
    ) {
      self.text = text
      self.summary = summary
      self.isPartial = isPartial
      self.kind = kind
      self.aliases = aliases
      self.name = name
    }

    /// The same, typed as `text`.
    func written(_ text: String) -> Candidate {
      Candidate(text, summary, isPartial, kind, aliases, name: name)
    }

    /// The same, with the other name that led to it before what it is.
    func led(by alias: String) -> Candidate {
      if summary.contains(alias) { return self }
      return Candidate(
        text, summary.isEmpty ? alias : "\(alias) · \(summary)", isPartial, kind, aliases,
        name: name)
    }
  }

  /// The stretch of the line that a candidate replaces: the word begun before the cursor.
  public let replacing: TextRange
  /// What fits there, in the order to show.
  public let candidates: [Candidate]
  /// What has to be said beside them, such as that there are more.
  public let note: String?

  /// Creates a completion.
  public init(replacing: TextRange, candidates: [Candidate], note: String? = nil) {
    self.replacing = replacing
    self.candidates = candidates
    self.note = note
  }
}

/// Knows the words that only the running program can know.
public protocol CompletionProvider: AnyObject {
  /// The words of a kind that `prefix` leads to: `speakers`, `entities`, or `files`, which the
  /// endings wanted may follow.
  func candidates(_ kind: String, prefix: String) -> [Completion.Candidate]
  /// The texts that may stand in a column of rows of a kind, as far as that is known.
  func values(
    of column: TableType.Column, in rows: RowKind?, prefix: String
  ) -> [Completion.Candidate]
  /// What a word means that may be chosen from a few.
  func summary(ofChoice word: String) -> String?
  /// What is not known of the words of a kind, in a few words.
  func note(_ kind: String) -> String?
  /// How often a candidate was used before, so that what is used stands first.
  func uses(of candidate: Completion.Candidate) -> Int
}

extension CompletionProvider {
  /// No values are known.
  public func values(
    of column: TableType.Column, in rows: RowKind?, prefix: String
  ) -> [Completion.Candidate] { [] }

  /// No meaning is known.
  public func summary(ofChoice word: String) -> String? { nil }

  /// Everything is known.
  public func note(_ kind: String) -> String? { nil }

  /// Nothing was used before.
  public func uses(of candidate: Completion.Candidate) -> Int { 0 }
}
