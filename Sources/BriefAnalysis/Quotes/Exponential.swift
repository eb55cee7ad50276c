/// The exponential function in plain arithmetic, the same on every machine.
enum Exponential {
  /// e to the power of `x`, brought into -30 to 30.
  static func value(_ x: Double) -> Double {
    let x = min(30, max(-30, x))
    let steps = (x * 1.442_695_040_888_963_4).rounded()
    let rest = x - steps * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for number in 1...10 {
      term *= rest / Double(number)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(steps), significand: sum)
  }

  /// `base`, a positive number, to the power of `exponent`.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    value(logarithm(base) * exponent)
  }

  /// The natural logarithm of a positive number.
  static func logarithm(_ number: Double) -> Double {
    let z = (number.significand - 1) / (number.significand + 1)
    var term = z
    var sum = 0.0
    for divisor in stride(from: 1, to: 30, by: 2) {
      sum += term / Double(divisor)
      term *= z * z
    }
    return 2 * sum + Double(number.exponent) * 0.693_147_180_559_945_3
  }
}
