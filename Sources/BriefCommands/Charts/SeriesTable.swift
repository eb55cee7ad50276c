import BriefScript
import BriefSource

/// Numbers along dates, numbers or names, in one series or several.
struct SeriesTable {
  /// A number of a series, and where it stands along the axis.
  struct Point {
    let x: Double
    let value: Double
    /// The row it is of, from 0.
    let row: Int
  }

  /// What is drawn as one line.
  struct Series {
    /// Its name; `nil` for what is missing, or where there is one series only.
    let name: String?
    /// Its value in the column that tells series apart.
    let key: Value
    /// From left to right.
    var points: [Point] = []
  }

  /// The series in the order in which they first come.
  private(set) var series: [Series] = []
  /// The places along the axis, with their names, from left to right.
  let stops: [(x: Double, name: String)]
  /// How many rows have no place along the axis.
  private(set) var unplacedCount = 0
  /// How many rows have a place, but no number.
  private(set) var numberlessCount = 0
  /// How the numbers are written.
  let numbers: ColumnNumbers

  /// Reads the columns at `along`, `value` and `by` of `table`.
  ///
  /// - Throws: ``CallProblem`` when a series has two numbers at one place.
  init(_ table: Table, along: Int, value: Int, by: Int?) throws(CallProblem) {
    numbers = ColumnNumbers(table, value)
    let type = table.type.columns[along].type
    var positions: [String: Double] = [:]
    var stops: [Double: String] = [:]
    var indices: [String?: Int] = [:]
    var rows: [[Double: Int]] = []
    for row in 0..<table.count {
      let cell = table[row, along]
      guard let name = cell.chartLabel else {
        unplacedCount += 1
        continue
      }
      let x = Self.position(cell, type) ?? positions[name] ?? Double(positions.count)
      positions[name] = x
      stops[x] = stops[x] ?? name
      guard let number = numbers.values[row] else {
        numberlessCount += 1
        continue
      }
      let key = by.map { table[row, $0] } ?? .missing
      let index: Int
      if let known = indices[key.chartLabel] {
        index = known
      } else {
        index = series.count
        indices[key.chartLabel] = index
        series.append(Series(name: key.chartLabel, key: key))
        rows.append([:])
      }
      if let other = rows[index].updateValue(row, forKey: x) {
        throw Self.twoPoints(other, row, name, by == nil ? nil : key.chartLabel)
      }
      series[index].points.append(Point(x: x, value: number, row: row))
    }
    self.stops = stops.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    for index in series.indices { series[index].points.sort { $0.x < $1.x } }
  }

  /// What does not stand in the chart, in words.
  var notes: [String] {
    [(unplacedCount, "no place along the line"), (numberlessCount, "no number")]
      .filter { $0.0 > 0 }
      .map { $0.0 == 1 ? "1 row has \($0.1)" : "\($0.0) rows have \($0.1)" }
  }

  /// Where a cell stands by itself; `nil` for a name, which stands behind those before it.
  private static func position(_ cell: Value, _ type: ValueType) -> Double? {
    switch cell {
    case .date(let date): Double(date.dayNumber)
    default: cell.drawnNumber
    }
  }

  private static func twoPoints(
    _ first: Int, _ second: Int, _ name: String, _ series: String?
  ) -> CallProblem {
    let place = series.map { "\(name), \($0)" } ?? name
    return CallProblem(
      "two-for-one-cell", "rows \(first + 1) and \(second + 1) want the same place: \(place)",
      help: series == nil
        ? "`--by` draws a line for each value of a column; `group` makes one row of several"
        : "`group` makes one row of several")
  }
}
