import BriefSource
import BriefText

/// Gives values to expressions of time, one after another, as a reader would.
struct TimeResolver {
  /// What is known of one expression.
  struct Reading {
    var kind = TimeExpression.Kind.date
    var value: TimeValue
    var anchor = TimeExpression.Anchor.words
    var reason: String
    var confidence = 0.95
    var candidates: [Int] = []
  }

  /// A date that the text speaks of, for what is reckoned from it.
  struct Context {
    let date: OpenDate
    let id: Int
    let sentence: Int
  }

  let document: Document
  /// The date of the text, as far as it is known.
  let briefing: CalendarDate?
  private(set) var expressions: [TimeExpression] = []
  var problems: [Diagnostic] = []
  /// The date mentioned last.
  private(set) var context: Context?
  /// Whether the day stands first in the figures of this text; `nil` while that is not known.
  var isDayFirst: Bool?
  private var sentence = 0
  /// The sentence of what recurs and was read last.
  private var lastSet: Int?
  /// The expression read before, with what its words mean.
  private var previous: TimePhrase?
  private lazy var tenses = TenseReader(document, tree ?? ClauseTree(document))
  private let tree: ClauseTree?
  private(set) var phrase = TimePhrase(0..<0, .timeOfDay)

  /// Creates a resolver for the expressions of `document`, written on `briefing`; the trees are
  /// read when they are needed and not given.
  init(_ document: Document, briefing: CalendarDate?, tree: ClauseTree?) {
    self.document = document
    self.tree = tree
    self.briefing = briefing
  }

  /// The day of the text, where it is known to the day.
  var today: CalendarDate? { briefing?.day == nil ? nil : briefing }

  /// The words of the expression that is read.
  var range: TextRange { document.tokens.range(phrase.tokens) }

  /// Gives values to all of `phrases`, which are in text order.
  mutating func resolve(_ phrases: [TimePhrase]) {
    isDayFirst = Self.order(of: phrases)
    let sentences = document.sentences
    for phrase in phrases {
      while sentence + 1 < sentences.count,
        sentences[sentence].upperBound <= phrase.tokens.lowerBound
      {
        sentence += 1
      }
      self.phrase = phrase
      guard let reading = reading() else { continue }
      append(reading)
      if reading.kind == .set { lastSet = sentence }
      checkAgreement()
      previous = phrase
    }
  }

  private mutating func append(_ reading: Reading) {
    var reading = reading
    addTime(to: &reading)
    let id = expressions.count
    expressions.append(
      TimeExpression(
        id: id, range: range, tokens: phrase.tokens, kind: reading.kind,
        value: reading.value.text, start: reading.value.days?.lowerBound,
        end: reading.value.days?.upperBound, modifier: phrase.edge?.rawValue,
        anchor: reading.anchor, reason: reading.reason,
        confidence: Confidence(reading.confidence), candidateYears: reading.candidates))
    if phrase.isDate { remember(reading, id) }
  }

  /// Reports two dates side by side that cannot be one: "yesterday, November 12".
  private mutating func checkAgreement() {
    guard let previous, expressions.count >= 2,
      isReckoned(previous) && isDayOfMonth(phrase) || isDayOfMonth(previous) && isReckoned(phrase),
      isBeside(previous),
      let one = expressions[expressions.count - 2].start,
      let oneEnd = expressions[expressions.count - 2].end,
      let other = expressions[expressions.count - 1].start,
      let otherEnd = expressions[expressions.count - 1].end,
      oneEnd < other || otherEnd < one
    else { return }
    reportDisagreement(expressions[expressions.count - 2])
  }

  private func isReckoned(_ phrase: TimePhrase) -> Bool {
    switch phrase.meaning {
    case .shifted(_, .day, .speech), .shifted(_, .week, .speech): true
    default: false
    }
  }

  private func isDayOfMonth(_ phrase: TimePhrase) -> Bool {
    if case .calendar(let calendar) = phrase.meaning { return calendar.day != nil }
    return false
  }

  /// Whether nothing but a comma, a bracket or "on" stands between the expression and `previous`.
  private func isBeside(_ previous: TimePhrase) -> Bool {
    let between = previous.tokens.upperBound..<phrase.tokens.lowerBound
    return between.count <= 2 && !between.isEmpty
      && between.allSatisfy { [",", "(", "on"].contains(document.lower($0)) }
  }

  /// Keeps the date for what is reckoned from it.
  private mutating func remember(_ reading: Reading, _ id: Int) {
    let date: OpenDate
    if let days = reading.value.days {
      let (first, last) = (days.lowerBound, days.upperBound)
      let isMonth = (first.year, first.month) == (last.year, last.month) && first != last
      date = OpenDate(
        year: first.year, month: first == last || isMonth ? first.month : nil,
        day: first == last ? first.day : nil)
    } else if case .calendar(let calendar) = phrase.meaning, calendar.month != nil {
      date = OpenDate(year: nil, month: calendar.month, day: calendar.day)
    } else {
      // A day that is not known must not be passed over for one before it.
      context = nil
      return
    }
    context = Context(date: date, id: id, sentence: sentence)
  }

