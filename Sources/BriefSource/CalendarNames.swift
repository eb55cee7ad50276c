/// The English names of months and days, and how newspapers shorten them.
public enum CalendarNames {
  /// January to December.
  public static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Monday to Sunday.
  public static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The short forms of the month numbered from 1, without full stop.
  public static func shortMonths(_ month: Int) -> [String] {
    let short = String(months[month - 1].prefix(3))
    return month == 9 ? [short, "Sept"] : [short]
  }

  /// The short forms of the day numbered from 1 for Monday, without full stop.
  public static func shortWeekdays(_ weekday: Int) -> [String] {
    let short = String(weekdays[weekday - 1].prefix(3))
    switch weekday {
    case 2: return [short, "Tues"]
    case 4: return [short, "Thur", "Thurs"]
    default: return [short]
    }
  }
}
