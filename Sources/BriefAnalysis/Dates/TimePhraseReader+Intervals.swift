import BriefSource
import BriefText

/// Lengths of time, what is reckoned from them, and what recurs.
extension TimePhraseReader {
  // MARK: Amounts

  /// A number of units, where it ends, and whether it is no more than an article.
  func amount(_ index: Int) -> (amount: TimeAmount, after: Int, isArticle: Bool)? {
    let word = word(index)
    if word.name == .half {
      // "half an hour", "half a century", "half-hour".
      if isWord(index + 1, .a) { return (.halves(1), index + 2, false) }
      if has(index + 1, .dash) { return (.halves(1), index + 2, false) }
      return nil
    }
    if word.name == .a || word.name == .another {
      let next = index + 1
      if isWord(next, .few, .couple) {
        let after = isWord(next + 1, .of, .more) ? next + 2 : next + 1
        return (.vague, after, false)
      }
      if isWord(next, .half), has(next + 1, .dash) { return (.halves(1), next + 2, false) }
      if has(next, [.numeral, .figure, .vague]) {
        // "a hundred days", "another two weeks"; of "a five-year plan" the article is no part.
        guard word.name == .another || self.word(next).number == 100 else { return nil }
        return amount(next)
      }
      return (.count(1), next, true)
    }
    if word.kinds.contains(.vague) {
      var after = index + 1
      if isWord(after, .of) { after += 1 }
      if isWord(after, .more, .other) { after += 1 }
      if has(after, [.numeral, .figure]), let (_, last, _) = amount(after) {
        return (.vague, last, false)
      }
      return (.vague, after, false)
    }
    if word.kinds.contains(.figure) || tokens.kinds[safe: index, before: end] == .number,
      let halves = halves(index)
    {
      var after = index + 1
      if isWord(after, .more) { after += 1 }
      return withHalf(.halves(halves), has(after, .dash) ? after + 1 : after)
    }
    guard word.kinds.contains(.numeral) else { return nil }
    var number = Int(word.number)
    var after = index + 1
    if number >= 20, number < 100 {
      let next = has(after, .dash) ? after + 1 : after
      if has(next, .numeral), self.word(next).number < 10 {
        number += Int(self.word(next).number)
        after = next + 1
      }
    }
    if has(after, .numeral), self.word(after).number == 100 {
      number *= 100
      after += 1
    }
    if isWord(after, .more) { after += 1 }
    return withHalf(.count(number), has(after, .dash) ? after + 1 : after)
  }

  /// Adds "and a half" to a number: "two and a half", "two-and-a-half".
  private func withHalf(_ amount: TimeAmount, _ index: Int) -> (TimeAmount, Int, Bool) {
    guard isWord(index, .and), case .halves(let halves) = amount else {
      return (amount, index, false)
    }
    var next = index + 1
    if has(next, .dash) { next += 1 }
    guard isWord(next, .a) else { return (amount, index, false) }
    next += 1
    if has(next, .dash) { next += 1 }
    guard isWord(next, .half) else { return (amount, index, false) }
    next += 1
    if has(next, .dash) { next += 1 }
    return (.halves(halves + 1), next, false)
  }

  /// Twice the figure at `index`, which may have a decimal point; `nil` for other fractions.
  private func halves(_ index: Int) -> Int? {
    let word = word(index)
    if word.kinds.contains(.figure) { return word.number < 100_000 ? Int(word.number) * 2 : nil }
    let bytes = Array(form(index).utf8)
    guard bytes.count <= 7 else { return nil }
    if let point = bytes.firstIndex(of: 0x2E) {
      guard point + 2 == bytes.count, bytes[point + 1] == 0x35 else { return nil }
      return Int(String(decoding: bytes[..<point], as: UTF8.self)).map { $0 * 2 + 1 }
    }
    guard bytes.contains(0x2C) else { return nil }
    return Int(String(decoding: bytes.filter { $0 != 0x2C }, as: UTF8.self)).map { $0 * 2 }
  }

  // MARK: Lengths

  /// "three days", "two years ago", "a week later", "five-year", "for decades", "over time".
  func interval(_ index: Int) -> TimePhrase? {
    let word = word(index)
    if word.kinds.contains(.lasting) {
      return TimePhrase(index..<index + 1, .duration(.count(1), word.unit))
    }
    if isWord(index, .over), isWord(index + 1, .time), isClosed(index + 2) {
      return TimePhrase(index..<index + 2, .someTime)
    }
    if isWord(index, .in), let phrase = ahead(index) { return phrase }
    if word.kinds.contains(.unit), word.kinds.contains(.plural) { return plural(index) }
    guard let (amount, after, isArticle) = amount(index) else { return nil }
    if let phrase = amountSpan(index, amount, after) { return phrase }
    guard has(after, .unit) else { return nil }
    let unit = self.word(after).unit
    var next = after + 1
    if isUnmeasured(index, after, unit, isArticle) { return nil }
    // "an hour and a half", "a year and a half".
    var length = amount
    if isWord(next, .and), isWord(next + 1, .a), isWord(next + 2, .half),
      case .halves(let halves) = amount
    {
      length = .halves(halves + 1)
      next += 3
    }
    if isAge(after) { return nil }
    if let phrase = reckoned(index, length, unit, next) { return phrase }
    if isArticle, length == amount { return articleLength(index, unit, next) }
    return TimePhrase(index..<lastOfLength(next), .duration(length, unit))
  }

