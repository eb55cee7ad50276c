/// The cells of a column of ints, numbers or dates as unsigned ints that are ordered as they are.
struct SortKeys {
  /// The key of each row; missing cells have the greatest.
  private let keys: [UInt64]

  /// The keys of the cells at `positions`; `nil` for a column of another type.
  init?(_ column: ColumnStorage, _ positions: [Int32], descending: Bool) {
    func keys(_ key: (Int) -> UInt64?) -> [UInt64] {
      positions.map { position in
        key(Int(position)).map { descending ? ~$0 : $0 } ?? .max
      }
    }
    switch column.cells {
    case .int(let cells):
      // Theirs would be the key of missing cells.
      if cells.contains(where: { $0 == .max || $0 == .min }) { return nil }
      self.keys = keys { cells[$0].map(Self.key) }
    case .date(let cells): self.keys = keys { cells[$0].map { Self.key($0.sortKey) } }
    case .number(let cells):
      self.keys = keys { cells[$0].flatMap { $0.isFinite ? Self.key($0) : nil } }
    default: return nil
    }
  }

  private static func key(_ int: Int) -> UInt64 { UInt64(bitPattern: Int64(int)) ^ 1 << 63 }

  /// The bits of IEEE 754 numbers are ordered as their sizes are; those of negative ones the other
  /// way round.
  private static func key(_ number: Double) -> UInt64 {
    // The two zeros are one number.
    let bits = (number == 0 ? 0 : number).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }

  /// `rows`, sorted by their keys, stable.
  ///
  /// A radix sort from the lowest byte on (H. H. Seward, 1954); bytes in which all keys agree are
  /// left out. Linear in the number of rows.
  func sorting(_ rows: [Int32]) -> [Int32] {
    guard rows.count > 64 else {
      return rows.enumerated().sorted {
        (keys[Int($0.element)], $0.offset) < (keys[Int($1.element)], $1.offset)
      }.map(\.element)
    }
    var differing: UInt64 = 0
    let first = keys[Int(rows[0])]
    for row in rows { differing |= keys[Int(row)] ^ first }
    var sorted = rows.map { (key: keys[Int($0)], row: $0) }
    var target = sorted
    for shift in stride(from: UInt64(0), to: 64, by: 8) where differing >> shift & 0xFF != 0 {
      var starts = [Int](repeating: 0, count: 257)
      for item in sorted { starts[Int(item.key >> shift & 0xFF) + 1] += 1 }
      for byte in 1...256 { starts[byte] += starts[byte - 1] }
      for item in sorted {
        let byte = Int(item.key >> shift & 0xFF)
        target[starts[byte]] = item
        starts[byte] += 1
      }
      swap(&sorted, &target)
    }
    return sorted.map(\.row)
  }
}
