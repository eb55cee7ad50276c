import BriefAnalysis
import BriefSource
import BriefTestSupport
import Testing

/// What must hold of the expressions of time in any text at all.
@Suite struct DatePropertyTests {
  private static let words = [
    "the", "a", "an", "in", "on", "of", "from", "to", "and", "between", "until", "at", "by", "-",
    "–",
    ",", ".", "(", ")", "’s", "last", "next", "this", "previous", "following", "coming", "past",
    "early", "mid", "late", "end", "beginning", "ago", "later", "earlier", "before", "after", "now",
    "half", "couple", "few", "several", "two", "twenty", "hundred", "first", "third", "14", "31",
    "32",
    "0", "00", "99", "14th", "0th", "1", "2025", "1998", "9999", "0000", "99999999", "2882015",
    "'08",
    "’90s", "1990s", "90s", "0s", "14/11/2025", "00/00/0000", "2025-11-14", "0000-00-00",
    "31.02.99",
    "7/8/07", "24:00", "24:59", "0:00", "1400", "2400", "5pm", "p.m.", "GMT", "PKT", "hrs", "Nov.",
    "November", "May", "march", "second", "Friday", "Sat.", "Mondays", "day", "days", "week",
    "weeks",
    "month", "quarter", "year", "years", "decade", "century", "weekend", "summer", "fall",
    "morning",
    "night", "noon", "today", "yesterday", "tonight", "daily", "every", "each", "other", "fiscal",
    "FY2025", "FY25", "FY", "Q3", "3Q", "H1", "year-old", "five-year", "mid-2011", "mid-1990s",
    "old",
    "since", "the minister", "said", "will", "meet", "had", "been",
  ]

  private func check(_ text: String, _ date: CalendarDate?) {
    let source = Source(name: "any.txt", text: text)
    let briefing = Briefing(source, given: Metadata.Given(date: date))
    var end = 0
    for (index, expression) in briefing.dates.expressions.enumerated() {
      #expect(expression.id == index)
      #expect(expression.range.start >= end && !expression.range.isEmpty)
      end = expression.range.end
      #expect(!expression.value.isEmpty)
      #expect((expression.start == nil) == (expression.end == nil))
      if let first = expression.start, let last = expression.end { #expect(first <= last) }
      if case .expression(let other) = expression.anchor { #expect(other < index) }
      if expression.anchor == .open { #expect(expression.start == nil, "\(expression.value)") }
    }
    #expect(end <= source.bytes.count)
    for problem in briefing.problems {
      if let range = problem.range { #expect(range.end <= source.bytes.count) }
    }
    for event in briefing.events {
      #expect(briefing.dates.expressions.indices.contains(event.expression))
      #expect(event.what.end <= source.bytes.count)
    }
  }

  @Test(arguments: 0..<12) func wordsOfTimeInAnyOrder(_ seed: Int) {
    var random = Random(seed: UInt64(seed))
    for _ in 0..<30 {
      var text = ""
      for _ in 0..<random.number(in: 1...60) {
        text += random.pick(Self.words) ?? ""
        if !random.once(in: 8) { text += random.once(in: 12) ? "\n" : " " }
      }
      let date =
        random.once(in: 2)
        ? nil
        : CalendarDate(
          year: random.number(in: 1...9999), month: random.number(in: 1...12),
          day: random.number(in: 1...28))
      check(text, date)
    }
  }

  @Test(arguments: ["0001-01-01", "9999-12-31", "2024-02-29", "2025-11", "2025"])
  func theEndsOfTheCalendarAreNoTrap(_ date: String) {
    let text = """
      He came 9999 years ago, and 99999 days later, last century, last week, next month, next year.
      On Friday, 1 January, on 29 February, in December, in the first quarter, in '99 and the '90s.
      The next decade, the previous decade, 400 months ago, in two centuries' time, Friday the 13th.
      """
    check(text, CalendarDate(date))
  }
}
