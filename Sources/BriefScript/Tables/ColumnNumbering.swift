import BriefSource

/// The cells of a column as small numbers, by which rows are grouped or sorted without another look
/// at the cells.
struct ColumnNumbering {
  /// The number of each row's cell, below ``count``; that of a missing cell is ``count`` itself.
  let numbers: [Int32]
  /// How many numbers there are.
  let count: Int

  /// Numbers the cells at `positions` so that equal cells have equal numbers.
  ///
  /// Linear in the number of rows.
  static func equality(_ column: ColumnStorage, _ positions: [Int32]) -> ColumnNumbering {
    switch column.cells {
    case .bool(let cells): distinct(positions) { cells[$0].map { $0 ? 1 : 0 } }
    case .int(let cells): distinctInts(positions) { cells[$0] }
    case .date(let cells): distinctInts(positions) { cells[$0].map(\.sortKey) }
    case .number(let cells):
      distinct(positions) { cells[$0].flatMap { $0.isFinite ? $0 : nil } }
    case .text(let cells): texts(positions, cells).numbering
    default:
      distinct(positions) { position in
        let value = column[position]
        return value.isMissing ? nil : value
      }
    }
  }

  /// Numbers the cells at `positions` so that the numbers are ordered as the cells are, equally
  /// ordered cells having equal numbers.
  ///
  /// O(n log n) in the number of rows, of which only the different cells are compared. Ints,
  /// numbers and dates are sorted by ``SortKeys`` instead.
  static func order(_ column: ColumnStorage, _ positions: [Int32]) -> ColumnNumbering {
    switch column.cells {
    case .bool(let cells):
      return ColumnNumbering(
        numbers: positions.map { cells[Int($0)].map { $0 ? 1 : 0 } ?? 2 }, count: 2)
    case .text(let cells):
      let (numbering, texts) = texts(positions, cells)
      let keys = texts.map(\.orderKey)
      return numbering.reordered { left, right in
        keys[left] == keys[right]
          ? Text.order(texts[left], texts[right]) : Value.compare(keys[left], keys[right])
      }
    default:
      var values: [Value] = []
      var index: [Value: Int32] = [:]
      let numbers = positions.map { position -> Int32 in
        let value = column[Int(position)]
        if value.isMissing { return -1 }
        if let known = index[value] { return known }
        index[value] = Int32(clamping: values.count)
        values.append(value)
        return Int32(clamping: values.count - 1)
      }
      return ColumnNumbering(numbers: numbers, count: values.count).closed
        .reordered { Value.order(values[$0], values[$1]) }
    }
  }

  // MARK: Making

  private static func texts(
    _ positions: [Int32], _ cells: [Text?]
  ) -> (numbering: ColumnNumbering, texts: [Text]) {
    var interner = TextInterner()
    let numbers = positions.map { position -> Int32 in
      cells[Int(position)].map { interner.id(of: $0) } ?? -1
    }
    return (
      ColumnNumbering(numbers: numbers, count: interner.texts.count).closed, interner.texts
    )
  }

  private static func distinct<Key: Hashable>(
    _ positions: [Int32], _ key: (Int) -> Key?
  ) -> ColumnNumbering {
    var index: [Key: Int32] = [:]
    let numbers = positions.map { position -> Int32 in
      guard let key = key(Int(position)) else { return -1 }
      if let known = index[key] { return known }
      let number = Int32(clamping: index.count)
      index[key] = number
      return number
    }
    return ColumnNumbering(numbers: numbers, count: index.count).closed
  }

  /// Numbers ints by a table of all ints between the least and the greatest, where they lie close
  /// together.
  private static func distinctInts(
    _ positions: [Int32], _ key: (Int) -> Int?
  ) -> ColumnNumbering {
    let keys = positions.map { key(Int($0)) }
    var (least, greatest) = (Int.max, Int.min)
    for case let key? in keys {
      least = min(least, key)
      greatest = max(greatest, key)
    }
    let (spread, overflow) = greatest.subtractingReportingOverflow(least)
    guard least <= greatest, !overflow, spread < 4 * positions.count + 256 else {
      return distinct(positions, key)
    }
    var index = [Int32](repeating: -1, count: spread + 1)
    var count: Int32 = 0
    let numbers = keys.map { key -> Int32 in
      guard let key else { return -1 }
      if index[key - least] < 0 {
        index[key - least] = count
        count += 1
      }
      return index[key - least]
    }
    return ColumnNumbering(numbers: numbers, count: Int(count)).closed
  }

  /// The same with missing cells numbered after all others.
  private var closed: ColumnNumbering {
    let missing = Int32(clamping: count)
    return ColumnNumbering(numbers: numbers.map { $0 < 0 ? missing : $0 }, count: count)
  }

  /// Numbered anew in the order of what the numbers stand for.
  private func reordered(_ order: (Int, Int) -> Int) -> ColumnNumbering {
    let sorted = (0..<count).sorted {
      let order = order($0, $1)
      return order == 0 ? $0 < $1 : order < 0
    }
    var ranks = [Int32](repeating: 0, count: count + 1)
    var rank: Int32 = -1
    for (index, number) in sorted.enumerated() {
      if index == 0 || order(sorted[index - 1], number) != 0 { rank += 1 }
      ranks[number] = rank
    }
    ranks[count] = rank + 1
    return ColumnNumbering(numbers: numbers.map { ranks[Int($0)] }, count: Int(rank + 1))
  }

  // MARK: Using

  /// `rows`, sorted by their numbers, stable, missing cells last.
  ///
  /// A counting sort; linear in the number of rows and of numbers.
  func sorting(_ rows: [Int32], descending: Bool) -> [Int32] {
    var starts = [Int](repeating: 0, count: count + 2)
    func bucket(_ row: Int32) -> Int {
      let number = Int(numbers[Int(row)])
      return descending && number < count ? count - 1 - number : number
    }
    for row in rows { starts[bucket(row) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var sorted = rows
    for row in rows {
      let bucket = bucket(row)
      sorted[starts[bucket]] = row
      starts[bucket] += 1
    }
    return sorted
  }

  /// Numbers pairs of this column's and another's numbers, as ``equality(_:_:)`` numbers cells; no
  /// pair counts as missing.
  func paired(with other: ColumnNumbering) -> ColumnNumbering {
    let (size, overflow) = (count + 1).multipliedReportingOverflow(by: other.count + 1)
    if !overflow, size < min(4 * numbers.count + 256, Int(Int32.max)) {
      // Few enough pairs are possible for each to be a number.
      let width = Int32(truncatingIfNeeded: other.count + 1)
      return ColumnNumbering(
        numbers: zip(numbers, other.numbers).map { $0 * width + $1 }, count: size)
    }
    var index: [Int64: Int32] = [:]
    let width = Int64(other.count + 1)
    let pairs = numbers.indices.map { row -> Int32 in
      let key = Int64(numbers[row]) * width + Int64(other.numbers[row])
      if let known = index[key] { return known }
      let number = Int32(clamping: index.count)
      index[key] = number
      return number
    }
    return ColumnNumbering(numbers: pairs, count: index.count)
  }
}

extension CalendarDate {
  /// A number that is ordered as dates are and different for different dates.
  var sortKey: Int { (year * 16 + (month ?? 0)) * 32 + (day ?? 0) }
}
