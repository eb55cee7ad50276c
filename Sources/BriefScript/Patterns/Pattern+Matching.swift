import BriefSource

extension Pattern {
  /// Whether some stretch of `text` matches.
  ///
  /// Linear in the length of the text, times the size of the pattern.
  ///
  /// - Parameter isStopped: Asked now and then; when it says yes, the answer is no.
  func matches(_ text: Text, until isStopped: (() -> Bool)? = nil) -> Bool {
    Self.withComposed(text) { bytes in
      match { $0.firstMatch(in: bytes, from: 0, wantsRange: false, until: isStopped) } != nil
    }
  }

  /// `text` with every match replaced by `new`; the matches are the leftmost ones that do not
  /// overlap.
  ///
  /// - Parameters:
  ///   - isStopped: Asked now and then; when it says yes, the rest stays as it is.
  ///   - isAllowed: Asked at each match whether the text may have so many bytes; when it says no,
  ///     the rest stays as it is.
  func replacing(
    _ text: Text, with new: String, until isStopped: (() -> Bool)? = nil,
    while isAllowed: (Int) -> Bool = { _ in true }
  ) -> Text {
    let new = Array(new.utf8)
    let replaced = Self.withComposed(text) { bytes -> [UInt8]? in
      var result: [UInt8] = []
      var copied = 0
      var isChanged = false
      forEachMatch(in: bytes, until: isStopped) { match in
        guard isAllowed(result.count + match.start - copied + new.count) else { return false }
        isChanged = true
        result += bytes[copied..<match.start]
        result += new
        copied = match.end
        return true
      }
      guard isChanged else { return nil }
      result += bytes[copied...]
      return result
    }
    return replaced.map { Text(String(decoding: $0, as: UTF8.self)) } ?? text
  }

  /// Calls `body` with the leftmost matches that do not overlap, in text order, while it says yes.
  func forEachMatch(
    in bytes: UnsafeBufferPointer<UInt8>, until isStopped: (() -> Bool)? = nil,
    _ body: (TextRange) -> Bool
  ) {
    var offset = 0
    while offset <= bytes.count,
      let match = match({
        $0.firstMatch(in: bytes, from: offset, wantsRange: true, until: isStopped)
      }),
      body(match)
    {
      // After an empty match one character is passed over, or there would be no end.
      offset = match.isEmpty ? PatternMatcher.boundary(after: match.end, in: bytes) : match.end
    }
  }

  /// Calls `body` with the bytes, combining accents joined with their letters.
  static func withComposed<Result>(
    _ text: Text, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    // U+0300 to U+037F begin with these bytes.
    let isComposed = text.withUTF8 { !$0.contains { $0 == 0xCC || $0 == 0xCD } }
    if isComposed { return text.withUTF8(body) }
    return Text(DisplayText.composed(text.string)).withUTF8(body)
  }
}
