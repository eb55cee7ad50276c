import BriefSource

/// What a person says of a quotation against what the program says of it.
public struct Correction: StandoffRow, Hashable {
  /// What is corrected.
  public enum Change: Hashable, Sendable {
    /// Who speaks: a name that the text knows, or other words for the speaker.
    case speaker(String)
    /// That the text names no speaker.
    case nobody
    /// The word that introduces it, as the text has it.
    case cue(String)
    /// Whose words are given how.
    case kind(Quote.Kind)
    /// That nobody is quoted here.
    case notAQuotation

    /// What is corrected, in a word of the file.
    public var field: String {
      switch self {
      case .speaker, .nobody: "speaker"
      case .cue: "cue"
      case .kind: "kind"
      case .notAQuotation: "not-a-quote"
      }
    }

    /// What it is to be; empty for no speaker and for what is no quotation.
    public var value: String {
      switch self {
      case .speaker(let name): name
      case .cue(let word): word
      case .kind(let kind): kind.rawValue
      case .nobody, .notAQuotation: ""
      }
    }
  }

  /// The quotation, in code points of the text.
  public let range: Range<Int>
  /// What is said of it.
  public let change: Change
  /// Who says so; `nil` when nobody was named.
  public let author: String?
  /// The words of the quotation, by which people know it, and by which it is found again.
  public let words: String

  /// Creates a correction.
  public init(_ range: Range<Int>, _ change: Change, author: String? = nil, words: String) {
    self.range = range
    self.change = change
    self.author = author
    self.words = words
  }

  /// The word in the first line of a file of them.
  public static let fileKind = "fixes"
  /// The fields of a line.
  public static let fields = ["what", "start", "end", "value", "by", "words"]

  /// Reads the fields of a line.
  ///
  /// - Throws: ``StandoffFieldError``.
  public init(fields: [String]) throws(StandoffFieldError) {
    guard fields.count == Self.fields.count else {
      throw StandoffFieldError(
        "expected \(Self.fields.joined(separator: ", ")) with tabs between, found "
          + (fields.count == 1 ? "1 field" : "\(fields.count) fields"))
    }
    let change: Change
    switch (fields[0], fields[3]) {
    case ("speaker", ""): change = .nobody
    case ("speaker", let name): change = .speaker(name)
    case ("cue", let word) where !word.isEmpty: change = .cue(word)
    case ("kind", let word):
      guard let kind = Quote.Kind(rawValue: word) else {
        throw StandoffFieldError("expected direct, mixed or indirect, found '\(word)'")
      }
      change = .kind(kind)
    case ("not-a-quote", _): change = .notAQuotation
    default:
      throw StandoffFieldError("expected speaker, cue, kind or not-a-quote, found '\(fields[0])'")
    }
    self.init(
      try StandoffFieldError.offsets(fields[1], fields[2]), change,
      author: fields[4].isEmpty ? nil : fields[4], words: fields[5])
  }

  /// The fields as they are written.
  public var fieldValues: [String] {
    [
      change.field, String(range.lowerBound), String(range.upperBound), change.value, author ?? "",
      words,
    ]
  }

  /// The words in `range` as they are kept in a file.
  public static func words(of range: TextRange, in source: Source) -> String {
    String(String.UnicodeScalarView(source[range].unicodeScalars.filter { $0 != "\r" }))
  }
}
