import BriefScript
import BriefSource

/// The numbers of a column, and how they are written in a chart.
struct ColumnNumbers {
  /// One for each row; `nil` where there is none.
  let values: [Double?]
  private let format: NumberText?

  /// Reads the column at `column` of `table`.
  init(_ table: Table, _ column: Int) {
    let cells = (0..<table.count).map { table[$0, column] }
    values = cells.map(\.drawnNumber)
    let areWhole = cells.allSatisfy { if case .number = $0 { false } else { true } }
    format = areWhole ? nil : NumberText(for: values.compactMap { $0 })
  }

  /// `value` as it is written beside its bar.
  func text(_ value: Double) -> String {
    if let format { return format.text(value) }
    return Int(exactly: value).map { String($0) } ?? "\(value)"
  }

  /// Whether all of them are whole numbers by their type.
  var areWhole: Bool { format == nil }
}
