import BriefSource

extension Table {
  /// The table without rows that repeat an earlier one in the columns called `names`; in all
  /// columns when none is named.
  ///
  /// Linear in the number of cells compared; no cell is copied.
  public func distinct(_ names: [String] = []) -> Table {
    let groups = groups(by: names.isEmpty ? type.names : names)
    return selecting(groups.compactMap { $0.first.map(Int.init) })
  }

  /// How many rows there are for each combination of values in the columns called `names`, in a
  /// column `count`.
  ///
  /// The most frequent first, equally frequent ones in the order of their first rows. O(n log n)
  /// in the number of rows.
  public func counted(by names: [String]) -> Table {
    let groups = groups(by: names)
    let order = groups.indices.sorted {
      (groups[$1].count, $0) < (groups[$0].count, $1)
    }
    let names = type.counted(by: names).names.dropLast()
    return grouped(
      order.map { groups[$0] }, keys: Array(names),
      adding: [(TableType.countColumn, order.map { .int(groups[$0].count) })])
  }

  /// A table with one row for each column of this one: its type, how full it is, its extremes.
  ///
  /// O(n log n) in the number of rows.
  public func described() -> Table {
    let rows = type.columns.map { column -> [Value] in
      let cells = (self.column(column.name) ?? []).filter { !$0.isMissing }
      let numbers = cells.compactMap(\.asNumber)
      let least = cells.min { Value.order($0, $1) < 0 }
      let greatest = cells.max { Value.order($0, $1) < 0 }
      let distinct =
        storage(of: column.name).map {
          ColumnNumbering.equality($0, self.rows).count
        } ?? 0
      let isNumeric = column.type.isNumeric && !numbers.isEmpty
      return [
        .text(column.name), .text(column.type.name), .int(cells.count),
        .int(count - cells.count), .int(distinct),
        least.map { .text($0.asText) } ?? .missing,
        greatest.map { .text($0.asText) } ?? .missing,
        isNumeric ? .number(Statistics.mean(numbers)) : .missing,
      ]
    }
    return Table(.described, rows: rows)
  }

  /// The rows of each combination of values in the columns called `names`, in their order; the
  /// combinations in the order of their first rows.
  func groups(by names: [String]) -> [[Int32]] {
    let columns = names.compactMap { storage(of: $0) }
    guard let first = columns.first else {
      return isEmpty ? [] : [Array(0..<Int32(clamping: count))]
    }
    return columns.dropFirst().reduce(ColumnNumbering.equality(first, rows)) {
      $0.paired(with: .equality($1, rows))
    }.groups
  }

  /// One row for each of `groups`, which are not empty: the columns called `keys` as in the first
  /// row of the group, then `added`.
  func grouped(
    _ groups: [[Int32]], keys: [String], adding added: [(TableType.Column, [Value])]
  ) -> Table {
    let firsts = groups.map { rows[Int($0.first ?? 0)] }
    let keyType = type.selecting(keys)
    let keyColumns = keyType.columns.compactMap { storage(of: $0.name)?.gathering(firsts) }
    return Table(
      type: TableType(keyType.columns + added.map(\.0)),
      columns: keyColumns + added.map { ColumnStorage($0.0.type, $0.1) },
      rows: Array(0..<Int32(clamping: groups.count)),
      origins: GroupOrigins(table: self, keys: keyType.names, groups: groups))
  }
}

extension Value {
  /// A text that is kept as it is, or the characters of another value.
  var asText: Text {
    if case .text(let text) = self { text } else { Text(plainText) }
  }
}
