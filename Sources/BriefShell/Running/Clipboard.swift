/// Puts text on the clipboard of a terminal, by the sequence OSC 52 of xterm.
enum Clipboard {
  /// What the terminal is sent; there is nothing in it but letters, digits and three marks besides
  /// the sequence itself, whatever the text holds.
  static func sequence(_ text: String) -> String {
    "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{07}"
  }

  /// Base 64 (RFC 4648, section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let rest = bytes.count - index
      let first = UInt32(bytes[index]) << 16
      let second = rest > 1 ? UInt32(bytes[index + 1]) << 8 : 0
      let third = rest > 2 ? UInt32(bytes[index + 2]) : 0
      let group = first | second | third
      result.append(digits[Int(group >> 18 & 63)])
      result.append(digits[Int(group >> 12 & 63)])
      result.append(rest > 1 ? digits[Int(group >> 6 & 63)] : 0x3D)
      result.append(rest > 2 ? digits[Int(group & 63)] : 0x3D)
      index += 3
    }
    return String(decoding: result, as: UTF8.self)
  }
}
