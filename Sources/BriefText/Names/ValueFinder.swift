import BriefSource

/// Finds dates, sums of money, percentages and numbers by rules over tokens and tags.
///
/// What stands in a name is left to it. Linear in the number of tokens.
struct ValueFinder {
  private let tokens: Tokens
  private let tags: Tags
  private let kinds: [Kinds]
  private let isTaken: [Bool]

  /// What a form may be part of.
  private struct Kinds: OptionSet {
    let rawValue: UInt16
    static let month = Kinds(rawValue: 1)
    static let weekday = Kinds(rawValue: 1 << 1)
    /// "today": a day by itself.
    static let day = Kinds(rawValue: 1 << 2)
    /// "last", "next": before a unit, a month or a weekday.
    static let which = Kinds(rawValue: 1 << 3)
    /// "week", "year".
    static let unit = Kinds(rawValue: 1 << 4)
    /// "$" before a number.
    static let sign = Kinds(rawValue: 1 << 5)
    /// "dollars" after a number.
    static let currency = Kinds(rawValue: 1 << 6)
    static let percent = Kinds(rawValue: 1 << 7)
    /// "per" before "cent".
    static let per = Kinds(rawValue: 1 << 8)
    static let cent = Kinds(rawValue: 1 << 9)
    /// "million".
    static let scale = Kinds(rawValue: 1 << 10)
    /// "to", "and", "–": between the ends of a stretch of days.
    static let joint = Kinds(rawValue: 1 << 11)
    static let comma = Kinds(rawValue: 1 << 12)
    /// 1 to 31, perhaps with "th".
    static let dayNumber = Kinds(rawValue: 1 << 13)
    /// 1000 to 2199, or "1990s".
    static let year = Kinds(rawValue: 1 << 14)
  }

  /// The values in a text, in text order.
  static func values(
    in tokens: Tokens, sentences: Sentences, tags: Tags, vocabulary: Vocabulary,
    names: [Names.Name]
  ) -> [Names.Name] {
    let finder = ValueFinder(tokens, tags, vocabulary, names)
    var found: [Names.Name] = []
    for number in 0..<sentences.count {
      let sentence = sentences[number]
      var token = sentence.lowerBound
      while token < sentence.upperBound {
        if let value = finder.value(at: token, before: sentence.upperBound) {
          found.append(value)
          token = value.tokens.upperBound
        } else {
          token += 1
        }
      }
    }
    return found
  }

  private init(
    _ tokens: Tokens, _ tags: Tags, _ vocabulary: Vocabulary, _ names: [Names.Name]
  ) {
    self.tokens = tokens
    self.tags = tags
    var isTaken = [Bool](repeating: false, count: tokens.count)
    for name in names { for token in name.tokens { isTaken[token] = true } }
    self.isTaken = isTaken
    kinds = vocabulary.flags { Self.kinds(of: $0) }
  }

  private static let words: [String: Kinds] = {
    var words: [String: Kinds] = [:]
    func add(_ kind: Kinds, _ text: String) {
      for word in text.split(separator: " ") { words[String(word), default: []].insert(kind) }
    }
    for month in 1...12 {
      add(.month, CalendarNames.months[month - 1])
      for short in CalendarNames.shortMonths(month) { add(.month, "\(short) \(short).") }
    }
    for weekday in 1...7 {
      add(.weekday, CalendarNames.weekdays[weekday - 1])
      for short in CalendarNames.shortWeekdays(weekday) { add(.weekday, "\(short).") }
    }
    add(.day, "today yesterday tomorrow tonight Today Yesterday Tomorrow Tonight")
    add(.which, "last next this past coming Last Next This")
    add(
      .unit,
      "week month year decade century quarter weekend summer winter spring autumn weeks months "
        + "years decades days")
    add(.sign, "$ £ € ¥ ₹ US$ A$ C$ HK$ S$ NZ$ Rs Rs. R$ USD EUR GBP PKR INR")
    add(
      .currency,
      "dollars dollar euros euro pounds pound rupees rupee yen yuan roubles rubles dirhams riyals "
        + "rials dinars francs pesos lira liras shillings naira rand won baht ringgit cents florins "
        + "crowns zloty hryvnia USD EUR GBP")
    add(.percent, "% percent pc")
    add(.per, "per")
    add(.cent, "cent")
    add(.scale, "hundred thousand million billion trillion lakh crore lakhs crores m bn mn tn")
    add(.joint, "to and - – — through until")
    add(.comma, ",")
    return words
  }()

