/// The exponential function in plain arithmetic, the same on every machine.
package enum Exponential {
  /// e to the power of `x`, brought into -30 to 30.
  package static func value(_ x: Double) -> Double {
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

  /// The natural logarithm of the odds of `share`, in half steps from -8 to 8.
  static func oddsBucket(_ share: Double) -> Int {
    var bucket = -8
    while bucket < 8, share > 1 / (1 + value(-(Double(bucket) + 0.5) / 2)) { bucket += 1 }
    return bucket
  }
}
