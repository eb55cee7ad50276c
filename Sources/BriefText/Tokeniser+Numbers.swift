/// Numbers, dates, times, and what is written together with them.
extension Tokeniser {
  /// Emits the number at `start` and returns where it ends; `nil` when it is part of a word.
  mutating func number(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    if let end = groupedEnd(bytes, start) {
      emit(bytes, start, end, .number)
      return end
    }
    let end = figureEnd(bytes, start)
    guard isWordByte(bytes, end) else {
      let after = listNumberEnd(bytes, start, end)
      // The apostrophe of 1980's belongs to the word rules.
      if after == digitsEnd(bytes, start), isApostrophe(bytes, after) { return nil }
      emit(bytes, start, after, .number)
      return after
    }
    let letters = wordEnd(bytes, end)
    if isUnit(bytes, end, letters) {
      emit(bytes, start, end, .number)
      return end
    }
    if end > digitsEnd(bytes, start) {
      // 2.5x, 3.5bn: the word rules know no point inside a word.
      emit(bytes, start, letters, .number)
      return letters
    }
    return nil
  }

  private func isApostrophe(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard chunk.contains(index) else { return false }
    if bytes[index] < 0x80 { return bytes[index] == UInt8(ascii: "'") }
    return TextScalar(bytes, at: index).kind == .apostrophe
  }

  /// Where the digits at `start` end, with the points, commas and colons between them.
  private func figureEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var end = digitsEnd(bytes, start)
    var group = end - start
    while isDigit(bytes, end + 1) {
      let after = digitsEnd(bytes, end + 1)
      switch bytes[end] {
      case UInt8(ascii: "."), UInt8(ascii: ":"): break
      case UInt8(ascii: ","):
        // Thousands; other figures with a comma between them are a list.
        guard after - end == 4, group <= 3 else { return end }
      default: return end
      }
      group = after - end - 1
      end = after
    }
    return end
  }

  /// Where a list number with its stop ends, `1.` at the beginning of a line.
  private func listNumberEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard byte(bytes, end) == UInt8(ascii: "."), end + 1 == chunk.upperBound,
      end - start <= 2 || end > digitsEnd(bytes, start),
      start == chunk.lowerBound, isLineStart(bytes, start)
    else { return end }
    return end + 1
  }

  private func isLineStart(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var index = start
    while index > max(0, start - 32) {
      let before = bytes[index - 1]
      if before == 0x0A || before == 0x0D { return true }
      if before != 0x20, before != 0x09 { return false }
      index -= 1
    }
    return index == 0
  }

  /// Where digits in groups end: a fraction, a date with slashes or hyphens, a telephone number.
  private func groupedEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var end = digitsEnd(bytes, start)
    let mark = byte(bytes, end)
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") else { return nil }
    var sizes = end - start
    var count = 1
    while byte(bytes, end) == mark, isDigit(bytes, end + 1), count < 5 {
      let after = digitsEnd(bytes, end + 1)
      sizes = sizes * 10 + min(after - end - 1, 9)
      count += 1
      end = after
    }
    guard count > 1, byte(bytes, end) != mark, !isWordByte(bytes, end) else { return nil }
    if mark == UInt8(ascii: "/") {
      // 9/11, 1/2, 03/15/2001.
      let dates = [11, 12, 21, 22, 111, 112, 121, 122, 211, 212, 221, 222]
      let years = [114, 124, 214, 224, 411, 412, 421, 422]
      return dates.contains(sizes) || years.contains(sizes) ? end : nil
    }
    // Telephone numbers, 2025-11-14, 11-20-2000.
    let known = [34, 334, 1334, 54, 422, 114, 124, 214, 224, 222]
    return known.contains(sizes) ? end : nil
  }

  /// Whether the letters after a figure are a unit that stands for itself: `5pm`, `35mm`.
  private func isUnit(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let isMeridiem =
      end - start == 1 && byte(bytes, end) == UInt8(ascii: ".")
      && byte(bytes, end + 1) | 0x20 == UInt8(ascii: "m")
      && [UInt8(ascii: "a"), UInt8(ascii: "p")].contains(bytes[start] | 0x20)
    if isMeridiem { return true }
    guard classes.classes(bytes, from: start, to: end).contains(.unit) else { return false }
    // 13.9M is an amount after a currency sign, a name such as 86M elsewhere.
    if isUpper(bytes, start), end - start == 1, bytes[start] != UInt8(ascii: "K") {
      return tokens.kinds.last == .symbol
    }
    return true
  }
}
