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
}

extension DayDuration: CustomStringConvertible {
  public var description: String {
    if months == 0 && days == 0 { return "P0D" }
    var text = "P"
    if months / 12 != 0 { text += "\(months / 12)Y" }
    if months % 12 != 0 { text += "\(months % 12)M" }
    if days != 0 { text += "\(days)D" }
    return text
  }
}
