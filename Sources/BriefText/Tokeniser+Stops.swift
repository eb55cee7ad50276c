/// Full stops that belong to a word.
extension Tokeniser {
  /// Where the word ends, its full stop included; `nil` when the stop at `end` is a token.
  ///
  /// - Parameters:
  ///   - start: Where the word begins.
  ///   - part: Where its part after the last hyphen begins.
  ///   - end: Where its letters end and the stop stands.
  func stop(_ bytes: Span<UInt8>, _ start: Int, _ part: Int, _ end: Int) -> Int? {
    // Of exactly two stops the first may belong to an abbreviation.
    if byte(bytes, end + 1) == UInt8(ascii: "."), byte(bytes, end + 2) == UInt8(ascii: ".") {
      return nil
    }
    if part == start, let after = acronymEnd(bytes, start) { return after }
    if end - start == 1, isLetter(bytes, start) {
      return isInitial(bytes, start) ? end + 1 : nil
    }
    // Inside a chunk only a name may stand right after an abbreviation: St.Petersburg.
    let kinds = classes.classes(bytes, from: part, to: end)
    if kinds.isEmpty { return nil }
    if isLetter(bytes, end + 1) { return kinds.contains(.title) ? end + 1 : nil }
    if !kinds.isDisjoint(with: .keepsStop) { return end + 1 }
    let next = byteAfterSpace(bytes, end + 1)
    let digitFollows = (0x30...0x39).contains(next) || next == UInt8(ascii: "#")
    if kinds.contains(.beforeNumber), digitFollows { return end + 1 }
    if kinds.contains(.doubtful) {
      let goesOn = (0x61...0x7A).contains(next) || ",;:)".utf8.contains(next)
      return goesOn || digitFollows ? end + 1 : nil
    }
    return nil
  }

  /// Where letters with a stop after each end: `U.S.`, `a.m.`, `Ph.D.`, `U.S`.
  ///
  /// The last stop is part of it; a last single letter need not have one.
  private func acronymEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var index = start
    var groups = 0
    var singles = 0
    while true {
      var letters = 0
      while isLetter(bytes, index + letters), letters < 3 { letters += 1 }
      let isPair =
        letters == 2 && isUpper(bytes, index) && !isUpper(bytes, index + 1)
      guard letters == 1 || isPair, !isWordByte(bytes, index + letters) else { break }
      let hasStop =
        byte(bytes, index + letters) == UInt8(ascii: ".")
        && !(byte(bytes, index + letters + 1) == UInt8(ascii: ".")
          && byte(bytes, index + letters + 2) == UInt8(ascii: "."))
      guard hasStop || (letters == 1 && groups > 0) else { break }
      groups += 1
      singles += letters == 1 ? 1 : 0
      index += letters + (hasStop ? 1 : 0)
      if !hasStop { break }
    }
    return groups >= 2 && singles >= 1 ? index : nil
  }

  /// Whether the single letter at `start` with its stop is somebody's initial or a sign before a
  /// number, not the end of a sentence.
  private func isInitial(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    if isUpper(bytes, start + 2) { return true }
    let next = byteAfterSpace(bytes, start + 2)
    if (0x30...0x39).contains(next) {
      return classes.classes(bytes, from: start, to: start + 1).contains(.beforeNumber)
    }
    guard isUpper(bytes, start), (0x41...0x5A).contains(next) || next >= 0x80 else {
      return next == UInt8(ascii: ",")
    }
    // "So did I. The …": the pronoun, or a letter that closes a sentence.
    return bytes[start] != UInt8(ascii: "I") || followsInitialOrName
  }

  /// Whether the token before is an initial or begins with a capital.
  private var followsInitialOrName: Bool {
    guard let last = tokens.forms.last else { return false }
    return vocabulary[last].utf8.first.map { (0x41...0x5A).contains($0) } ?? false
  }
}
