import BriefSource

/// Computes formulas for a stretch of rows at once, column by column.
///
/// It knows the formulas that are common over large tables and gives `nil` for every other, and
/// also where a computation fails: then the rows are computed one by one, by
/// ``Interpreter/evaluate(_:_:)``, which says in which row it was. Where it gives a result it is
/// the one the rows would have given.
struct VectorEvaluator {
  let table: Table
  /// The values of the variables and of pipelines that have been run.
  let slots: [Value?]
  /// The rows to compute for: their positions in the columns.
  let positions: ArraySlice<Int32>

  init(_ table: Table, slots: [Value?], rows: Range<Int>) {
    self.table = table
    self.slots = slots
    positions = table.rows[rows]
  }

  var count: Int { positions.count }

  // MARK: Values

  /// The values of `formula`.
  func values(_ formula: Formula) -> Vector? {
    switch formula {
    case .constant(let value): return .constant(value)
    case .slot(let slot): return .constant(slots[slot] ?? .missing)
    case .oncePerStage(let slot, _): return slots[slot].map { .constant($0) }
    case .column(let column): return cells(of: table.columns[column])
    case .list(let elements):
      var values: [Value] = []
      for element in elements {
        guard case .constant(let value)? = self.values(element) else { return nil }
        values.append(value)
      }
      return .constant(.list(values))
    case .not, .and, .or, .equality, .ordering, .isIn, .isBetween, .matches:
      return truths(formula).map { .truths($0) }
    case .negated(let operand, _): return values(operand).flatMap(negated)
    case .arithmetic(let operation, let left, let right, _):
      guard let left = values(left), let right = values(right) else { return nil }
      return arithmetic(operation, left, right)
    case .call(let function, let arguments, _):
      return constant(function, arguments)
    case .aggregate, .orElse, .ints, .replacing, .search, .choice, .field, .pipeline, .tableOfRow,
      .invoke, .broken:
      return nil
    }
  }

  private func cells(of column: ColumnStorage) -> Vector? {
    func gather<Cell>(_ cells: [Cell]) -> [Cell] { positions.map { cells[Int($0)] } }
    switch column.cells {
    case .bool(let cells): return .truths(gather(cells).map(Truth.init))
    case .int(let cells): return .ints(gather(cells))
    case .number(let cells):
      return .numbers(gather(cells).map { $0.flatMap { $0.isFinite ? $0 : nil } })
    case .text(let cells): return .texts(cells, positions)
    case .date(let cells): return .dates(gather(cells))
    case .place, .value: return nil
    }
  }

  /// What a function gives that needs no row.
  private func constant(_ function: FunctionDeclaration, _ arguments: [Formula]) -> Vector? {
    var values: [Value] = []
    for argument in arguments {
      guard case .constant(let value)? = self.values(argument) else { return nil }
      if value.isMissing { return .constant(.missing) }
      values.append(value)
    }
    return (try? function.evaluate(values)).map { .constant($0) }
  }

  // MARK: Conditions

  /// Whether `formula` holds in each row.
  func truths(_ formula: Formula) -> [Truth]? {
    switch formula {
    case .not(let operand):
      return truths(operand)?.map { $0 == .open ? .open : $0 == .yes ? .no : .yes }
    case .and(let left, let right):
      guard let left = truths(left), let right = truths(right) else { return nil }
      return zip(left, right).map { left, right in
        left == .no || right == .no ? .no : left == .open || right == .open ? .open : .yes
      }
    case .or(let left, let right):
      guard let left = truths(left), let right = truths(right) else { return nil }
      return zip(left, right).map { left, right in
        left == .yes || right == .yes ? .yes : left == .open || right == .open ? .open : .no
      }
    case .equality(let isEqual, let left, let right):
      guard let left = values(left), let right = values(right),
        let truths = equality(left, right)
      else { return nil }
      return isEqual ? truths : truths.map { $0 == .yes ? .no : .yes }
    case .ordering(let comparison, let left, let right):
      guard let left = values(left), let right = values(right) else { return nil }
      return ordering(comparison, left, right)
    case .isIn(let element, let container):
      guard let element = values(element), case .constant(let container)? = values(container)
      else { return nil }
      return membership(element, container)
    case .isBetween(let element, let low, let high):
      guard let element = values(element), let low = values(low), let high = values(high),
        let above = ordering(.greaterOrEqual, element, low),
        let below = ordering(.lessOrEqual, element, high)
      else { return nil }
      return zip(above, below).map { Truth($0 == .yes && $1 == .yes) }
    case .matches(let text, let pattern):
      guard case .texts(let cells, let positions)? = values(text) else { return nil }
      return positions.map { position in
        Truth(cells[Int(position)].map { pattern.matches($0) } ?? false)
      }
    default:
      switch values(formula) {
      case .truths(let truths): return truths
      case .constant(.bool(let flag)): return Array(repeating: Truth(flag), count: count)
      case .constant(.missing): return Array(repeating: .open, count: count)
      default: return nil
      }
    }
  }
}
