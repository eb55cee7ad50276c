/// Figures of lists of numbers.
enum Statistics {
  /// The arithmetic mean; 0 for no numbers.
  ///
  /// Updated number by number (B. P. Welford, "Note on a Method for Calculating Corrected Sums of
  /// Squares and Products", Technometrics 4, 1962), so that the sum cannot overflow.
  static func mean(_ numbers: [Double]) -> Double {
    var mean = 0.0
    for (index, number) in numbers.enumerated() {
      mean = Self.mean(mean, of: index, and: number)
    }
    return mean
  }

  /// The mean of `count` numbers, whose mean is known, and one more.
  static func mean(_ mean: Double, of count: Int, and number: Double) -> Double {
    mean + (number / Double(count + 1) - mean / Double(count + 1))
  }

  /// The middle number, or the mean of the middle two; 0 for no numbers.
  static func median(_ numbers: [Double]) -> Double {
    guard !numbers.isEmpty else { return 0 }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return sorted[middle - 1] / 2 + sorted[middle] / 2
  }
}
