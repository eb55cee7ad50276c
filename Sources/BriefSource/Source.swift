/// The immutable text of one file, one typed line or one script, with the name it is cited by.
///
/// The bytes are always valid UTF-8. A file in another encoding is converted once, code point by
/// code point, so that code point offsets still address the unmodified file.
public final class Source: Sendable {
  /// The name used in citations: a path as the user gave it, or a label such as `<prompt>`.
  public let name: String
  /// The text as valid UTF-8, unchanged but for the conversion named by ``encoding``.
  public let bytes: [UInt8]
  /// The encoding the bytes were read from.
  public let encoding: TextEncoding
  /// Where the lines begin.
  public let lines: LineTable

  /// Creates a source from bytes already known to be valid UTF-8.
  ///
  /// Invalid sequences are replaced by U+FFFD, so the promise of ``bytes`` always holds.
  public convenience init(name: String, text: String) {
    self.init(name: name, validated: Array(text.utf8), encoding: .utf8)
  }

  init(name: String, validated bytes: [UInt8], encoding: TextEncoding) {
    self.name = name
    self.bytes = bytes
    self.encoding = encoding
    self.lines = LineTable(bytes)
  }

  /// The range of the whole text.
  public var range: TextRange { TextRange(0, bytes.count) }

  /// The text of `range`.
  ///
  /// Offsets beyond the end, or inside a code point, do not trap: the part that exists is given,
  /// with U+FFFD for a cut code point.
  public subscript(range: TextRange) -> String {
    let start = min(range.start, bytes.count)
    let end = min(range.end, bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The range of code points that `range` covers, counted from the start of the file.
  public func scalarRange(_ range: TextRange) -> Range<Int> {
    let start = lines.scalarOffset(at: range.start, in: bytes)
    let end = lines.scalarOffset(at: range.end, in: bytes)
    return start..<max(start, end)
  }

  /// The one-based line of the byte at `offset`.
  public func lineNumber(at offset: Int) -> Int { lines.line(at: offset) + 1 }

  /// The one-based column of the byte at `offset`, in code points.
  public func column(at offset: Int) -> Int {
    let start = lines.starts[lines.line(at: offset)]
    return lines.scalarOffset(at: offset, in: bytes)
      - lines.scalarOffset(at: start, in: bytes) + 1
  }

  /// The range of the zero-based line `index`, without its line end.
  public func lineRange(_ index: Int) -> TextRange {
    let start = lines.starts[index]
    var end = index + 1 < lines.count ? lines.starts[index + 1] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return TextRange(start, end)
  }
}

extension Source: Equatable {
  /// Two sources are equal when they are the same object.
  public static func == (left: Source, right: Source) -> Bool { left === right }
}
