import BriefAnalysis
import BriefSource
import Testing

/// Expressions of time and their values. The briefing is of Friday, 14 November 2025.
@Suite struct DateTests {
  /// A sentence, and each expression in it with its value.
  typealias Case = (text: String, values: [String])

  private func check(
    _ example: Case, on date: String? = "2025-11-14",
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      DateReading(example.text, date: date).values == example.values, sourceLocation: location)
  }

  @Test(
    "days are read in the forms of newspapers of many countries",
    arguments: [
      ("The court sat on 14 November 2025.", ["14 November 2025=2025-11-14"]),
      ("The court sat on November 14, 2025, in Vienna.", ["November 14, 2025=2025-11-14"]),
      ("The court sat on Nov. 14, 2025.", ["Nov. 14, 2025=2025-11-14"]),
      ("The court sat on 14 Nov 2025.", ["14 Nov 2025=2025-11-14"]),
      ("The court sat on 14-Nov-2025.", ["14-Nov-2025=2025-11-14"]),
      ("The court sat on the 14th of November, 2025.", ["the 14th of November, 2025=2025-11-14"]),
      ("The court sat on Friday, November 14th, 2025.", ["Friday, November 14th, 2025=2025-11-14"]),
      ("The court sat on Friday 14 November 2025.", ["Friday 14 November 2025=2025-11-14"]),
      ("The court sat on 14/11/2025.", ["14/11/2025=2025-11-14"]),
      ("The court sat on 11/14/2025.", ["11/14/2025=2025-11-14"]),
      ("The court sat on 2025/11/14.", ["2025/11/14=2025-11-14"]),
      ("The court sat on 14.11.2025.", ["14.11.2025=2025-11-14"]),
      ("The court sat on 2025-11-14.", ["2025-11-14=2025-11-14"]),
      ("The towers fell on Sept. 11, 2001.", ["Sept. 11, 2001=2001-09-11"]),
      ("The tests were held in May 1998.", ["May 1998=1998-05"]),
      ("The treaty of 1960 stands.", ["1960=1960"]),
      ("The 1991 agreement was kept.", ["The 1991=1991"]),
    ] as [Case]) func fullDates(_ example: Case)
  {
    check(example)
    check(example, on: nil)
  }

  @Test(
    "times of day, with the day they belong to",
    arguments: [
      ("The siren was heard at 14:00 GMT on Friday.", ["14:00 GMT on Friday=2025-11-14T14:00Z"]),
      ("He spoke at 1400 GMT yesterday.", ["1400 GMT yesterday=2025-11-13T14:00Z"]),
      ("He spoke on Thursday at 5pm PKT.", ["Thursday at 5pm PKT=2025-11-13T17:00"]),
      ("He spoke on Thursday at 5.30 p.m.", ["Thursday at 5.30 p.m.=2025-11-13T17:30"]),
      ("He spoke at noon on Wednesday.", ["noon on Wednesday=2025-11-12T12:00"]),
      ("He spoke this morning.", ["this morning=2025-11-14TMO"]),
      ("He spoke on Tuesday night.", ["Tuesday night=2025-11-11TNI"]),
      ("He spoke last night.", ["last night=2025-11-13TNI"]),
      ("He will speak tonight.", ["tonight=2025-11-14TNI"]),
      ("He will speak tomorrow evening.", ["tomorrow evening=2025-11-15TEV"]),
      (
        "The road closed on Tuesday. At 18:15 hrs it was opened.",
        ["Tuesday=2025-11-11", "18:15 hrs=2025-11-11T18:15"]
      ),
    ] as [Case]) func times(_ example: Case)
  { check(example) }

  @Test(
    "what is said from the day of the briefing is reckoned from it",
    arguments: [
      ("The envoy left today.", ["today=2025-11-14"]),
      ("The envoy left yesterday.", ["yesterday=2025-11-13"]),
      ("The envoy left two days ago.", ["two days ago=2025-11-12"]),
      ("The envoy left three weeks ago.", ["three weeks ago=2025-W43"]),
      ("The envoy left five months ago.", ["five months ago=2025-06"]),
      ("The envoy left two years ago.", ["two years ago=2023"]),
      ("The envoy left last week.", ["last week=2025-W45"]),
      ("The envoy left last weekend.", ["last weekend=2025-W45-WE"]),
      ("The envoy left last month.", ["last month=2025-10"]),
      ("Trade fell last year.", ["last year=2024"]),
      ("The talks will resume early next week.", ["early next week=2025-W47"]),
      ("The talks will resume later this month.", ["later this month=2025-11"]),
      ("The talks will end by the end of the year.", ["the end of the year=2025"]),
      ("Trade fell in the third quarter of last year.", ["the third quarter of last year=2024-Q3"]),
      ("Trade grew in the summer of 2024.", ["the summer of 2024=2024-SU"]),
      ("A visit is planned for next autumn.", ["next autumn=2026-FA"]),
      ("A decision is due in two weeks' time.", ["in two weeks' time=2025-W48"]),
      (
        "A visit is planned for the first week of December.",
        ["the first week of December=2025-W49"]
      ),
      ("It closed in the last week of March.", ["the last week of March=2025-W13"]),
    ] as [Case]) func relative(_ example: Case)
  { check(example) }

  @Test(
    "the verb tells whether a day or month lies behind or ahead",
    arguments: [
      ("The ministers met on Friday.", ["Friday=2025-11-14"]),
      ("The ministers met on Monday.", ["Monday=2025-11-10"]),
      ("The ministers will meet on Monday.", ["Monday=2025-11-17"]),
      ("The ministers are to meet on Monday.", ["Monday=2025-11-17"]),
      ("The meeting is scheduled for Monday.", ["Monday=2025-11-17"]),
      ("Last Friday the ministers met.", ["Last Friday=2025-11-07"]),
      ("The ministers will meet next Friday.", ["next Friday=2025-11-21"]),
      ("The ministers met in January.", ["January=2025-01"]),
      ("The ministers met in December.", ["December=2024-12"]),
      ("The ministers will meet in December.", ["December=2025-12"]),
      ("The ministers will meet in January.", ["January=2026-01"]),
      ("The ministers will meet on January 9.", ["January 9=2026-01-09"]),
      ("The ministers met on October 9.", ["October 9=2025-10-09"]),
    ] as [Case]) func direction(_ example: Case)
  { check(example) }

  @Test(
    "without a date of the briefing every unknown digit stays open",
    arguments: [
      ("The court sat on 17 November.", ["17 November=XXXX-11-17"]),
      ("The court sat on Friday.", ["Friday=XXXX-WXX-5"]),
      ("The court sat in November.", ["November=XXXX-11"]),
      ("The court sat last year.", ["last year=XXXX"]),
      ("The court sat last month.", ["last month=XXXX-XX"]),
      ("The court sat last week.", ["last week=XXXX-WXX"]),
      ("The court sat today.", ["today=XXXX-XX-XX"]),
      ("The court sat this morning.", ["this morning=XXXX-XX-XXTMO"]),
      ("The court sat in the third quarter.", ["the third quarter=XXXX-Q3"]),
      ("It was so in the '90s.", ["the '90s=XX9"]),
      (
        "The court sat on 17 November. The next hearing was held the following day.",
        ["17 November=XXXX-11-17", "the following day=XXXX-11-18"]
      ),
    ] as [Case]) func open(_ example: Case)
  {
    check(example, on: nil)
    #expect(DateReading(example.text, date: nil).days.allSatisfy { $0 == "-" })
  }

  @Test(
    "ranges have their first and last day",
    arguments: [
      (
        "Hearings will take place from November 17 to 21.", "November 17 to 21",
        "2025-11-17/2025-11-21", "2025-11-17..2025-11-21"
      ),
      (
        "Hearings will take place on 17-21 November.", "17-21 November", "2025-11-17/2025-11-21",
        "2025-11-17..2025-11-21"
      ),
      (
        "Hearings will take place from 28 November to 3 December.", "28 November to 3 December",
        "2025-11-28/2025-12-03", "2025-11-28..2025-12-03"
      ),
      ("The war of 2003-2007 is over.", "2003-2007", "2003/2007", "2003-01-01..2007-12-31"),
      (
        "She served between 2014 and 2016.", "2014 and 2016", "2014/2016", "2014-01-01..2016-12-31"
      ),
      (
        "She served from May 2019 to June 2021.", "May 2019 to June 2021", "2019-05/2021-06",
        "2019-05-01..2021-06-30"
      ),
      ("Trade fell last week.", "last week", "2025-W45", "2025-11-03..2025-11-09"),
      ("Trade fell in Q3 2025.", "Q3 2025", "2025-Q3", "2025-07-01..2025-09-30"),
    ] as [(String, String, String, String)])
  func ranges(_ text: String, _ words: String, _ value: String, _ days: String) {
    let reading = DateReading(text, date: "2025-11-14")
    #expect(reading.values.contains("\(words)=\(value)"), "\(reading.values)")
    #expect(reading.days == [days])
  }

  @Test(
    "longer stretches of the calendar",
    arguments: [
      ("It began in the mid-1990s.", ["the mid-1990s=199"]),
      ("It began in the 1980s.", ["the 1980s=198"]),
      ("It is a question of the 21st century.", ["the 21st century=20"]),
      ("It began late in the nineteenth century.", ["late in the nineteenth century=18"]),
      ("In fiscal 2009 exports fell.", ["fiscal 2009=FY2009"]),
      ("Exports fell in FY2024-25.", ["FY2024-25=FY2024-25"]),
      ("Exports fell in the 2023-24 financial year.", ["the 2023-24 financial year=FY2023-24"]),
      ("Exports fell in the first half of 2024.", ["the first half of 2024=2024-H1"]),
    ] as [Case]) func periods(_ example: Case)
  {
    check(example)
    check(example, on: nil)
  }

  @Test(
    "lengths of time and what recurs",
    arguments: [
      ("The truce held for three days.", ["three days=P3D"]),
      ("The truce held for a week.", ["a week=P1W"]),
      ("The truce held for two hours.", ["two hours=PT2H"]),
      ("The truce held for two and a half years.", ["two and a half years=P2.5Y"]),
      ("The truce held for decades.", ["decades=PXDE"]),
      ("A five-year plan was agreed.", ["five-year=P5Y"]),
      ("A 24-hour curfew was lifted.", ["24-hour=PT24H"]),
      ("The truce held over the past two decades.", ["the past two decades=P20Y"]),
      ("It will take 60 to 90 days.", ["60 to 90 days=P60D/P90D"]),
      ("They believed that, over time, it would end.", ["over time=PXX"]),
      ("He spoke at his weekly briefing.", ["weekly=P1W"]),
      ("He speaks every Monday.", ["every Monday=XXXX-WXX-1"]),
      ("He speaks on Mondays.", ["Mondays=XXXX-WXX-1"]),
      ("He speaks twice a week.", ["a week=P1W"]),
      ("He speaks every two weeks.", ["every two weeks=P2W"]),
    ] as [Case]) func lengths(_ example: Case)
  {
    check(example)
    check(example, on: nil)
  }

  @Test(
    "times that are not told closely",
    arguments: [
      ("The ministry now says otherwise.", ["now=PRESENT_REF"]),
      ("There is at present no plan.", ["at present=PRESENT_REF"]),
      ("He described recent statements as false.", ["recent=PAST_REF"]),
      ("The report will be published soon.", ["soon=FUTURE_REF"]),
      ("It was so in the past.", ["the past=PAST_REF"]),
      ("It will be so in the coming days.", ["the coming days=FUTURE_REF"]),
    ] as [Case]) func vague(_ example: Case)
  { check(example) }

  @Test(
    "what is no time is left alone",
    arguments: [
      "There were three rounds of talks.",
      "The talks may help.",
      "The march on the ministry was peaceful.",
      "March on, he told them.",
      "It was the second attempt, and the third warning.",
      "A boy aged 12 was hurt.",
      "The 45-year-old was released.",
      "He is 45 years old.",
      "The aid is worth $2,000 and 1,500 euros.",
      "Some 2000 people came.",
      "The Council adopted Resolution 1929.",
      "An august body of scholars met.",
      "Nobody came at the last minute.",
      "He wanted a second chance.",
      "A quarter of the houses burnt down.",
      "The paper Daily Herald reported it.",
      "Ramadan begins with the new moon.",
      "It is on the 14 inch screen.",
    ]) func noTime(_ text: String)
  { check((text, [])) }

  @Test func theLastDateIsTheAnchorOfWhatFollowsIt() {
    let reading = DateReading(
      "The talks opened on 3 March 2024. They were broken off a week later.", date: nil)
    #expect(reading.values == ["3 March 2024=2024-03-03", "a week later=2024-W10"])
    #expect(reading.briefing.dates.expressions.last?.anchor == .expression(0))
  }

  @Test func withoutADateNearItTheFollowingDayIsOpen() {
    let reading = DateReading("The talks were broken off the following day.", date: "2025-11-14")
    #expect(reading.values == ["the following day=XXXX-XX-XX"])
    #expect(reading.briefing.dates.expressions.first?.anchor == .open)
  }

  @Test func candidateYearsAreGiven() {
    let reading = DateReading("The court sat on Friday, 14 November.", date: nil)
    #expect(reading.values == ["Friday, 14 November=XXXX-11-14"])
    let expression = reading.briefing.dates.expressions.first
    #expect(expression?.candidateYears == [2003, 2008, 2014, 2025, 2031, 2036])
    #expect(expression?.reason.contains("2000 to 2039") == true)
  }

  @Test func theWeekdayChoosesTheYear() {
    let text = "The court sat on Thursday, 14 November."
    #expect(DateReading(text, date: "2025-01-10").values == ["Thursday, 14 November=2024-11-14"])
  }

  @Test(arguments: [
    ("The court will sit on 31 November.", "impossible-date"),
    ("The court sat on February 30, 2024.", "impossible-date"),
    ("The court sat on 29 February 2023.", "impossible-date"),
    ("The court sat on 31/31/2023.", "impossible-date"),
    ("The letter of 2882015 was lost.", "date-without-marks"),
    ("The court sat on 03/04/2024.", "ambiguous-date"),
    ("The court sat on Friday, 15 November 2025.", "weekday-mismatch"),
  ])
  func problems(_ text: String, _ problem: String) {
    let reading = DateReading(text, date: nil)
    #expect(reading.problems == [problem])
    #expect(reading.briefing.problems.contains { $0.id == problem })
  }

  @Test(arguments: [
    ("The court sat yesterday, November 12.", "dates-disagree"),
    ("The court will sit on Friday, 22 November.", "weekday-mismatch"),
  ])
  func problemsNearTheBriefing(_ text: String, _ problem: String) {
    #expect(DateReading(text, date: "2025-11-14").problems == [problem])
    let right = text.replacing("12.", with: "13.").replacing("22 Nov", with: "21 Nov")
    #expect(DateReading(right, date: "2025-11-14").problems.isEmpty)
  }

  @Test func anHourOfWhatRecursBelongsToNoDay() {
    let reading = DateReading("Each Monday there is a meeting at 10 a.m.", date: "2025-11-14")
    #expect(reading.values == ["Each Monday=XXXX-WXX-1", "10 a.m.=XXXX-XX-XXT10:00"])
  }

  @Test func otherFiguresSettleTheOrder() {
    let reading = DateReading("It was sent on 03/04/2024 and came on 25/04/2024.", date: nil)
    #expect(reading.values == ["03/04/2024=2024-04-03", "25/04/2024=2024-04-25"])
    #expect(reading.problems.isEmpty)
  }

  @Test func ambiguousFiguresKeepTheirYear() {
    #expect(DateReading("It came on 03/04/2024.", date: nil).values == ["03/04/2024=2024-XX-XX"])
  }
}
