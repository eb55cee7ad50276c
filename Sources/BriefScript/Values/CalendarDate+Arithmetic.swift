import BriefSource

extension CalendarDate {
  /// The first day that the date covers.
  var firstDay: CalendarDate {
    CalendarDate(year: year, month: month ?? 1, day: day ?? 1) ?? self
  }

  /// The last day that the date covers.
  var lastDay: CalendarDate {
    let month = month ?? 12
    return CalendarDate(
      year: year, month: month, day: day ?? Self.days(in: month, of: year)) ?? self
  }

  /// Whether every day of the date is one of `period`.
  func lies(in period: CalendarDate) -> Bool {
    firstDay >= period.firstDay && lastDay <= period.lastDay
  }

  /// The day that is so many days after 1970-01-01; `nil` outside the years 1 to 9999.
  ///
  /// The computation is that of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    let shifted = dayNumber + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
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
  var weekday: String? {
    guard day != nil else { return nil }
    let names = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    return names[weekdayIndex]
  }

  /// The week of ISO 8601, as in `2025-W46`; `nil` for a date that is no day.
  var week: String? {
    guard day != nil else { return nil }
    // A week belongs to the year of its Thursday.
    guard let thursday = CalendarDate(dayNumber: dayNumber - weekdayIndex + 3),
      let newYear = CalendarDate(year: thursday.year, month: 1, day: 1)
    else { return nil }
    let week = (thursday.dayNumber - newYear.dayNumber) / 7 + 1
    let year = CalendarDate(year: thursday.year)?.description ?? ""
    return "\(year)-W\(week < 10 ? "0" : "")\(week)"
  }

  /// 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday.
  private var weekdayIndex: Int { ((dayNumber + 3) % 7 + 7) % 7 }
}
