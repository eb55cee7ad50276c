extension Table {
  /// How many rows a table made of several may have.
  static let rowLimit = 10_000_000

  /// The rows of this table with the columns of each row of `other` that is equal in the columns
  /// called `keys`.
  ///
  /// The order is that of the rows here, for each of them that of the rows there. A row without a
  /// match has missing cells, or is left out as `kept` says. Missing keys match nothing. A row
  /// stands for what it stood for here. Linear in the rows of both tables and of the result; cells
  /// are gathered when they are asked for, and no text is copied.
  ///
  /// - Throws: ``CallProblem`` as ``TableType/joined(with:by:keeping:)`` does, and when there would
  ///   be more than ten million rows.
  public func joined(
    with other: Table, by keys: [String], keeping kept: JoinedRows = .all
  ) throws(CallProblem) -> Table {
    let type = try self.type.closed.joined(with: other.type.closed, by: keys, keeping: kept)
    let matches = Matches(self, other, keys)
    if kept == .unmatched {
      return selecting((0..<count).lazy.filter { matches.count(of: $0) == 0 })
    }
    var size = 0
    for row in 0..<count {
      size += max(matches.count(of: row), kept == .all ? 1 : 0)
      if size > Self.rowLimit {
        throw .tooLarge(
          "the joined table would have more than \(Self.rowLimit) rows",
          help: "join by more columns, or make the rows fewer with `distinct` or `group`")
      }
    }
    var (left, right): ([Int32], [Int32]) = ([], [])
    left.reserveCapacity(size)
    right.reserveCapacity(size)
    for row in 0..<count {
      let found = matches.rows(of: row)
      if found.isEmpty, kept == .all {
        left.append(rows[row])
        right.append(-1)
      }
      for match in found {
        left.append(rows[row])
        right.append(other.rows[Int(match)])
      }
    }
    let added = type.columns.dropFirst(columns.count).compactMap { other.storage(of: $0.name) }
    return Table(
      type: type,
      columns: columns.map { $0.gatheringLater(left) }
        + added.map { $0.gatheringLater(orMissing: right) },
      rows: Array(0..<Int32(clamping: left.count)),
      origins: origins.map { GatheredOrigins(origins: $0, positions: left) })
  }
}

/// The rows of a second table that are equal to the rows of a first in some columns.
private struct Matches {
  /// The number of each row of the first table by its keys; -1 where one is missing.
  private var numbers: [Int32] = []
  /// Where the rows of each number begin in `sorted`.
  private var starts: [Int] = [0]
  /// The rows of the second table by their numbers, those of a number in their order.
  private var sorted: [Int32] = []

  init(_ first: Table, _ second: Table, _ keys: [String]) {
    let columns = keys.compactMap { key -> ColumnNumbering? in
      guard let left = first.storage(of: key), let right = second.storage(of: key) else {
        return nil
      }
      return .equality(left, first.rows, right, second.rows)
    }
    guard let column = columns.first else {
      numbers = [Int32](repeating: -1, count: first.count)
      return
    }
    let joined = columns.dropFirst().reduce(column) { $0.paired(with: $1) }
    func number(of row: Int) -> Int32 {
      columns.contains { $0.numbers[row] == $0.count } ? -1 : joined.numbers[row]
    }
    numbers = (0..<first.count).map(number)
    let others = (0..<second.count).map { number(of: first.count + $0) }
    starts = [Int](repeating: 0, count: joined.count + 1)
    for number in others where number >= 0 { starts[Int(number) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    sorted = [Int32](repeating: 0, count: starts[joined.count])
    var next = starts
    for (row, number) in others.enumerated() where number >= 0 {
      sorted[next[Int(number)]] = Int32(truncatingIfNeeded: row)
      next[Int(number)] += 1
    }
  }

  func count(of row: Int) -> Int { rows(of: row).count }

  /// The rows of the second table that match the row at `row` of the first.
  func rows(of row: Int) -> ArraySlice<Int32> {
    guard numbers[row] >= 0 else { return [] }
    let number = Int(numbers[row])
    return sorted[starts[number]..<starts[number + 1]]
  }
}
