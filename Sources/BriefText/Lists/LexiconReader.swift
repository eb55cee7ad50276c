/// Walks over the rows of an embedded list without making a string of any field.
///
/// The larger lists are read when the program starts, so what is not asked for is not decoded.
/// Lines that begin with `#` and empty lines are no rows.
package struct LexiconReader {
  /// The bytes of the list, which are constant data of the program.
  package let text: UnsafeBufferPointer<UInt8>
  /// Where the current row begins.
  package private(set) var start = 0
  /// The number of fields of the current row.
  package private(set) var count = 0
  private var next = 0
  /// Where each field begins, and behind the last one byte more than where it ends.
  private var starts: [Int] = []

  /// Begins before the first row of `file`.
  package init(_ file: Lexicon.File) {
    text = Lexicon.text(file)
    starts.reserveCapacity(16)
  }

  /// Goes on to the next row; `false` when there is none.
  ///
  /// Linear in the length of the row.
  package mutating func advance() -> Bool {
    while next < text.count {
      let isRow = text[next] != 0x23 && text[next] != 0x0A
      start = next
      count = 1
      starts.removeAll(keepingCapacity: true)
      starts.append(next)
      while next < text.count, text[next] != 0x0A {
        if text[next] == 0x09 {
          starts.append(next + 1)
          count += 1
        }
        next += 1
      }
      starts.append(next + 1)
      next += 1
      if isRow { return true }
    }
    count = 0
    return false
  }

  /// Where field `number` of the current row lies; empty for one that the row has not.
  package func range(_ number: Int) -> Range<Int> {
    guard number >= 0, number < count else { return 0..<0 }
    return starts[number]..<starts[number + 1] - 1
  }

  /// The bytes of field `number` of the current row.
  package subscript(number: Int) -> UnsafeBufferPointer<UInt8> { bytes(range(number)) }

  /// The bytes of the list in `range`.
  package func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[range])
  }

  /// Field `number` of the current row as a string.
  package func string(_ number: Int) -> String { String(decoding: self[number], as: UTF8.self) }

  /// Whether field `number` of the current row is `word`.
  package func holds(_ number: Int, _ word: StaticString) -> Bool {
    let range = range(number)
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      var place = range.lowerBound
      for byte in buffer {
        if text[place] != byte { return false }
        place += 1
      }
      return true
    }
  }

  /// Whether field `number` of the current row has the same bytes as `range` of the list.
  package func repeats(_ range: Range<Int>, _ number: Int) -> Bool {
    let field = self.range(number)
    guard field.count == range.count else { return false }
    for offset in 0..<range.count
    where text[field.lowerBound + offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }

  /// Calls `body` with where each part of field `number` lies that stands between separators; empty
  /// parts are left out.
  package func forEachPart(
    of number: Int, separator: Unicode.Scalar, _ body: (Range<Int>) -> Void
  ) {
    let range = range(number)
    let separator = UInt8(ascii: separator)
    var start = range.lowerBound
    for place in range {
      guard text[place] == separator else { continue }
      if place > start { body(start..<place) }
      start = place + 1
    }
    if range.upperBound > start { body(start..<range.upperBound) }
  }
}
