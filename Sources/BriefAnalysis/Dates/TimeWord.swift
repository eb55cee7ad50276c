/// What a word may mean in an expression of time.
struct TimeWord: Sendable {
  /// The classes of words that such expressions are made of.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt64
    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(_ bit: UInt64) { rawValue = 1 << bit }

    /// The name of a month, `number` 1 to 12.
    static let month = Kinds(0)
    /// The name of a day, `number` 1 for Monday.
    static let weekday = Kinds(1)
    /// A plural of the name of a day: "Fridays".
    static let weekdays = Kinds(2)
    /// A form that is a word of its own too: "may", "march", "sun".
    static let ambiguous = Kinds(3)
    /// Digits and nothing else, `number` their value.
    static let figure = Kinds(4)
    /// "14th", "fourteenth", `number` its value.
    static let ordinal = Kinds(5)
    /// "five", `number` its value.
    static let numeral = Kinds(6)
    /// A whole figure that may count: with commas, or a numeral.
    static let count = Kinds(7)
    /// "several", "few".
    static let vague = Kinds(8)
    /// "day", "days", with ``TimeWord/unit``.
    static let unit = Kinds(9)
    static let plural = Kinds(10)
    static let season = Kinds(11)
    /// "morning", with ``TimeWord/number`` a ``DayPart``.
    static let dayPart = Kinds(12)
    /// "today", `number` the days from now.
    static let deictic = Kinds(13)
    /// "last", "next", "this".
    static let pull = Kinds(14)
    /// "early", "mid", "late", with ``TimeWord/edge``.
    static let edge = Kinds(15)
    /// "daily", with ``TimeWord/unit``.
    static let repeating = Kinds(16)
    /// "am", "p.m.".
    static let meridiem = Kinds(17)
    /// "GMT"; `number` 0 when it is universal time, 1 otherwise.
    static let zone = Kinds(18)
    /// "now", "recently", "soon": `number` 0 present, -1 past, 1 future.
    static let reference = Kinds(19)
    /// "1990s", `number` 199; "'90s" 9 with ``isShort``.
    static let decade = Kinds(20)
    /// A whole date in one token: "14/11/2025".
    static let date = Kinds(21)
    /// "FY2025", "Q3", "3Q", "H1".
    static let fiscal = Kinds(22)
    static let quarter = Kinds(23)
    static let half = Kinds(24)
    static let isShort = Kinds(25)
    /// A dash of any length.
    static let dash = Kinds(26)
    /// "mid-November": a modifier written together with what it modifies.
    static let joined = Kinds(27)
    /// "14:30", "2.30": `number` the minutes since midnight.
    static let clock = Kinds(28)
    /// Digits run together that read as a date: "2882015".
    static let runTogether = Kinds(29)
    /// "week-long" in one word: "yearlong".
    static let lasting = Kinds(30)
    /// "Resolution", "Article": what stands behind it is a number, not a year.
    static let numbered = Kinds(31)
    /// "million", "percent", "people": what stands before it is counted.
    static let counted = Kinds(32)
    /// "in", "since", "until": a bare year may follow.
    static let preposition = Kinds(33)
    /// Begins an expression, so that no other token need be looked at.
    static let opens = Kinds(34)
    /// "noon", "midnight".
    static let noon = Kinds(35)
  }

  /// A word the grammar names.
  enum Name: UInt8, Sendable {
    case none, a, ago, after, and, at, before, beginning, between, by, century, comma, couple, day
    case during, each, earlier, end, ever, every, few, fiscal, following, from, `for`, `in`, it
    case later, last, long, middle, more, next, now, of, old, on, once, or, other, over, per, period
    case plus, previous, past, quarter, right, same, since, start, than, that, the, these, this
    case then, through, time, to, twice, until, within, coming, current, half, moment, future
    case present, recent, times, open, close, oClock, hours, age, aged, about, around, hence
    case another, all, whole, entire, those, first, final, eve, near, when
  }

  var name = Name.none
  var kinds: Kinds = []
  var number: Int32 = 0
  var unit = TimeUnit.day
  /// Of a word of the class ``Kinds/joined``, the part that is meant.
  var edge: TimeEdge?
}

/// The part of a stretch of time that is meant, as TIMEX3 names it.
enum TimeEdge: String, Sendable {
  case start = "START"
  case mid = "MID"
  case end = "END"
}

/// A part of the day, as TIMEX3 writes it.
enum DayPart: Int32, Sendable {
  case morning, midday, afternoon, evening, night, dawn

  /// `MO`, `AF` and so on.
  var code: String {
    switch self {
    case .morning: "MO"
    case .midday: "MI"
    case .afternoon: "AF"
    case .evening: "EV"
    case .night: "NI"
    case .dawn: "DT"
    }
  }
}

/// A season, as TIMEX3 writes it.
enum Season: Int32, Sendable {
  case spring, summer, autumn, winter

  /// `SP`, `SU`, `FA`, `WI`.
  var code: String {
    switch self {
    case .spring: "SP"
    case .summer: "SU"
    case .autumn: "FA"
    case .winter: "WI"
    }
  }
}
