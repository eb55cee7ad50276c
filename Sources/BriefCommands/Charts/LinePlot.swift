import BriefSource

/// A grid of cells on which lines are drawn.
struct LinePlot {
  /// The cells of a line.
  let columns: Int
  private let rows: Int
  private let x: (low: Double, high: Double)
  private let y: (low: Double, high: Double)
  private let medium: Medium
  private var cells: [Cell?]
  /// Whether points of different lines fell on one cell.
  private(set) var hasMeeting = false

  private struct Cell {
    let character: Character
    let role: StyledText.Role
    let isPoint: Bool
  }

  /// Creates an empty grid for numbers within `x` and `y`.
  init(
    columns: Int, rows: Int, x: (low: Double, high: Double), y: (low: Double, high: Double),
    medium: Medium
  ) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.x = x
    self.y = y
    self.medium = medium
    cells = Array(repeating: nil, count: max(1, columns) * max(1, rows))
  }

  /// The row of cells of a number, from the top.
  func row(_ value: Double) -> Int {
    rows - 1 - Self.cell(value, y, count: rows)
  }

  /// The column of cells of a place along the axis; a single place stands in the middle.
  func column(_ place: Double) -> Int {
    x.high > x.low ? Self.cell(place, x, count: columns) : columns / 2
  }

  private static func cell(
    _ value: Double, _ range: (low: Double, high: Double), count: Int
  ) -> Int {
    // Halves, as the distance of two large numbers may overflow.
    let share = (value / 2 - range.low / 2) / (range.high / 2 - range.low / 2)
    guard share.isFinite else { return 0 }
    return max(0, min(count - 1, Int((share * Double(count - 1)).rounded())))
  }

  /// Draws a line through `points`, which go from left to right.
  mutating func draw(
    _ points: [(x: Double, value: Double)], marker: Character, role: StyledText.Role
  ) {
    let spots = points.map { (column: column($0.x), row: row($0.value)) }
    for (from, to) in zip(spots, spots.dropFirst()) { join(from, to, role) }
    for spot in spots {
      let index = spot.row * columns + spot.column
      if let cell = cells[index], cell.isPoint, cell.role != role {
        cells[index] = Cell(character: LineChart.meeting(medium), role: .strong, isPoint: true)
        hasMeeting = true
      } else {
        cells[index] = Cell(character: marker, role: role, isPoint: true)
      }
    }
  }

  /// Puts dots between two points, one for each column or row, whichever are more.
  private mutating func join(
    _ from: (column: Int, row: Int), _ to: (column: Int, row: Int), _ role: StyledText.Role
  ) {
    let steps = max(to.column - from.column, abs(to.row - from.row))
    guard steps > 1 else { return }
    for step in 1..<steps {
      let share = Double(step) / Double(steps)
      let column = from.column + Int((Double(to.column - from.column) * share).rounded())
      let row = from.row + Int((Double(to.row - from.row) * share).rounded())
      let index = row * columns + column
      if cells[index] == nil {
        cells[index] = Cell(character: medium.choose("·", "."), role: role, isPoint: false)
      }
    }
  }

  /// Adds the cells of a row, without spaces at the end.
  func append(_ row: Int, to result: inout StyledText) {
    let line = cells[row * columns..<(row + 1) * columns]
    guard let last = line.lastIndex(where: { $0 != nil }) else { return }
    for cell in line[...last] {
      if let cell { result.append(String(cell.character), cell.role) } else { result.append(" ") }
    }
  }
}
