/// Words, with what may stand inside them.
extension Tokeniser {
  /// Emits the word that begins at `start`, with what is split off its end; returns where to go on.
  mutating func word(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    if !signs.isEmpty, let end = addressEnd(bytes, start) {
      emit(bytes, start, end, .word)
      return end
    }
    if isDigit(bytes, start), let end = number(bytes, start) { return end }
    if signs.contains(.slash), let end = joinedEnd(bytes, start) {
      emit(bytes, start, end, .word)
      return end
    }
    return word(bytes, start, from: wordEnd(bytes, start))
  }

  /// Goes on with the word that begins at `start` and whose letters so far end at `reached`.
  private mutating func word(_ bytes: Span<UInt8>, _ start: Int, from reached: Int) -> Int {
    var end = reached
    // Where the part after the last hyphen begins.
    var part = start
    var isPrefixed = true
    while end < chunk.upperBound {
      switch bytes[end] {
      case UInt8(ascii: "."):
        if let after = stop(bytes, start, part, end) {
          emit(bytes, start, after, kind(bytes, start))
          return after
        }
      case UInt8(ascii: "'"), UInt8(ascii: "`"):
        switch apostrophe(bytes, start, end, length: 1) {
        case .joins(let after):
          end = after
          continue
        case .splits(let after): return after
        case .ends: break
        }
      case UInt8(ascii: "-"):
        if let after = hyphen(bytes, part, end, length: 1, &isPrefixed) {
          part = end + 1
          end = after
          continue
        }
      case UInt8(ascii: "&"):
        if let after = ampersand(bytes, start, end) {
          end = after
          continue
        }
      case UInt8(ascii: "*"):
        // Letters hidden behind stars.
        let after = run(bytes, end)
        if isLetter(bytes, after) {
          end = wordEnd(bytes, after)
          continue
        }
      case UInt8(ascii: "$"):
        // US$, A$.
        if end - start <= 3, (start..<end).allSatisfy({ isUpper(bytes, $0) }) {
          emit(bytes, start, end + 1, .symbol)
          return end + 1
        }
      case 0x80...:
        let scalar = TextScalar(bytes, at: end)
        if scalar.kind == .apostrophe {
          switch apostrophe(bytes, start, end, length: scalar.length) {
          case .joins(let after):
            end = after
            continue
          case .splits(let after): return after
          case .ends: break
          }
        } else if scalar.kind == .hyphen,
          let after = hyphen(bytes, part, end, length: scalar.length, &isPrefixed)
        {
          part = end + scalar.length
          end = after
          continue
        }
      default: break
      }
      break
    }
    if kind(bytes, start) == .word {
      emitWord(bytes, start, end)
    } else {
      emit(bytes, start, end, .number)
    }
    return end
  }

  func kind(_ bytes: Span<UInt8>, _ start: Int) -> TokenKind {
    isDigit(bytes, start) ? .number : .word
  }

