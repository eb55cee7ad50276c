/// Why bytes are no JSON.
public struct JSONError: Error, Hashable {
  /// Where, in bytes from the start.
  public let offset: Int
  /// What should stand there.
  public let expected: String
  /// What stands there instead.
  public let found: String

  init(_ expected: String, at offset: Int, in bytes: [UInt8]) {
    self.offset = offset
    self.expected = expected
    guard offset < bytes.count else {
      found = "the end"
      return
    }
    switch bytes[offset] {
    case 0x21...0x7E: found = "'\(Unicode.Scalar(bytes[offset]))'"
    case 0x20: found = "a space"
    case 0x0A, 0x0D: found = "the end of the line"
    default:
      let digits = String(bytes[offset], radix: 16, uppercase: true)
      found = "byte 0x" + (digits.count < 2 ? "0" : "") + digits
    }
  }
}

extension JSONError: CustomStringConvertible {
  /// What was expected and found, and where, in one line.
  public var description: String { "expected \(expected) at byte \(offset), found \(found)" }
}
