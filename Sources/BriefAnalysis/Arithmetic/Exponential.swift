/// Powers that come out the same on every machine, as those of a C library need not.
package enum Exponential {
  /// e to the power of `x`; 0 below -60, and that of 700 above 700.
  ///
  /// Takes the powers of two apart and sums twelve terms of the series over the rest.
  package static func natural(_ x: Double) -> Double {
    if x < -60 { return 0 }
    let x = min(700, x)
    let steps = (x * 1.442_695_040_888_963_4).rounded()
    let rest = x - steps * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for number in 1...12 {
      term *= rest / Double(number)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(steps), significand: sum)
  }

  /// `base`, a positive number, to the power of `exponent`.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    natural(Logarithm.natural(base) * exponent)
  }
}
