import BriefSource
import BriefText

/// What is wrong with dates, for the list of problems.
extension TimeResolver {
  private mutating func report(
    _ id: String, _ severity: Diagnostic.Severity, _ message: String, help: String? = nil
  ) {
    problems.append(
      Diagnostic(
        id: id, severity: severity, message, source: document.source, range: range, help: help))
  }

  private var words: String { document.source[range] }

  /// "31 November".
  mutating func reportImpossible(_ calendar: TimePhrase.Calendar) {
    let month = calendar.month ?? 1
    var name = CalendarNames.months[month - 1]
    var days = CalendarDate.days(in: month, of: 2000)
    if case .number(let year)? = calendar.year {
      days = CalendarDate.days(in: month, of: year)
      if month == 2 { name += " \(year)" }
    }
    report(
      "impossible-date", .warning, "there is no such day: \(name) has \(days) days",
      help: "it is left out of the dates")
  }

  /// "31/11/2025".
  mutating func reportImpossible(_ month: Int, _ day: Int) {
    report(
      "impossible-date", .warning, "'\(words)' is no day of the calendar in either order",
      help: "it is left out of the dates")
  }

  /// "2882015".
  mutating func reportRunTogether() {
    let readings = TimeFigures.readings(Array(words.utf8)).compactMap {
      CalendarDate(year: $0.year, month: $0.month, day: $0.day)?.description
    }
    guard !readings.isEmpty else { return }
    report(
      "date-without-marks", .note,
      "'\(words)' may be a date whose day, month and year are written together",
      help: "it would be " + readings.joined(separator: " or ") + "; it is left out of the dates")
  }

  /// "03/04/2025".
  mutating func reportOrder(_ first: String, _ second: String) {
    report(
      "ambiguous-date", .note, "'\(words)' may be \(first) or \(second)",
      help: "nothing in the text shows whether the day or the month stands first")
  }

  /// "Yesterday, November 12" in a briefing of November 14.
  mutating func reportDisagreement(_ other: TimeExpression) {
    report(
      "dates-disagree", .warning,
      "'\(document.source[other.range])' is \(other.value), which '\(words)' is not",
      help: "both are counted from the date of the briefing, which may be wrong")
  }

  /// "Friday, 15 November 2025".
  mutating func reportWeekday(_ weekday: Int, _ day: CalendarDate) {
    let name = CalendarNames.weekdays[day.weekdayNumber - 1]
    let years = Self.years(day.month ?? 1, day.day ?? 1, weekday)
    report(
      "weekday-mismatch", .warning,
      "\(day) is a \(name), not a \(CalendarNames.weekdays[weekday - 1])",
      help: years.isEmpty
        ? nil
        : "of \(Self.window.lowerBound) to \(Self.window.upperBound) it fits "
          + years.map(String.init).joined(separator: ", "))
  }
}
