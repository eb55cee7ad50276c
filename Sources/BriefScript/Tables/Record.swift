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

  /// The cells in the order of the columns.
  public var cells: [Value] { table.type.columns.indices.map { table[row, $0] } }

  /// The table with this row only.
  public var asTable: Table { table.selecting(CollectionOfOne(row)) }

  /// Whether columns and cells are the same.
  func hasSameCells(as other: Record) -> Bool {
    table.type.names == other.table.type.names && cells == other.cells
  }
}
