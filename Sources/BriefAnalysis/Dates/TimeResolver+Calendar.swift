import BriefSource

/// Days, months and years that are named.
extension TimeResolver {
  mutating func calendar(_ calendar: TimePhrase.Calendar) -> Reading {
    if calendar.isWeekdayAlone, let weekday = calendar.weekday {
      return self.weekday(weekday, calendar.pull)
    }
    if let year = calendar.year {
      return dated(calendar, year)
    }
    if let month = calendar.month, let day = calendar.day {
      return dayAndMonth(day, month, calendar)
    }
    if let month = calendar.month { return self.month(month, calendar.pull) }
    // "Friday the 14th".
    return dayOfMonth(calendar)
  }

  // MARK: With a year

  private mutating func dated(
    _ calendar: TimePhrase.Calendar, _ term: TimePhrase.YearTerm
  ) -> Reading {
    let (year, anchor, reason, sure) = self.year(term)
    var reading = Reading(
      value: yearless(year, term, calendar), anchor: anchor, reason: reason, confidence: sure)
    guard let weekday = calendar.weekday, let day = reading.value.days?.lowerBound else {
      return reading
    }
    if day.weekdayNumber == weekday {
      reading.reason += ", and the day of the week fits"
      reading.confidence = max(reading.confidence, 0.99)
    } else {
      reportWeekday(weekday, day)
      reading.reason += ", though the day of the week does not fit"
      reading.confidence = 0.5
    }
    return reading
  }

  /// The value for the year, which may have only its last digits.
  private func yearless(
    _ year: Int?, _ term: TimePhrase.YearTerm, _ calendar: TimePhrase.Calendar
  ) -> TimeValue {
    var value = TimeValue(OpenDate(year: year, month: calendar.month, day: calendar.day))
    if year == nil, case .short(let digits) = term {
      value.text = "XX\(TimeValue.padded(digits))" + value.text.dropFirst(4)
    }
    return value
  }

  /// The year that is meant, from what, why, and how sure.
  func year(
    _ term: TimePhrase.YearTerm
  ) -> (year: Int?, anchor: TimeExpression.Anchor, reason: String, sure: Double) {
    switch term {
    case .number(let year): return (year, .words, "the words say it all", 0.97)
    case .short(let digits):
      guard let briefing else {
        return (nil, .open, "the century is not said and no date of the briefing is known", 0.7)
      }
      return (
        Self.year(endingIn: digits, near: briefing.year), .briefing(briefing),
        "the year with these digits that is nearest to the briefing", 0.9
      )
    case .shifted(let count):
      guard let briefing else {
        return (nil, .open, "no date of the briefing is known", 0.9)
      }
      return (
        briefing.year + count, .briefing(briefing),
        "reckoned from the date of the briefing", 0.93
      )
    }
  }

  static func year(endingIn digits: Int, near year: Int) -> Int {
    let century = year / 100 * 100
    return [century - 100, century, century + 100].map { $0 + digits }
      .min { abs($0 - year) < abs($1 - year) } ?? year
  }

  // MARK: Without a year

  /// The years in which a weekday is looked for when no date of the briefing is known.
  static let window = 2000...2039

  /// Finds the year of a day and month from the date of the briefing.
  private mutating func dayAndMonth(
    _ day: Int, _ month: Int, _ calendar: TimePhrase.Calendar
  ) -> Reading {
    guard let briefing else { return open(day, month, calendar.weekday) }
    let near = (briefing.year - 1...briefing.year + 1).compactMap {
      CalendarDate(year: $0, month: month, day: day)
    }
    let center = today ?? briefing.firstDay
    let nearest = near.min { distance($0, center) < distance($1, center) }
    guard let nearest else { return open(day, month, calendar.weekday) }
    if let weekday = calendar.weekday {
      // Close to the briefing a day of the week that does not fit is a mistake, no other year.
      let isClose = distance(nearest, center) <= 120
      let fitting = (isClose ? [nearest] : near).filter { $0.weekdayNumber == weekday }
      guard let best = fitting.min(by: { distance($0, center) < distance($1, center) }) else {
        reportWeekday(weekday, nearest)
        return Reading(
          value: TimeValue(OpenDate(year: nil, month: month, day: day)), anchor: .open,
          reason: "the day of the week fits no year near the briefing", confidence: 0.5,
          candidates: Self.years(month, day, weekday))
      }
      return Reading(
        value: TimeValue(best), anchor: .briefing(briefing),
        reason: "the year nearest to the briefing in which the day of the week fits",
        confidence: 0.98)
    }
    var chosen = nearest
    var reason = "the year in which the day is nearest to the briefing"
    var sure = 0.9
    // Close by, the nearest is meant whatever the tense; half a year off the verb decides.
    if distance(nearest, center) > 120 {
      let tense = tense()
      let fitting =
        tense == .past
        ? near.last { $0 <= center } : tense == .future ? near.first { $0 > center } : nil
      if let fitting, let tense {
        chosen = fitting
        reason =
          "the verb tells of what "
          + (tense == .past
            ? "is over: the last such day before the briefing"
            : "is to come: the next such day after the briefing")
        sure = 0.8
      } else {
        sure = 0.7
      }
    }
    return Reading(
      value: TimeValue(chosen), anchor: .briefing(briefing), reason: reason, confidence: sure)
  }

