import BriefSource

/// A piece of text: characters of its own, or an excerpt of a source that is not copied.
public enum Text: Sendable {
  /// Characters of its own.
  case string(String)
  /// A stretch of a source.
  case excerpt(Source, TextRange)

  /// Creates a text with characters of its own.
  public init(_ string: String) { self = .string(string) }

  /// The characters; for an excerpt they are read from the source each time.
  ///
  /// Linear in the length.
  public var string: String {
    switch self {
    case .string(let string): string
    case .excerpt(let source, let range): source[range]
    }
  }

  /// Where it stands, when it is an excerpt.
  public var place: Place? {
    switch self {
    case .string: nil
    case .excerpt(let source, let range): Place(source, range)
    }
  }

  /// Calls `body` with the UTF-8 bytes, which are not copied.
  func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch self {
    case .string(var string): return string.withUTF8(body)
    case .excerpt(let source, let range):
      return source.bytes.withUnsafeBufferPointer { bytes in
        let start = min(range.start, bytes.count)
        return body(UnsafeBufferPointer(rebasing: bytes[start..<min(range.end, bytes.count)]))
      }
    }
  }

  /// The length in bytes of UTF-8.
  var byteCount: Int {
    switch self {
    case .string(let string): string.utf8.count
    case .excerpt(_, let range): range.count
    }
  }

  /// Whether there is no character.
  public var isEmpty: Bool {
    switch self {
    case .string(let string): string.isEmpty
    case .excerpt(_, let range): range.isEmpty
    }
  }
}

extension Text: Hashable {
  /// Two texts are equal when their characters are, wherever they stand.
  ///
  /// An accented letter is the same in one code point or two (Unicode normalisation form C).
  /// Linear in the length; nothing is copied for Latin letters.
  public static func == (left: Text, right: Text) -> Bool {
    if case .excerpt(let source, let range) = left,
      case .excerpt(let otherSource, let otherRange) = right,
      source === otherSource, range == otherRange
    {
      return true
    }
    let isSame = left.withUTF8 { left in
      right.withUTF8 { right -> Bool? in
        if left.count == right.count, left.elementsEqual(right) { return true }
        return left.isComposed && right.isComposed ? false : nil
      }
    }
    return isSame ?? (DisplayText.composed(left.string) == DisplayText.composed(right.string))
  }

  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) {
    let isDone = withUTF8 { bytes in
      guard bytes.isComposed else { return false }
      hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
      return true
    }
    if !isDone {
      var composed = DisplayText.composed(string)
      composed.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}

extension Text {
  /// Which of two texts comes first in a sorted column: the same in every locale.
  ///
  /// Texts are compared by the code points of their lower-case form in normalisation form C; of
  /// two that differ in case only, the one with the smaller code points first. The result is
  /// negative, zero or positive. Linear in the length; nothing is copied for ASCII.
  public static func order(_ left: Text, _ right: Text) -> Int {
    let order = left.withUTF8 { left in
      right.withUTF8 { right -> Int? in
        guard left.isASCII, right.isASCII else { return nil }
        return asciiOrder(left, right)
      }
    }
    return order ?? slowOrder(left.string, right.string)
  }

  /// The first eight bytes of the form that ``order(_:_:)`` compares, the first one weighing most.
  ///
  /// Where the keys of two texts differ, their order is that of the keys.
  var orderKey: UInt64 {
    let key = withUTF8 { bytes in bytes.isASCII ? Self.key(bytes.prefix(8).map(lowercase)) : nil }
    return key ?? Self.key(Array(DisplayText.composed(string.lowercased()).utf8.prefix(8)))
  }

  private static func key(_ bytes: [UInt8]) -> UInt64 {
    var key: UInt64 = 0
    for index in 0..<8 { key = key << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
    return key
  }

  private static func asciiOrder(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var caseOrder = 0
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      let order = Value.compare(lowercase(left[index]), lowercase(right[index]))
      if order != 0 { return order }
      if caseOrder == 0 { caseOrder = Value.compare(left[index], right[index]) }
    }
    return left.count == right.count ? caseOrder : Value.compare(left.count, right.count)
  }

  private static func slowOrder(_ left: String, _ right: String) -> Int {
    func compare(_ left: String, _ right: String) -> Int {
      let left = Array(DisplayText.composed(left).utf8)
      let right = Array(DisplayText.composed(right).utf8)
      return left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
    }
    let order = compare(left.lowercased(), right.lowercased())
    return order == 0 ? compare(left, right) : order
  }
}

/// The lower-case form of an ASCII byte.
private func lowercase(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether every byte is ASCII.
  var isASCII: Bool { allSatisfy { $0 < 0x80 } }

  /// Whether the text is in normalisation form C for sure, because no code point from U+0300 on is in
  /// it: before the combining marks every character is (Unicode Standard Annex 15).
  var isComposed: Bool { allSatisfy { $0 < 0xCC } }
}
