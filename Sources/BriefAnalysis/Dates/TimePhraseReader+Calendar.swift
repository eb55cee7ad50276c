import BriefSource
import BriefText

/// Days, months and years by name or number.
extension TimePhraseReader {
  // MARK: Figures

  /// "14/11/2025", "2025-11-14", "2882015".
  func figures(_ index: Int) -> TimePhrase? {
    if has(index, .date), let parts = TimeFigures.parts(Array(form(index).utf8)) {
      return TimePhrase(index..<index + 1, .figures(parts))
    }
    guard has(index, .runTogether), !has(index + 1, [.counted, .unit, .dash]),
      !has(index - 1, .dash), !isCounted(index)
    else { return nil }
    return TimePhrase(index..<index + 1, .runTogether)
  }

  /// Whether a currency sign or a word such as "No." stands before the token at `index`.
  private func isCounted(_ index: Int) -> Bool {
    guard index > start else { return false }
    return tokens.kinds[index - 1] == .symbol || has(index - 1, .numbered)
  }

  // MARK: Calendar

  /// "Friday, 14 November 2025", "Nov. 17-21", "May 1998", "Friday", "2009".
  func calendar(_ index: Int) -> TimePhrase? {
    if let weekday = weekday(index) {
      let next = isWord(index + 1, .comma) ? index + 2 : index + 1
      let date = isWord(next, .the) ? next + 1 : next
      if let phrase = dayAndMonth(date), case .calendar(var calendar) = phrase.meaning,
        calendar.day != nil
      {
        calendar.weekday = weekday
        var joined = phrase.begun(at: index)
        joined.meaning = .calendar(calendar)
        return joined
      }
      // "Friday the 14th".
      if isWord(index + 1, .the), isDay(index + 2), tokens.kinds[index + 2] == .number,
        !has(index + 3, .unit)
      {
        let calendar = TimePhrase.Calendar(day: Int(word(index + 2).number), weekday: weekday)
        return TimePhrase(index..<index + 3, .calendar(calendar))
      }
      return weekdays(index, weekday)
    }
    if let phrase = dayAndMonth(index) { return phrase }
    return year(index)
  }

  /// The day of the week that the token at `index` names.
  func weekday(_ index: Int) -> Int? {
    let word = word(index)
    guard word.kinds.contains(.weekday) else { return nil }
    if word.kinds.contains(.ambiguous) {
      // "Sun", "Sat", "Wed" are words too: a date has to follow.
      let next = isWord(index + 1, .comma) ? index + 2 : index + 1
      guard dayAndMonth(next) != nil || has(index + 1, .dash) && has(index + 2, .weekday) else {
        return nil
      }
    }
    // A paper, a prayer or a massacre named after a day: "Black Friday", "Good Friday".
    if isCapitalised(index - 1),
      [
        "Black", "Good", "Bloody", "Super", "Ash", "Cyber", "Easter",
        "Palm",
      ].contains(form(index - 1))
    {
      return nil
    }
    return Int(word.number)
  }

  /// "Friday", "Monday to Friday".
  private func weekdays(_ index: Int, _ weekday: Int) -> TimePhrase {
    let first = TimePhrase.Calendar(weekday: weekday)
    let isJoint = has(index + 1, .dash) || isWord(index + 1, .to, .through)
    if isJoint, has(index + 2, .weekday) {
      let last = TimePhrase.Calendar(weekday: Int(word(index + 2).number))
      return TimePhrase(index..<index + 3, .span(first, last))
    }
    return TimePhrase(index..<index + 1, .calendar(first))
  }

  /// The month that the token at `index` names, if it names one there.
  ///
  /// "May" and "March" are months where a number stands beside them or the tagger takes them for
  /// names: "it may help", "the March on Rome".
  func month(_ index: Int) -> Int? {
    let word = word(index)
    guard word.kinds.contains(.month) else { return nil }
    guard word.kinds.contains(.ambiguous) else { return Int(word.number) }
    let isBesideNumber =
      has(index + 1, .ordinal) || isDay(index + 1) || isYear(index + 1) || isDay(index - 1)
      || has(index - 1, .ordinal) || isWord(index + 1, .comma) && isYear(index + 2)
      || has(index + 1, .dash) && isYear(index + 2)
    if isBesideNumber { return Int(word.number) }
    guard !word.kinds.contains(.isShort), penn(index) == "NNP" || penn(index) == "NN",
      isWord(
        index - 1, .in, .since, .until, .by, .during, .last, .next, .this, .from, .to, .for,
        .before, .after, .of, .and, .between, .through)
        || has(index - 1, [.edge, .joined, .weekday]) || isWord(index - 1, .end),
      // "Theresa May", "of May's cabinet".
      !isCapitalised(index + 1) || has(index + 1, [.month, .weekday])
    else { return nil }
    let isPossessive = form(index + 1) == "'s" || form(index + 1) == "’s"
    let isPerson = word.number == 5 && isWord(index - 1, .to, .for, .from, .of, .by, .and)
    return isPerson && (isPossessive || !isWord(index - 1, .from, .by, .of))
      ? nil
      : Int(word.number)
  }

