import SystemPackage

/// Cuts what a client writes into messages: a header with the length, an empty line, the content.
///
/// After a header that cannot be read it goes on at the next `Content-Length:`.
struct MessageReader {
  /// What was read.
  enum Incoming: Equatable {
    /// The content of a message.
    case message([UInt8])
    /// A header that cannot be read, with what is wrong with it.
    case malformed(String)
    /// There is nothing more; a message that was cut off is left out.
    case end
  }

  /// The longest content that is taken, in bytes.
  static let contentLimit = 64 << 20
  /// The longest line of a header, in bytes.
  static let lineLimit = 8 << 10

  private let input: FileDescriptor
  private var buffer: [UInt8] = []
  /// Where in the buffer the next byte is.
  private var offset = 0
  /// Where in the buffer the line begins that was read last.
  private var lineStart = 0
  /// Whether the beginning of the next header is still to be looked for.
  private var isLost = false

  init(_ input: FileDescriptor) { self.input = input }

  /// The next message; waits for it.
  ///
  /// - Throws: `Errno`.
  mutating func next() throws -> Incoming {
    if isLost {
      guard try findHeader() else { return .end }
      isLost = false
    }
    var length: Int?
    var hasFields = false
    while true {
      let line: [UInt8]
      switch try readLine() {
      case .line(let bytes): line = bytes
      case .tooLong: return malformed("a line of a header is too long")
      case .end: return .end
      }
      if line.isEmpty {
        if let length { return try content(length) }
        if hasFields { return malformed("expected 'Content-Length: …' in the header") }
        continue
      }
      hasFields = true
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), Self.isFieldName(line[..<colon])
      else { return malformed("expected 'Content-Length: …' in the header") }
      if Self.isContentLength(line[..<colon]) {
        guard let count = Self.number(line[(colon + 1)...]), count <= Self.contentLimit else {
          return malformed(
            "expected a number up to \(Self.contentLimit) after 'Content-Length:'")
        }
        length = count
      }
    }
  }

  private mutating func malformed(_ message: String) -> Incoming {
    isLost = true
    // The next header may begin on the very line that is wrong, but not where that line begins.
    offset = min(offset, lineStart + 1)
    return .malformed(message)
  }

  // MARK: Header

  private static let contentLength = Array("content-length".utf8)

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func isContentLength(_ name: ArraySlice<UInt8>) -> Bool {
    name.lazy.map(lowercased).elementsEqual(contentLength)
  }

  /// Whether `name` can be the name of a field: letters and hyphens.
  private static func isFieldName(_ name: ArraySlice<UInt8>) -> Bool {
    !name.isEmpty
      && name.allSatisfy { (0x61...0x7A).contains(lowercased($0)) || $0 == UInt8(ascii: "-") }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var digits = bytes.drop(while: isSpace)
    while let last = digits.last, isSpace(last) { digits.removeLast() }
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private enum Line {
    case line([UInt8])
    case tooLong
    case end
  }

  /// The next line without its end, CR LF or LF.
  private mutating func readLine() throws -> Line {
    var end = offset
    while true {
      while end < buffer.count, buffer[end] != 0x0A { end += 1 }
      lineStart = offset
      if end - offset > Self.lineLimit { return .tooLong }
      if end < buffer.count { break }
      let before = offset
      guard try fill() else { return .end }
      end -= before - offset
    }
    var line = buffer[offset..<end]
    if line.last == 0x0D { line.removeLast() }
    offset = end + 1
    return .line(Array(line))
  }

  /// Passes over everything before the next `Content-Length:`; false when there is none.
  private mutating func findHeader() throws -> Bool {
    let wanted = Self.contentLength + [UInt8(ascii: ":")]
    while true {
      while offset + wanted.count <= buffer.count {
        let found = buffer[offset..<offset + wanted.count]
        if found.lazy.map(Self.lowercased).elementsEqual(wanted) { return true }
        offset += 1
      }
      guard try fill() else { return false }
    }
  }

  // MARK: Content

  private mutating func content(_ length: Int) throws -> Incoming {
    while buffer.count - offset < length {
      guard try fill() else { return .end }
    }
    defer { offset += length }
    return .message(Array(buffer[offset..<offset + length]))
  }

  /// Reads more into the buffer, from which what was read before is taken out; false at the end.
  private mutating func fill() throws -> Bool {
    if offset > 0 {
      buffer.removeSubrange(..<offset)
      offset = 0
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = try chunk.withUnsafeMutableBytes { try input.read(into: $0) }
    buffer += chunk[..<count]
    return count > 0
  }
}
