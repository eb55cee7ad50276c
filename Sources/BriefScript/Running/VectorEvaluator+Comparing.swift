import BriefSource

extension VectorEvaluator {
  /// Whether the values are the same, as ``Value`` has it; `nil` for types it is not known for.
  func equality(_ left: Vector, _ right: Vector) -> [Truth]? {
    if case .constant(.missing) = left { return (0..<count).map { Truth(right.isMissing($0)) } }
    if case .constant(.missing) = right { return (0..<count).map { Truth(left.isMissing($0)) } }
    if let left = left.ints, let right = right.ints { return same(left, right) { $0 == $1 } }
    switch (left, right) {
    case (.numbers, .numbers), (.numbers, .constant(.number)), (.constant(.number), .numbers):
      guard let left = left.numbers, let right = right.numbers else { return nil }
      return same(left, right) { $0 == $1 }
    case (.texts(let cells, let positions), .constant(.text(let text))),
      (.constant(.text(let text)), .texts(let cells, let positions)):
      return equality(cells, positions, text)
    case (.texts(let left, let positions), .texts(let right, _)):
      return positions.map { Truth(left[Int($0)] == right[Int($0)]) }
    default: break
    }
    if let numbers = left.numbers, let ints = right.ints {
      return same(ints, numbers) { Int(exactly: $1) == $0 }
    }
    if let ints = left.ints, let numbers = right.numbers {
      return same(ints, numbers) { Int(exactly: $1) == $0 }
    }
    if let left = left.dates, let right = right.dates { return same(left, right) { $0 == $1 } }
    if let left = left.truths, let right = right.truths { return same(left, right) { $0 == $1 } }
    return nil
  }

  /// Whether a comparison holds, as ``Interpreter`` has it; never for a missing value.
  func ordering(_ comparison: BinaryOperator, _ left: Vector, _ right: Vector) -> [Truth]? {
    if case .constant(.missing) = left { return Array(repeating: .no, count: count) }
    if case .constant(.missing) = right { return Array(repeating: .no, count: count) }
    if let left = left.ints, let right = right.ints {
      return ordered(comparison, left, right)
    }
    switch (left, right) {
    case (.numbers, .numbers), (.numbers, .constant(.number)), (.constant(.number), .numbers):
      guard let left = left.numbers, let right = right.numbers else { return nil }
      return ordered(comparison, left, right)
    case (.texts(let cells, let positions), .constant(.text(let text))):
      return ordered(positions, cells) { Interpreter.holds(comparison, Text.order($0, text)) }
    case (.constant(.text(let text)), .texts(let cells, let positions)):
      return ordered(positions, cells) { Interpreter.holds(comparison, Text.order(text, $0)) }
    case (.texts(let left, let positions), .texts(let right, _)):
      return positions.map { position in
        guard let left = left[Int(position)], let right = right[Int(position)] else { return .no }
        return Truth(Interpreter.holds(comparison, Text.order(left, right)))
      }
    default: break
    }
    // Not every int is a number, nor the other way round: these are compared exactly.
    if let ints = left.ints, let numbers = right.numbers {
      return both(ints, numbers) { Interpreter.holds(comparison, Value.order($0, $1)) }
    }
    if let numbers = left.numbers, let ints = right.ints {
      return both(numbers, ints) { Interpreter.holds(comparison, -Value.order($1, $0)) }
    }
    if let left = left.dates, let right = right.dates {
      return both(left, right) { Interpreter.holds(comparison, $0, $1) }
    }
    return nil
  }

  /// Whether the values are in a list, or lie within a date; a missing one is in nothing.
  func membership(_ element: Vector, _ container: Value) -> [Truth]? {
    switch container {
    case .date(let period):
      guard let dates = element.dates else { return nil }
      return both(dates, .same(period)) { $0.lies(in: $1) }
    case .list(let elements):
      // A long list is searched sooner row by row.
      guard elements.count <= 64 else { return nil }
      var truths = [Truth](repeating: .no, count: count)
      for value in elements where !value.isMissing {
        guard let found = equality(element, .constant(value)) else { return nil }
        for row in 0..<count where found[row] == .yes { truths[row] = .yes }
      }
      return truths
    default: return nil
    }
  }

  // MARK: Row by row

  private func ordered<Cell: Comparable>(
    _ comparison: BinaryOperator, _ left: Lane<Cell>, _ right: Lane<Cell>
  ) -> [Truth] {
    switch comparison {
    case .less: both(left, right) { $0 < $1 }
    case .lessOrEqual: both(left, right) { $0 <= $1 }
    case .greater: both(left, right) { $0 > $1 }
    default: both(left, right) { $0 >= $1 }
    }
  }

  private func ordered(
    _ positions: ArraySlice<Int32>, _ cells: [Text?], _ test: (Text) -> Bool
  ) -> [Truth] {
    positions.map { position in Truth(cells[Int(position)].map(test) ?? false) }
  }

  /// Whether `test` holds for two cells; not if one is missing.
  @inline(__always)
  private func both<Left, Right>(
    _ left: Lane<Left>, _ right: Lane<Right>, _ test: (Left, Right) -> Bool
  ) -> [Truth] {
    (0..<count).map { row in
      guard let left = left[row], let right = right[row] else { return .no }
      return test(left, right) ? .yes : .no
    }
  }

  /// Whether `test` holds for two cells; missing cells are the same.
  @inline(__always)
  private func same<Left, Right>(
    _ left: Lane<Left>, _ right: Lane<Right>, _ test: (Left, Right) -> Bool
  ) -> [Truth] {
    (0..<count).map { row in
      switch (left[row], right[row]) {
      case (let left?, let right?): test(left, right) ? .yes : .no
      case (nil, nil): .yes
      default: .no
      }
    }
  }

  private func equality(
    _ cells: [Text?], _ positions: ArraySlice<Int32>, _ text: Text
  ) -> [Truth] {
    positions.map { position in
      guard let cell = cells[Int(position)] else { return .no }
      return cell == text ? .yes : .no
    }
  }
}
