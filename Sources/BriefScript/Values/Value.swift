import BriefSource

/// Anything a script can hold.
public enum Value {
  /// What a command gives that gives nothing.
  case nothing
  /// The one absent value.
  case missing
  case bool(Bool)
  case int(Int)
  case number(Double)
  case text(Text)
  case date(CalendarDate)
  case duration(DayDuration)
  case place(Place)
  case list([Value])
  // Boxed, so that the values that fill columns stay a few words long.
  indirect case table(Table)
  indirect case record(Record)
  /// Text laid out for reading: a page of help, an excerpt with carets.
  case page(Page)

  /// A text with characters of its own.
  public static func text(_ string: String) -> Value { .text(Text(string)) }
}

extension Value {
  /// Whether it is ``missing``.
  public var isMissing: Bool {
    if case .missing = self { true } else { false }
  }

  /// The type, as far as the value itself shows it; that of an empty list's elements is unknown.
  ///
  /// Linear in the number of elements of a list.
  public var type: ValueType {
    switch self {
    case .nothing: .nothing
    case .missing: .missing
    case .bool: .bool
    case .int: .int
    case .number: .number
    case .text: .text
    case .date: .date
    case .duration: .duration
    case .place: .place
    case .page: .page
    case .list(let elements):
      .list(elements.reduce(ValueType.unknown) { $0.joined(with: $1.type) ?? .unknown })
    case .table(let table): .table(table.type)
    case .record(let record): .record(record.table.type)
    }
  }

  /// The value as characters, the one conversion that every writer uses.
  ///
  /// Numbers in the shortest form that reads back the same, dates after ISO 8601, places as
  /// citations, lists joined by `; `, `missing` as nothing at all. Linear in the length.
  public var plainText: String {
    switch self {
    case .nothing, .missing: ""
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .number(let number): number.isFinite ? "\(number)" : ""
    case .text(let text): text.string
    case .date(let date): date.description
    case .duration(let duration): duration.description
    case .place(let place): place.citation
    case .list(let elements): elements.map(\.plainText).joined(separator: "; ")
    case .table(let table): table.count == 1 ? "1 row" : "\(table.count) rows"
    case .record(let record):
      record.table.type.columns.indices.map { record.table[record.row, $0].plainText }
        .joined(separator: "; ")
    case .page(let page): page.plain
    }
  }
}
