extension ColumnStorage {
  /// The cells at `positions`, gathered when the first of them is asked for.
  func gatheringLater(_ positions: [Int32]) -> ColumnStorage {
    ColumnStorage(self.gathering(positions).cells)
  }

  /// The cells at `positions`, missing where a position is negative, gathered when the first of
  /// them is asked for.
  func gatheringLater(orMissing positions: [Int32]) -> ColumnStorage {
    ColumnStorage(self.cells(orMissing: positions))
  }

  private func cells(orMissing positions: [Int32]) -> Cells {
    func gather<Cell>(_ cells: [Cell?]) -> [Cell?] {
      positions.map { $0 < 0 ? nil : cells[Int($0)] }
    }
    return switch cells {
    case .bool(let cells): .bool(gather(cells))
    case .int(let cells): .int(gather(cells))
    case .number(let cells): .number(gather(cells))
    case .text(let cells): .text(gather(cells))
    case .date(let cells): .date(gather(cells))
    case .place(let cells): .place(gather(cells))
    case .value(let cells): .value(positions.map { $0 < 0 ? .missing : cells[Int($0)] })
    }
  }

  /// The cells of several columns, one after the other, copied when the first of them is asked for.
  ///
  /// - Parameters:
  ///   - parts: Columns, each with the positions of its cells.
  ///   - type: The type of all of them.
  static func concatenating(
    _ parts: [(column: ColumnStorage, positions: [Int32])], type: ValueType
  ) -> ColumnStorage {
    ColumnStorage(concatenation(of: parts, type: type))
  }

  private static func concatenation(
    of parts: [(column: ColumnStorage, positions: [Int32])], type: ValueType
  ) -> Cells {
    func all<Cell>(_ unwrap: (Cells) -> [Cell?]?) -> [Cell?]? {
      var result: [Cell?] = []
      for part in parts {
        guard let cells = unwrap(part.column.cells) else { return nil }
        result += part.positions.lazy.map { cells[Int($0)] }
      }
      return result
    }
    let unboxed: Cells? =
      switch parts.first?.column.cells {
      case .bool: all { if case .bool(let cells) = $0 { cells } else { nil } }.map(Cells.bool)
      case .int: all { if case .int(let cells) = $0 { cells } else { nil } }.map(Cells.int)
      case .number: all { if case .number(let cells) = $0 { cells } else { nil } }.map(Cells.number)
      case .text: all { if case .text(let cells) = $0 { cells } else { nil } }.map(Cells.text)
      case .date: all { if case .date(let cells) = $0 { cells } else { nil } }.map(Cells.date)
      case .place: all { if case .place(let cells) = $0 { cells } else { nil } }.map(Cells.place)
      default: nil
      }
    if let unboxed { return unboxed }
    let values = parts.flatMap { part in part.positions.map { part.column[Int($0)] } }
    return ColumnStorage(type, values).cells
  }
}
