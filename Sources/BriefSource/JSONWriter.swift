/// Writes JSON (RFC 8259) piece by piece, in the order the pieces are given.
///
///     var json = JSONWriter()
///     json.object { json in
///       json.member("title", nil)
///       json.array("parts") { json in json.value(3) }
///     }
///
/// Nothing is escaped but what must be, and the control character U+007F.
public struct JSONWriter: Sendable {
  /// What has been written so far, as UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Creates a writer that has written nothing.
  public init() {}

  /// What has been written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes an object; its members are what `body` writes.
  public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nested(0x7B, 0x7D, body)
  }

  /// Writes an array; its elements are what `body` writes.
  public mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    try nested(0x5B, 0x5D, body)
  }

  /// Writes a member whose value is an object.
  public mutating func object(
    _ name: String, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    key(name)
    try object(body)
  }

  /// Writes a member whose value is an array.
  public mutating func array(
    _ name: String, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    key(name)
    try array(body)
  }

  /// Writes a member with a string, or `null`.
  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }

  /// Writes a member with a whole number.
  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    self.value(value)
  }

  /// Writes a member with a number; see ``value(_:)-(Double)``.
  public mutating func member(_ name: String, _ value: Double) {
    key(name)
    self.value(value)
  }

  /// Writes the name of a member, whose value has to be written next.
  public mutating func key(_ name: String) {
    value(name)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a string.
  public mutating func value(_ string: String) {
    separate()
    bytes.append(0x22)
    var string = string
    string.withUTF8 { utf8 in
      for byte in utf8 { append(byte) }
    }
    bytes.append(0x22)
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) { raw(String(number)) }

  /// Writes a number in the shortest form that reads back the same; `null` when it is not finite.
  public mutating func value(_ number: Double) {
    if number.isFinite { raw("\(number)") } else { null() }
  }

  /// Writes `true` or `false`.
  public mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Ends a line, as JSON Lines does between documents.
  public mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  private mutating func nested(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    bytes.append(open)
    needsComma = false
    try body(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C:
      bytes.append(0x5C)
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
    case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
    case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
    case 0..<0x20, 0x7F:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8)
      bytes.append(contentsOf: digits.utf8)
    default: bytes.append(byte)
    }
  }
}
