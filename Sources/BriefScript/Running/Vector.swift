import BriefSource

/// The values of a formula for a stretch of rows, unboxed.
enum Vector {
  /// The same value for every row.
  case constant(Value)
  case truths([Truth])
  case ints([Int?])
  case numbers([Double?])
  case dates([CalendarDate?])
  /// The cells of a column at the positions of the rows; texts are not copied.
  case texts([Text?], ArraySlice<Int32>)
}

/// What a condition is for a row: S. C. Kleene's three values.
enum Truth: UInt8 {
  case no, yes, open

  init(_ flag: Bool) { self = flag ? .yes : .no }
  init(_ flag: Bool?) { self = flag.map { $0 ? .yes : .no } ?? .open }

  var flag: Bool? { self == .open ? nil : self == .yes }
}

/// Cells to be computed with, one for each row or one for all.
enum Lane<Cell> {
  case cells([Cell?])
  case same(Cell)

  @inline(__always)
  subscript(row: Int) -> Cell? {
    switch self {
    case .cells(let cells): cells[row]
    case .same(let cell): cell
    }
  }
}

extension Vector {
  var ints: Lane<Int>? {
    switch self {
    case .ints(let cells): .cells(cells)
    case .constant(.int(let int)): .same(int)
    default: nil
    }
  }

  /// The cells as numbers, ints among them.
  var numbers: Lane<Double>? {
    switch self {
    case .numbers(let cells): .cells(cells)
    case .ints(let cells): .cells(cells.map { $0.map(Double.init) })
    case .constant(let value): value.asNumber.map { .same($0) }
    default: nil
    }
  }

  var dates: Lane<CalendarDate>? {
    switch self {
    case .dates(let cells): .cells(cells)
    case .constant(.date(let date)): .same(date)
    default: nil
    }
  }

  /// Whether the cells are truth values, ints or numbers; what they are for each row.
  var truths: Lane<Bool>? {
    switch self {
    case .truths(let truths): .cells(truths.map(\.flag))
    case .constant(.bool(let flag)): .same(flag)
    default: nil
    }
  }

  /// Whether the cell of the row at `row` of the stretch is missing.
  func isMissing(_ row: Int) -> Bool {
    switch self {
    case .constant(let value): value.isMissing
    case .truths(let truths): truths[row] == .open
    case .ints(let cells): cells[row] == nil
    case .numbers(let cells): cells[row] == nil
    case .dates(let cells): cells[row] == nil
    case .texts(let cells, let positions):
      cells[Int(positions[positions.startIndex + row])] == nil
    }
  }
}
