import BriefSource

/// Reads the characters of tokens into values.
enum Literals {
  /// What is wrong inside a literal.
  struct Fault {
    let message: Message
    let range: TextRange
  }

  /// The characters that a string token stands for, escapes resolved.
  static func string(
    _ token: Token, in source: Source, faults: inout [Fault]
  ) -> String {
    let bytes = source.bytes
    let isBlock = token.kind == .textBlock
    let open = isBlock ? 3 : bytes[token.range.start] == 0x22 ? 1 : 3
    let close = token.flaw != nil ? 0 : isBlock ? 3 : bytes[token.range.end - 1] == 0x22 ? 1 : 3
    let start = token.range.start + open
    let content = TextRange(start, max(start, token.range.end - close))
    if isBlock { return block(content, in: source, faults: &faults) }
    return unescaped(content, in: source, faults: &faults)
  }

  /// The pattern of a regular expression token, in which a backslash stays.
  static func pattern(_ token: Token, in source: Source) -> (text: String, range: TextRange) {
    let open = source.bytes[token.range.start + 1] == 0x22 ? 2 : 4
    let close = token.flaw != nil ? 0 : source.bytes[token.range.end - 1] == 0x22 ? 1 : 3
    let start = min(token.range.start + open, token.range.end)
    let range = TextRange(start, max(start, token.range.end - close))
    return (source[range], range)
  }

  /// An int or number token's value, or what is wrong with it.
  static func number(_ text: String) -> Result<Value, NumeralError> {
    var digits = ""
    var previous: Character = "_"
    for character in text {
      if character == "_" {
        guard previous.isWholeNumber else { return .failure(.malformed) }
      } else {
        digits.append(character)
      }
      previous = character
    }
    if previous == "_" { return .failure(.malformed) }
    let isInt = digits.utf8.allSatisfy {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
    }
    if isInt {
      if let int = Int(digits) { return .success(.int(int)) }
      let hasDigits = digits.utf8.contains { (0x30...0x39).contains($0) }
      return .failure(hasDigits && Double(digits) != nil ? .tooLarge : .malformed)
    }
    guard
      digits.utf8.allSatisfy({
        (0x30...0x39).contains($0)
          || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
      }), let number = Double(digits)
    else { return .failure(.malformed) }
    return number.isFinite ? .success(.number(number)) : .failure(.tooLarge)
  }

  /// What can be wrong with a number.
  enum NumeralError: Error { case malformed, tooLarge }

  private static func unescaped(
    _ range: TextRange, in source: Source, faults: inout [Fault]
  ) -> String {
    let bytes = source.bytes
    guard bytes[range.offsets].contains(UInt8(ascii: "\\")) else { return source[range] }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var offset = range.start
    while offset < range.end {
      let byte = bytes[offset]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        offset += 1
        continue
      }
      let start = offset
      offset += 1
      switch offset < range.end ? bytes[offset] : 0 {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "\""): result.append(0x22)
      case UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "u"):
        var end = offset + 1
        while end < range.end, end - offset < 12, bytes[end] != UInt8(ascii: "}") { end += 1 }
        let isClosed = end < range.end && bytes[end] == UInt8(ascii: "}")
        if isClosed, offset + 2 <= end, bytes[offset + 1] == UInt8(ascii: "{"),
          let value = UInt32(source[TextRange(offset + 2, end)], radix: 16), value != 0,
          let scalar = Unicode.Scalar(value)
        {
          result.append(contentsOf: String(Character(scalar)).utf8)
          offset = end
        } else {
          let end = isClosed ? end + 1 : offset + 1
          faults.append(Fault(message: .badCodePoint, range: TextRange(start, end)))
        }
      default:
        var end = min(offset + 1, range.end)
        while end < range.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
        faults.append(
          Fault(
            message: .unknownEscape(source[TextRange(start, end)]),
            range: TextRange(start, end)))
        offset = end - 1
      }
      offset += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A text block without its first and last line end and the indentation of its last line.
  private static func block(
    _ range: TextRange, in source: Source, faults: inout [Fault]
  ) -> String {
    let bytes = source.bytes
    func lineEnd(_ offset: Int) -> Int? {
      guard offset < range.end else { return nil }
      if bytes[offset] == 0x0A { return offset + 1 }
      guard bytes[offset] == 0x0D else { return nil }
      return offset + 1 < range.end && bytes[offset + 1] == 0x0A ? offset + 2 : offset + 1
    }
    var lines: [TextRange] = []
    var start = range.start
    var offset = range.start
    while offset < range.end {
      if let next = lineEnd(offset) {
        lines.append(TextRange(start, offset))
        start = next
        offset = next
      } else {
        offset += 1
      }
    }
    lines.append(TextRange(start, range.end))
    func isBlank(_ line: TextRange) -> Bool {
      bytes[line.offsets].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
    var indentation = 0
    if lines.count > 1 {
      if let first = lines.first, isBlank(first) { lines.removeFirst() }
      if let last = lines.last, isBlank(last) {
        indentation = last.count
        lines.removeLast()
      }
    }
    return lines.map { line in
      var start = line.start
      while start < line.end, start - line.start < indentation,
        bytes[start] == 0x20 || bytes[start] == 0x09
      {
        start += 1
      }
      return unescaped(TextRange(start, line.end), in: source, faults: &faults)
    }.joined(separator: "\n")
  }
}
