import BriefSource

/// A piece of text: characters of its own, or an excerpt of a source that is not copied.
public enum Text: Sendable {
  /// Characters of its own.
  case string(String)
  /// A stretch of a source.
  case excerpt(Source, TextRange)

  /// Creates a text with characters of its own.
  public init(_ string: String) { self = .string(string) }

  /// The characters; for an excerpt they are read from the source each time.
  public var string: String {
    switch self {
    case .string(let string): string
    case .excerpt(let source, let range): source[range]
    }
  }

  /// Where it stands, when it is an excerpt.
  public var place: Place? {
    switch self {
    case .string: nil
    case .excerpt(let source, let range): Place(source, range)
    }
  }
}

extension Text: Hashable {
  /// Two texts are equal when their characters are, wherever they stand.
  public static func == (left: Text, right: Text) -> Bool {
    if case .excerpt(let source, let range) = left,
      case .excerpt(let otherSource, let otherRange) = right,
      source === otherSource, range == otherRange
    {
      return true
    }
    return left.string == right.string
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(string) }
}
