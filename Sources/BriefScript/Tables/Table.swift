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
  /// How it is drawn where it is read; a table made of it is a grid again.
  public private(set) var arrangement = Arrangement.grid

  /// How a table can be drawn.
  public enum Arrangement: Sendable {
    /// Rows and columns, as far as there is room.
    case grid
    /// One row under another, with a line for each column.
    case records
  }

  init(
    type: TableType, columns: [ColumnStorage], rows: [Int32], origins: (any RowOrigins)? = nil
  ) {
    self.type = type
    self.columns = columns
    self.rows = rows
    self.origins = origins
  }

  /// Creates a table from rows of values.
  ///
  /// - Parameters:
  ///   - type: The columns; their names must differ.
  ///   - rows: The rows in order, each with its cells in the order of the columns. A row that is too
  ///     short is filled with `missing`; what is too long is left out.
  ///   - origins: What stands behind the row at each position of `rows`.
  public init(_ type: TableType, rows: [[Value]], origins: (any RowOrigins)? = nil) {
    self.init(
      type: type,
      columns: type.columns.indices.map { column in
        ColumnStorage(
          type.columns[column].type,
          rows.map { column < $0.count ? $0[column] : .missing })
      },
      rows: Array(0..<Int32(clamping: rows.count)), origins: origins)
  }

  /// The same table, drawn so.
  public func arranged(_ arrangement: Arrangement) -> Table {
    var table = self
    table.arrangement = arrangement
    return table
  }

  /// The number of rows.
  public var count: Int { rows.count }

  /// Whether there is no row.
  public var isEmpty: Bool { rows.isEmpty }

  /// The cell in the column at `column` of the row at `row`, both from 0.
  public subscript(row: Int, column: Int) -> Value { columns[column][Int(rows[row])] }

  /// The row at `row`.
  public func record(_ row: Int) -> Record { Record(table: self, row: row) }

  /// The cells of the column called `name` in the order of the rows, or `nil` when there is none.
  ///
  /// Linear in the number of rows.
  public func column(_ name: String) -> [Value]? {
    type.index(of: name).map { column in rows.map { columns[column][Int($0)] } }
  }

  /// Where the thing in the row at `row` stands in a text.
  public func place(of row: Int) -> Place? { origins?.place(of: Int(rows[row])) }

  /// Why the row at `row` is what it is.
  public func explanation(of row: Int) -> Explanation? {
    origins?.explanation(of: Int(rows[row]))
  }

  /// Whether a person corrected what the row at `row` says.
  public func isByHand(_ row: Int) -> Bool { origins?.isByHand(Int(rows[row])) ?? false }

  /// The things the rows stand for, when all of them are a `Thing`; otherwise `nil`.
  ///
  /// Linear in the number of rows.
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
  ///
  /// Linear in the number of positions; no cell is copied.
  public func selecting(_ positions: some Sequence<Int>) -> Table {
    Table(
      type: type, columns: columns, rows: positions.map { rows[$0] }, origins: origins)
  }

  /// Whether column names and cells are the same.
  func hasSameCells(as other: Table) -> Bool {
    guard type.names == other.type.names, count == other.count else { return false }
    for row in 0..<count {
      for column in columns.indices where self[row, column] != other[row, column] { return false }
    }
    return true
  }
}
