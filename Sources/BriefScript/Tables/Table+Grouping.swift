import BriefSource

extension Table {
  /// The table without rows that repeat an earlier one in the columns called `names`; in all
  /// columns when none is named.
  ///
  /// Linear in the number of cells compared; no cell is copied.
  public func distinct(_ names: [String] = []) -> Table {
    selecting(grouping(by: names.isEmpty ? type.names : names).firsts.lazy.map { Int($0) })
  }

  /// How many rows there are for each combination of values in the columns called `names`, in a
  /// column `count`.
  ///
  /// The most frequent first, equally frequent ones in the order of their first rows. O(n log n)
  /// in the number of rows.
  public func counted(by names: [String]) -> Table {
    let grouping = grouping(by: names)
    let counts = grouping.counts
    let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    let names = type.counted(by: names).names.dropLast()
    return grouped(
      grouping.ordered(order), keys: Array(names),
      adding: [(TableType.countColumn, order.map { .int(Int(counts[$0])) })])
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

  /// Which rows agree in the columns called `names`; the groups in the order of their first rows.
  func grouping(by names: [String]) -> Grouping {
    let columns = names.compactMap { storage(of: $0) }
    guard let first = columns.first else { return Grouping(rows: count) }
    return Grouping(
      columns.dropFirst().reduce(ColumnNumbering.equality(first, rows)) {
        $0.paired(with: .equality($1, rows))
      })
  }

  /// One row for each group of `grouping`: the columns called `keys` as in its first row, then
  /// `added`.
  func grouped(
    _ grouping: Grouping, keys: [String], adding added: [(TableType.Column, [Value])]
  ) -> Table {
    let firsts = grouping.firsts.map { rows[Int($0)] }
    let keyType = type.selecting(keys)
    let keyColumns = keyType.columns.compactMap { storage(of: $0.name)?.gathering(firsts) }
    return Table(
      type: TableType(keyType.columns + added.map(\.0)),
      columns: keyColumns + added.map { ColumnStorage($0.0.type, $0.1) },
      rows: Array(0..<Int32(clamping: firsts.count)),
      origins: GroupOrigins(
        table: self, keys: keyType.names, firsts: grouping.firsts, counts: grouping.counts))
  }
}

extension Value {
  /// A text that is kept as it is, or the characters of another value.
  var asText: Text {
    if case .text(let text) = self { text } else { Text(plainText) }
  }
}
