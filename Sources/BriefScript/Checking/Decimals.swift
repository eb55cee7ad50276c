/// Numbers with a given count of decimal digits.
enum Decimals {
  /// The number nearest to `number` that has `digits` digits after the point, ties away from zero.
  static func rounded(_ number: Double, to digits: Int) -> Double {
    guard (-300...300).contains(digits), number != 0 else {
      return digits < 0 ? 0 : number
    }
    var scale = 1.0
    for _ in 0..<abs(digits) { scale *= 10 }
    let scaled = digits < 0 ? number / scale : number * scale
    // Beyond 2^53 every number is whole; scaling up could only overflow.
    guard abs(scaled) < 0x1p53 else { return number }
    return digits < 0 ? scaled.rounded() * scale : scaled.rounded() / scale
  }
}