  /// The day of the month that the figure at `index` may be.
  func isDay(_ index: Int) -> Bool {
    let word = word(index)
    guard (1...31).contains(word.number) else { return false }
    return word.kinds.contains(.figure) && tokens.range(index).count <= 2
      || word.kinds.contains(.ordinal)
  }

  /// A date with a month: "November 14, 2025", "the 14th of November", "17-21 November", "May 1998".
  private func dayAndMonth(_ index: Int) -> TimePhrase? {
    if let month = month(index) { return monthFirst(index, month) }
    guard isDay(index) || isImpossibleDay(index) else { return nil }
    return dayFirst(index)
  }

  /// Whether the figure at `index` could be a day only if months were longer.
  private func isImpossibleDay(_ index: Int) -> Bool {
    has(index, .figure) && (32...99).contains(word(index).number)
      && tokens.range(index).count == 2 && has(index + 1, .month)
      && !has(index + 1, .ambiguous) && (isWord(index - 1, .on) || isYear(index + 2))
  }

  private func monthFirst(_ index: Int, _ month: Int) -> TimePhrase? {
    var after = index + 1
    var calendar = TimePhrase.Calendar(month: month)
    if has(after, .dash), isYear(after + 1) || isDay(after + 1) && !has(index - 1, .figure) {
      // "Nov-2025".
      if let (year, last) = yearTerm(after + 1) {
        calendar.year = year
        return dated(index..<last, calendar)
      }
    }
    if isWord(after, .the), has(after + 1, .ordinal), isDay(after + 1), !has(after + 2, .unit) {
      after += 1
    }
    guard isDay(after), !isClockFigure(after), !has(after + 1, .counted) else {
      if let (year, last) = yearTerm(isWord(after, .of, .comma) ? after + 1 : after),
        !isWord(after, .comma) || isYear(after + 1), !isWord(after, .of) || isLinked(after + 1)
      {
        calendar.year = year
        return spanned(dated(index..<last, calendar), calendar)
      }
      return spanned(TimePhrase(index..<after, .calendar(calendar)), calendar)
    }
    // A figure of two digits behind a month may be a year: "Sept 25" stays a day.
    calendar.day = Int(word(after).number)
    after += 1
    if let (day, last) = lastDay(after) {
      var ending = calendar
      ending.day = day
      let (year, stop) = trailingYear(last)
      calendar.year = year
      ending.year = year
      return spanOf(index..<stop, calendar, ending)
    }
    let (year, stop) = trailingYear(after)
    calendar.year = year
    return spanned(dated(index..<stop, calendar), calendar)
  }

  private func dayFirst(_ index: Int) -> TimePhrase? {
    var calendar = TimePhrase.Calendar(day: Int(word(index).number))
    var after = index + 1
    var ending: TimePhrase.Calendar?
    if let (day, last) = lastDay(after) {
      ending = TimePhrase.Calendar(day: day)
      after = last
    }
    if has(after, .dash), ending == nil || true, has(after + 1, .month) { after += 1 }
    if isWord(after, .of) { after += 1 }
    guard has(after, .month), let month = month(after) ?? ambiguousMonth(after) else { return nil }
    calendar.month = month
    after += 1
    if has(after, .dash), isYear(after + 1) { after += 1 }
    let (year, stop) = trailingYear(after)
    calendar.year = year
    if var ending {
      ending.month = month
      ending.year = year
      return spanOf(index..<stop, calendar, ending)
    }
    return spanned(dated(index..<stop, calendar), calendar)
  }

  private func ambiguousMonth(_ index: Int) -> Int? {
    has(index, .month) && isCapitalised(index) ? Int(word(index).number) : nil
  }

