import BriefSource

extension CalendarDate {
  /// Whether every day of the date is one of `period`.
  func lies(in period: CalendarDate) -> Bool {
    firstDay >= period.firstDay && lastDay <= period.lastDay
  }

  /// The date that is `duration` later, or `nil` outside the years 1 to 9999.
  ///
  /// The months are added first, where a day too late for its month becomes the last one, then the
  /// days. What the date leaves open stays open.
  func adding(_ duration: DayDuration) -> CalendarDate? {
    guard duration.months.magnitude < 120_000, duration.days.magnitude < 4_000_000 else {
      return nil
    }
    var date = self
    if duration.months != 0 {
      let months = year * 12 + (month ?? 1) - 1 + duration.months
      guard months >= 12 else { return nil }
      let (newYear, newMonth) = (months / 12, months % 12 + 1)
      guard newYear <= 9999 else { return nil }
      let newDay = day.map { min($0, Self.days(in: newMonth, of: newYear)) }
      guard
        let shifted = CalendarDate(
          year: newYear, month: month == nil ? nil : newMonth, day: newDay)
      else { return nil }
      date = shifted
    }
    guard duration.days != 0 else { return date }
    return CalendarDate(dayNumber: date.dayNumber + duration.days)
  }

  /// The English name of the day of the week; `nil` for a date that is no day.
  var weekday: String? { day == nil ? nil : CalendarNames.weekdays[weekdayNumber - 1] }

  /// The quarter of the year, as in `2025-Q4`; `nil` for a date without a month.
  var quarter: String? {
    month.map { "\(CalendarDate(year: year)?.description ?? "")-Q\(($0 - 1) / 3 + 1)" }
  }

  /// The week of ISO 8601, as in `2025-W46`; `nil` for a date that is no day.
  var week: String? {
    guard day != nil, let (year, week) = isoWeek else { return nil }
    return "\(CalendarDate(year: year)?.description ?? "")-W\(week < 10 ? "0" : "")\(week)"
  }
}
