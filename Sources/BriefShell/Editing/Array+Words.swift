/// Where the characters and words of a line that is edited begin and end.
extension [Unicode.Scalar] {
  /// Where the character before `index`, with its combining marks, begins.
  func characterStart(before index: Int) -> Int {
    guard index > 0 else { return 0 }
    // No character that anybody types has more code points.
    let start = Swift.max(0, index - 16)
    let last = String(scalars: self[start..<index]).last
    return Swift.max(start, index - Swift.max(1, last?.unicodeScalars.count ?? 1))
  }

  /// Where the character at `index` ends.
  func characterEnd(after index: Int) -> Int {
    guard index < count else { return count }
    let end = Swift.min(count, index + 16)
    let first = String(scalars: self[index..<end]).first
    return Swift.min(end, index + Swift.max(1, first?.unicodeScalars.count ?? 1))
  }

  /// The end of the word at `index` or after it.
  func wordEnd(after index: Int) -> Int {
    let start = self[index...].firstIndex(where: Self.isLetter) ?? count
    return self[start...].firstIndex { !Self.isLetter($0) } ?? count
  }

  /// The beginning of the word before `index`.
  func wordStart(before index: Int) -> Int {
    let end = self[..<index].lastIndex(where: Self.isLetter).map { $0 + 1 } ?? 0
    return self[..<end].lastIndex { !Self.isLetter($0) }.map { $0 + 1 } ?? 0
  }

  /// The beginning of what stands without white space before `index`.
  func blankWordStart(before index: Int) -> Int {
    let end = self[..<index].lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? 0
    return self[..<end].lastIndex { $0.properties.isWhitespace }.map { $0 + 1 } ?? 0
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.canonicalCombiningClass != .notReordered
  }
}
