import BriefSource
import BriefText

/// Expressions that are reckoned from the time of speaking, or from the time the text speaks of.
extension TimePhraseReader {
  /// "today", "last week", "next Friday", "this morning", "now", "in the past".
  func relative(_ index: Int) -> TimePhrase? {
    let word = word(index)
    if word.kinds.contains(.deictic) { return deictic(index) }
    if let phrase = reference(index) { return phrase }
    if word.kinds.contains(.pull) { return pulled(index) }
    if word.name == .same || word.name == .that { return sameOrThat(index) }
    return nil
  }

  private func deictic(_ index: Int) -> TimePhrase? {
    let word = word(index)
    // "today's Pakistan" means the present as "today" does.
    var phrase = TimePhrase(index..<index + 1, .shifted(Int(word.number), .day, .speech))
    if form(index).lowercased() == "tonight" { phrase.part = .night }
    return phrase
  }

  /// "now", "currently", "recently", "soon", "recent", "in the past", "these days".
  private func reference(_ index: Int) -> TimePhrase? {
    let word = word(index)
    if word.kinds.contains(.reference) {
      // "as soon as", "sooner or later"; "now that" gives a reason.
      if word.number == 1, form(index - 1).lowercased() == "as" || isWord(index + 1, .after) {
        return nil
      }
      if word.name == .now, isWord(index + 1, .that) || has(index + 1, .dash) { return nil }
      return TimePhrase(index..<index + 1, .reference(Int(word.number)))
    }
    switch word.name {
    case .recent:
      if has(index + 1, [.unit]) {
        return TimePhrase(index..<index + 2, .reference(-1))
      }
      return TimePhrase(index..<index + 1, .reference(-1))
    case .current:
      guard !has(index + 1, .unit), !isWord(index + 1, .fiscal) else { return nil }
      return TimePhrase(index..<index + 1, .reference(0))
    case .these:
      guard has(index + 1, .unit), self.word(index + 1).unit == .day, has(index + 1, .plural) else {
        return nil
      }
      return TimePhrase(index..<index + 2, .reference(0))
    case .past, .future:
      // "in the past", "for the future": a noun with nothing behind it.
      guard isWord(index - 1, .the),
        isWord(index - 2, .in, .of, .for, .from, .to, .at)
          || isWord(index - 1, .the) && penn(index) == "NN" && word.name == .past
      else { return nil }
      if word.kinds.contains(.pull), has(index + 1, [.unit, .numeral, .figure, .vague]) {
        return nil
      }
      guard !["NN", "NNS", "NNP", "JJ"].contains(penn(index + 1)) else { return nil }
      return TimePhrase(index..<index + 1, .reference(word.name == .past ? -1 : 1))
    case .at:
      let next = index + 1
      if isWord(next, .present), !["NN", "NNS", "JJ"].contains(penn(next + 1)) {
        return TimePhrase(index..<next + 1, .reference(0))
      }
      if isWord(next, .the) || isWord(next, .this), isWord(next + 1, .moment) {
        return TimePhrase(index..<next + 2, .reference(0))
      }
      return nil
    default: return nil
    }
  }

  /// "last week", "next Friday", "the coming days", "the past five years", "this morning".
  private func pulled(_ index: Int) -> TimePhrase? {
    let word = word(index)
    let name = word.name
    let isContext = name == .previous || name == .following
    let next = index + 1
    let pull: TimePhrase.Pull =
      switch name {
      case .last, .previous, .past: .last
      case .next, .following, .coming: .next
      default: .this
      }
    if has(next, .dayPart), let part = DayPart(rawValue: self.word(next).number),
      !isPlural(next)
    {
      guard name == .this || name == .last && part == .night || isContext else { return nil }
      var phrase = TimePhrase(
        index..<next + 1,
        .shifted(
          name == .this ? 0 : name == .following ? 1 : -1, .day, isContext ? .context : .speech))
      phrase.part = part
      return phrase
    }
    if let weekday = weekday(next) {
      let calendar = TimePhrase.Calendar(weekday: weekday, pull: isContext ? nil : pull)
      if isContext {
        return TimePhrase(index..<next + 1, .calendar(calendar))
      }
      // "last Friday, 14 November"; "this Friday".
      if let phrase = self.calendar(next), case .calendar(var dated) = phrase.meaning,
        dated.day != nil
      {
        dated.pull = pull
        var joined = phrase.begun(at: index)
        joined.meaning = .calendar(dated)
        return joined
      }
      return TimePhrase(index..<next + 1, .calendar(calendar))
    }
    if has(next, .month), name != .past, name != .current {
      guard !has(next, .ambiguous) || isCapitalised(next) else { return nil }
      let calendar = TimePhrase.Calendar(month: Int(self.word(next).number), pull: pull)
      if isDay(next + 1) || isYear(next + 1) { return nil }
      return TimePhrase(index..<next + 1, .calendar(calendar))
    }
    if has(next, .season), let season = Season(rawValue: self.word(next).number), !isContext,
      name != .past
    {
      return TimePhrase(index..<next + 1, .yearPart(.season(season), nil, pull))
    }
    return pulledUnits(index, pull, isContext: isContext)
  }

