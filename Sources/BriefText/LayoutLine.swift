/// A line that is not blank, as far as the layout needs to know it.
struct LayoutLine {
  /// What the line is by its first bytes.
  enum Kind: Equatable {
    case text
    /// The words begin after a list mark.
    case listItem
    case heading(level: Int)
    /// A row of marks: `---`, `* * *`, `===`, `###`.
    case ruler
  }

  /// The line without surrounding white space.
  var start: Int
  var end: Int
  /// Where the words begin and end.
  var contentStart: Int
  var contentEnd: Int
  var kind = Kind.text
  /// Whether it begins with `>`.
  var isQuoted = false
  /// Whether a blank line, or the start of the text, stands before it.
  var follows: Bool
  /// The number of white space bytes before the line.
  var indent: Int
  /// The width up to its end in code points, indent included, and that of its first word.
  var width = 0
  var firstWord = 0
  var startsLower = false
  var endsSentence = false
  var hasLower = false

  /// The byte a drawn line is made of, when all its marks are the same without gaps.
  var underline: UInt8?

  init(_ bytes: Span<UInt8>, from start: Int, to end: Int, indent: Int, follows: Bool) {
    self.start = start
    self.end = end
    self.indent = indent
    self.follows = follows
    contentStart = start
    contentEnd = end
    readQuoteMarks(bytes)
    readKind(bytes)
    measure(bytes)
  }

  private mutating func readQuoteMarks(_ bytes: Span<UInt8>) {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: ">") {
      isQuoted = true
      index += 1
      index = Self.skipSpace(bytes, index, end)
    }
    contentStart = index
  }

  private mutating func readKind(_ bytes: Span<UInt8>) {
    if readRuler(bytes) { return }
    if let after = headingMarksEnd(bytes) {
      kind = .heading(level: after.level)
      contentStart = after.end
      // Closing marks say nothing.
      var last = end
      while last > contentStart, bytes[last - 1] == UInt8(ascii: "#") { last -= 1 }
      if last < end, last > contentStart, bytes[last - 1] == 0x20 {
        while last > contentStart, bytes[last - 1] == 0x20 { last -= 1 }
        contentEnd = last
      }
    } else if let after = listMarkEnd(bytes) {
      kind = .listItem
      contentStart = after
    }
  }

  /// Whether nothing but three or more marks of one kind stands here, or two of `=`.
  private mutating func readRuler(_ bytes: Span<UInt8>) -> Bool {
    guard contentStart < end else { return false }
    let mark = bytes[contentStart]
    switch mark {
    case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "."), UInt8(ascii: "+"):
      break
    default: return false
    }
    var count = 0
    var hasGaps = false
    for index in contentStart..<end {
      if bytes[index] == mark {
        count += 1
      } else if bytes[index] == 0x20 || bytes[index] == 0x09 {
        hasGaps = true
      } else {
        return false
      }
    }
    if !hasGaps { underline = mark }
    guard count >= 3 || (count == 2 && mark == UInt8(ascii: "=")) else { return false }
    kind = .ruler
    return true
  }

  private func headingMarksEnd(_ bytes: Span<UInt8>) -> (level: Int, end: Int)? {
    var index = contentStart
    while index < end, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - contentStart
    guard (1...6).contains(level), index < end else { return nil }
    let after = Self.skipSpace(bytes, index, end)
    return after > index && after < end ? (level, after) : nil
  }

  private func listMarkEnd(_ bytes: Span<UInt8>) -> Int? {
    var index = contentStart
    guard index < end else { return nil }
    let first = bytes[index]
    if first >= 0x80 {
      let scalar = TextScalar(bytes, at: index)
      // Bullets of all shapes, and the en dash; an em dash opens an attribution.
      let marks: [UInt32] = [
        0x2013, 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x25A0, 0x25AA, 0x25B8, 0x25BA, 0x25CB,
        0x25CF, 0x25E6, 0x2794, 0x27A2, 0xB7, 0xF0B7, 0xF0A7, 0x2212, 0x2714,
      ]
      guard marks.contains(scalar.value) else { return nil }
      index += scalar.length
    } else if "-*+".utf8.contains(first) {
      index += 1
    } else {
      guard let after = enumeratorEnd(bytes) else { return nil }
      index = after
    }
    let after = Self.skipSpace(bytes, index, end)
    return after > index && after < end ? after : nil
  }

  /// Where `1.`, `12)`, `(3)`, `a)`, `(iv)` ends.
  private func enumeratorEnd(_ bytes: Span<UInt8>) -> Int? {
    var index = contentStart
    let isBracketed = bytes[index] == UInt8(ascii: "(")
    if isBracketed { index += 1 }
    let first = index
    var digits = 0
    var letters = 0
    while index < min(end, first + 4) {
      if (0x30...0x39).contains(bytes[index]) {
        digits += 1
      } else if (0x61...0x7A).contains(bytes[index]) {
        letters += 1
      } else {
        break
      }
      index += 1
    }
    guard index < end, (1...3).contains(digits) != (letters > 0) else { return nil }
    if letters > 1 {
      guard (first..<index).allSatisfy({ "ivx".utf8.contains(bytes[$0]) }) else { return nil }
    }
    switch bytes[index] {
    case UInt8(ascii: ")"): return index + 1
    case UInt8(ascii: ".") where !isBracketed && digits > 0: return index + 1
    default: return nil
    }
  }

  /// Measures the words; reads every byte of the line once more.
  private mutating func measure(_ bytes: Span<UInt8>) {
    // One test for each byte is as much as a compiler turns into vectors.
    var index = contentStart
    while index < contentEnd, bytes[index] > 0x20 {
      if bytes[index] & 0xC0 != 0x80 { firstWord += 1 }
      index += 1
    }
    var scalars = firstWord
    while index < contentEnd {
      scalars += bytes[index] & 0xC0 != 0x80 ? 1 : 0
      index += 1
    }
    hasLower = (contentStart..<contentEnd).contains { (0x61...0x7A).contains(bytes[$0]) }
    // What stands before the words takes room too.
    width = scalars + indent + (contentStart - start)
    if contentStart < contentEnd {
      startsLower = (0x61...0x7A).contains(bytes[contentStart])
      endsSentence = Self.endsSentence(bytes, contentStart, contentEnd)
    }
  }

  /// Whether the last letter or digit is followed by a mark that ends a sentence.
  private static func endsSentence(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = end
    // A few closing quotation marks and brackets may follow.
    while index > max(start, end - 12) {
      index -= 1
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
      default: break
      }
      if TextByte(rawValue: TextByte.table[Int(byte)]).isSubset(of: .alphanumeric) { return false }
    }
    return false
  }

  static func skipSpace(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let length = TextScalar.spaceLength(bytes, at: index)
      if length == 0 { break }
      index += length
    }
    return min(index, end)
  }
}
