import BriefSource
import BriefText

/// What is reckoned from another date, and parts of years.
extension TimeResolver {
  mutating func shifted(_ count: Int, _ unit: TimeUnit, _ base: TimePhrase.Base) -> Reading {
    switch base {
    case .speech:
      guard let briefing else {
        return Reading(
          value: TimeValue(Self.openValue(unit)), anchor: .open,
          reason: "no date of the briefing is known", confidence: 0.9)
      }
      guard let value = Self.value(count, unit, from: OpenDate(briefing)) else {
        return Reading(
          value: TimeValue(Self.openValue(unit)), anchor: .open,
          reason: "the date of the briefing is not known closely enough", confidence: 0.9)
      }
      return Reading(
        value: value, anchor: .briefing(briefing),
        reason: "reckoned from the date of the briefing", confidence: 0.93)
    case .context:
      if let near = nearContext, let value = Self.value(count, unit, from: near.date) {
        return Reading(
          value: value, anchor: .expression(near.id),
          reason: "reckoned from the date mentioned last", confidence: 0.75)
      }
      // "The previous year" of a text without another date is that before the text.
      if let briefing, unit.rawValue >= TimeUnit.month.rawValue || isOfToday,
        let value = Self.value(count, unit, from: OpenDate(briefing))
      {
        return Reading(
          value: value, anchor: .briefing(briefing),
          reason: "no other date is mentioned near it, so reckoned from that of the briefing",
          confidence: 0.6)
      }
      return Reading(
        value: TimeValue(Self.openValue(unit)), anchor: .open,
        reason: "no date is mentioned near it to reckon from", confidence: 0.8)
    }
  }

  /// Whether the words can only mean the day of the text: "later in the day".
  private var isOfToday: Bool {
    ["later", "earlier"].contains(document.lower(phrase.tokens.lowerBound))
  }

  /// The value with every digit open.
  private static func openValue(_ unit: TimeUnit) -> String {
    switch unit {
    case .second, .minute, .hour: "XXXX-XX-XXTXX:XX"
    case .day: "XXXX-XX-XX"
    case .weekend: "XXXX-WXX-WE"
    case .week, .fortnight: "XXXX-WXX"
    case .month: "XXXX-XX"
    case .quarter: "XXXX-QX"
    case .year: "XXXX"
    case .decade: "XXX"
    case .century: "XX"
    }
  }

  /// The stretch that lies so many units from `base`; `nil` where `base` is not known so closely.
  private static func value(_ count: Int, _ unit: TimeUnit, from base: OpenDate) -> TimeValue? {
    guard (-9999...9999).contains(count) else { return nil }
    switch unit {
    case .second, .minute, .hour: return nil
    case .day: return day(count, from: base)
    case .week: return week(count, from: base).flatMap { TimeValue.week(of: $0) }
    case .fortnight: return week(2 * count, from: base).flatMap { TimeValue.week(of: $0) }
    case .weekend: return week(count, from: base).flatMap { TimeValue.weekend(of: $0) }
    case .month:
      guard let month = base.month else { return nil }
      let months = (base.year ?? 2001) * 12 + month - 1 + count
      let isYearKept = months / 12 == 2001
      guard months >= 12, base.year != nil || isYearKept else { return nil }
      return TimeValue(
        OpenDate(year: base.year == nil ? nil : months / 12, month: months % 12 + 1))
    case .quarter:
      guard let year = base.year, let month = base.month else { return nil }
      let quarters = year * 4 + (month - 1) / 3 + count
      return quarters >= 4 ? TimeValue.quarter(quarters % 4 + 1, of: quarters / 4) : nil
    case .year:
      return base.year.flatMap { CalendarDate(year: $0 + count) }.map { TimeValue($0) }
    case .decade:
      guard let year = base.year, year / 10 + count > 0 else { return nil }
      return TimeValue.decade(year / 10 + count)
    case .century:
      guard let year = base.year, year / 100 + count > 0 else { return nil }
      return TimeValue.century(year / 100 + count)
    }
  }

  private static func week(_ count: Int, from base: OpenDate) -> CalendarDate? {
    guard let day = base.known, day.day != nil else { return nil }
    return CalendarDate(dayNumber: day.dayNumber + 7 * count)
  }

  private static func day(_ count: Int, from base: OpenDate) -> TimeValue? {
    guard base.day != nil else { return nil }
    if let known = base.known {
      return CalendarDate(dayNumber: known.dayNumber + count).map { TimeValue($0) }
    }
    // Without a year it can be reckoned as long as neither New Year nor a leap day is passed.
    guard base.year == nil, let month = base.month,
      let day = CalendarDate(year: 2001, month: month, day: base.day),
      let shifted = CalendarDate(dayNumber: day.dayNumber + count), shifted.year == 2001,
      count == 0 || (day.dayNumber < leap) == (shifted.dayNumber < leap)
    else { return nil }
    return TimeValue(OpenDate(year: nil, month: shifted.month, day: shifted.day))
  }

  /// 1 March of the year in whose place another may stand.
  private static let leap = CalendarDate(year: 2001, month: 3, day: 1)?.dayNumber ?? 0