  private func distance(_ left: CalendarDate, _ right: CalendarDate) -> Int {
    abs(left.dayNumber - right.dayNumber)
  }

  /// A day and month whose year nothing tells.
  private func open(_ day: Int, _ month: Int, _ weekday: Int?) -> Reading {
    let value = TimeValue(OpenDate(year: nil, month: month, day: day))
    guard let weekday else {
      return Reading(
        value: value, anchor: .open,
        reason: "no year is said and no date of the briefing is known", confidence: 0.9)
    }
    let years = Self.years(month, day, weekday)
    return Reading(
      value: value, anchor: .open,
      reason: "no year is said; of \(Self.window.lowerBound) to \(Self.window.upperBound) the day "
        + "of the week fits " + years.map(String.init).joined(separator: ", "),
      confidence: 0.9, candidates: years)
  }

  /// The years of the window in which the day falls on the weekday.
  static func years(_ month: Int, _ day: Int, _ weekday: Int) -> [Int] {
    window.filter {
      CalendarDate(year: $0, month: month, day: day)?.weekdayNumber == weekday
    }
  }

  private mutating func dayOfMonth(_ calendar: TimePhrase.Calendar) -> Reading {
    let day = calendar.day ?? 1
    if let today, let weekday = calendar.weekday {
      for shift in 0...6 {
        for sign in [-1, 1] {
          let months = today.year * 12 + (today.month ?? 1) - 1 + sign * shift
          if let date = CalendarDate(year: months / 12, month: months % 12 + 1, day: day),
            date.weekdayNumber == weekday
          {
            return Reading(
              value: TimeValue(date), anchor: .briefing(today),
              reason: "the month nearest to the briefing in which the day of the week fits",
              confidence: 0.85)
          }
        }
      }
    }
    return Reading(
      value: TimeValue(OpenDate(year: nil, month: nil, day: day)), anchor: .open,
      reason: "neither month nor year are said", confidence: 0.8)
  }

  private mutating func month(_ month: Int, _ pull: TimePhrase.Pull?) -> Reading {
    guard let briefing else {
      return Reading(
        value: TimeValue(OpenDate(year: nil, month: month)), anchor: .open,
        reason: "no year is said and no date of the briefing is known", confidence: 0.9)
    }
    let now = briefing.month ?? 0
    let isAhead: Bool
    var reason = "the verb tells of what is over: the last such month"
    var sure = 0.85
    switch pull {
    case .last?: (isAhead, reason) = (false, "the last such month before the briefing")
    case .next?: (isAhead, reason) = (true, "the next such month after the briefing")
    case .this?: (isAhead, reason) = (month >= now, "the month of the year of the briefing")
    case nil:
      if month == now {
        return Reading(
          value: TimeValue(OpenDate(year: briefing.year, month: month)),
          anchor: .briefing(briefing), reason: "the month of the briefing", confidence: 0.9)
      }
      switch tense() {
      case .future?:
        (isAhead, reason) = (true, "the verb tells of what is to come: the next such month")
      case .past?: isAhead = false
      case nil:
        (isAhead, reason, sure) = (false, "no verb tells whether it is over: the last one", 0.6)
      }
    }
    var year = briefing.year
    if pull == .this {
      sure = 0.9
    } else if isAhead {
      if month < now || month == now && pull != nil { year += 1 }
    } else if month > now || month == now && pull != nil {
      year -= 1
    }
    return Reading(
      value: TimeValue(OpenDate(year: year, month: month)), anchor: .briefing(briefing),
      reason: reason + " from the date of the briefing", confidence: sure)
  }

