import BriefSource

extension Table {
  /// The rows sorted by the columns called `names`, the first weighing most.
  ///
  /// The sort is stable and its order the same everywhere: see ``Value/order(_:_:)``. Rows in which
  /// a cell is missing come last, descending or not. Names there are none of are left out.
  /// O(n log n) in the number of rows; no cell is copied.
  public func sorted(by names: [String], descending: Bool = false) -> Table {
    let keys = names.compactMap { storage(of: $0).map { SortKeys($0, rows: rows) } }
    guard !keys.isEmpty else { return self }
    let order = (0..<count).sorted { left, right in
      for key in keys {
        let order = key.order(left, right, descending: descending)
        if order != 0 { return order < 0 }
      }
      return left < right
    }
    return selecting(order)
  }
}

/// What the rows of a table are compared by in one column.
private enum SortKeys {
  case ints([Int?])
  case numbers([Double?])
  /// The key decides nearly always; where two are equal the texts do.
  case texts([UInt64], [Text?])
  case values([Value])

  init(_ column: ColumnStorage, rows: [Int32]) {
    switch column.cells {
    case .int(let cells): self = .ints(rows.map { cells[Int($0)] })
    case .bool(let cells): self = .ints(rows.map { cells[Int($0)].map { $0 ? 1 : 0 } })
    case .number(let cells):
      self = .numbers(rows.map { cells[Int($0)].flatMap { $0.isFinite ? $0 : nil } })
    case .text(let cells):
      let texts = rows.map { cells[Int($0)] }
      self = .texts(texts.map { $0?.orderKey ?? 0 }, texts)
    default: self = .values(rows.map { column[Int($0)] })
    }
  }

  func order(_ left: Int, _ right: Int, descending: Bool) -> Int {
    switch self {
    case .ints(let keys):
      Self.order(keys[left], keys[right], descending, Value.compare)
    case .numbers(let keys):
      Self.order(keys[left], keys[right], descending, Value.compare)
    case .texts(let keys, let texts):
      if keys[left] != keys[right], texts[left] != nil, texts[right] != nil {
        keys[left] < keys[right] ? (descending ? 1 : -1) : (descending ? -1 : 1)
      } else {
        Self.order(texts[left], texts[right], descending, Text.order)
      }
    case .values(let keys):
      Self.order(
        keys[left].isMissing ? nil : keys[left], keys[right].isMissing ? nil : keys[right],
        descending, Value.order)
    }
  }

  private static func order<Key>(
    _ left: Key?, _ right: Key?, _ descending: Bool, _ order: (Key, Key) -> Int
  ) -> Int {
    guard let left else { return right == nil ? 0 : 1 }
    guard let right else { return -1 }
    return descending ? order(right, left) : order(left, right)
  }
}
