import BriefScript
import BriefSource

/// Finds the columns that a chart draws.
///
/// The checker asks for them before anything runs; a table whose further columns are known only when
/// it runs is asked again then.
struct ChartColumns {
  /// The command, as messages call it.
  let stage: String
  /// The columns of its input.
  let type: TableType

  /// The position of the column of numbers called `name`, given for `parameter`; without a name that
  /// of the first one that is no detail and not at one of `taken`.
  ///
  /// - Throws: ``CallProblem`` when it holds no numbers, or when there is none.
  func numbers(
    _ name: String?, _ parameter: String, besides taken: Set<Int> = []
  ) throws(CallProblem) -> Int {
    if let name, let index = type.index(of: name) {
      let column = type.columns[index]
      guard column.type.holdsNumbers else {
        let others = names { $0.type.holdsNumbers }
        throw CallProblem(
          "not-numbers", "'\(stage)' draws numbers, and '\(name)' holds \(column.type.name)",
          parameter: parameter, label: "no numbers",
          help: others.isEmpty
            ? "`count by \(name)` counts how often each value comes"
            : "columns of numbers: \(others.joined(separator: ", "))")
      }
      return index
    }
    let fitting = type.columns.indices.filter {
      type.columns[$0].type.holdsNumbers && !taken.contains($0)
    }
    if let index = fitting.first(where: { !type.columns[$0].isDetail }) ?? fitting.first {
      return index
    }
    throw CallProblem(
      "no-numbers", "'\(stage)' draws numbers, and the table has no column of them",
      help: "count the rows first, as in `quotes | count by speaker | \(stage)`")
  }

  /// The position of the column called `name`; without a name that of the first one that tells rows
  /// apart by words, or of the first, but none at one of `taken`; `nil` when there is none.
  func label(_ name: String?, besides taken: Set<Int>) -> Int? {
    if let name { return type.index(of: name) }
    let rest = type.columns.indices.filter { !taken.contains($0) }
    return rest.first { !type.columns[$0].isDetail && type.columns[$0].type.isName } ?? rest.first
  }

  /// The position of the column along which a line goes: the one called `name`, or the first of
  /// dates, or the first that is not at one of `taken`.
  ///
  /// - Throws: ``CallProblem`` when it holds what has no order, or when there is none.
  func axis(_ name: String?, besides taken: Set<Int>) throws(CallProblem) -> Int {
    if let name, let index = type.index(of: name) {
      let column = type.columns[index]
      guard column.type.isOrdered else {
        throw CallProblem(
          "no-axis", "'\(stage)' goes along dates, numbers or names, not \(column.type.name)",
          parameter: "along", label: "has no order along a line",
          help: "`derive` can make a date or text of it")
      }
      return index
    }
    let rest = type.columns.indices.filter {
      !taken.contains($0) && type.columns[$0].type.isOrdered
    }
    if let index = rest.first(where: { type.columns[$0].type == .date }) ?? rest.first {
      return index
    }
    throw CallProblem(
      "no-axis", "'\(stage)' needs a second column, of dates, numbers or names, to go along",
      help: "name both, as in `\(stage) date words`")
  }

  private func names(_ isWanted: (TableType.Column) -> Bool) -> [String] {
    type.columns.filter(isWanted).map(\.name)
  }
}

extension ValueType {
  /// Whether the cells can be drawn as lengths.
  var holdsNumbers: Bool {
    switch self {
    case .int, .number, .unknown, .missing: true
    default: false
    }
  }

  fileprivate var isName: Bool {
    switch self {
    case .text, .date, .bool, .unknown: true
    default: false
    }
  }

  fileprivate var isOrdered: Bool {
    switch self {
    case .text, .date, .int, .number, .bool, .unknown, .missing: true
    default: false
    }
  }
}

extension Value {
  /// The number that is drawn; `nil` where there is none.
  var drawnNumber: Double? {
    switch self {
    case .int(let number): Double(number)
    case .number(let number): number.isFinite ? number : nil
    default: nil
    }
  }

  /// The value as the name of a bar or a series, on one line and harmless.
  var chartLabel: String? {
    if isMissing { return nil }
    if case .place(let place) = self {
      let line = place.source.lineNumber(at: place.range.start)
      return DisplayText.harmless("\(FileName(place.source.name).base):\(line)")
    }
    let words = cellText.split(whereSeparator: \.isWhitespace)
    return DisplayText.harmless(words.joined(separator: " "))
  }
}
