import BriefSource

/// A table of typed columns; filtered and sorted tables share the cells and differ in their rows.
public struct Table {
  /// Its columns and what its rows are.
  public let type: TableType
  /// The cells, column by column, in the order of ``type``.
  let columns: [ColumnStorage]
  /// The positions in the columns of the rows, in order.
  let rows: [Int32]
  /// What stands behind the rows.
  let origins: (any RowOrigins)?

  init(
    type: TableType, columns: [ColumnStorage], rows: [Int32], origins: (any RowOrigins)? = nil
  ) {
    self.type = type
    self.columns = columns
    self.rows = rows
    self.origins = origins
  }

  /// The number of rows.
  public var count: Int { rows.count }

  /// The cell in the column at `column` of the row at `row`, both from 0.
  public subscript(row: Int, column: Int) -> Value { columns[column][Int(rows[row])] }

  /// The row at `row`.
  public func record(_ row: Int) -> Record { Record(table: self, row: row) }

  /// Where the thing in the row at `row` stands in a text.
  public func place(of row: Int) -> Place? { origins?.place(of: Int(rows[row])) }

  /// Why the row at `row` is what it is.
  public func explanation(of row: Int) -> Explanation? {
    origins?.explanation(of: Int(rows[row]))
  }

  /// The things the rows stand for, when all of them are a `Thing`; otherwise `nil`.
  public func things<Thing>(_ type: Thing.Type = Thing.self) -> [Thing]? {
    guard let origins else { return rows.isEmpty ? [] : nil }
    var things: [Thing] = []
    things.reserveCapacity(rows.count)
    for row in rows {
      guard let thing = origins.thing(of: Int(row)) as? Thing else { return nil }
      things.append(thing)
    }
    return things
  }

  /// The same cells with other rows: positions in this table, in the order wanted.
  public func selecting(_ positions: some Sequence<Int>) -> Table {
    Table(
      type: type, columns: columns, rows: positions.map { rows[$0] }, origins: origins)
  }
}

/// One row of a table.
public struct Record {
  /// The table that holds it.
  public let table: Table
  /// Its position there, from 0.
  public let row: Int

  /// The cell in the column called `name`, or `nil` when there is no such column.
  public subscript(name: String) -> Value? {
    table.type.index(of: name).map { table[row, $0] }
  }
}

/// What stands behind the rows of a table: things, their places, and why they are there.
public protocol RowOrigins {
  /// The thing behind the row at this position in the columns.
  func thing(of position: Int) -> Any?
  /// Where it stands.
  func place(of position: Int) -> Place?
  /// Why it is what it is.
  func explanation(of position: Int) -> Explanation?
}

/// Why an answer is what it is, for `why`.
public struct Explanation {
  /// What is explained, in one line.
  public let title: String
  /// The steps of the reasoning, each a sentence.
  public let steps: [String]
  /// The places that bear on it, drawn with carets.
  public let evidence: [SourceExcerpt.Mark]
  /// The text the evidence stands in.
  public let source: Source?

  /// Creates an explanation.
  public init(
    title: String, steps: [String], evidence: [SourceExcerpt.Mark] = [], source: Source? = nil
  ) {
    self.title = title
    self.steps = steps
    self.evidence = evidence
    self.source = source
  }
}

/// The cells of one column.
final class ColumnStorage {
  enum Cells {
    case bool([Bool?])
    case int([Int?])
    case number([Double?])
    case text([Text?])
    case date([CalendarDate?])
    case place([Place?])
    case value([Value])
  }

  let cells: Cells

  init(_ cells: Cells) { self.cells = cells }

  subscript(position: Int) -> Value {
    switch cells {
    case .bool(let cells): cells[position].map(Value.bool) ?? .missing
    case .int(let cells): cells[position].map(Value.int) ?? .missing
    case .number(let cells): cells[position].map(Value.number) ?? .missing
    case .text(let cells): cells[position].map { .text($0) } ?? .missing
    case .date(let cells): cells[position].map(Value.date) ?? .missing
    case .place(let cells): cells[position].map(Value.place) ?? .missing
    case .value(let cells): cells[position]
    }
  }
}
