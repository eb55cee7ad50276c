import BriefSource

extension ColumnNumbering {
  /// Numbers the cells of a column at `firstRows`, then those of another at `secondRows`, so that
  /// equal cells have equal numbers, whichever column they stand in.
  ///
  /// Linear in the number of rows.
  static func equality(
    _ first: ColumnStorage, _ firstRows: [Int32], _ second: ColumnStorage, _ secondRows: [Int32]
  ) -> ColumnNumbering {
    func keys<Cell, Key>(
      _ first: [Cell?], _ second: [Cell?], _ key: (Cell) -> Key?
    ) -> [Key?] {
      firstRows.map { first[Int($0)].flatMap(key) }
        + secondRows.map { second[Int($0)].flatMap(key) }
    }
    switch (first.cells, second.cells) {
    case (.bool(let first), .bool(let second)): return distinct(keys(first, second) { $0 })
    case (.int(let first), .int(let second)): return distinct(keys(first, second) { $0 })
    case (.date(let first), .date(let second)): return distinct(keys(first, second, \.sortKey))
    case (.number(let first), .number(let second)):
      return distinct(keys(first, second) { $0.isFinite ? $0 : nil })
    case (.text(let first), .text(let second)):
      var interner = TextInterner()
      let numbers = keys(first, second) { $0 }.map { $0.map { interner.id(of: $0) } ?? -1 }
      return numbering(numbers, count: interner.texts.count)
    default:
      let cells = firstRows.map { first[Int($0)] } + secondRows.map { second[Int($0)] }
      return distinct(cells.map { $0.isMissing ? nil : $0 })
    }
  }

  private static func distinct<Key: Hashable>(_ keys: [Key?]) -> ColumnNumbering {
    var index: [Key: Int32] = [:]
    let numbers = keys.map { key -> Int32 in
      guard let key else { return -1 }
      if let known = index[key] { return known }
      let number = Int32(clamping: index.count)
      index[key] = number
      return number
    }
    return numbering(numbers, count: index.count)
  }

  /// Numbers that are -1 for missing cells.
  private static func numbering(_ numbers: [Int32], count: Int) -> ColumnNumbering {
    let missing = Int32(clamping: count)
    return ColumnNumbering(numbers: numbers.map { $0 < 0 ? missing : $0 }, count: count)
  }
}
