/// An expression of time as it reads by itself, before anything is reckoned from a date.
struct TimePhrase {
  /// A year as a text gives it.
  enum YearTerm: Equatable {
    case number(Int)
    /// The last two digits: "'08".
    case short(Int)
    /// "last year" is -1, "this year" 0.
    case shifted(Int)
  }

  /// Which of several days or months of one name is meant.
  enum Pull { case last, this, next }

  /// A day, month or year as far as it is named.
  struct Calendar {
    var year: YearTerm?
    var month: Int?
    var day: Int?
    var weekday: Int?
    var pull: Pull?

    /// Whether it names neither day, month nor year.
    var isWeekdayAlone: Bool { year == nil && month == nil && day == nil }
  }

  /// A part of a year.
  enum YearPart: Equatable {
    case quarter(Int)
    case half(Int)
    case season(Season)
  }

  /// From where an interval is reckoned.
  enum Base {
    /// The time of speaking or writing: "two days ago".
    case speech
    /// The time the text speaks of: "two days later".
    case context
  }

  /// A time of day.
  struct Clock {
    /// Minutes since midnight.
    var minutes: Int
    /// Whether it is given in universal time.
    var isUniversal: Bool
  }

  /// What the words mean.
  enum Meaning {
    case calendar(Calendar)
    /// Two of them with everything between: "17 to 21 November".
    case span(Calendar, Calendar)
    /// A date in figures: "14/11/2025".
    case figures([(value: Int, digits: Int)])
    case yearPart(YearPart, YearTerm?, Pull?)
    /// So many units from the base: today is 0 days from the time of speech.
    case shifted(Int, TimeUnit, Base)
    /// A weekend, week, fortnight or the like with no number: "two to three weeks ago".
    case vaguely(Pull, TimeUnit)
    /// "The first week of March"; -1 for the last.
    case weekOf(Int, Calendar)
    /// Tens of years, 199 for the 1990s; 9 when `isShort`.
    case decade(Int, isShort: Bool)
    /// Hundreds of years, 20 for the twenty-first century.
    case century(Int)
    /// A year of account, "FY2024-25"; open when not numbered.
    case fiscal(from: Int, to: Int?, isShort: Bool)
    case fiscalShifted(Int)
    /// "Now", "recently", "soon": 0, -1, 1.
    case reference(Int)
    /// A time of day, or a part of one, of the day the text speaks of.
    case timeOfDay
    case duration(TimeAmount, TimeUnit)
    /// Between two amounts: "60 to 90 days".
    case durationSpan(TimeAmount, TimeAmount, TimeUnit)
    /// "Over time".
    case someTime
    /// What recurs; with its value.
    case set(String)
    /// A day that does not exist: "31 November".
    case impossible(Calendar)
    /// From something that happened: "since the bridge fell".
    case sinceEvent
    /// Digits with nothing between them that read as a date.
    case runTogether
  }

  var tokens: Range<Int>
  var meaning: Meaning
  var clock: Clock?
  var part: DayPart?
  var edge: TimeEdge?

  init(_ tokens: Range<Int>, _ meaning: Meaning) {
    self.tokens = tokens
    self.meaning = meaning
  }

  /// Whether it names a stretch of the calendar, be it relative.
  var isDate: Bool {
    switch meaning {
    case .calendar, .figures, .yearPart, .shifted, .vaguely, .weekOf, .decade, .century, .fiscal,
      .fiscalShifted:
      true
    default: false
    }
  }

  /// The same expression, begun at an earlier token.
  func begun(at token: Int) -> TimePhrase {
    var phrase = self
    phrase.tokens = token..<tokens.upperBound
    return phrase
  }

  /// The same expression, ended after a later token.
  func ended(before token: Int) -> TimePhrase {
    var phrase = self
    phrase.tokens = tokens.lowerBound..<token
    return phrase
  }
}
