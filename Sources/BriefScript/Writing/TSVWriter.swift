import BriefSource

/// Tab-separated values: a line of column names, then a line for each row, whole values.
///
/// A tab, line feed, carriage return or backslash in a cell is written `\t`, `\n`, `\r` or `\\`;
/// nothing else is changed, and nothing is quoted. What is missing is empty. A list that is no
/// cell has a line for each element; a single value and a page stand plainly.
struct TSVWriter: ValueWriter {
  func write(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .nothing: break
    case .table(let table): write(table, to: &bytes)
    case .record(let record): write(record.asTable, to: &bytes)
    case .list(let elements):
      for element in elements {
        escape(element.cellText, to: &bytes)
        bytes.append(0x0A)
      }
    default: bytes.appendLines(value.cellText)
    }
  }

  private func write(_ table: Table, to bytes: inout [UInt8]) {
    for (index, column) in table.type.columns.enumerated() {
      if index > 0 { bytes.append(0x09) }
      escape(column.name, to: &bytes)
    }
    bytes.append(0x0A)
    for row in 0..<table.count {
      for column in table.type.columns.indices {
        if column > 0 { bytes.append(0x09) }
        escape(table[row, column].cellText, to: &bytes)
      }
      bytes.append(0x0A)
    }
  }

  private func escape(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0x5C: bytes.append(contentsOf: #"\\"#.utf8)
      default: bytes.append(byte)
      }
    }
  }
}
