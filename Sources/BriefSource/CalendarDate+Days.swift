extension CalendarDate {
  /// The first day that the date covers.
  public var firstDay: CalendarDate {
    CalendarDate(year: year, month: month ?? 1, day: day ?? 1) ?? self
  }

  /// The last day that the date covers.
  public var lastDay: CalendarDate {
    let month = month ?? 12
    return CalendarDate(
      year: year, month: month, day: day ?? Self.days(in: month, of: year)) ?? self
  }

  /// The day that is so many days after 1970-01-01; `nil` outside the years 1 to 9999.
  ///
  /// The computation is that of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  public init?(dayNumber: Int) {
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

  /// 1 for Monday to 7 for Sunday, of the first day that the date covers.
  public var weekdayNumber: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// The week of ISO 8601 that holds the first day: its number, and the year it belongs to.
  public var isoWeek: (year: Int, week: Int)? {
    // A week belongs to the year of its Thursday.
    guard let thursday = CalendarDate(dayNumber: dayNumber - weekdayNumber + 4),
      let newYear = CalendarDate(year: thursday.year, month: 1, day: 1)
    else { return nil }
    return (thursday.year, (thursday.dayNumber - newYear.dayNumber) / 7 + 1)
  }
}