  /// Where the word at `start` ends that the list knows as one in spite of a slash.
  private func joinedEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var end = start
    var slashes = 0
    while end < min(chunk.upperBound, start + 8) {
      if bytes[end] == UInt8(ascii: "/") {
        slashes += 1
      } else if !isLetter(bytes, end) {
        break
      }
      end += 1
    }
    guard slashes > 0, !isWordByte(bytes, end),
      classes.classes(bytes, from: start, to: end).contains(.joined)
    else { return nil }
    return end
  }

  /// What an apostrophe inside or after a word does.
  enum Apostrophe {
    /// The word goes on, as far as here: `O'Neil`.
    case joins(Int)
    /// The word and what is split off were emitted, as far as here: `Pakistan` `'s`.
    case splits(Int)
    /// The word ends before it.
    case ends
  }

  private mutating func apostrophe(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, length: Int
  ) -> Apostrophe {
    let suffix = end + length
    let after = wordEnd(bytes, suffix)
    guard after > suffix else { return .ends }
    if isEnclitic(bytes, suffix, after) {
      // Decades written with an apostrophe, 1980's, are one.
      if end - start <= 4, (start..<end).allSatisfy({ isDigit(bytes, $0) }),
        bytes[end - 1] == UInt8(ascii: "0"), bytes[suffix] | 0x20 == 0x73
      {
        emit(bytes, start, after, .number)
        return .splits(after)
      }
      emit(bytes, start, end, kind(bytes, start))
      emit(bytes, end, after, .word)
      return .splits(after)
    }
    if after - suffix == 1, bytes[suffix] | 0x20 == UInt8(ascii: "t"), end - start > 1,
      bytes[end - 1] | 0x20 == UInt8(ascii: "n")
    {
      emit(bytes, start, end - 1, .word)
      emit(bytes, end - 1, after, .word)
      return .splits(after)
    }
    if let cut = colloquialCut(bytes, start, end, suffix, after) {
      emit(bytes, start, cut, .word)
      emit(bytes, cut, after, .word)
      return .splits(after)
    }
    return bytes[end] == UInt8(ascii: "`") ? .ends : .joins(after)
  }

  /// Where `c'mon` and `y'all` are cut.
  private func colloquialCut(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ suffix: Int, _ after: Int
  ) -> Int? {
    guard end - start == 1, after - suffix == 3 else { return nil }
    let letters = (suffix..<after).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[$1] | 0x20) }
    switch (bytes[start] | 0x20, letters) {
    case (UInt8(ascii: "c"), 0x6D6F6E): return suffix + 1
    case (UInt8(ascii: "y"), 0x616C6C): return suffix
    default: return nil
    }
  }

  /// Whether the letters are one of `s`, `m`, `d`, `ll`, `re`, `ve`.
  func isEnclitic(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch end - start {
    case 1:
      return [0x73, 0x6D, 0x64].contains(bytes[start] | 0x20)
    case 2:
      let pair = UInt16(bytes[start] | 0x20) << 8 | UInt16(bytes[start + 1] | 0x20)
      return pair == 0x6C6C || pair == 0x7265 || pair == 0x7665
    default: return false
    }
  }

  /// Where the word goes on after the hyphen at `end`; `nil` when the hyphen is a token.
  private func hyphen(
    _ bytes: Span<UInt8>, _ part: Int, _ end: Int, length: Int, _ isPrefixed: inout Bool
  ) -> Int? {
    let next = end + length
    if next == chunk.upperBound, isBrokenOff(bytes, part, end) { return next }
    guard isWordByte(bytes, next) else { return nil }
    isPrefixed =
      isPrefixed && classes.classes(bytes, from: part, to: end).contains(.prefix)
    let after = wordEnd(bytes, next)
    if isPrefixed { return after }
    if classes.classes(bytes, from: next, to: after).contains(.suffix) { return after }
    return codeEnd(bytes, part, end)
  }

  /// Whether the letters before a last hyphen are the beginning of a word somebody broke off.
  private func isBrokenOff(_ bytes: Span<UInt8>, _ part: Int, _ end: Int) -> Bool {
    guard part == chunk.lowerBound, end - part <= 2, isLetter(bytes, part) else { return false }
    if end - part == 2, !isLetter(bytes, part + 1) || isUpper(bytes, part + 1) { return false }
    return classes.classes(bytes, from: part, to: end).isDisjoint(with: [.opener, .unit])
  }

  /// Where a code of several parts ends, with digits and capitals in it: `SS-N-22`.
  private func codeEnd(_ bytes: Span<UInt8>, _ part: Int, _ end: Int) -> Int? {
    var index = part
    var hyphens = 0
    var digits = false
    var capitals = false
    while index < min(chunk.upperBound, part + 32) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "-"), isAlphanumeric(bytes, index + 1) {
        hyphens += 1
      } else if isDigit(bytes, index) {
        digits = true
      } else if isUpper(bytes, index) {
        capitals = true
      } else if !isLetter(bytes, index) {
        break
      } else if !isUpper(bytes, index - 1), !isUpper(bytes, index + 1) {
        // Small letters in a row are a word, not a code.
        return nil
      }
      index += 1
    }
    return hyphens >= 2 && digits && capitals && index > end ? index : nil
  }

  /// Where the word goes on after the `&` at `end`: `AT&T`, `R&D`, `p&l`.
  private func ampersand(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let after = wordEnd(bytes, end + 1)
    let right = after - end - 1
    guard right > 0, right <= 3, end - start <= 3 else { return nil }
    let capitals =
      (start..<end).allSatisfy { isUpper(bytes, $0) }
      && (end + 1..<after).allSatisfy { isUpper(bytes, $0) }
    let singles = right == 1 && end - start == 1 && isLetter(bytes, start)
    return capitals || singles ? after : nil
  }
}
