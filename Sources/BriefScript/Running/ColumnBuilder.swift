import BriefSource

/// Collects the cells of a new column, unboxed as long as they come so.
struct ColumnBuilder {
  private enum Cells {
    case bools([Bool?])
    case ints([Int?])
    case numbers([Double?])
    case values([Value])
  }

  private let type: ValueType
  private var cells: Cells

  /// Begins a column of `type` with room for `count` cells.
  init(_ type: ValueType, count: Int) {
    func empty<Cell>() -> [Cell] {
      var cells: [Cell] = []
      cells.reserveCapacity(count)
      return cells
    }
    self.type = type
    cells =
      switch type {
      case .bool: .bools(empty())
      case .int: .ints(empty())
      case .number: .numbers(empty())
      default: .values(empty())
      }
  }

  /// Adds the cells of a stretch of rows; false when they are not of the column's type.
  mutating func append(_ vector: Vector) -> Bool {
    switch (cells, vector) {
    case (.bools(var bools), .truths(let truths)):
      cells = .values([])
      bools.append(contentsOf: truths.lazy.map(\.flag))
      cells = .bools(bools)
    case (.ints(var ints), .ints(let more)):
      cells = .values([])
      ints.append(contentsOf: more)
      cells = .ints(ints)
    case (.numbers(var numbers), .numbers(let more)):
      cells = .values([])
      numbers.append(contentsOf: more)
      cells = .numbers(numbers)
    case (.numbers(var numbers), .ints(let more)):
      cells = .values([])
      numbers.append(contentsOf: more.lazy.map { $0.map(Double.init) })
      cells = .numbers(numbers)
    default: return false
    }
    return true
  }

  /// Adds the cell of one row.
  mutating func append(_ value: Value) {
    var values = boxed
    cells = .values([])
    values.append(value)
    cells = .values(values)
  }

  private var boxed: [Value] {
    switch cells {
    case .bools(let cells): cells.map { $0.map(Value.bool) ?? .missing }
    case .ints(let cells): cells.map { $0.map(Value.int) ?? .missing }
    case .numbers(let cells): cells.map { $0.map(Value.number) ?? .missing }
    case .values(let cells): cells
    }
  }

  /// The column, a cell for each row in their order.
  var storage: ColumnStorage {
    switch cells {
    case .bools(let cells): ColumnStorage(.bool(cells))
    case .ints(let cells): ColumnStorage(.int(cells))
    case .numbers(let cells): ColumnStorage(.number(cells))
    case .values(let cells): ColumnStorage(type, cells)
    }
  }
}