  /// The second day of "17 to 21", "17-21", "17 and 18"; `index` is that of what joins them.
  private func lastDay(_ index: Int) -> (day: Int, after: Int)? {
    guard has(index, .dash) || isWord(index, .to, .and, .until, .through) else { return nil }
    let next = isWord(index + 1, .the) ? index + 2 : index + 1
    guard isDay(next), !has(next + 1, .counted), !isClockFigure(next) else { return nil }
    // "between 3 March and 5 April" has a month of its own.
    if has(next + 1, .month), isWord(index, .and, .to, .until) || has(index, .dash) {
      return has(index - 1, .month) || has(index - 2, .month)
        ? nil : (Int(word(next).number), next + 1)
    }
    if isWord(index, .and), has(next + 1, [.unit, .numeral]) { return nil }
    if tokens.kinds[next] == .number, isWord(index, .and, .to), next + 1 < end,
      penn(next + 1) == "NNS"
    {
      return nil
    }
    return (Int(word(next).number), next + 1)
  }

  /// Whether the figure at `index` is an hour: "November 5 pm".
  private func isClockFigure(_ index: Int) -> Bool {
    has(index + 1, .meridiem) || isWord(index + 1, .oClock)
  }

  /// The year behind a day, with or without a comma: ", 2025", "2025", "of last year", "'08".
  private func trailingYear(_ index: Int) -> (TimePhrase.YearTerm?, Int) {
    if isWord(index, .comma) {
      if isYear(index + 1), let (year, last) = yearTerm(index + 1) { return (year, last) }
      return (nil, index)
    }
    if isWord(index, .of, .in) {
      guard let (year, last) = yearTerm(index + 1), isLinked(index + 1) || isYear(index + 1) else {
        return (nil, index)
      }
      return (year, last)
    }
    if let (year, last) = yearTerm(index) { return (year, last) }
    return (nil, index)
  }

  /// Whether a year or "last year" begins at `index`, so that it may follow "of".
  private func isLinked(_ index: Int) -> Bool { yearTerm(index) != nil }

  /// Whether the figure at `index` may be a year of four digits.
  func isYear(_ index: Int) -> Bool {
    let word = word(index)
    return word.kinds.contains(.figure) && (1000...2199).contains(word.number)
      && (tokens.range(index).count == 4 || word.kinds.contains(.joined))
  }

  /// The year that begins at `index` as it stands behind a month, day or part of a year.
  func yearTerm(_ index: Int) -> (TimePhrase.YearTerm, Int)? {
    if isYear(index) {
      return has(index + 1, .zone) ? nil : (.number(Int(word(index).number)), index + 1)
    }
    if has(index, .isShort), word(index).kinds.isSubset(of: [.isShort, .opens]) {
      return (.short(Int(word(index).number)), index + 1)
    }
    let first = isWord(index, .the) ? index + 1 : index
    guard has(first + 1, .unit), word(first + 1).unit == .year, !has(first + 1, .plural) else {
      return nil
    }
    switch word(first).name {
    case .last, .previous, .past: return (.shifted(-1), first + 2)
    case .this, .current, .same: return (.shifted(0), first + 2)
    case .next, .coming, .following: return (.shifted(1), first + 2)
    default: return nil
    }
  }

  /// A year of four digits that stands alone, or two that are joined: "2009", "2003-2007".
  private func year(_ index: Int) -> TimePhrase? {
    if has(index, .isShort), word(index).kinds.isSubset(of: [.isShort, .opens]) {
      guard has(index - 1, .preposition) || isWord(index - 1, .the) else { return nil }
      let calendar = TimePhrase.Calendar(year: .short(Int(word(index).number)))
      return TimePhrase(index..<index + 1, .calendar(calendar))
    }
    guard isYear(index), !isCounted(index), !has(index + 1, [.counted, .unit]) else {
      return nil
    }
    let number = Int(word(index).number)
    let first = TimePhrase.Calendar(year: .number(number))
    if has(index + 1, .dash) || isWord(index + 1, .to, .and, .until, .through), index + 2 < end {
      let isDash = has(index + 1, .dash)
      let next = Int(word(index + 2).number)
      let isOpened = isWord(index - 1, .from, .between)
      if isYear(index + 2), next > number, isDash || isOpened || isWord(index + 1, .to),
        !has(index + 3, .counted)
      {
        return TimePhrase(
          index..<index + 3, .span(first, TimePhrase.Calendar(year: .number(next))))
      }
      // "2024-25": the two digits go on from the year.
      if isDash, has(index + 2, .figure), tokens.range(index + 2).count == 2,
        next == (number + 1) % 100 || next > number % 100, (1900...2099).contains(number),
        !tokens.hasSpaceBefore(index + 2)
      {
        let last = number / 100 * 100 + next + (next < number % 100 ? 100 : 0)
        if has(index + 3, .unit) || isWord(index + 3, .fiscal) { return nil }
        return TimePhrase(
          index..<index + 3, .span(first, TimePhrase.Calendar(year: .number(last))))
      }
      if isDash, !tokens.hasSpaceBefore(index + 1), has(index + 2, .figure) { return nil }
    }
    guard isYearAlone(index, number) else { return nil }
    return TimePhrase(index..<index + 1, .calendar(first))
  }

