/// Reads tokens with digits in them: figures, dates, years, times of day.
enum TimeFigures {
  /// What a token that begins with a digit or an apostrophe may mean; `nil` for nothing.
  static func word(_ form: String) -> TimeWord? {
    var bytes = Array(form.utf8)
    var hasApostrophe = false
    if bytes.first == 0x27 {
      bytes.removeFirst()
      hasApostrophe = true
    } else if bytes.starts(with: [0xE2, 0x80, 0x99]) || bytes.starts(with: [0xE2, 0x80, 0x98]) {
      bytes.removeFirst(3)
      hasApostrophe = true
    }
    let digits = bytes.prefix { isDigit($0) }
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int32($1 - 0x30) }
    let rest = String(decoding: bytes[digits.count...], as: UTF8.self).lowercased()
    if hasApostrophe {
      guard digits.count == 2 else { return nil }
      // '08, '90s
      if rest.isEmpty { return TimeWord(kinds: [.isShort, .opens], number: number) }
      guard rest == "s", number % 10 == 0 else { return nil }
      return TimeWord(kinds: [.decade, .isShort, .opens], number: number / 10)
    }
    switch rest {
    case "":
      var kinds: TimeWord.Kinds = [.figure, .opens]
      if digits.count <= 4 { kinds.insert(.count) }
      if digits.count >= 6, isRunTogether(Array(digits)) { kinds.insert(.runTogether) }
      return TimeWord(kinds: kinds, number: number)
    case "st", "nd", "rd", "th":
      return digits.count <= 2 ? TimeWord(kinds: [.ordinal, .opens], number: number) : nil
    case "s", "'s", "’s":
      if digits.count == 4, number % 10 == 0, (1700...2100).contains(number) {
        return TimeWord(kinds: [.decade, .opens], number: number / 10)
      }
      if digits.count == 2, number % 10 == 0, number >= 20, rest == "s" {
        return TimeWord(kinds: [.decade, .isShort, .opens], number: number / 10)
      }
      return nil
    case "q" where (1...4).contains(number):
      return TimeWord(kinds: [.quarter, .opens], number: number)
    case "h" where (1...2).contains(number):
      return TimeWord(kinds: [.half, .opens], number: number)
    case "am", "pm":
      guard digits.count <= 2, (1...12).contains(number) else { return nil }
      let hour = number % 12 + (rest == "pm" ? 12 : 0)
      return TimeWord(kinds: [.clock, .meridiem, .opens], number: hour * 60)
    default: break
    }
    if let date = parts(bytes), date.count == 3 || date.count == 2 {
      return date.count == 3 ? TimeWord(kinds: [.date, .opens]) : nil
    }
    return clock(bytes)
  }

  /// What a token with letters before its digits may mean: "FY2025", "Q3", "mid-1990s".
  static func mixed(_ form: String) -> TimeWord? {
    let lower = form.lowercased()
    for (prefix, edge) in [
      ("early-", TimeEdge.start), ("mid-", .mid), ("late-", .end), ("mid", .mid),
    ] where lower.hasPrefix(prefix) {
      let rest = String(form.dropFirst(prefix.count))
      guard let first = rest.utf8.first else { return nil }
      let inner = isDigit(first) ? word(rest) : TimeWords.word(rest)
      guard var inner,
        !inner.kinds.isDisjoint(with: [
          .month, .decade, .figure, .season, .unit, .weekday, .dayPart,
        ])
      else { return nil }
      if inner.kinds.contains(.figure), !(1000...2199).contains(inner.number) { return nil }
      inner.kinds.formUnion([.joined, .opens])
      inner.kinds.remove(.ambiguous)
      inner.edge = edge
      return inner
    }
    let bytes = Array(form.utf8)
    if bytes.count == 2, isDigit(bytes[1]) {
      let number = Int32(bytes[1] - 0x30)
      if bytes[0] == 0x51, (1...4).contains(number) {
        return TimeWord(kinds: [.quarter, .opens], number: number)
      }
      if bytes[0] == 0x48, (1...2).contains(number) {
        return TimeWord(kinds: [.half, .opens], number: number)
      }
    }
    if form == "FY" { return TimeWord(name: .fiscal, kinds: [.opens]) }
    if bytes.count == 4 || bytes.count == 6, form.hasPrefix("FY"), bytes[2...].allSatisfy(isDigit) {
      let number = bytes[2...].reduce(0) { $0 * 10 + Int32($1 - 0x30) }
      return TimeWord(
        kinds: bytes.count == 4 ? [.fiscal, .isShort, .opens] : [.fiscal, .opens], number: number)
    }
    return nil
  }

  /// The numbers of a date in figures, and the mark between them: "14/11/2025", "2025-11-14".
  ///
  /// `nil` when `bytes` are no two or three numbers with one mark between them.
  static func parts(_ bytes: [UInt8]) -> [(value: Int, digits: Int)]? {
    guard let mark = bytes.first(where: { !isDigit($0) }), [0x2F, 0x2D, 0x2E].contains(mark)
    else { return nil }
    var parts: [(value: Int, digits: Int)] = []
    for part in bytes.split(separator: mark, omittingEmptySubsequences: false) {
      guard (1...4).contains(part.count), part.count != 3, part.allSatisfy(isDigit),
        parts.count < 3
      else { return nil }
      parts.append((part.reduce(0) { $0 * 10 + Int($1 - 0x30) }, part.count))
    }
    guard parts.count == 3 else { return nil }
    // One year, in front or behind, and two numbers of a day and a month.
    let isYearFirst = parts[0].digits == 4 && parts[2].digits <= 2
    let isYearLast = parts[0].digits <= 2 && (parts[2].digits == 4 || parts[2].digits == 2)
    guard parts[1].digits <= 2, isYearFirst || isYearLast else { return nil }
    // Versions ("1.2.10") and sums are no dates: with full stops the year has to be written out.
    if mark == 0x2E, parts[0].digits != 4, parts[2].digits != 4 { return nil }
    return parts
  }

  private static func clock(_ bytes: [UInt8]) -> TimeWord? {
    guard let mark = bytes.firstIndex(where: { $0 == 0x3A || $0 == 0x2E }), (1...2).contains(mark),
      bytes.count >= mark + 3, bytes[mark + 1..<mark + 3].allSatisfy(isDigit)
    else { return nil }
    let hour = bytes[..<mark].reduce(0) { $0 * 10 + Int32($1 - 0x30) }
    let minute = bytes[mark + 1..<mark + 3].reduce(0) { $0 * 10 + Int32($1 - 0x30) }
    guard hour <= 24, minute < 60 else { return nil }
    var kinds: TimeWord.Kinds = [.clock, .opens]
    // With a full stop it is a time only when "am", "pm" or a zone follows.
    if bytes[mark] == 0x2E { kinds.insert(.ambiguous) }
    if bytes.count > mark + 3 {
      let rest = String(decoding: bytes[(mark + 3)...], as: UTF8.self).lowercased()
      guard rest == "am" || rest == "pm" || (rest.utf8.count == 3 && rest.hasPrefix(":")) else {
        return nil
      }
      if rest == "pm" || rest == "am" {
        guard (1...12).contains(hour) else { return nil }
        return TimeWord(
          kinds: [.clock, .meridiem, .opens],
          number: (hour % 12 + (rest == "pm" ? 12 : 0)) * 60 + minute)
      }
    }
    return TimeWord(kinds: kinds, number: hour * 60 + minute)
  }

  /// Whether six to eight digits read as day, month and year with nothing between them.
  private static func isRunTogether(_ digits: [UInt8]) -> Bool {
    !readings(digits).isEmpty
  }

  /// The days that six to eight digits may mean, each as year, month and day.
  static func readings(_ digits: [UInt8]) -> [(year: Int, month: Int, day: Int)] {
    guard (6...8).contains(digits.count), digits.allSatisfy(isDigit) else { return [] }
    func value(_ range: Range<Int>) -> Int {
      digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    var found: [(Int, Int, Int)] = []
    func add(_ year: Int, _ month: Int, _ day: Int) {
      guard (1980...2079).contains(year), (1...12).contains(month), (1...31).contains(day),
        !found.contains(where: { $0 == (year, month, day) })
      else { return }
      found.append((year, month, day))
    }
    let count = digits.count
    if count == 8 { add(value(0..<4), value(4..<6), value(6..<8)) }
    let head = count - 4
    let year = value(head..<count)
    for split in 1..<head where split <= 2 && head - split <= 2 {
      // A day or month written with a leading nought has two digits.
      guard digits[0] != 0x30 || split == 2 else { continue }
      let (left, right) = (value(0..<split), value(split..<head))
      add(year, right, left)
      add(year, left, right)
    }
    return found.map { (year: $0.0, month: $0.1, day: $0.2) }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
