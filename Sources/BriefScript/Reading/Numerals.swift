import BriefSource

/// Reads numbers and dates from bytes, as table files hold them: as RFC 8259 has numbers and
/// ISO 8601 dates, with nothing before or after.
///
/// What is written otherwise, `007` or `+5`, is text: as a number it could not be written back.
enum Numerals {
  /// The int that `bytes[range]` are; `nil` for anything else, and for what is too large.
  static func int(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    let isNegative = index < range.upperBound && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let digits = range.upperBound - index
    guard digits > 0, digits <= 19 else { return nil }
    if bytes[index] == UInt8(ascii: "0"), digits > 1 || isNegative { return nil }
    // 19 digits fit 64 bits without a sign.
    var magnitude: UInt64 = 0
    while index < range.upperBound {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      magnitude = magnitude &* 10 &+ UInt64(digit)
      index += 1
    }
    if isNegative { return magnitude <= 1 << 63 ? Int(truncatingIfNeeded: 0 &- magnitude) : nil }
    return Int(exactly: magnitude)
  }

  /// The number that `bytes[range]` are, ints among them; `nil` for anything else, for ints that
  /// are too large to count and for numbers that are not finite.
  ///
  /// Few digits and a small power of ten are exact in 64 bits (W. D. Clinger, "How to Read Floating
  /// Point Numbers Accurately", PLDI 1990); all others are left to the standard library.
  static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
    var index = range.lowerBound
    var mantissa: UInt64 = 0
    let isNegative = byte(bytes, index, range) == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let beginsWithZero = byte(bytes, index, range) == UInt8(ascii: "0")
    var digits = takeDigits(bytes, &index, range, &mantissa)
    if digits == 0 || (beginsWithZero && digits > 1) { return nil }
    var isWhole = true
    var exponent = 0
    if byte(bytes, index, range) == UInt8(ascii: ".") {
      isWhole = false
      index += 1
      let decimals = takeDigits(bytes, &index, range, &mantissa)
      if decimals == 0 { return nil }
      digits += decimals
      exponent = -decimals
    }
    if byte(bytes, index, range) | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      index += 1
      let sign = byte(bytes, index, range)
      if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { index += 1 }
      var power: UInt64 = 0
      let length = takeDigits(bytes, &index, range, &power)
      if length == 0 { return nil }
      // Longer exponents are left to the library.
      let size = length < 5 ? Int(power) : 10_000
      exponent += sign == UInt8(ascii: "-") ? -size : size
    }
    guard index == range.upperBound else { return nil }
    if isWhole, !isNegative || mantissa != 0, int(bytes, range) == nil { return nil }
    if digits <= 19, mantissa <= 1 << 53, exponent.magnitude < powers.count {
      let power = powers[Int(exponent.magnitude)]
      let number = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
      return isNegative ? -number : number
    }
    let number = Double(text(bytes, range))
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The byte at `index`, or 0 after the end of `range`.
  private static func byte(_ bytes: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> UInt8 {
    index < range.upperBound ? bytes[index] : 0
  }

  /// Passes over digits, adds them at the end of `number` and counts them.
  private static func takeDigits(
    _ bytes: Span<UInt8>, _ index: inout Int, _ range: Range<Int>, _ number: inout UInt64
  ) -> Int {
    let start = index
    while index < range.upperBound {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { break }
      number = number &* 10 &+ UInt64(digit)
      index += 1
    }
    return index - start
  }

  /// The powers of ten that a `Double` holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var copy: [UInt8] = []
    for index in range { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }

  /// The date that `bytes[range]` are: `2025-11-14`, `2025-11` or `2025`; `nil` for anything else.
  static func date(_ bytes: Span<UInt8>, _ range: Range<Int>) -> CalendarDate? {
    let start = range.lowerBound
    guard range.count == 4 || range.count == 7 || range.count == 10,
      let year = digits(bytes, start, 4)
    else { return nil }
    if range.count == 4 { return CalendarDate(year: year) }
    guard bytes[start + 4] == UInt8(ascii: "-"), let month = digits(bytes, start + 5, 2) else {
      return nil
    }
    if range.count == 7 { return CalendarDate(year: year, month: month) }
    guard bytes[start + 7] == UInt8(ascii: "-"), let day = digits(bytes, start + 8, 2) else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The number of `count` digits from `offset` on; `nil` when other bytes stand there.
  private static func digits(_ bytes: Span<UInt8>, _ offset: Int, _ count: Int) -> Int? {
    var number = 0
    for index in offset..<offset + count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
