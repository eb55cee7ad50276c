/// Numbers with a given count of decimal digits.
enum Decimals {
  /// The number nearest to `number` that has `digits` digits after the point, ties away from zero.
  static func rounded(_ number: Double, to digits: Int) -> Double {
    // Half of the next power of ten is more than any number there is.
    guard (-308...308).contains(digits), number != 0,
      let scale = Double("1e\(abs(digits))")
    else { return digits < 0 ? 0 : number }
    let scaled = digits < 0 ? number / scale : number * scale
    // Beyond 2^53 every number is whole; scaling up could only overflow.
    guard abs(scaled) < 0x1p53 else { return number }
    return digits < 0 ? scaled.rounded() * scale : scaled.rounded() / scale
  }
}
