/// A finding about a text or a script: what is wrong, where, and a way out.
public struct Diagnostic: Sendable {
  /// How much a finding matters.
  public enum Severity: String, Sendable, Comparable {
    /// Worth knowing.
    case note
    /// Probably not what was meant.
    case warning
    /// Has to be mended before anything runs, or lost part of a text.
    case error

    /// Notes before warnings before errors.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A second place that explains the first, with what it has to say there.
  public struct Label: Sendable {
    /// The place, in the diagnostic's own source.
    public let range: TextRange
    /// What is to be seen there.
    public let message: String

    /// Creates a label.
    public init(_ range: TextRange, _ message: String) {
      self.range = range
      self.message = message
    }
  }

  /// The stable name of this kind of finding, such as `unknown-column`.
  public let id: String
  /// How much it matters.
  public let severity: Severity
  /// One sentence, in lower case and without a full stop.
  public let message: String
  /// The text the finding is about; `nil` when it is about none (a missing file).
  public let source: Source?
  /// The place, or `nil` when it concerns the whole source.
  public let range: TextRange?
  /// Further places.
  public let labels: [Label]
  /// How to mend it, when there is a way to name.
  public let help: String?

  /// Creates a diagnostic.
  public init(
    id: String, severity: Severity, _ message: String, source: Source? = nil,
    range: TextRange? = nil, labels: [Label] = [], help: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.source = source
    self.range = range
    self.labels = labels
    self.help = help
  }

  /// The same with another place to look at.
  public func adding(_ label: Label) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity, message, source: source, range: range, labels: labels + [label],
      help: help)
  }

  /// Where it stands, as `file:line`, or the source's name alone.
  public var citation: String? {
    guard let source else { return nil }
    guard let range else { return source.name }
    return "\(source.name):\(source.lineNumber(at: range.start))"
  }
}
