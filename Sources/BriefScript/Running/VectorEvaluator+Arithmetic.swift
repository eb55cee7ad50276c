import BriefSource

extension VectorEvaluator {
  /// The results of `operation` on ints and numbers, as ``Arithmetic`` has them; `nil` for other
  /// types, and when one of the results cannot be counted.
  func arithmetic(_ operation: BinaryOperator, _ left: Vector, _ right: Vector) -> Vector? {
    if case .constant(let left) = left, case .constant(let right) = right {
      return (try? Arithmetic.apply(operation, left, right)).map { .constant($0) }
    }
    if operation == .divided {
      guard let left = left.numbers, let right = right.numbers else { return nil }
      return numbers(left, right) { $1 == 0 ? .nan : $0 / $1 }
    }
    if let left = left.ints, let right = right.ints {
      switch operation {
      case .plus: return ints(left, right) { $0.addingReportingOverflow($1) }
      case .minus: return ints(left, right) { $0.subtractingReportingOverflow($1) }
      case .times: return ints(left, right) { $0.multipliedReportingOverflow(by: $1) }
      case .remainder: return ints(left, right) { $1 == -1 ? (0, false) : remainder($0, $1) }
      default: return nil
      }
    }
    guard let left = left.numbers, let right = right.numbers else { return nil }
    switch operation {
    case .plus: return numbers(left, right) { $0 + $1 }
    case .minus: return numbers(left, right) { $0 - $1 }
    case .times: return numbers(left, right) { $0 * $1 }
    default: return nil
    }
  }

  /// The values with the other sign.
  func negated(_ operand: Vector) -> Vector? {
    switch operand {
    case .ints(let cells):
      if cells.contains(.some(.min)) { return nil }
      return .ints(cells.map { $0.map { -$0 } })
    case .numbers(let cells): return .numbers(cells.map { $0.map { -$0 } })
    default: return nil
    }
  }

  private func remainder(_ dividend: Int, _ divisor: Int) -> (partialValue: Int, overflow: Bool) {
    dividend.remainderReportingOverflow(dividingBy: divisor)
  }

  @inline(__always)
  private func ints(
    _ left: Lane<Int>, _ right: Lane<Int>,
    _ compute: (Int, Int) -> (partialValue: Int, overflow: Bool)
  ) -> Vector? {
    var hasOverflow = false
    let results = (0..<count).map { row -> Int? in
      guard let left = left[row], let right = right[row] else { return nil }
      let (result, overflow) = compute(left, right)
      if overflow { hasOverflow = true }
      return result
    }
    return hasOverflow ? nil : .ints(results)
  }

  @inline(__always)
  private func numbers(
    _ left: Lane<Double>, _ right: Lane<Double>, _ compute: (Double, Double) -> Double
  ) -> Vector? {
    var hasOverflow = false
    let results = (0..<count).map { row -> Double? in
      guard let left = left[row], let right = right[row] else { return nil }
      let result = compute(left, right)
      if !result.isFinite { hasOverflow = true }
      return result
    }
    return hasOverflow ? nil : .numbers(results)
  }
}