  /// "last week", "the next three days", "the last week of March".
  private func pulledUnits(
    _ index: Int, _ pull: TimePhrase.Pull, isContext: Bool
  ) -> TimePhrase? {
    let name = word(index).name
    let next = index + 1
    if let (amount, after, _) = amount(next), has(after, .unit) {
      let unit = self.word(after).unit
      guard name != .this || has(after, .plural), name != .previous || has(after, .plural) else {
        return nil
      }
      // "the last three days": so long, up to now.
      return TimePhrase(index..<after + 1, .duration(amount, unit))
    }
    guard has(next, .unit), !has(next, .isShort) else { return nil }
    let unit = self.word(next).unit
    if has(next, .plural) {
      switch name {
      case .coming, .next: return TimePhrase(index..<next + 1, .reference(1))
      case .past, .last, .previous: return TimePhrase(index..<next + 1, .reference(-1))
      default: return nil
      }
    }
    // "the last minute", "this second": no measured time.
    guard unit.rawValue >= TimeUnit.hour.rawValue,
      !has(next + 1, .dash) || tokens.hasSpaceBefore(next + 1)
    else { return nil }
    // "this day" and "last day" are days among others.
    if unit == .day, name == .last || name == .this && !isWord(index - 1, .on) { return nil }
    if unit == .century || unit == .decade, name == .past || name == .last {
      return TimePhrase(index..<next + 1, .duration(.count(1), unit))
    }
    if name == .past { return TimePhrase(index..<next + 1, .duration(.count(1), unit)) }
    if name == .last || name == .first, unit == .week, isWord(next + 1, .of),
      let phrase = calendar(next + 2), case .calendar(let calendar) = phrase.meaning,
      calendar.month != nil, calendar.day == nil
    {
      return TimePhrase(index..<phrase.tokens.upperBound, .weekOf(-1, calendar))
    }
    if name == .last, isWord(next + 1, .of), unit == .day || unit == .week { return nil }
    let count =
      switch pull {
      case .last: -1
      case .this: 0
      case .next: 1
      }
    return TimePhrase(
      index..<next + 1, .shifted(count, unit, isContext ? .context : .speech))
  }

  /// "the same day", "that year".
  private func sameOrThat(_ index: Int) -> TimePhrase? {
    let next = index + 1
    guard has(next, .unit), !has(next, .plural), !has(next, .isShort) else { return nil }
    let unit = word(next).unit
    guard [.day, .week, .month, .year].contains(unit) else { return nil }
    if word(index).name == .that, penn(index) != "DT" { return nil }
    if word(index).name == .same, unit == .month || unit == .year {
      // "the same month last year", "the same month a year ago".
      let shifted =
        yearTerm(next + 1)?.0 == .shifted(-1) ? yearTerm(next + 1)?.1 : yearAgo(next + 1)
      if let after = shifted, unit == .month {
        return TimePhrase(index..<after, .shifted(-12, .month, .context))
      }
    }
    return TimePhrase(index..<next + 1, .shifted(0, unit, .context))
  }

  /// Where "a year ago" or "a year earlier" at `index` ends.
  private func yearAgo(_ index: Int) -> Int? {
    isWord(index, .a) && has(index + 1, .unit) && word(index + 1).unit == .year
      && isWord(index + 2, .ago, .earlier, .before) ? index + 3 : nil
  }

  /// What stands behind "the" and needs it: "the day before", "the weekend", "the year previous".
  func articled(_ index: Int) -> TimePhrase? {
    if isWord(index, .whole, .entire), has(index + 1, .unit), !has(index + 1, .plural) {
      let unit = word(index + 1).unit
      guard [.week, .month, .year].contains(unit) else { return nil }
      return TimePhrase(index..<index + 2, .shifted(0, unit, .context))
    }
    guard has(index, .unit), !has(index, .plural), !has(index, .isShort) else { return nil }
    let unit = word(index).unit
    let next = index + 1
    guard unit.rawValue >= TimeUnit.day.rawValue else { return nil }
    if isWord(next, .before, .after, .previous, .earlier), unit != .weekend,
      isClosed(next + 1)
    {
      let count = isWord(next, .after) ? 1 : -1
      return TimePhrase(index..<next + 1, .shifted(count, unit, .context))
    }
    if unit == .weekend, isWord(index - 2, .over, .on, .at, .during, .in, .since, .until, .by) {
      return TimePhrase(index..<next, .shifted(0, .weekend, .speech))
    }
    if unit == .day || unit == .week || unit == .year, isWord(index - 2, .in),
      isWord(index - 3, .earlier, .later)
    {
      return TimePhrase(index..<next, .shifted(0, unit, unit == .day ? .context : .speech))
    }
    // "for the year", "of the week", "the year to date".
    if isWord(index - 2, .of, .for, .during), unit == .year || unit == .quarter || unit == .week,
      isClosed(next)
    {
      guard !isWord(index - 2, .of) else { return nil }
      return TimePhrase(index..<next, .shifted(0, unit, .context))
    }
    return nil
  }

  /// Whether nothing follows at `index` that "before" or "after" could govern.
  func isClosed(_ index: Int) -> Bool {
    guard index < end else { return true }
    switch tokens.kinds[index] {
    case .punctuation, .quotationMark: return form(index) != "("
    default:
      let tag = penn(index)
      return isWord(index, .and, .in, .at, .when) || tag == "CC"
        || tag == "IN" && !isWord(index, .of)
        || tag.hasPrefix("VB") && tag != "VBG"
    }
  }

  private func isPlural(_ index: Int) -> Bool {
    form(index).hasSuffix("s") || form(index).hasSuffix("S")
  }
}
