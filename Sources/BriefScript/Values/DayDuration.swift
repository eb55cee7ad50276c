/// A length of time in whole months and days, as ISO 8601 writes it: `P1Y2M3D`.
///
/// Months and days are kept apart because a month has no fixed number of days.
public struct DayDuration: Hashable, Sendable {
  /// Whole months; a year counts as twelve.
  public let months: Int
  /// Whole days; a week counts as seven.
  public let days: Int

  /// Creates a duration.
  public init(months: Int = 0, days: Int = 0) {
    self.months = months
    self.days = days
  }

  /// The sum of two durations, or `nil` when it is too long to count.
  public func adding(_ other: DayDuration) -> DayDuration? {
    let (months, monthsOverflow) = months.addingReportingOverflow(other.months)
    let (days, daysOverflow) = days.addingReportingOverflow(other.days)
    return monthsOverflow || daysOverflow ? nil : DayDuration(months: months, days: days)
  }

  /// The same length in the other direction, or `nil` when it is too long to count.
  public var negated: DayDuration? {
    guard months > Int.min, days > Int.min else { return nil }
    return DayDuration(months: -months, days: -days)
  }

  /// The length in days, with 30.436875 days to a month, the mean of the Gregorian calendar.
  public var meanDays: Double { Double(months) * 30.436875 + Double(days) }
}

extension DayDuration: Comparable {
  /// By ``meanDays``; of two that are equally long, that with fewer months first.
  public static func < (left: DayDuration, right: DayDuration) -> Bool {
    (left.meanDays, left.months, left.days) < (right.meanDays, right.months, right.days)
  }
}

extension DayDuration: CustomStringConvertible {
  /// As ISO 8601 writes it.
  public var description: String {
    if months == 0 && days == 0 { return "P0D" }
    let isNegative = months <= 0 && days <= 0
    func part(_ count: Int, _ unit: String) -> String {
      if count == 0 { return "" }
      return isNegative ? "\(count.magnitude)\(unit)" : "\(count)\(unit)"
    }
    return (isNegative ? "-P" : "P") + part(months / 12, "Y") + part(months % 12, "M")
      + part(days, "D")
  }
}
