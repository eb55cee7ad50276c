/// What a byte of UTF-8 text is, as a set of bits, so that a stretch of bytes can be summed up.
struct TextByte: OptionSet, Sendable {
  let rawValue: UInt8

  static let upper = TextByte(rawValue: 1)
  static let lower = TextByte(rawValue: 2)
  static let digit = TextByte(rawValue: 4)
  /// ASCII white space.
  static let space = TextByte(rawValue: 8)
  /// Part of a code point beyond ASCII.
  static let wide = TextByte(rawValue: 16)
  /// Any other printable ASCII.
  static let mark = TextByte(rawValue: 32)
  /// A control code that is no white space.
  static let control = TextByte(rawValue: 64)

  static let letter: TextByte = [.upper, .lower]
  static let alphanumeric: TextByte = [.upper, .lower, .digit]

  /// The classes of the 256 bytes.
  static let table: [UInt8] = (0...255).map { byte in
    let kind: TextByte =
      switch byte {
      case 0x41...0x5A: .upper
      case 0x61...0x7A: .lower
      case 0x30...0x39: .digit
      case 0x20, 0x09...0x0D: .space
      case 0x80...: .wide
      case 0x21...0x7E: .mark
      default: .control
      }
    return kind.rawValue
  }
}
