import BriefSource

/// What is known of a briefing beside its text, and how it is known.
public struct Metadata: Sendable {
  /// Where a fact comes from.
  public enum Origin: Sendable, Hashable {
    /// The text says so here.
    case text(TextRange)
    /// The user said so when loading it.
    case given
  }

  /// A fact with its origin.
  public struct Fact<Value: Sendable>: Sendable {
    /// What is known.
    public let value: Value
    /// Where from.
    public let origin: Origin

    /// Creates a fact.
    public init(_ value: Value, _ origin: Origin) {
      self.value = value
      self.origin = origin
    }
  }

  /// What a user may say of a briefing when loading it.
  public struct Given: Sendable {
    /// The title.
    public var title: String?
    /// The date of the briefing.
    public var date: CalendarDate?
    /// The newspaper, agency or office it comes from.
    public var outlet: String?

    /// Creates it; what is `nil` is not said.
    public init(title: String? = nil, date: CalendarDate? = nil, outlet: String? = nil) {
      self.title = title
      self.date = date
      self.outlet = outlet
    }
  }

  /// The title.
  public let title: Fact<String>?
  /// The date of the briefing.
  public let date: Fact<CalendarDate>?
  /// The newspaper, agency or office.
  public let outlet: Fact<String>?
  /// The place in the dateline.
  public let dateline: Fact<String>?
  /// The author as the byline names them.
  public let byline: Fact<String>?

  init(_ structure: Structure, source: Source, given: Given) {
    func read(_ range: TextRange?) -> Fact<String>? {
      range.map { Fact(source[$0], .text($0)) }
    }
    title = given.title.map { Fact($0, .given) } ?? read(structure.headline)
    date =
      given.date.map { Fact($0, .given) }
      ?? structure.date.map { Fact($0.value, .text($0.range)) }
    outlet = given.outlet.map { Fact($0, .given) } ?? read(structure.outlet)
    dateline = read(structure.dateline)
    byline = read(structure.byline)
  }

  /// The names of the facts that are not known, in a fixed order.
  public var missing: [String] {
    var names: [String] = []
    if title == nil { names.append("title") }
    if byline == nil { names.append("byline") }
    if outlet == nil { names.append("outlet") }
    if date == nil { names.append("date") }
    return names
  }
}
