/// A day, a month or a year of the Gregorian calendar, as ISO 8601 writes it.
///
/// What is not known is not there: a date without a day stays without one.
public struct CalendarDate: Hashable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int?
  /// The day of the month, 1 to 31; only with a month.
  public let day: Int?

  /// Creates a date, or `nil` when there is no such day or month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard (1...Self.days(in: month, of: year)).contains(day) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2025-11-14`, `2025-11` or `2025`; `nil` when `text` is no such date.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
    var numbers: [Int] = []
    for (index, part) in parts.enumerated() {
      guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        index == 0 || part.utf8.count == 2, let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// The number of days of `month` in `year`.
  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether `year` has 366 days.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days since 1970-01-01 of the first day the date covers.
  ///
  /// The computation is that of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  public var dayNumber: Int {
    let month = month ?? 1
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + (day ?? 1) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CalendarDate: Comparable {
  /// By first day; of two that begin together the longer first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// As ISO 8601 writes it, as far as it is known.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }
}