  /// Whether four digits that stand alone are a year by what stands around them.
  private func isYearAlone(_ index: Int, _ number: Int) -> Bool {
    if index > start, tokens.kinds[index - 1] == .symbol || form(index - 1) == "#" { return false }
    // A part of a figure, an address or a score.
    if has(index - 1, .dash), !tokens.hasSpaceBefore(index), !has(index - 2, [.edge, .month]) {
      return false
    }
    let isAfterPreposition = has(index - 1, .preposition) || has(index - 1, .edge)
    let next = penn(index + 1)
    guard (1900...2099).contains(number) else {
      return isWord(index - 1, .in, .since) && !["NN", "NNS", "JJ", "CD"].contains(next)
    }
    if next == "NNS" {
      // "in 2008 elections" is none that could be told from "in 2000 homes".
      return isWord(index - 1, .the)
        || number % 100 != 0
          && ((1990...2059).contains(number)
            || isWord(index - 1, .in, .since, .of, .until, .during, .from))
    }
    if has(index + 1, [.numeral, .figure]) { return false }
    if number % 100 == 0, ["NN", "JJ"].contains(next) { return false }
    if !isAfterPreposition, isCapitalised(index - 1), has(index - 1, .zone) { return false }
    return true
  }

  // MARK: Spans

  /// The span that begins with `phrase` where one does: "May 2009 to June 2010".
  private func spanned(_ phrase: TimePhrase, _ first: TimePhrase.Calendar) -> TimePhrase {
    let joint = phrase.tokens.upperBound
    let opener = phrase.tokens.lowerBound - 1
    let isOpened = isWord(opener, .from, .between) || isWord(opener - 1, .from, .between)
    guard
      has(joint, .dash) || isWord(joint, .to, .until, .through)
        || isOpened && isWord(joint, .and)
    else { return phrase }
    if isWord(joint, .to, .until), !isOpened, first.day == nil { return phrase }
    let next = isWord(joint + 1, .the) ? joint + 2 : joint + 1
    guard case .calendar = phrase.meaning, has(next, [.month, .figure, .ordinal]),
      let second = dayAndMonth(next), case .calendar(var last) = second.meaning,
      last.month != nil, (first.day == nil) == (last.day == nil)
    else { return phrase }
    var first = first
    if first.year == nil { first.year = last.year }
    if last.year == nil { last.year = first.year }
    return TimePhrase(phrase.tokens.lowerBound..<second.tokens.upperBound, .span(first, last))
  }

  private func spanOf(
    _ range: Range<Int>, _ first: TimePhrase.Calendar, _ last: TimePhrase.Calendar
  ) -> TimePhrase {
    guard exists(first), exists(last) else { return TimePhrase(range, .impossible(last)) }
    return TimePhrase(range, .span(first, last))
  }

  /// The phrase for a date, or for a day that does not exist.
  private func dated(_ range: Range<Int>, _ calendar: TimePhrase.Calendar) -> TimePhrase {
    TimePhrase(range, exists(calendar) ? .calendar(calendar) : .impossible(calendar))
  }

  /// Whether there is such a day in any year, or in the year that is named.
  private func exists(_ calendar: TimePhrase.Calendar) -> Bool {
    guard let month = calendar.month, let day = calendar.day else { return true }
    if case .number(let year)? = calendar.year {
      return day <= CalendarDate.days(in: month, of: year)
    }
    return day <= CalendarDate.days(in: month, of: 2000)
  }
}
