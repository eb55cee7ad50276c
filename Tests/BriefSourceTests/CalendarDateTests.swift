import BriefSource
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2025-11-14", "2025-11", "2025", "2024-02-29", "0001-01-01"])
  func isoDatesReadBackTheSame(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "2025-11-31", "2025-13", "2025-02-29", "1900-02-29", "25-11-14", "2025-1-1", "2025-11-14x",
    "", "0000", "2025-", "2025-11-", "２０２５",
  ])
  func impossibleDatesAreNone(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func dayNumbersCountFrom1970() {
    #expect(CalendarDate("1970-01-01")?.dayNumber == 0)
    #expect(CalendarDate("2000-03-01")?.dayNumber == 11017)
    #expect(CalendarDate("1969-12-31")?.dayNumber == -1)
  }

  /// Every day of twelve decades follows the day before.
  @Test func dayNumbersRiseByOne() {
    var expected: Int?
    for year in 1990..<2110 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(in: month, of: year) {
          let number = CalendarDate(year: year, month: month, day: day)?.dayNumber
          if let expected { #expect(number == expected) }
          expected = (number ?? 0) + 1
        }
      }
    }
  }

  @Test func theLessKnownOfTwoComesFirst() throws {
    let dates = try ["2025-11-14", "2025", "2025-11", "2024-12-31"].map {
      try #require(CalendarDate($0))
    }
    #expect(dates.sorted().map(\.description) == ["2024-12-31", "2025", "2025-11", "2025-11-14"])
  }
}
