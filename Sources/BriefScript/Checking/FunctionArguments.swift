import BriefSource

extension [Value] {
  /// The text at `index`, which the checker has seen to be one.
  func text(_ index: Int) -> Text {
    if case .text(let text) = self[index] { text } else { Text("") }
  }

  func string(_ index: Int) -> String { text(index).string }

  func list(_ index: Int) -> [Value] {
    if case .list(let elements) = self[index] { elements } else { [] }
  }
}

extension Text {
  /// The whole number that the text is.
  var int: Int? {
    if case .success(.int(let number)) = Literals.number(string) { number } else { nil }
  }

  /// The UTF-8 bytes in normalisation form C.
  var composedBytes: [UInt8] {
    let plain = withUTF8 { $0.isASCII ? Array($0) : nil }
    return plain ?? Array(DisplayText.composed(string).utf8)
  }

  /// Where `part` first stands in the bytes in normalisation form C.
  ///
  /// Linear in the lengths, after D. Knuth, J. Morris and V. Pratt, "Fast Pattern Matching in
  /// Strings", SIAM Journal on Computing 6, 1977.
  func occurrence(of part: Text) -> Int? {
    let isPlain = withUTF8(\.isASCII) && part.withUTF8(\.isASCII)
    if isPlain { return withUTF8 { text in part.withUTF8 { text.occurrence(of: $0) } } }
    return composedBytes.occurrence(of: part.composedBytes)
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  fileprivate func occurrence(of part: Self) -> Int? {
    guard !part.isEmpty else { return 0 }
    var borders = [0]
    var length = 0
    for index in part.indices.dropFirst() {
      while length > 0, part[index] != part[length] { length = borders[length - 1] }
      if part[index] == part[length] { length += 1 }
      borders.append(length)
    }
    length = 0
    for index in indices {
      while length > 0, self[index] != part[length] { length = borders[length - 1] }
      if self[index] == part[length] { length += 1 }
      if length == part.count { return index + 1 - length }
    }
    return nil
  }
}
