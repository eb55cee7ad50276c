/// Logarithms that come out the same on every machine, as those of a C library need not.
package enum Logarithm {
  /// The natural logarithm of a positive, finite `value`; 0 for others.
  ///
  /// Takes the exponent apart and sums the series of the inverse hyperbolic tangent over the rest,
  /// which is exact to about 1e-12.
  package static func natural(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let exponent = Double(value.exponent)
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for odd in stride(from: 1.0, through: 23, by: 2) {
      sum += term / odd
      term *= square
    }
    return exponent * 0.693_147_180_559_945_3 + 2 * sum
  }
}
