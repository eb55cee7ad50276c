/// Reads JSON, strictly as RFC 8259 has it.
///
///     let value = try JSONReader.read(bytes)
///     value["title"]?.string
///
/// An object with two members of one name is refused, since whichever were kept, the other would be
/// lost unseen; so are half surrogates and numbers too great for a `Double`. A byte order mark
/// before the text is passed over. Takes time linear in the number of bytes.
public struct JSONReader {
  /// How deep arrays and objects may be nested, unless something else is said.
  public static let nestingLimit = 200

  /// The one value that `bytes` hold, with nothing but space around it.
  ///
  /// - Parameter nestingLimit: How deep arrays and objects may be nested. Every level takes stack;
  ///   no more than ``nestingLimit`` are ever read.
  /// - Throws: ``JSONError`` at the first byte that cannot be right.
  public static func read(
    _ bytes: [UInt8], nestingLimit: Int = nestingLimit
  ) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes: bytes, levelsLeft: min(nestingLimit, Self.nestingLimit))
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.offset = 3 }
    let value = try reader.value()
    reader.skipSpace()
    guard reader.offset == bytes.count else { throw reader.error("the end") }
    return value
  }

  let bytes: [UInt8]
  /// Where the next byte is.
  var offset = 0
  private var levelsLeft: Int

  private init(bytes: [UInt8], levelsLeft: Int) {
    self.bytes = bytes
    self.levelsLeft = levelsLeft
  }

  /// The byte at `offset`, or `nil` at the end.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  /// That `expected` should stand where the next byte is.
  func error(_ expected: String) -> JSONError { JSONError(expected, at: offset, in: bytes) }

  // MARK: Values

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONError) in try reader.members() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONError) in try reader.elements() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"): return try number()
    case let byte? where (0x30...0x39).contains(byte): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw error("a value")
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let isThere = word.withUTF8Buffer { bytes[offset...].starts(with: $0) }
    guard isThere else { throw error("a value") }
    offset += word.utf8CodeUnitCount
    return value
  }

  /// Reads what stands between brackets, the opening one of which is next.
  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    guard levelsLeft > 0 else { throw error("fewer brackets in one another") }
    levelsLeft -= 1
    offset += 1
    let value = try body(&self)
    levelsLeft += 1
    return value
  }

  private mutating func elements() throws(JSONError) -> JSONValue {
    var elements: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(elements) }
      guard take(UInt8(ascii: ",")) else { throw error("',' or ']'") }
    }
  }

  private mutating func members() throws(JSONError) -> JSONValue {
    var object = JSONObject()
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object(object) }
    while true {
      skipSpace()
      let start = offset
      guard next == UInt8(ascii: "\"") else { throw error("the name of a member, in '\"'") }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error("':'") }
      guard object.append(name, try value()) else {
        throw JSONError("another name than one before it", at: start, in: bytes)
      }
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(object) }
      guard take(UInt8(ascii: ",")) else { throw error("',' or '}'") }
    }
  }

  // MARK: Numbers

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = offset
    let isNegative = take(UInt8(ascii: "-"))
    var whole: Int? = 0
    if !take(UInt8(ascii: "0")) {
      try digits { digit in
        let (tens, isTooGreat) = (whole ?? 0).multipliedReportingOverflow(by: 10)
        // The least number has no positive counterpart, hence the sign goes with every digit.
        let (sum, isTooMuch) = tens.addingReportingOverflow(isNegative ? -digit : digit)
        whole = whole == nil || isTooGreat || isTooMuch ? nil : sum
      }
    }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      try digits()
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
    if isWhole, let whole, whole != 0 || !isNegative { return .int(whole) }
    guard let number = Double(String(decoding: bytes[start..<offset], as: UTF8.self)),
      number.isFinite
    else { throw JSONError("a number that can be reckoned with", at: start, in: bytes) }
    return .number(number)
  }

  /// Takes one digit and all that follow.
  private mutating func digits(_ body: (Int) -> Void = { _ in }) throws(JSONError) {
    guard let first = next, (0x30...0x39).contains(first) else { throw error("a digit") }
    while let byte = next, (0x30...0x39).contains(byte) {
      body(Int(byte - 0x30))
      offset += 1
    }
  }
}
