import BriefSource

/// JSON (RFC 8259): a table is an array of objects, one on each line.
///
/// A place is an object of `source`, `line`, `start` and `end`, the offsets in code points from
/// the start of the file. Dates and durations are strings after ISO 8601, what is missing is
/// `null`, and so is a number that is not finite.
struct JSONValueWriter: ValueWriter {
  func write(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .nothing: return
    case .table(let table): write(table, to: &bytes)
    default: append(value, to: &bytes)
    }
    bytes.append(0x0A)
  }

  private func write(_ table: Table, to bytes: inout [UInt8]) {
    guard table.count > 0 else {
      bytes.append(contentsOf: "[]".utf8)
      return
    }
    bytes.append(contentsOf: "[\n".utf8)
    for row in 0..<table.count {
      bytes.append(contentsOf: (row == 0 ? "  " : ",\n  ").utf8)
      append(.record(table.record(row)), to: &bytes)
    }
    bytes.append(contentsOf: "\n]".utf8)
  }

  private func append(_ value: Value, to bytes: inout [UInt8]) {
    var json = JSONWriter()
    json.value(value)
    bytes.append(contentsOf: json.bytes)
  }
}

/// JSON Lines: a value a line; a table has an object for each row, a list its elements.
struct JSONLinesWriter: ValueWriter {
  func write(_ value: Value, to bytes: inout [UInt8]) {
    var json = JSONWriter()
    switch value {
    case .nothing: break
    case .table(let table):
      for row in 0..<table.count {
        json.value(.record(table.record(row)))
        json.endLine()
      }
    case .list(let elements):
      for element in elements {
        json.value(element)
        json.endLine()
      }
    default:
      json.value(value)
      json.endLine()
    }
    bytes.append(contentsOf: json.bytes)
  }
}

extension JSONWriter {
  /// Writes a value of the language; see ``OutputFormat/json``.
  public mutating func value(_ value: Value) {
    switch value {
    case .nothing, .missing: null()
    case .bool(let flag): self.value(flag)
    case .int(let number): self.value(number)
    case .number(let number): self.value(number)
    case .text(let text): self.value(text.string)
    case .date(let date): self.value(date.description)
    case .duration(let duration): self.value(duration.description)
    case .place(let place): self.place(place)
    case .list(let elements):
      array { json in
        for element in elements { json.value(element) }
      }
    case .table(let table):
      array { json in
        for row in 0..<table.count { json.value(.record(table.record(row))) }
      }
    case .record(let record):
      object { json in
        for (column, declaration) in record.table.type.columns.enumerated() {
          json.key(declaration.name)
          json.value(record.table[record.row, column])
        }
      }
    case .page(let page): self.value(page.plain)
    }
  }

  /// Writes a citation, with offsets in code points.
  public mutating func place(_ place: Place) {
    let range = place.source.scalarRange(place.range)
    object { json in
      json.member("source", place.source.name)
      json.member("line", place.source.lineNumber(at: place.range.start))
      json.member("start", range.lowerBound)
      json.member("end", range.upperBound)
    }
  }
}
