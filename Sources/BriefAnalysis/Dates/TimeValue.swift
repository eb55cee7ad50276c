import BriefSource

/// A value of TIMEX3 with the days it covers.
struct TimeValue {
  /// The notation.
  var text: String
  /// The first and the last day; `nil` where a digit of them is not known.
  var days: ClosedRange<CalendarDate>?

  /// A value that covers no known days.
  init(_ text: String) { self.text = text }

  /// The days from `first` to `last`.
  init(_ text: String, _ first: CalendarDate?, _ last: CalendarDate?) {
    self.text = text
    if let first, let last, first <= last { days = first.firstDay...last.lastDay }
  }

  /// A day, month or year.
  init(_ date: CalendarDate) { self.init(date.description, date, date) }

  /// A date of which some parts are not known.
  init(_ date: OpenDate) {
    if let known = date.known { self.init(known) } else { self.init(date.description) }
  }

  /// The week of ISO 8601 that holds `day`.
  static func week(of day: CalendarDate) -> TimeValue? {
    guard let (year, week) = day.isoWeek else { return nil }
    let monday = CalendarDate(dayNumber: day.dayNumber - day.weekdayNumber + 1)
    let sunday = CalendarDate(dayNumber: day.dayNumber - day.weekdayNumber + 7)
    return TimeValue("\(padded(year, 4))-W\(padded(week))", monday, sunday)
  }

  /// The weekend of the week of ISO 8601 that holds `day`.
  static func weekend(of day: CalendarDate) -> TimeValue? {
    guard let week = week(of: day), let sunday = week.days?.upperBound else { return nil }
    return TimeValue(
      week.text + "-WE", CalendarDate(dayNumber: sunday.dayNumber - 1), sunday)
  }

  /// Three months, `quarter` 1 to 4.
  static func quarter(_ quarter: Int, of year: Int) -> TimeValue {
    TimeValue(
      "\(padded(year, 4))-Q\(quarter)", CalendarDate(year: year, month: 3 * quarter - 2),
      CalendarDate(year: year, month: 3 * quarter))
  }

  /// Six months, `half` 1 or 2.
  static func half(_ half: Int, of year: Int) -> TimeValue {
    TimeValue(
      "\(padded(year, 4))-H\(half)", CalendarDate(year: year, month: 6 * half - 5),
      CalendarDate(year: year, month: 6 * half))
  }

  /// Ten years, 199 for the 1990s.
  static func decade(_ decade: Int) -> TimeValue {
    TimeValue(
      padded(decade, 3), CalendarDate(year: decade * 10), CalendarDate(year: decade * 10 + 9))
  }

  /// A hundred years, 20 for the twenty-first century, which began in 2001.
  static func century(_ century: Int) -> TimeValue {
    TimeValue(
      padded(century), CalendarDate(year: century * 100 + 1),
      CalendarDate(year: century * 100 + 100))
  }

  /// `number` in at least so many digits.
  static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// A day, month or year of which the year may not be known.
struct OpenDate: Hashable {
  var year: Int?
  var month: Int?
  var day: Int?

  /// The date, where its year is known and there is such a day.
  var known: CalendarDate? {
    year.flatMap { CalendarDate(year: $0, month: month, day: month == nil ? nil : day) }
  }

  /// `XXXX-11-17`, `XXXX-11`, `XXXX`, `XXXX-XX-14`.
  var description: String {
    var text = year.map { TimeValue.padded($0, 4) } ?? "XXXX"
    if month != nil || day != nil { text += "-" + (month.map { TimeValue.padded($0) } ?? "XX") }
    if let day { text += "-" + TimeValue.padded(day) }
    return text
  }
}
