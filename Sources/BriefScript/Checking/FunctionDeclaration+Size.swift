import BriefSource

extension FunctionDeclaration {
  /// About how many bytes the result takes; `nil` where it is no larger than what is given.
  ///
  /// Linear in the length of what is given.
  func resultSize(_ arguments: [Value]) -> Int? {
    switch (name, arguments.first) {
    case ("replace", .text(let text)):
      let growth = arguments.text(2).byteCount - arguments.text(1).byteCount
      guard growth > 0 else { return nil }
      return Self.bounded(text.count(of: arguments.text(1)), growth, text.byteCount)
    case ("split", .text(let text)):
      // Each part is a value, and a text beside it if it is long.
      return Self.bounded(
        text.count(of: arguments.text(1)), MemoryLayout<Value>.stride * 2, text.byteCount)
    case ("join", .list(let elements)):
      var left = Int.max
      for element in elements { _ = element.takeCharacters(from: &left) }
      return Self.bounded(elements.count, arguments.text(1).byteCount, Int.max - left)
    case ("text", let value?):
      var left = Int.max
      _ = value.takeCharacters(from: &left)
      return Int.max - left
    case ("lower", .text(let text)), ("upper", .text(let text)): return text.byteCount
    default: return nil
    }
  }

  /// `count * size + rest`, or the largest number there is.
  private static func bounded(_ count: Int, _ size: Int, _ rest: Int) -> Int {
    let (product, isLarge) = count.multipliedReportingOverflow(by: size)
    let (sum, isLarger) = product.addingReportingOverflow(rest)
    return isLarge || isLarger ? .max : sum
  }
}

extension Text {
  /// How often `part` stands in it, or more.
  ///
  /// Exact for ASCII, where characters are bytes; elsewhere an accent may be part of its letter in
  /// one and stand alone in the other.
  fileprivate func count(of part: Text) -> Int {
    withUTF8 { text in
      part.withUTF8 { part in
        guard !part.isEmpty, part.count <= text.count else { return 0 }
        guard text.isASCII, part.isASCII else { return text.count * 3 / part.count + 1 }
        var count = 0
        var offset = 0
        while offset + part.count <= text.count {
          if text[offset] == part[0], text[offset..<offset + part.count].elementsEqual(part) {
            count += 1
            offset += part.count
          } else {
            offset += 1
          }
        }
        return count
      }
    }
  }
}
