import BriefSource

/// The words of expressions of time, looked up once for each distinct form of a text.
enum TimeWords {
  /// What `form`, with its case, may mean in an expression of time. Linear in its length.
  static func word(_ form: String) -> TimeWord {
    let utf8 = form.utf8
    guard let first = utf8.first, utf8.count <= 18 else { return TimeWord() }
    if (0x30...0x39).contains(first) || first == 0x27 || first == 0xE2 {
      return TimeFigures.word(form) ?? table[form.lowercased()] ?? TimeWord()
    }
    if let word = table[form] { return word }
    guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else {
      return TimeFigures.mixed(form) ?? TimeWord()
    }
    if let word = capitalised[form] { return word }
    let lower = form.lowercased()
    if var word = table[lower] {
      // "MAY" may be either, as may "Second" at the start of a sentence.
      if let name = capitalised[form.prefix(1).uppercased() + lower.dropFirst()] { word = name }
      return word
    }
    if let name = capitalised[String(lower.prefix(1)).uppercased() + lower.dropFirst()],
      form == form.uppercased()
    {
      return name
    }
    return TimeFigures.mixed(form) ?? TimeWord()
  }

  /// Names that take a capital letter, and marks of time zones.
  private static let capitalised: [String: TimeWord] = {
    var words: [String: TimeWord] = [:]
    func add(_ form: String, _ number: Int, _ kinds: TimeWord.Kinds) {
      words[form] = TimeWord(kinds: kinds, number: Int32(number))
    }
    for month in 1...12 {
      let name = CalendarNames.months[month - 1]
      let isWord = ["March", "May", "August"].contains(name)
      add(name, month, isWord ? [.month, .opens, .ambiguous] : [.month, .opens])
      for short in CalendarNames.shortMonths(month) where short != name {
        add(short, month, [.month, .opens, .ambiguous, .isShort])
        add(short + ".", month, [.month, .opens, .isShort])
      }
    }
    for weekday in 1...7 {
      let name = CalendarNames.weekdays[weekday - 1]
      add(name, weekday, [.weekday, .opens])
      add(name + "s", weekday, [.weekdays, .opens])
      for short in CalendarNames.shortWeekdays(weekday) {
        add(short, weekday, [.weekday, .opens, .ambiguous, .isShort])
        add(short + ".", weekday, [.weekday, .opens, .ambiguous, .isShort])
      }
    }
    for zone in [
      "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "CET", "CEST",
      "EET", "EEST", "BST", "IST", "PKT", "WIB", "JST", "KST", "AEST", "AEDT", "SAST", "EAT", "WAT",
      "CAT", "MSK", "NST", "NPT", "HKT", "SGT", "PHT", "NZST", "NZDT", "TRT", "AST", "GST",
    ] {
      add(zone, 1, .zone)
    }
    for zone in ["GMT", "UTC", "Z"] { add(zone, 0, .zone) }
    for word in [
      "Resolution", "Article", "Section", "Act", "Bill", "No.", "Flight", "Room", "Route", "Rule",
      "Highway", "Regulation", "Order", "Directive", "Decree", "Number", "UNSCR", "Boeing", "Law",
    ] {
      add(word, 0, .numbered)
    }
    return words
  }()

