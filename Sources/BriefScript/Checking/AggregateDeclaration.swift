import BriefSource

/// A figure of a group: its name, what it takes of each row, and what it computes.
public struct AggregateDeclaration: Sendable {
  /// What it takes.
  enum Takes: Sendable {
    /// A formula over the rows of the group.
    case values(FunctionDeclaration.ElementKind)
    /// A formula, or nothing at all: then the rows count.
    case valuesOrNothing
  }

  /// The name.
  public let name: String
  let takes: Takes
  /// The type of the result for values of this type.
  let result: @Sendable (ValueType) -> ValueType
  /// What it gives, in a few words.
  public let summary: String
  /// A definition that shows it.
  public let example: String
  /// Computes it of the values that are not missing.
  let evaluate: @Sendable ([Value]) throws(FormulaFault) -> Value
  /// How it is computed value by value, if it can be.
  var running: RunningFigure?

  /// How it is written: `sum(column)`.
  public var usage: String {
    switch takes {
    case .values: "\(name)(column)"
    case .valuesOrNothing: "\(name)(column?)"
    }
  }
}

extension AggregateDeclaration {
  /// Every figure of a group, by name.
  public static let all: [AggregateDeclaration] = [
    count, distinct, first, last, list, max, mean, median, min, sum,
  ]

  static let byName: [String: AggregateDeclaration] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  static let count = AggregateDeclaration(
    name: "count", takes: .valuesOrNothing, result: { _ in .int },
    summary: "how many rows there are, or how many of them have a value",
    example: "n = count()",
    evaluate: { .int($0.count) }, running: .count)

  static let distinct = AggregateDeclaration(
    name: "distinct", takes: .values(.any), result: { _ in .int },
    summary: "how many different values there are", example: "topics = distinct(topic)"
  ) { .int(Set($0).count) }

  static let first = AggregateDeclaration(
    name: "first", takes: .values(.any), result: { $0 },
    summary: "the first value that is not missing", example: "opening = first(quote)"
  ) { $0.first ?? .missing }

  static let last = AggregateDeclaration(
    name: "last", takes: .values(.any), result: { $0 },
    summary: "the last value that is not missing", example: "closing = last(quote)"
  ) { $0.last ?? .missing }

  static let list = AggregateDeclaration(
    name: "list", takes: .values(.any), result: { .list($0) },
    summary: "all values in the order of the rows", example: "all = list(quote)"
  ) { .list($0) }

  static let max = AggregateDeclaration(
    name: "max", takes: .values(.ordered), result: { $0 }, summary: "the greatest value",
    example: "longest = max(words)",
    evaluate: { $0.max { Value.order($0, $1) < 0 } ?? .missing }, running: .greatest)

  static let mean = AggregateDeclaration(
    name: "mean", takes: .values(.numeric), result: { _ in .number },
    summary: "the arithmetic mean of the values", example: "typical = mean(words)",
    evaluate: { meanOf($0.compactMap(\.asNumber)) }, running: .mean)

  static let median = AggregateDeclaration(
    name: "median", takes: .values(.numeric), result: { _ in .number },
    summary: "the middle value, or the mean of the middle two", example: "middle = median(words)",
    evaluate: { medianOf($0.compactMap(\.asNumber)) })

  static let min = AggregateDeclaration(
    name: "min", takes: .values(.ordered), result: { $0 }, summary: "the least value",
    example: "shortest = min(words)",
    evaluate: { $0.min { Value.order($0, $1) < 0 } ?? .missing }, running: .least)

  static let sum = AggregateDeclaration(
    name: "sum", takes: .values(.numeric), result: { $0.isNumeric ? $0 : .int },
    summary: "the sum of the values; 0 of none", example: "words = sum(words)",
    evaluate: { (values) throws(FormulaFault) in
      var total = Value.int(0)
      for value in values { total = try Arithmetic.sum(total, value) }
      return total
    }, running: .sum)

  private static func meanOf(_ numbers: [Double]) -> Value {
    numbers.isEmpty ? .missing : .number(Statistics.mean(numbers))
  }

  private static func medianOf(_ numbers: [Double]) -> Value {
    numbers.isEmpty ? .missing : .number(Statistics.median(numbers))
  }
}