  /// "60 to 90 days", "two or three weeks".
  private func amountSpan(_ index: Int, _ first: TimeAmount, _ after: Int) -> TimePhrase? {
    var joint = after
    // "three-to-five-year": the dash has been taken for that before a unit.
    if has(joint - 1, .dash), has(joint, [.figure, .numeral]) { joint -= 1 }
    guard isWord(joint, .to, .or, .and) || has(joint, .dash),
      !isWord(joint, .and) || isWord(index - 1, .between)
    else { return nil }
    var next = joint + 1
    if has(next, .dash) { next += 1 }
    guard has(next, [.figure, .numeral]), let (second, last, _) = amount(next), has(last, .unit),
      !isAge(last), self.word(last).unit != .second || has(last, .plural)
    else { return nil }
    let unit = self.word(last).unit
    if isWord(last + 1, .ago) {
      return TimePhrase(index..<last + 2, .vaguely(.last, unit))
    }
    return TimePhrase(index..<last + 1, .durationSpan(first, second, unit))
  }

  /// Whether the words measure nothing: "a second chance", "a quarter of them", "one day".
  private func isUnmeasured(
    _ index: Int, _ after: Int, _ unit: TimeUnit, _ isArticle: Bool
  ) -> Bool {
    let isPlural = has(after, .plural)
    let isHyphenated = has(after - 1, .dash)
    switch unit {
    case .second:
      return !isPlural && !isHyphenated && (isArticle || penn(after) != "NN")
    case .minute: return isArticle && !isWord(after + 1, .ago, .later)
    case .quarter: return !isPlural
    case .weekend: return !isPlural && isArticle
    default: break
    }
    if self.word(after).kinds.contains(.isShort) {
      return !has(index, .figure)
    }
    // "one day we will": no length.
    if isWord(index, .a) == false, word(index).number == 1, unit == .day, !isPlural,
      has(index, .numeral), !isHyphenated
    {
      return !isWord(after + 1, .ago, .later, .after, .before, .earlier)
        && !isWord(index - 1, .for, .in, .within, .than)
    }
    // A day with a name: "Independence Day".
    return isCapitalised(after) && isCapitalised(after - 1) && after - 1 > index
  }

  /// Whether the unit at `index` tells an age: "years old", "45-year-old".
  private func isAge(_ index: Int) -> Bool {
    let next = has(index + 1, .dash) ? index + 2 : index + 1
    if isWord(next, .old) { return true }
    let olds = form(next).lowercased()
    return olds == "olds" || isWord(index + 1, .of) && isWord(index + 2, .age)
      || isWord(index - 2, .aged) || isWord(index - 3, .aged)
  }

  /// Where a length ends that begins before `index`: with "-long".
  private func lastOfLength(_ index: Int) -> Int {
    if has(index, .dash), isWord(index + 1, .long) { return index + 2 }
    return isWord(index, .long) ? index + 1 : index
  }

  /// "ago", "earlier", "later", "from now", "before that": what is reckoned with a length.
  private func reckoned(
    _ index: Int, _ amount: TimeAmount, _ unit: TimeUnit, _ next: Int
  ) -> TimePhrase? {
    func shifted(_ sign: Int, _ base: TimePhrase.Base, _ last: Int) -> TimePhrase {
      guard let count = amount.whole else {
        return TimePhrase(index..<last, .vaguely(sign < 0 ? .last : .next, unit))
      }
      return TimePhrase(index..<last, .shifted(sign * count, unit, base))
    }
    if isWord(next, .ago) { return shifted(-1, .speech, next + 1) }
    if isWord(next, .later) {
      return isWord(next + 1, .than) ? nil : shifted(1, .context, next + 1)
    }
    if isWord(next, .earlier) {
      return isWord(next + 1, .than) ? nil : shifted(-1, .context, next + 1)
    }
    if isWord(next, .from), isWord(next + 1, .now) { return shifted(1, .speech, next + 2) }
    if isWord(next, .hence) { return shifted(1, .speech, next + 1) }
    if isWord(next, .before, .after), next + 1 == end || isClosed(next + 1), amount.whole == 1 {
      return shifted(isWord(next, .after) ? 1 : -1, .context, next + 1)
    }
    return nil
  }

