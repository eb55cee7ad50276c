import BriefSource

/// The cells of one column, unboxed where all are of one simple type.
final class ColumnStorage {
  enum Cells {
    case bool([Bool?])
    case int([Int?])
    case number([Double?])
    case text([Text?])
    case date([CalendarDate?])
    case place([Place?])
    case value([Value])
  }

  /// The cells, worked out when the first of them is asked for.
  private(set) lazy var cells = make()
  private let make: () -> Cells

  /// Stores cells that are worked out only if somebody asks for one: most stages leave most
  /// columns alone, and some columns cost an analysis of the text.
  init(_ make: @escaping @autoclosure () -> Cells) { self.make = make }

  /// Stores `values` unboxed if every one is of `type`, or missing.
  init(_ type: ValueType, _ values: [Value]) {
    func all<Cell>(_ unwrap: (Value) -> Cell?) -> [Cell?]? {
      var cells: [Cell?] = []
      cells.reserveCapacity(values.count)
      for value in values {
        if let cell = unwrap(value) {
          cells.append(cell)
        } else if value.isMissing {
          cells.append(nil)
        } else {
          return nil
        }
      }
      return cells
    }
    let unboxed: Cells? =
      switch type {
      case .bool: all { if case .bool(let cell) = $0 { cell } else { nil } }.map(Cells.bool)
      case .int: all { if case .int(let cell) = $0 { cell } else { nil } }.map(Cells.int)
      case .number: all(\.asNumber).map(Cells.number)
      case .text: all { if case .text(let cell) = $0 { cell } else { nil } }.map(Cells.text)
      case .date: all { if case .date(let cell) = $0 { cell } else { nil } }.map(Cells.date)
      case .place: all { if case .place(let cell) = $0 { cell } else { nil } }.map(Cells.place)
      default: nil
      }
    let cells = unboxed ?? .value(values)
    make = { cells }
  }

  /// The cell at `position`; a number that is not finite is missing.
  subscript(position: Int) -> Value {
    switch cells {
    case .bool(let cells): cells[position].map(Value.bool) ?? .missing
    case .int(let cells): cells[position].map(Value.int) ?? .missing
    case .number(let cells):
      if let number = cells[position], number.isFinite { .number(number) } else { .missing }
    case .text(let cells): cells[position].map { .text($0) } ?? .missing
    case .date(let cells): cells[position].map(Value.date) ?? .missing
    case .place(let cells): cells[position].map(Value.place) ?? .missing
    case .value(let cells): cells[position]
    }
  }

  /// The cells at `positions`, in that order.
  func gathering(_ positions: [Int32]) -> ColumnStorage {
    func gather<Cell>(_ cells: [Cell]) -> [Cell] { positions.map { cells[Int($0)] } }
    return switch cells {
    case .bool(let cells): ColumnStorage(.bool(gather(cells)))
    case .int(let cells): ColumnStorage(.int(gather(cells)))
    case .number(let cells): ColumnStorage(.number(gather(cells)))
    case .text(let cells): ColumnStorage(.text(gather(cells)))
    case .date(let cells): ColumnStorage(.date(gather(cells)))
    case .place(let cells): ColumnStorage(.place(gather(cells)))
    case .value(let cells): ColumnStorage(.value(gather(cells)))
    }
  }
}

extension Value {
  /// The number, of an int as well.
  var asNumber: Double? {
    switch self {
    case .int(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}