  // MARK: Parts of years

  mutating func yearPart(
    _ part: TimePhrase.YearPart, _ term: TimePhrase.YearTerm?, _ pull: TimePhrase.Pull?
  ) -> Reading {
    if let term {
      let (year, anchor, reason, sure) = self.year(term)
      return Reading(
        value: Self.value(part, year), anchor: anchor, reason: reason, confidence: sure)
    }
    guard let briefing else {
      return Reading(
        value: Self.value(part, nil), anchor: .open,
        reason: "no year is said and no date of the briefing is known", confidence: 0.9)
    }
    let month = briefing.month ?? 12
    let (first, last) = Self.months(of: part)
    let isAhead: Bool
    switch pull {
    case .last?: isAhead = false
    case .next?: isAhead = true
    case .this?:
      return Reading(
        value: Self.value(part, briefing.year), anchor: .briefing(briefing),
        reason: "of the year of the briefing", confidence: 0.85)
    case nil:
      switch tense() {
      case .future?: isAhead = true
      case .past?: isAhead = false
      // No verb tells: the nearer one, from its end or to its beginning.
      case nil: isAhead = first > month && first - month < month + 12 - last
      }
    }
    var year = briefing.year
    if isAhead {
      if pull == .next ? first <= month : last < month { year += 1 }
    } else if first > month || pull == .last && last >= month {
      year -= 1
    }
    return Reading(
      value: Self.value(part, year), anchor: .briefing(briefing),
      reason: isAhead
        ? "the next one from the date of the briefing"
        : "the last one from the date of the briefing",
      confidence: 0.75)
  }

  private static func months(of part: TimePhrase.YearPart) -> (first: Int, last: Int) {
    switch part {
    case .quarter(let quarter): (3 * quarter - 2, 3 * quarter)
    case .half(let half): (6 * half - 5, 6 * half)
    case .season(.spring): (3, 5)
    case .season(.summer): (6, 8)
    case .season(.autumn): (9, 11)
    case .season(.winter): (12, 12)
    }
  }

  /// The value of a part of a year. When a season begins differs between the hemispheres, so it
  /// covers no known days.
  private static func value(_ part: TimePhrase.YearPart, _ year: Int?) -> TimeValue {
    switch (part, year) {
    case (.quarter(let quarter), let year?): TimeValue.quarter(quarter, of: year)
    case (.half(let half), let year?): TimeValue.half(half, of: year)
    case (.quarter(let quarter), nil): TimeValue("XXXX-Q\(quarter)")
    case (.half(let half), nil): TimeValue("XXXX-H\(half)")
    case (.season(let season), _):
      TimeValue("\(year.map { TimeValue.padded($0, 4) } ?? "XXXX")-\(season.code)")
    }
  }

  /// "The first week of March", "the last week of March": counted are those that lie in it whole.
  mutating func week(_ number: Int, of month: TimePhrase.Calendar) -> Reading {
    var reading = calendar(month)
    guard let days = reading.value.days else {
      reading.value = TimeValue("XXXX-WXX")
      return reading
    }
    let day: Int
    if number < 0 {
      day = days.upperBound.dayNumber - days.upperBound.weekdayNumber % 7
    } else {
      let first = days.lowerBound
      day = first.dayNumber + (8 - first.weekdayNumber) % 7 + 7 * (number - 1)
    }
    if let week = CalendarDate(dayNumber: day).flatMap({ TimeValue.week(of: $0) }) {
      reading.value = week
    }
    return reading
  }

  mutating func decade(_ decade: Int, isShort: Bool) -> Reading {
    guard isShort else {
      return Reading(value: .decade(decade), reason: "the words say it all", confidence: 0.97)
    }
    guard let briefing else {
      return Reading(
        value: TimeValue("XX\(decade)"), anchor: .open,
        reason: "the century is not said and no date of the briefing is known", confidence: 0.7)
    }
    var full = briefing.year / 100 * 10 + decade
    if full * 10 > briefing.year { full -= 10 }
    return Reading(
      value: .decade(full), anchor: .briefing(briefing),
      reason: "the last ten years of that name before the briefing", confidence: 0.85)
  }

  func fiscal(_ from: Int, _ to: Int?, isShort: Bool) -> Reading {
    var text = "FY\(isShort ? "XX" : "")\(TimeValue.padded(from, isShort ? 2 : 4))"
    var anchor = TimeExpression.Anchor.words
    var reason = "a year of account; on which day it begins differs from country to country"
    if isShort, let briefing {
      text = "FY\(Self.year(endingIn: from, near: briefing.year))"
      anchor = .briefing(briefing)
      reason = "the year with these digits that is nearest to the briefing"
    } else if isShort {
      anchor = .open
    }
    if let to { text += "-\(TimeValue.padded(to % 100))" }
    return Reading(value: TimeValue(text), anchor: anchor, reason: reason, confidence: 0.9)
  }
}

extension OpenDate {
  /// A date that is known.
  init(_ date: CalendarDate) {
    self.init(year: date.year, month: date.month, day: date.day)
  }
}