  /// All other words, in small letters.
  private static let table: [String: TimeWord] = {
    var words: [String: TimeWord] = [:]
    func add(_ forms: String, _ change: (inout TimeWord) -> Void) {
      for form in forms.split(separator: " ") {
        change(&words[String(form), default: TimeWord()])
      }
    }
    func kind(_ forms: String, _ kinds: TimeWord.Kinds, _ number: Int = 0) {
      add(forms) {
        $0.kinds.formUnion(kinds)
        $0.number = Int32(number)
      }
    }
    func name(_ form: String, _ name: TimeWord.Name, _ kinds: TimeWord.Kinds = []) {
      add(form) {
        $0.name = name
        $0.kinds.formUnion(kinds)
      }
    }

    // Names written small; those that are words of their own need their capital.
    for month in 1...12 where ![3, 5, 8].contains(month) {
      kind(CalendarNames.months[month - 1].lowercased(), [.month, .opens], month)
    }
    for weekday in 1...7 {
      let name = CalendarNames.weekdays[weekday - 1].lowercased()
      kind(name, [.weekday, .opens], weekday)
      kind(name + "s", [.weekdays, .opens], weekday)
    }

    let numerals =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
      + "sixteen seventeen eighteen nineteen"
    for (index, form) in numerals.split(separator: " ").enumerated() {
      kind(String(form), [.numeral, .count, .opens], index + 1)
    }
    let ordinals =
      "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
      + "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
    for (index, form) in ordinals.split(separator: " ").enumerated() {
      kind(String(form), [.ordinal, .opens], index + 1)
    }
    let tens = [
      ("twenty", "twentieth"), ("thirty", "thirtieth"), ("forty", "fortieth"),
      ("fifty", "fiftieth"), ("sixty", "sixtieth"), ("seventy", "seventieth"),
      ("eighty", "eightieth"), ("ninety", "ninetieth"), ("hundred", "hundredth"),
    ]
    for (index, (form, ordinal)) in tens.enumerated() {
      kind(form, [.numeral, .count, .opens], 10 * (index + 2))
      kind(ordinal, [.ordinal, .opens], 10 * (index + 2))
    }
    kind("hundred", [.numeral, .count, .opens], 100)
    for (index, form) in [
      "twenties", "thirties", "forties", "fifties", "sixties", "seventies",
      "eighties", "nineties",
    ].enumerated() {
      kind(form, [.decade, .isShort, .opens], index + 2)
    }
    kind("several many some numerous dozens", [.vague, .opens])
    kind("few couple", [.vague, .opens])

    let units: [(String, String, TimeUnit)] = [
      ("second", "seconds", .second), ("minute", "minutes", .minute), ("hour", "hours", .hour),
      ("day", "days", .day), ("weekend", "weekends", .weekend), ("week", "weeks", .week),
      ("fortnight", "fortnights", .fortnight), ("month", "months", .month),
      ("quarter", "quarters", .quarter), ("year", "years", .year), ("decade", "decades", .decade),
      ("century", "centuries", .century),
    ]
    for (one, many, unit) in units {
      add(one) {
        $0.unit = unit
        $0.kinds.formUnion([.unit])
      }
      add(many) {
        $0.unit = unit
        $0.kinds.formUnion([.unit, .plural, .opens])
      }
    }
    kind("weekend", .opens)
    for (form, unit) in [
      ("yr", TimeUnit.year), ("yrs", .year), ("hr", .hour), ("hrs", .hour), ("min", .minute),
      ("mins", .minute), ("sec", .second), ("secs", .second), ("hrs.", .hour), ("hr.", .hour),
      ("yrs.", .year), ("mins.", .minute),
    ] {
      add(form) {
        $0.unit = unit
        $0.kinds.formUnion([.unit, .isShort])
      }
    }
    let repeating: [(String, TimeUnit)] = [
      ("hourly", .hour), ("daily", .day), ("nightly", .day), ("weekly", .week),
      ("fortnightly", .fortnight), ("monthly", .month), ("quarterly", .quarter), ("yearly", .year),
      ("annual", .year), ("annually", .year),
    ]
    for (form, unit) in repeating {
      add(form) {
        $0.unit = unit
        $0.kinds.formUnion([.repeating, .opens])
      }
    }
    for (form, unit) in [
      ("daylong", TimeUnit.day), ("weeklong", .week), ("monthlong", .month), ("yearlong", .year),
    ] {
      add(form) {
        $0.unit = unit
        $0.kinds.formUnion([.lasting, .opens])
      }
    }
    for (forms, season) in [
      ("spring", Season.spring), ("summer", .summer), ("autumn fall", .autumn), ("winter", .winter),
    ] {
      kind(forms, [.season, .opens], Int(season.rawValue))
    }
    kind("spring", .ambiguous, Int(Season.spring.rawValue))
    kind("fall", .ambiguous, Int(Season.autumn.rawValue))
    kind("morning mornings", .dayPart, Int(DayPart.morning.rawValue))
    kind("afternoon afternoons", .dayPart, Int(DayPart.afternoon.rawValue))
    kind("evening evenings", .dayPart, Int(DayPart.evening.rawValue))
    kind("night nights overnight", .dayPart, Int(DayPart.night.rawValue))
    kind("dawn daybreak", .dayPart, Int(DayPart.dawn.rawValue))
    kind("lunchtime", .dayPart, Int(DayPart.midday.rawValue))
    kind("overnight", .opens, Int(DayPart.night.rawValue))
    kind("noon midday", [.noon, .opens], 720)
    kind("midnight", [.noon, .opens], 0)

    kind("today", [.deictic, .opens], 0)
    kind("tonight", [.deictic, .opens], 0)
    kind("tomorrow", [.deictic, .opens], 1)
    kind("yesterday", [.deictic, .opens], -1)
    kind("now currently nowadays presently", [.reference, .opens], 0)
    kind("recently lately", [.reference, .opens], -1)
    kind("soon", [.reference, .opens], 1)
    name("now", .now)
    name("current", .current, [.pull, .opens])
    name("recent", .recent, .opens)
    name("past", .past, [.pull, .opens])
    name("future", .future)
    name("present", .present)

    name("last", .last, [.pull, .opens])
    name("next", .next, [.pull, .opens])
    name("this", .this, [.pull, .opens])
    name("previous", .previous, [.pull, .opens])
    name("preceding", .previous, [.pull, .opens])
    name("prior", .previous, [.pull, .opens])
    name("following", .following, [.pull, .opens])
    name("subsequent", .following, [.pull, .opens])
    name("coming", .coming, [.pull, .opens])
    name("upcoming", .coming, [.pull, .opens])
    name("same", .same, .opens)
    name("that", .that, .opens)
    name("these", .these, .opens)
    name("those", .those)

    for (forms, edge) in [
      ("early beginning start outset", TimeEdge.start), ("mid middle", .mid),
      ("late end close rest", .end),
    ] {
      add(forms) {
        $0.kinds.formUnion([.edge, .opens])
        $0.edge = edge
      }
    }
    for form in ["beginning", "start", "outset", "middle", "end", "close", "rest"] {
      name(form, .end)
    }
    name("later", .later, .opens)
    name("earlier", .earlier, .opens)

    kind("am a.m. a.m", .meridiem, 0)
    kind("pm p.m. p.m", .meridiem, 12)
    kind("- – — ‑ ‐", .dash)
    name(",", .comma)
    kind(
      "percent % per_cent m bn mn tn million billion trillion thousand crore lakh km people",
      .counted)
    kind(
      "metres meters miles tonnes tons troops dollars euros pounds rupees points kg feet", .counted)
    kind(
      "in since until till by of from during after before to through for between on around",
      .preposition)
    kind("about circa c. for late early mid within over", .preposition)

    for (form, word) in [
      ("a", TimeWord.Name.a), ("an", .a), ("ago", .ago), ("after", .after), ("and", .and),
      ("&", .and), ("at", .at), ("before", .before), ("between", .between), ("by", .by),
      ("couple", .couple), ("during", .during), ("each", .each), ("every", .every), ("few", .few),
      ("fiscal", .fiscal), ("financial", .fiscal), ("from", .from), ("for", .for), ("in", .in),
      ("long", .long), ("more", .more), ("of", .of), ("old", .old), ("on", .on), ("once", .once),
      ("or", .or), ("other", .other), ("over", .over), ("per", .per), ("right", .right),
      ("since", .since), ("than", .than), ("the", .the), ("then", .then), ("through", .through),
      ("thru", .through), ("time", .time), ("times", .times), ("to", .to), ("twice", .twice),
      ("until", .until), ("till", .until), ("within", .within), ("half", .half),
      ("moment", .moment), ("o'clock", .oClock), ("o’clock", .oClock), ("hence", .hence),
      ("aged", .aged), ("about", .about), ("around", .around), ("another", .another),
      ("all", .all), ("whole", .whole), ("entire", .entire), ("full", .whole), ("eve", .eve),
      ("near", .near),
      ("throughout", .during), ("age", .age), ("final", .final), ("when", .when),
    ] {
      name(form, word)
    }
    name("each", .each, .opens)
    name("every", .every, .opens)
    name("half", .half, .opens)
    name("fiscal", .fiscal, .opens)
    name("financial", .fiscal, .opens)
    name("final", .final, .opens)
    name("right", .right)
    name("over", .over, .opens)
    name("a", .a, .opens)
    name("an", .a, .opens)
    name("the", .the, .opens)
    name("at", .at, .opens)
    name("in", .in, .opens)
    name("another", .another, .opens)
    return words
  }()
}
