import BriefSource

/// How a text that is edited falls into rows of the screen.
///
/// Each line of the text begins with a lead, the prompt or the mark of a further line, and goes on
/// in as many rows as it needs; these begin at the left edge.
struct EditorRows {
  /// A row and the code points in it, without the line end.
  struct Row: Equatable {
    /// The line it begins, counted from 0; `nil` where a line goes on.
    var line: Int?
    var range: Range<Int>
    /// The cells that are filled.
    var width: Int
    /// Whether the line goes on in the next row.
    var isWrapped = false
  }

  /// A cell of the screen, from 0, counted from where the prompt begins.
  struct Position: Equatable {
    var row = 0
    var column = 0
  }

  /// The rows from the top; one at least.
  private(set) var rows: [Row] = []
  private let scalars: [Unicode.Scalar]
  private let columns: Int
  private let leads: (first: Int, other: Int)

  /// Lays out `scalars`. Linear in their number.
  ///
  /// - Parameters:
  ///   - leads: The cells of the prompt and of the mark before each further line.
  ///   - hasRoomForCursor: Whether a row is added where the last one is full, for the cursor.
  init(
    _ scalars: [Unicode.Scalar], columns: Int, leads: (first: Int, other: Int),
    hasRoomForCursor: Bool = true
  ) {
    self.scalars = scalars
    self.columns = columns
    self.leads = leads
    var row = Row(line: 0, range: 0..<0, width: leads.first)
    var line = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n" {
        row.range = row.range.lowerBound..<index
        rows.append(row)
        line += 1
        row = Row(line: line, range: index + 1..<index + 1, width: leads.other)
        continue
      }
      let cells = Self.cells(of: scalar, at: row.width, of: columns)
      if row.width + cells > columns {
        row.range = row.range.lowerBound..<index
        row.isWrapped = true
        rows.append(row)
        row = Row(line: nil, range: index..<index, width: 0)
      }
      row.width += Self.cells(of: scalar, at: row.width, of: columns)
    }
    row.range = row.range.lowerBound..<scalars.count
    rows.append(row)
    // Nothing goes on there, so it is a row of its own to a terminal that wraps anew.
    if row.width >= columns, hasRoomForCursor {
      rows.append(Row(line: nil, range: scalars.count..<scalars.count, width: 0))
    }
  }

  /// Where the code point at `index` stands, or would stand. Logarithmic in the number of rows.
  func position(of index: Int) -> Position {
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle].range.lowerBound <= index { low = middle } else { high = middle }
    }
    let row = rows[low]
    var column = row.line.map { $0 == 0 ? leads.first : leads.other } ?? 0
    for position in row.range.lowerBound..<min(max(index, row.range.lowerBound), scalars.count) {
      column += Self.cells(of: scalars[position], at: column, of: columns)
    }
    return Position(row: low, column: min(column, columns - 1))
  }

  /// The cells of a code point that is drawn in a column; a tabulator goes on to the next multiple
  /// of 8, or to the edge of the screen.
  static func cells(of scalar: Unicode.Scalar, at column: Int, of columns: Int) -> Int {
    guard scalar == "\t" else { return DisplayText.width(scalar) }
    return column < columns ? min(8 - column % 8, columns - column) : 8
  }
}