  private mutating func weekday(_ weekday: Int, _ pull: TimePhrase.Pull?) -> Reading {
    guard let today else {
      return Reading(
        value: TimeValue("XXXX-WXX-\(weekday)"), anchor: .open,
        reason: "the date of the briefing is not known", confidence: 0.9)
    }
    var back = (today.weekdayNumber - weekday + 7) % 7
    var reason: String
    var sure = 0.85
    var isAhead = false
    switch pull {
    case .last?:
      if back == 0 { back = 7 }
      reason = "the last such day before the briefing"
    case .next?: (isAhead, reason) = (true, "the next such day after the briefing")
    case .this?:
      isAhead = tense() != .past
      reason = isAhead ? "the coming such day" : "the last such day"
    case nil:
      switch tense() {
      case .future?:
        (isAhead, reason) = (true, "the verb tells of what is to come: the next such day")
      case .past?: reason = "the verb tells of what is over: the last such day"
      case nil:
        sure = 0.65
        reason = "no verb tells whether it is over: the last such day"
      }
    }
    var ahead = 7 - back
    if isAhead, back == 0, pull == .this || pull == nil { ahead = 0 }
    let day = CalendarDate(dayNumber: today.dayNumber + (isAhead ? ahead : -back))
    reason += " from the date of the briefing"
    return Reading(
      value: day.map { TimeValue($0) } ?? TimeValue("XXXX-WXX-\(weekday)"),
      anchor: .briefing(today), reason: reason, confidence: sure)
  }

  // MARK: Spans

  mutating func span(
    _ first: TimePhrase.Calendar, _ last: TimePhrase.Calendar
  ) -> Reading {
    var from = calendar(first)
    var to = calendar(last)
    // "December 28 to January 3": the end comes after the beginning.
    if let start = from.value.days?.lowerBound, let end = to.value.days?.upperBound, end < start,
      first.year == nil
    {
      if let days = to.value.days, first.weekday != nil {
        to.value =
          CalendarDate(dayNumber: days.lowerBound.dayNumber + 7).map { TimeValue($0) }
          ?? to.value
      } else if let later = CalendarDate(
        year: start.year + 1, month: last.month ?? 1, day: last.day)
      {
        to.value = TimeValue(later)
      }
    }
    from.value = TimeValue(
      "\(from.value.text)/\(to.value.text)", from.value.days?.lowerBound,
      to.value.days?.upperBound)
    from.confidence = min(from.confidence, to.confidence)
    return from
  }

  // MARK: Figures

  /// Whether the figures of the phrases show that the day, or the month, stands first.
  static func order(of phrases: [TimePhrase]) -> Bool? {
    var order: Bool?
    for phrase in phrases {
      guard case .figures(let parts) = phrase.meaning, parts[0].digits != 4 else { continue }
      let isDayFirst = parts[0].value > 12 && parts[1].value <= 12
      let isMonthFirst = parts[1].value > 12 && parts[0].value <= 12
      guard isDayFirst || isMonthFirst else { continue }
      // One text that has both settles nothing.
      if let order, order != isDayFirst { return nil }
      order = isDayFirst
    }
    return order
  }

  mutating func figures(_ parts: [(value: Int, digits: Int)]) -> Reading? {
    let isYearFirst = parts[0].digits == 4
    let yearPart = isYearFirst ? parts[0] : parts[2]
    let term: TimePhrase.YearTerm =
      yearPart.digits == 4 ? .number(yearPart.value) : .short(yearPart.value)
    let (year, anchor, reason, sure) = self.year(term)
    let first = isYearFirst ? parts[1].value : parts[0].value
    let second = isYearFirst ? parts[2].value : parts[1].value
    func reading(_ month: Int, _ day: Int, _ why: String, _ sure: Double) -> Reading? {
      let date = TimePhrase.Calendar(year: term, month: month, day: day)
      guard (1...12).contains(month), day >= 1,
        day <= CalendarDate.days(in: month, of: year ?? 2000)
      else { return nil }
      return Reading(
        value: yearless(year, term, date), anchor: anchor, reason: why, confidence: sure)
    }
    let monthFirst = reading(first, second, reason, sure)
    if isYearFirst {
      if monthFirst == nil { reportImpossible(first, second) }
      return monthFirst
    }
    let dayFirst = reading(second, first, reason, sure)
    guard var early = dayFirst, var late = monthFirst else {
      if dayFirst == nil, monthFirst == nil { reportImpossible(second, first) }
      return dayFirst ?? monthFirst
    }
    if first == second { return early }
    if let isDayFirst {
      early.reason = "other figures in the text have the day first"
      late.reason = "other figures in the text have the month first"
      return isDayFirst ? early : late
    }
    if let today {
      let isEarly = early.value.days.map { distance($0.lowerBound, today) <= 1 } ?? false
      let isLate = late.value.days.map { distance($0.lowerBound, today) <= 1 } ?? false
      if isEarly != isLate {
        var chosen = isEarly ? early : late
        chosen.reason = "read so, it is the day of the briefing or next to it"
        chosen.confidence = 0.8
        return chosen
      }
    }
    reportOrder(early.value.text, late.value.text)
    return Reading(
      value: TimeValue(yearless(year, term, TimePhrase.Calendar()).text + "-XX-XX"), anchor: .open,
      reason: "day and month may stand in either order: \(early.value.text) or "
        + late.value.text, confidence: 0.5)
  }
}