  /// The date mentioned last, where it stands in this sentence or the one before.
  var nearContext: Context? {
    guard let context, sentence - context.sentence <= 1 else { return nil }
    return context
  }

  /// Whether the date stands in the same block of text as the expression that is read.
  private func isInBlock(_ context: Context) -> Bool {
    let blocks = document.layout.blocks
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.end <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count
      && blocks[low].range.start <= expressions[context.id].range.start
  }

  /// Whether what the expression dates lies behind or ahead, by the verb that governs it.
  mutating func tense() -> TenseReader.Tense? { tenses.tense(of: phrase.tokens) }

  // MARK: Reading

  private mutating func reading() -> Reading? {
    switch phrase.meaning {
    case .calendar(let calendar): return self.calendar(calendar)
    case .span(let first, let last): return span(first, last)
    case .figures(let parts): return figures(parts)
    case .yearPart(let part, let year, let pull): return yearPart(part, year, pull)
    case .shifted(let count, let unit, let base): return shifted(count, unit, base)
    case .vaguely(let pull, _):
      return Reading(
        value: TimeValue(pull == .next ? "FUTURE_REF" : "PAST_REF"),
        reason: "how many is not said", confidence: 0.85)
    case .weekOf(let number, let month): return week(number, of: month)
    case .decade(let decade, let isShort): return self.decade(decade, isShort: isShort)
    case .century(let century):
      return Reading(
        value: .century(century), reason: "the \(century + 1). hundred years of the calendar")
    case .fiscal(let from, let to, let isShort): return fiscal(from, to, isShort: isShort)
    case .fiscalShifted:
      return Reading(
        value: TimeValue("FYXXXX"), anchor: .open,
        reason: "when a year of account begins differs from country to country",
        confidence: 0.7)
    case .reference(let direction):
      return Reading(
        value: TimeValue(
          direction == 0 ? "PRESENT_REF" : direction < 0 ? "PAST_REF" : "FUTURE_REF"),
        reason: direction == 0
          ? "the time of speaking" : "a time before or after that of speaking, not said which",
        confidence: 0.85)
    case .timeOfDay: return timeOfDay()
    case .duration(let amount, let unit):
      return Reading(
        kind: .duration, value: TimeValue(unit.duration(amount)), reason: "a length of time",
        confidence: 0.9)
    case .durationSpan(let first, let last, let unit):
      return Reading(
        kind: .duration, value: TimeValue("\(unit.duration(first))/\(unit.duration(last))"),
        reason: "from the one length of time to the other", confidence: 0.9)
    case .someTime:
      return Reading(
        kind: .duration, value: TimeValue("PXX"), reason: "a length of time that is not said",
        confidence: 0.7)
    case .set(let value):
      return Reading(
        kind: .set, value: TimeValue(value), reason: "what recurs", confidence: 0.9)
    case .impossible(let calendar):
      reportImpossible(calendar)
      return nil
    case .sinceEvent:
      return Reading(
        value: TimeValue("XXXX-XX-XX"), anchor: .event,
        reason: "reckoned from an event whose date is not said", confidence: 0.6)
    case .runTogether:
      reportRunTogether()
      return nil
    }
  }

  // MARK: Time of day

  /// Adds the time of day or its part to the value of a day.
  private func addTime(to reading: inout Reading) {
    guard phrase.clock != nil || phrase.part != nil else { return }
    if case .timeOfDay = phrase.meaning { return }
    reading.kind = .time
    reading.value.text += timeText
  }

  /// The time of day as TIMEX3 writes it: `T14:30`, `T12:00Z`, `TMO`.
  private var timeText: String {
    if let clock = phrase.clock {
      let minutes = clock.minutes == 1440 ? 0 : clock.minutes
      return "T\(TimeValue.padded(minutes / 60)):\(TimeValue.padded(minutes % 60))"
        + (clock.isUniversal ? "Z" : "")
    }
    return phrase.part.map { "T\($0.code)" } ?? ""
  }

  /// A time of day that stands alone belongs to the day spoken of last, else to that of the text.
  private func timeOfDay() -> Reading {
    if let near = nearContext, near.date.day != nil, isInBlock(near) {
      var value = TimeValue(near.date)
      value.text += timeText
      return Reading(
        kind: .time, value: value, anchor: .expression(near.id),
        reason: "of the day mentioned last", confidence: 0.75)
    }
    if let set = lastSet, set == sentence {
      return Reading(
        kind: .time, value: TimeValue("XXXX-XX-XX" + timeText), anchor: .open,
        reason: "of every day that is told of", confidence: 0.8)
    }
    if let today, phrase.clock != nil {
      var value = TimeValue(today)
      value.text += timeText
      return Reading(
        kind: .time, value: value, anchor: .briefing(today),
        reason: "no other day is mentioned near it, so that of the briefing", confidence: 0.6)
    }
    return Reading(
      kind: .time, value: TimeValue("XXXX-XX-XX" + timeText), anchor: .open,
      reason: "the day is not said", confidence: 0.8)
  }
}
