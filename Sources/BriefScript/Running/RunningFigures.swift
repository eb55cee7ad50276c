import BriefSource

/// A figure of a group that is computed value by value.
enum RunningFigure: Sendable {
  case count, sum, mean, least, greatest
}

/// Figures of all groups, computed in one pass over the rows; nothing is kept but a cell for each
/// group.
///
/// The results are those of ``AggregateDeclaration/evaluate``.
struct RunningFigures {
  private let figure: RunningFigure
  /// How many values each group has.
  private var counts: [Int]
  private var ints: [Int]
  private var numbers: [Double]
  private var isOfInts = false

  init(_ figure: RunningFigure, count: Int) {
    self.figure = figure
    counts = Array(repeating: 0, count: count)
    ints = figure == .count ? [] : Array(repeating: 0, count: count)
    numbers = figure == .count ? [] : Array(repeating: 0, count: count)
  }

  /// Adds the values of a stretch of rows to the groups that the rows belong to; false when that
  /// is not known how, or when a sum cannot be counted.
  mutating func add(_ vector: Vector, to groups: ArraySlice<Int32>) -> Bool {
    if figure == .count {
      for (row, group) in groups.enumerated() where !vector.isMissing(row) {
        counts[Int(group)] += 1
      }
      return true
    }
    switch vector {
    case .ints, .constant(.int):
      guard let lane = vector.ints else { return false }
      isOfInts = true
      return figure == .mean ? add(lane, groups) { Double($0) } : add(lane, groups)
    case .numbers, .constant(.number):
      guard let lane = vector.numbers else { return false }
      return add(lane, groups) { $0 }
    default: return false
    }
  }

  private mutating func add(_ lane: Lane<Int>, _ groups: ArraySlice<Int32>) -> Bool {
    for (row, group) in groups.enumerated() {
      guard let value = lane[row] else { continue }
      let group = Int(group)
      counts[group] += 1
      switch figure {
      case .sum:
        let (sum, overflow) = ints[group].addingReportingOverflow(value)
        if overflow { return false }
        ints[group] = sum
      case .least: if counts[group] == 1 || value < ints[group] { ints[group] = value }
      default: if counts[group] == 1 || value > ints[group] { ints[group] = value }
      }
    }
    return true
  }

  private mutating func add<Cell>(
    _ lane: Lane<Cell>, _ groups: ArraySlice<Int32>, _ number: (Cell) -> Double
  ) -> Bool {
    for (row, group) in groups.enumerated() {
      guard let value = lane[row].map(number) else { continue }
      let group = Int(group)
      counts[group] += 1
      switch figure {
      case .sum: numbers[group] += value
      case .mean:
        numbers[group] = Statistics.mean(numbers[group], of: counts[group] - 1, and: value)
      case .least: if counts[group] == 1 || value < numbers[group] { numbers[group] = value }
      default: if counts[group] == 1 || value > numbers[group] { numbers[group] = value }
      }
    }
    return true
  }

  /// The figure of each group; `nil` when a sum of numbers cannot be counted.
  var values: [Value]? {
    if figure == .sum, !numbers.allSatisfy(\.isFinite) { return nil }
    return counts.indices.map { group in
      switch figure {
      case .count: .int(counts[group])
      case .sum where counts[group] == 0: .int(0)
      case _ where counts[group] == 0: .missing
      case .mean: .number(numbers[group])
      case _ where isOfInts: .int(ints[group])
      default: .number(numbers[group])
      }
    }
  }
}
