extension JSONReader {
  /// Reads a string, whose opening quotation mark is next.
  mutating func string() throws(JSONError) -> String {
    offset += 1
    var start = offset
    /// What stands before `start`, with its escapes resolved.
    var resolved: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        let end = offset
        offset += 1
        if resolved.isEmpty { return String(decoding: bytes[start..<end], as: UTF8.self) }
        resolved += bytes[start..<end]
        return String(decoding: resolved, as: UTF8.self)
      case UInt8(ascii: "\\"):
        resolved += bytes[start..<offset]
        resolved += Unicode.UTF8.encode(try escape()) ?? .init()
        start = offset
      case ..<0x20: throw error("an escape, since control characters have to be escaped")
      case ..<0x80: offset += 1
      default:
        let length = sequenceLength()
        guard length > 0 else { throw error("UTF-8") }
        offset += length
      }
    }
    throw error("'\"'")
  }

  /// Reads an escape, whose backslash is next.
  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = offset
    offset += 1
    let scalar: Unicode.Scalar
    switch next {
    case UInt8(ascii: "\""): scalar = "\""
    case UInt8(ascii: "\\"): scalar = "\\"
    case UInt8(ascii: "/"): scalar = "/"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "u"):
      offset += 1
      return try codePoint(from: start)
    default: throw error("one of \" \\ / b f n r t u after '\\'")
    }
    offset += 1
    return scalar
  }

  /// Reads the digits of an escape that began at `start`, and the second half of a surrogate pair.
  private mutating func codePoint(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let unit = try codeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, bytes[offset...].starts(with: #"\u"#.utf8) else {
      throw JSONError("both halves of a surrogate pair", at: start, in: bytes)
    }
    offset += 2
    let second = try codeUnit()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
    else { throw JSONError("both halves of a surrogate pair", at: start, in: bytes) }
    return scalar
  }

  /// Reads four hexadecimal digits.
  private mutating func codeUnit() throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch next {
      case let byte? where (0x30...0x39).contains(byte): digit = byte - 0x30
      case let byte? where (0x41...0x46).contains(byte): digit = byte - 0x41 + 10
      case let byte? where (0x61...0x66).contains(byte): digit = byte - 0x61 + 10
      default: throw error("four hexadecimal digits after '\\u'")
      }
      unit = unit << 4 | UInt32(digit)
      offset += 1
    }
    return unit
  }

  /// The length of the well-formed sequence that is next and begins with no ASCII; 0 when it is
  /// ill-formed, after Unicode table 3-7.
  private func sequenceLength() -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[offset] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for index in offset + 2..<offset + length where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
