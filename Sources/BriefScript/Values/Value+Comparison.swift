import BriefSource

extension Value: Hashable {
  /// Whether two values are the same.
  ///
  /// An int equals the number of the same size; texts are compared as ``Text`` does; tables are
  /// equal when their column names and all cells are; `missing` equals `missing` only. Linear in
  /// the size of lists and tables.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.nothing, .nothing), (.missing, .missing): true
    case (.bool(let left), .bool(let right)): left == right
    case (.int(let left), .int(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.int(let int), .number(let number)), (.number(let number), .int(let int)):
      Int(exactly: number) == int
    case (.text(let left), .text(let right)): left == right
    case (.date(let left), .date(let right)): left == right
    case (.duration(let left), .duration(let right)): left == right
    case (.place(let left), .place(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.page(let left), .page(let right)): left == right
    case (.table(let left), .table(let right)): left.hasSameCells(as: right)
    case (.record(let left), .record(let right)): left.hasSameCells(as: right)
    default: false
    }
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rank)
    switch self {
    case .nothing, .missing: break
    case .bool(let flag): hasher.combine(flag)
    case .int(let number): hasher.combine(number)
    case .number(let number):
      if let int = Int(exactly: number) { hasher.combine(int) } else { hasher.combine(number) }
    case .text(let text): hasher.combine(text)
    case .date(let date): hasher.combine(date)
    case .duration(let duration): hasher.combine(duration)
    case .place(let place): hasher.combine(place)
    case .list(let elements): hasher.combine(elements)
    case .page(let page): hasher.combine(page)
    case .table(let table): hasher.combine(table.count)
    case .record(let record):
      for column in record.table.type.columns.indices {
        hasher.combine(record.table[record.row, column])
      }
    }
  }
}

extension Value {
  /// Which of two values comes first in a sorted column.
  ///
  /// A total order: values of different types stand by type in the order bool, number, text, date,
  /// duration, place, list, record, table, page; ints and numbers are compared by size;
  /// texts as ``Text/order(_:_:)`` says; dates by their first day, of two that begin together the
  /// longer first; durations by length; places by the name of the source, then by offset; lists
  /// element by element; tables by their number of rows. `missing` is last. The result is
  /// negative, zero or positive. Linear in the length.
  public static func order(_ left: Value, _ right: Value) -> Int {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): compare(left ? 1 : 0, right ? 1 : 0)
    case (.int(let left), .int(let right)): compare(left, right)
    case (.int(let left), .number(let right)): order(left, right)
    case (.number(let left), .int(let right)): -order(right, left)
    case (.number(let left), .number(let right)): order(left, right)
    case (.text(let left), .text(let right)): Text.order(left, right)
    case (.date(let left), .date(let right)): compare(left, right)
    case (.duration(let left), .duration(let right)): compare(left, right)
    case (.place(let left), .place(let right)):
      left.source.name == right.source.name
        ? compare(left.range, right.range) : compare(left.source.name, right.source.name)
    case (.list(let left), .list(let right)): order(left, right)
    case (.table(let left), .table(let right)): compare(left.count, right.count)
    case (.record(let left), .record(let right)): order(left.cells, right.cells)
    default: compare(left.rank, right.rank)
    }
  }

  private var rank: Int {
    switch self {
    case .bool: 0
    case .int, .number: 1
    case .text: 2
    case .date: 3
    case .duration: 4
    case .place: 5
    case .list: 6
    case .record: 7
    case .table: 8
    case .page: 9
    case .nothing: 10
    case .missing: 11
    }
  }

  private static func order(_ left: [Value], _ right: [Value]) -> Int {
    for (left, right) in zip(left, right) {
      let order = order(left, right)
      if order != 0 { return order }
    }
    return compare(left.count, right.count)
  }

  /// A number that is none stands after all others, so that the order stays total.
  static func order(_ left: Double, _ right: Double) -> Int {
    if left < right { return -1 }
    if left > right { return 1 }
    return compare(left.isNaN ? 1 : 0, right.isNaN ? 1 : 0)
  }

  /// Compares exactly: not every int is a number, nor the other way round.
  static func order(_ int: Int, _ number: Double) -> Int {
    if number.isNaN { return -1 }
    let whole = number.rounded(.down)
    guard let floor = Int(exactly: whole) else { return number < 0 ? 1 : -1 }
    if int != floor { return compare(int, floor) }
    return whole < number ? -1 : 0
  }

  static func compare<T: Comparable>(_ left: T, _ right: T) -> Int {
    left < right ? -1 : left > right ? 1 : 0
  }
}
