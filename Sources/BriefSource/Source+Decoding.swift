/// Why bytes could not be read as text.
public enum TextDecodingError: Error, Equatable, Sendable {
  /// The file holds no byte at all.
  case empty
  /// The bytes are no text: NUL or too many control characters, first at this offset.
  case binary(offset: Int)
}

extension Source {
  /// Reads `bytes` as text, recognising the encoding.
  ///
  /// In this order: a byte order mark decides; valid UTF-8 is UTF-8; bytes with more valid
  /// multi-byte sequences than invalid ones are damaged UTF-8 and repaired; all else is
  /// Windows-1252 or Latin-1. Linear in the number of bytes.
  ///
  /// - Throws: ``TextDecodingError`` when the bytes are empty or no text.
  public static func decoding(
    _ bytes: [UInt8], name: String
  ) throws(TextDecodingError) -> Source {
    if bytes.isEmpty { throw .empty }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return decodingUTF16(bytes, name: name)
    }
    if let offset = binaryOffset(bytes) { throw .binary(offset: offset) }
    let census = UTF8Census(bytes)
    if census.invalid == 0 {
      let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      return Source(
        name: name, validated: bytes, encoding: marked ? .utf8WithByteOrderMark : .utf8)
    }
    if census.multibyte > census.invalid {
      let text = String(decoding: bytes, as: UTF8.self)
      return Source(
        name: name, validated: Array(text.utf8),
        encoding: .damagedUTF8(replacements: census.invalid))
    }
    return decodingSingleByte(bytes, name: name)
  }

  private static func decodingSingleByte(_ bytes: [UInt8], name: String) -> Source {
    var isWindows = false
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        decoded.append(byte)
        continue
      }
      var value = UInt32(byte)
      if byte < 0xA0 {
        isWindows = true
        value = windows1252[Int(byte - 0x80)]
      }
      if value < 0x800 {
        decoded.append(UInt8(0xC0 | value >> 6))
      } else {
        decoded.append(UInt8(0xE0 | value >> 12))
        decoded.append(UInt8(0x80 | value >> 6 & 0x3F))
      }
      decoded.append(UInt8(0x80 | value & 0x3F))
    }
    return Source(name: name, validated: decoded, encoding: isWindows ? .windows1252 : .latin1)
  }

  private static func decodingUTF16(_ bytes: [UInt8], name: String) -> Source {
    let littleEndian = bytes[0] == 0xFF
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(littleEndian ? second << 8 | first : first << 8 | second)
    }
    let text = String(decoding: units, as: UTF16.self)
    return Source(name: name, validated: Array(text.utf8), encoding: .utf16)
  }

  /// Where the first byte stands that shows `bytes` to be no text, or `nil` for text.
  private static func binaryOffset(_ bytes: [UInt8]) -> Int? {
    var controls = 0
    var firstControl: Int?
    for (offset, byte) in bytes.enumerated() {
      if byte == 0 { return offset }
      // Tab, line ends, form feed and escape occur in texts that people really have.
      if byte < 0x20, !(0x09...0x0D).contains(byte), byte != 0x1B {
        controls += 1
        firstControl = firstControl ?? offset
      }
    }
    return controls * 20 > bytes.count ? firstControl : nil
  }

  /// Code points of the bytes 80–9F; the five that Windows-1252 leaves open stay control codes.
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

/// Counts of well-formed multi-byte sequences and of ill-formed ones, after Unicode table 3-7.
struct UTF8Census {
  var multibyte = 0
  var invalid = 0

  init(_ bytes: [UInt8]) {
    let span = bytes.span
    var index = 0
    while index < span.count {
      let lead = span[index]
      index += 1
      if lead < 0x80 { continue }
      var needed = 0
      var lower: UInt8 = 0x80
      var upper: UInt8 = 0xBF
      switch lead {
      case 0xC2...0xDF: needed = 1
      case 0xE0: (needed, lower) = (2, 0xA0)
      case 0xED: (needed, upper) = (2, 0x9F)
      case 0xE1...0xEF: needed = 2
      case 0xF0: (needed, lower) = (3, 0x90)
      case 0xF4: (needed, upper) = (3, 0x8F)
      case 0xF1...0xF3: needed = 3
      default: break
      }
      var taken = 0
      while taken < needed, index < span.count, (lower...upper).contains(span[index]) {
        index += 1
        taken += 1
        (lower, upper) = (0x80, 0xBF)
      }
      if needed > 0, taken == needed { multibyte += 1 } else { invalid += 1 }
    }
  }
}
