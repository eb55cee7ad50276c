import BriefSource

extension Value {
  /// The characters that stand for the value where it has no structure: in a cell, on a line.
  ///
  /// Numbers are written in the shortest form that reads back the same, dates and durations after
  /// ISO 8601, places as `file:line`, lists with `; ` between their elements; what is missing is
  /// empty. A table or a row inside another is written as JSON.
  public var cellText: String {
    switch self {
    case .nothing, .missing: ""
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .number(let number): "\(number)"
    case .text(let text): text.string
    case .date(let date): date.description
    case .duration(let duration): duration.description
    case .place(let place): place.citation
    case .list(let elements): elements.map(\.cellText).joined(separator: "; ")
    case .table, .record: jsonText
    case .page(let page): page.plain
    }
  }

  /// Whether the value is a number, so that it stands at the right of its column.
  public var isNumeric: Bool {
    switch self {
    case .int, .number: true
    default: false
    }
  }

  private var jsonText: String {
    var json = JSONWriter()
    json.value(self)
    return json.text
  }
}
