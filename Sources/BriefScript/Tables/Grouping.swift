/// Which rows of a table belong together.
struct Grouping {
  /// The group of each row; groups are numbered in the order of their first rows.
  let numbers: [Int32]
  /// The first row of each group.
  let firsts: [Int32]
  /// How many rows each group has.
  let counts: [Int32]

  /// Groups rows that have the same number.
  ///
  /// Linear in the number of rows and of numbers.
  init(_ numbering: ColumnNumbering) {
    var groups = [Int32](repeating: -1, count: numbering.count + 1)
    var firsts: [Int32] = []
    var counts: [Int32] = []
    numbers = numbering.numbers.enumerated().map { row, number in
      var group = groups[Int(number)]
      if group < 0 {
        group = Int32(truncatingIfNeeded: firsts.count)
        groups[Int(number)] = group
        firsts.append(Int32(truncatingIfNeeded: row))
        counts.append(0)
      }
      counts[Int(group)] += 1
      return group
    }
    self.firsts = firsts
    self.counts = counts
  }

  /// One group of all rows, or none where there is no row.
  init(rows: Int) {
    numbers = Array(repeating: 0, count: rows)
    firsts = rows == 0 ? [] : [0]
    counts = rows == 0 ? [] : [Int32(clamping: rows)]
  }

  private init(numbers: [Int32], firsts: [Int32], counts: [Int32]) {
    self.numbers = numbers
    self.firsts = firsts
    self.counts = counts
  }

  /// The same rows with their groups in another order.
  func ordered(_ order: [Int]) -> Grouping {
    var places = [Int32](repeating: 0, count: order.count)
    for (place, group) in order.enumerated() { places[group] = Int32(truncatingIfNeeded: place) }
    return Grouping(
      numbers: numbers.map { places[Int($0)] }, firsts: order.map { firsts[$0] },
      counts: order.map { counts[$0] })
  }

  /// The rows of each group in their order.
  var groups: [[Int32]] {
    var groups = counts.map { count in
      var rows: [Int32] = []
      rows.reserveCapacity(Int(count))
      return rows
    }
    for (row, group) in numbers.enumerated() {
      groups[Int(group)].append(Int32(truncatingIfNeeded: row))
    }
    return groups
  }
}
