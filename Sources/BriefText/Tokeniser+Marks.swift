/// Punctuation, quotation marks and symbols.
extension Tokeniser {
  /// Emits what begins with the ASCII mark at `start`; returns where to go on.
  mutating func mark(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var end = start + 1
    var kind = TokenKind.punctuation
    switch bytes[start] {
    case UInt8(ascii: "."):
      if isDigit(bytes, end), !isAlphanumeric(bytes, start - 1) {
        end = digitsEnd(bytes, end)
        kind = .number
      } else {
        end = terminalsEnd(bytes, start)
      }
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      end = terminalsEnd(bytes, start)
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      if let after = leadingApostrophe(bytes, start, length: 1) { return after }
      if byte(bytes, end) == bytes[start] { end += 1 }
      kind = .quotationMark
    case UInt8(ascii: "\""):
      kind = .quotationMark
    case UInt8(ascii: "-"):
      end = run(bytes, start)
      if let after = rulerEnd(bytes, start), after > end { (end, kind) = (after, .symbol) }
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="):
      if let after = emoticonEnd(bytes, start) ?? rulerEnd(bytes, start) {
        (end, kind) = (after, .symbol)
      } else if bytes[start] == UInt8(ascii: "=") {
        (end, kind) = (run(bytes, start), .symbol)
      }
    case UInt8(ascii: "#"), UInt8(ascii: "@"):
      kind = .symbol
      if isLetter(bytes, end), !isAlphanumeric(bytes, start - 1) {
        (end, kind) = (wordEnd(bytes, end), .word)
      } else if byte(bytes, end) == bytes[start] {
        end = run(bytes, start)
      }
    case UInt8(ascii: "+"):
      kind = .symbol
      if isDigit(bytes, end), !isAlphanumeric(bytes, start - 1) {
        (end, kind) = (digitsEnd(bytes, end), .number)
      } else {
        end = run(bytes, start)
      }
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "^"):
      (end, kind) = (rulerEnd(bytes, start) ?? run(bytes, start), .symbol)
    case UInt8(ascii: "$"):
      (end, kind) = (run(bytes, start), .symbol)
    case UInt8(ascii: "%"), UInt8(ascii: "&"):
      kind = .symbol
    default: break
    }
    emit(bytes, start, end, kind)
    return end
  }

  /// Emits what begins with the code point beyond ASCII at `start`; returns where to go on.
  mutating func wide(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let scalar = TextScalar(bytes, at: start)
    var end = start + scalar.length
    switch scalar.kind {
    case .letter, .digit, .extender:
      return word(bytes, start)
    case .space:
      return end
    case .apostrophe, .quotationMark:
      if scalar.kind == .apostrophe || scalar.value == 0x2018,
        let after = leadingApostrophe(bytes, start, length: scalar.length)
      {
        return after
      }
      // Two single marks in a row stand for a double one.
      if [0x2018, 0x2019].contains(scalar.value), chunk.contains(end),
        [0x2019, scalar.value].contains(TextScalar(bytes, at: end).value)
      {
        end += scalar.length
      }
      emit(bytes, start, end, .quotationMark)
    case .ellipsis:
      while repeats(scalar, bytes, end) { end += scalar.length }
      if byte(bytes, end) == UInt8(ascii: ".") { end = run(bytes, end) }
      emit(bytes, start, end, .punctuation)
    case .dash, .hyphen:
      while repeats(scalar, bytes, end) { end += scalar.length }
      emit(bytes, start, end, .punctuation)
    case .opening, .closing, .punctuation:
      emit(bytes, start, end, .punctuation)
    case .symbol, .emojiModifier:
      end = emojiEnd(bytes, end)
      emit(bytes, start, end, .symbol)
    case .regionalIndicator:
      if chunk.contains(end), TextScalar(bytes, at: end).kind == .regionalIndicator {
        end += TextScalar(bytes, at: end).length
      }
      emit(bytes, start, end, .symbol)
    case .control:
      while repeats(scalar, bytes, end) { end += scalar.length }
      emit(bytes, start, end, .symbol)
    }
    return end
  }

  private func repeats(_ scalar: TextScalar, _ bytes: Span<UInt8>, _ index: Int) -> Bool {
    chunk.contains(index) && TextScalar(bytes, at: index).value == scalar.value
  }

  /// Where an emoji ends whose first code point ends at `index`: modifiers, joined further ones.
  private func emojiEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var end = index
    while end < chunk.upperBound, bytes[end] >= 0x80 {
      let scalar = TextScalar(bytes, at: end)
      guard scalar.kind == .extender || scalar.kind == .emojiModifier else { break }
      end += scalar.length
      if scalar.value == 0x200D, end < chunk.upperBound, bytes[end] >= 0x80 {
        let joined = TextScalar(bytes, at: end)
        if joined.kind == .symbol { end += joined.length }
      }
    }
    return end
  }

  /// Where a line drawn with four or more marks ends.
  private func rulerEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var end = start
    while end < chunk.upperBound, "-=_*~+|<>#".utf8.contains(bytes[end]) { end += 1 }
    return end - start >= 4 ? end : nil
  }

  /// Where a run of full stops, exclamation and question marks ends.
  private func terminalsEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < chunk.upperBound {
      switch bytes[end] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): end += 1
      default: return end
      }
    }
    return end
  }

  /// Where a face drawn with marks ends.
  private func emoticonEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard !isAlphanumeric(bytes, start - 1) || bytes[start] != UInt8(ascii: ":") else {
      return bracketFaceEnd(bytes, start)
    }
    let eyes = start + 1
    let mouth = byte(bytes, eyes) == UInt8(ascii: "-") ? eyes + 1 : eyes
    guard ")(DPp".utf8.contains(byte(bytes, mouth)), !isWordByte(bytes, mouth + 1) else {
      return nil
    }
    if bytes[start] == UInt8(ascii: ";"), isAlphanumeric(bytes, start - 1) { return nil }
    return mouth + 1
  }

  /// A smile right after a word: only where a bracket could not close there.
  private func bracketFaceEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard byte(bytes, start + 1) == UInt8(ascii: ")"), start + 2 == chunk.upperBound,
      !(chunk.lowerBound..<start).contains(where: { bytes[$0] == UInt8(ascii: "(") })
    else { return nil }
    return start + 2
  }

  /// Emits a word that begins with the apostrophe at `start`: `'s`, `'90s`, `'em`, `'n'`.
  private mutating func leadingApostrophe(
    _ bytes: Span<UInt8>, _ start: Int, length: Int
  ) -> Int? {
    let letters = start + length
    let end = wordEnd(bytes, letters)
    guard end > letters else { return nil }
    let closes = byte(bytes, end) == bytes[start] || byte(bytes, end) == 0xE2
    if isDigit(bytes, letters) {
      // Years and decades: '72, '60s, '60's.
      let digits = digitsEnd(bytes, letters)
      guard digits - letters == 2 else { return nil }
      let isDecade = digits + 1 == end && bytes[digits] == UInt8(ascii: "s")
      if !closes, digits == end || isDecade {
        emit(bytes, start, end, .number)
        return end
      }
      let plural = digits + length
      guard closes, digits == end, byte(bytes, plural) == UInt8(ascii: "s"),
        !isWordByte(bytes, plural + 1)
      else { return nil }
      emit(bytes, start, plural + 1, .number)
      return plural + 1
    }
    if isEnclitic(bytes, letters, end), !closes, bytes[start] != UInt8(ascii: "`") || start > 0 {
      emit(bytes, start, end, .word)
      return end
    }
    guard classes.classes(bytes, from: letters, to: end).contains(.elision) else { return nil }
    if end - letters == 1 {
      // 'n' between two words.
      guard closes else { return nil }
      let mark = TextScalar(bytes, at: end)
      guard end + mark.length == chunk.upperBound else { return nil }
      emit(bytes, start, end + mark.length, .word)
      return end + mark.length
    }
    guard !closes else { return nil }
    emit(bytes, start, end, .word)
    return end
  }
}