  /// "a week" and the like: a length behind some prepositions, a rate behind a number.
  private func articleLength(_ index: Int, _ unit: TimeUnit, _ next: Int) -> TimePhrase? {
    let isRate =
      isWord(index - 1, .once, .twice, .times, .time)
      || tokens.kinds[safe: index - 1, before: end] == .number && index > start
      || has(index - 1, .counted) || has(index - 1, .numeral)
    if isRate, unit != .century, !isWord(next, .of) {
      return TimePhrase(index..<next, .set(unit.duration(.count(1))))
    }
    let lower = form(index - 1).lowercased()
    let isLength =
      isWord(index - 1, .for, .within, .than, .about, .around, .after, .over, .in, .until, .by)
      || isWord(next, .before, .after, .long, .of)
      || [
        "nearly", "almost", "just", "only", "least", "half", "took", "takes", "take", "spent",
        "lasted", "last", "comes", "came", "exactly", "roughly",
      ].contains(lower)
    guard isLength, unit != .century || isWord(index - 1, .for, .than, .over, .in, .about),
      !isWord(next, .when), unit != .day || !isWord(next, .of, .for)
    else { return nil }
    return TimePhrase(index..<lastOfLength(next), .duration(.count(1), unit))
  }

  /// Plurals with no number: "for decades", "years of talks", "decades-long".
  private func plural(_ index: Int) -> TimePhrase? {
    let unit = word(index).unit
    guard unit.rawValue >= TimeUnit.hour.rawValue, unit != .quarter, unit != .weekend,
      !isAge(index)
    else { return nil }
    if has(index + 1, .dash), isWord(index + 2, .long) {
      return TimePhrase(index..<index + 3, .duration(.vague, unit))
    }
    if isWord(index + 1, .ago) { return TimePhrase(index..<index + 2, .vaguely(.last, unit)) }
    if isWord(index + 1, .later, .earlier), isClosed(index + 2) {
      return TimePhrase(
        index..<index + 2, .vaguely(isWord(index + 1, .later) ? .next : .last, unit))
    }
    let isBehind =
      isWord(index - 1, .for, .in, .over, .within, .after, .during)
      || isWord(index - 1, .the) && isWord(index - 2, .over)
    guard isBehind || isWord(index + 1, .of, .before, .after), unit != .day || isBehind,
      !isWord(index + 1, .old)
    else { return nil }
    if isWord(index - 1, .in), !isWord(index + 1, .when), has(index + 1, [.figure]) { return nil }
    return TimePhrase(index..<index + 1, .duration(.vague, unit))
  }

  /// "in two weeks' time", "in a week's time".
  private func ahead(_ index: Int) -> TimePhrase? {
    guard let (amount, after, _) = amount(index + 1), has(after, .unit), let count = amount.whole
    else { return nil }
    let next = after + 1
    guard ["'", "’", "'s", "’s"].contains(form(next)), isWord(next + 1, .time) else { return nil }
    return TimePhrase(index..<next + 2, .shifted(count, word(after).unit, .speech))
  }

  // MARK: What recurs

  /// "daily", "every Friday", "each year", "Mondays", "every two weeks".
  func set(_ index: Int) -> TimePhrase? {
    let word = word(index)
    if word.kinds.contains(.repeating) {
      // A paper: "the Daily Mail".
      if isCapitalised(index), isCapitalised(index + 1) || isCapitalised(index - 1),
        index > start || isCapitalised(index + 1)
      {
        return nil
      }
      return TimePhrase(index..<index + 1, .set(word.unit.duration(.count(1))))
    }
    if word.kinds.contains(.weekdays) {
      return TimePhrase(index..<index + 1, .set("XXXX-WXX-\(word.number)"))
    }
    guard word.name == .every || word.name == .each else { return nil }
    let next = index + 1
    if isWord(next, .other), has(next + 1, .unit) {
      return TimePhrase(index..<next + 2, .set(self.word(next + 1).unit.duration(.count(2))))
    }
    if has(next, .weekday) {
      return TimePhrase(index..<next + 1, .set("XXXX-WXX-\(self.word(next).number)"))
    }
    if has(next, .month) {
      let value = "XXXX-\(TimeValue.padded(Int(self.word(next).number)))"
      return TimePhrase(index..<next + 1, .set(value))
    }
    if has(next, .season), let season = Season(rawValue: self.word(next).number) {
      return TimePhrase(index..<next + 1, .set("XXXX-\(season.code)"))
    }
    if has(next, .dayPart), let part = DayPart(rawValue: self.word(next).number) {
      return TimePhrase(index..<next + 1, .set("XXXX-XX-XXT\(part.code)"))
    }
    if has(next, .unit), !has(next, .plural), self.word(next).unit != .second {
      return TimePhrase(index..<next + 1, .set(self.word(next).unit.duration(.count(1))))
    }
    if let (amount, after, isArticle) = amount(next), !isArticle, has(after, .unit) {
      return TimePhrase(index..<after + 1, .set(self.word(after).unit.duration(amount)))
    }
    return nil
  }
}

extension Array {
  /// The element at `index`, or `nil` outside of the array or from `end` on.
  fileprivate subscript(safe index: Int, before end: Int) -> Element? {
    index >= 0 && index < Swift.min(count, end) ? self[index] : nil
  }
}