  private static func kinds(of form: String) -> Kinds {
    var kinds = words[form] ?? []
    let digits = form.utf8.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, let number = Int(String(digits) ?? "") else { return kinds }
    let rest = form.utf8.dropFirst(digits.count)
    if (1...31).contains(number), rest.isEmpty || ["st", "nd", "rd", "th"].contains(String(rest)) {
      kinds.insert(.dayNumber)
    }
    if digits.count == 4, (1000..<2200).contains(number), rest.isEmpty || String(rest) == "s" {
      kinds.insert(.year)
    }
    return kinds
  }

  private func has(_ token: Int, _ kind: Kinds, before end: Int) -> Bool {
    token < end && !isTaken[token] && kinds[Int(tokens.forms[token].index)].contains(kind)
  }

  private func isNumber(_ token: Int, before end: Int) -> Bool {
    guard token < end, !isTaken[token] else { return false }
    return tokens.kinds[token] == .number && !has(token, .comma, before: end)
      || tags.penn(token) == "CD" && tokens.kinds[token] == .word
  }

  /// The value that begins at `token`.
  private func value(at token: Int, before end: Int) -> Names.Name? {
    if let last = dateEnd(token, end) { return Names.Name(tokens: token..<last, type: .date) }
    if has(token, .sign, before: end), isNumber(token + 1, before: end) {
      return Names.Name(tokens: token..<numberEnd(token + 1, end), type: .money)
    }
    guard isNumber(token, before: end) else { return nil }
    let last = numberEnd(token, end)
    if has(last, .percent, before: end) {
      return Names.Name(tokens: token..<last + 1, type: .percent)
    }
    if has(last, .per, before: end), has(last + 1, .cent, before: end) {
      return Names.Name(tokens: token..<last + 2, type: .percent)
    }
    if has(last, .currency, before: end) {
      return Names.Name(tokens: token..<last + 1, type: .money)
    }
    return Names.Name(tokens: token..<last, type: .number)
  }

  /// Where the number that begins at `token` ends: "2.5 million", "two hundred".
  private func numberEnd(_ token: Int, _ end: Int) -> Int {
    var last = token + 1
    while isNumber(last, before: end) || has(last, .scale, before: end) { last += 1 }
    return last
  }

  /// Where the date that begins at `token` ends; `nil` when there is none.
  private func dateEnd(_ token: Int, _ end: Int) -> Int? {
    if has(token, .day, before: end) { return token + 1 }
    if has(token, .weekday, before: end) {
      // "Friday, November 14".
      if has(token + 1, .comma, before: end), let last = monthEnd(token + 2, end) { return last }
      return token + 1
    }
    if has(token, .which, before: end) {
      let isDate =
        has(token + 1, .weekday, before: end) || has(token + 1, .month, before: end)
        || has(token + 1, .unit, before: end)
      return isDate ? token + 2 : nil
    }
    if has(token, .dayNumber, before: end) {
      // "14 November 2025".
      guard has(token + 1, .month, before: end) else { return nil }
      return has(token + 2, .year, before: end) ? token + 3 : token + 2
    }
    if let last = monthEnd(token, end) { return last }
    if has(token, .year, before: end), !has(token + 1, .currency, before: end),
      !has(token + 1, .percent, before: end), !has(token + 1, .scale, before: end)
    {
      // A bare number of four digits is a year where no noun that it counts follows.
      let next = token + 1 < end ? tags.universal(token + 1) : .punctuation
      return next == .noun || next == .properNoun || next == .adjective ? nil : token + 1
    }
    return nil
  }

  /// Where a date that begins with a month ends: "November 17 to 21, 2025", "May 1998".
  private func monthEnd(_ token: Int, _ end: Int) -> Int? {
    guard has(token, .month, before: end) else { return nil }
    var last = token + 1
    if has(last, .dayNumber, before: end) {
      last += 1
      if has(last, .joint, before: end), has(last + 1, .dayNumber, before: end) { last += 2 }
      if has(last, .comma, before: end), has(last + 1, .year, before: end) { last += 2 }
    } else if has(last, .year, before: end) {
      last += 1
    } else if tags.universal(token) != .properNoun {
      // "may" and "march" at the beginning of a sentence.
      return nil
    }
    return last
  }
}
