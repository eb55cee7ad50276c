import BriefSource

extension Value {
  /// Takes the number of its elements, and of those of its elements, from `left`; false as soon as
  /// there are not so many.
  ///
  /// Linear in what is taken.
  func takeElements(from left: inout Int) -> Bool {
    left -= 1
    if case .list(let elements) = self {
      for element in elements where !element.takeElements(from: &left) { return false }
    }
    return left >= 0
  }

  /// Takes about the number of bytes it has when it is written out from `left`; false as soon as
  /// there are not so many.
  ///
  /// Linear in what is taken.
  func takeCharacters(from left: inout Int) -> Bool {
    switch self {
    case .text(let text): left -= text.byteCount + 2
    case .page(let page): left -= page.plain.utf8.count
    case .list(let elements):
      for element in elements where !element.takeCharacters(from: &left) { return false }
    case .record(let record):
      for column in record.table.columns {
        let cell = column[Int(record.table.rows[record.row])]
        if !cell.takeCharacters(from: &left) { return false }
      }
    case .table(let table):
      for column in table.columns where !column.takeCharacters(of: table.rows, from: &left) {
        return false
      }
    case .place: left -= 32
    default: left -= 8
    }
    return left >= 0
  }
}

extension ColumnStorage {
  /// Takes about the number of bytes that the cells at `positions` have when they are written out.
  fileprivate func takeCharacters(of positions: [Int32], from left: inout Int) -> Bool {
    switch cells {
    case .text(let cells):
      for position in positions {
        left -= (cells[Int(position)]?.byteCount ?? 0) + 1
        if left < 0 { return false }
      }
    case .value(let cells):
      for position in positions where !cells[Int(position)].takeCharacters(from: &left) {
        return false
      }
    case .place: left -= positions.count * 32
    default: left -= positions.count * 4
    }
    return left >= 0
  }
}
