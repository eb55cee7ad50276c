import BriefSource
import BriefText

/// Recognises expressions of time, token by token, by a grammar of the words they are made of.
///
/// Constant time for each token, as no expression is longer than a few words.
struct TimePhraseReader {
  let tokens: Tokens
  let words: [TimeWord]
  private let document: Document
  /// Where the sentence ends; no expression goes beyond.
  var end = 0
  /// Where the sentence begins.
  var start = 0

  /// Creates a reader for `document`. Linear in its number of distinct forms.
  init(_ document: Document) {
    self.document = document
    tokens = document.tokens
    words = document.vocabulary.flags { TimeWords.word($0) }
  }

  /// What the token at `index` may mean; nothing outside of the sentence.
  func word(_ index: Int) -> TimeWord {
    guard index >= start, index < end else { return TimeWord() }
    return words[Int(tokens.forms[index].index)]
  }

  /// Whether the token at `index` is of one of the kinds.
  func has(_ index: Int, _ kinds: TimeWord.Kinds) -> Bool {
    !word(index).kinds.isDisjoint(with: kinds)
  }

  /// Whether the token at `index` is the word `name`.
  func isWord(_ index: Int, _ names: TimeWord.Name...) -> Bool {
    let name = word(index).name
    return name != .none && names.contains(name)
  }

  /// The tag of the token at `index`; empty outside of the sentence and without a model.
  func penn(_ index: Int) -> String {
    guard index >= start, index < end else { return "" }
    return document.tags?.penn(index) ?? ""
  }

  /// The token at `index` as it stands.
  func form(_ index: Int) -> String {
    index >= start && index < end ? document.form(index) : ""
  }

  /// Whether the token at `index` begins with a capital letter.
  func isCapitalised(_ index: Int) -> Bool {
    guard index >= start, index < end else { return false }
    return (0x41...0x5A).contains(document.source.bytes[Int(tokens.starts[index])])
  }

  /// Every expression of the document, in text order; none overlap.
  mutating func phrases() -> [TimePhrase] {
    var found: [TimePhrase] = []
    let sentences = document.sentences
    for number in 0..<sentences.count {
      start = sentences[number].lowerBound
      end = sentences[number].upperBound
      var token = start
      while token < end {
        guard words[Int(tokens.forms[token].index)].kinds.contains(.opens),
          let phrase = phrase(at: token)
        else {
          token += 1
          continue
        }
        found.append(phrase)
        token = max(token + 1, phrase.tokens.upperBound)
      }
    }
    return found
  }

  /// The expression that begins at `index`, the longest there is.
  private func phrase(at index: Int) -> TimePhrase? {
    if let phrase = clockPhrase(index) { return phrase }
    guard let phrase = simple(index) else { return nil }
    return withTime(phrase)
  }

  /// The expression at `index` without a time of day.
  func simple(_ index: Int) -> TimePhrase? {
    let word = word(index)
    if isWord(index, .the), let phrase = afterArticle(index + 1) { return phrase.begun(at: index) }
    if word.kinds.contains(.joined) {
      // "mid-November".
      guard
        var phrase = fiscal(index) ?? yearPart(index) ?? calendar(index)
          ?? decadeOrCentury(index)
      else { return nil }
      phrase.edge = word.edge
      return phrase
    }
    if let phrase = edged(index) { return phrase }
    if let phrase = figures(index) { return phrase }
    if let phrase = fiscal(index) ?? yearPart(index) { return phrase }
    if let phrase = calendar(index) { return phrase }
    if let phrase = decadeOrCentury(index) { return phrase }
    if let phrase = set(index) { return phrase }
    if !word.kinds.isDisjoint(with: [.deictic, .pull, .reference]) || word.name != .none,
      let phrase = relative(index)
    {
      return phrase
    }
    return interval(index)
  }

  /// What may stand behind "the": "the 14th of November", "the next day", "the end of 2009".
  private func afterArticle(_ index: Int) -> TimePhrase? {
    if isWord(index, .the) { return nil }
    if let phrase = simple(index) {
      switch phrase.meaning {
      case .set, .timeOfDay: return nil
      case .reference where phrase.tokens.count == 1 && !isWord(index, .past, .future): return nil
      case .calendar(let calendar) where calendar.isWeekdayAlone:
        // "the Friday prayers" is no Friday that could be told.
        return calendar.pull == nil ? nil : phrase
      default: return phrase
      }
    }
    return articled(index)
  }

  // MARK: Time of day

  /// "5 p.m. on Friday", "14:00 GMT", "noon".
  private func clockPhrase(_ index: Int) -> TimePhrase? {
    guard let (clock, after) = clock(index) else { return nil }
    var phrase = TimePhrase(index..<after, .timeOfDay)
    phrase.clock = clock
    // "18:00 GMT on Friday", "12:00 UTC Monday", "16:15 UTC, June 1st".
    let next = isWord(after, .on, .of, .comma) ? after + 1 : after
    if isWord(after, .comma), !has(next, .month) { return phrase }
    if let date = simple(next), date.isDate, date.edge == nil, isDay(date) {
      var joined = date.begun(at: index)
      joined.clock = clock
      return joined
    }
    return phrase
  }

  /// The phrase with the time of day that follows it: "Friday morning", "Friday at 5 p.m.".
  private func withTime(_ phrase: TimePhrase) -> TimePhrase {
    guard phrase.isDate, isDay(phrase) else { return phrase }
    let after = phrase.tokens.upperBound
    if has(after, .dayPart), !isWord(after + 1, .of),
      let part = DayPart(rawValue: word(after).number)
    {
      var joined = phrase.ended(before: after + 1)
      joined.part = part
      return joined
    }
    let next = isWord(after, .at) ? after + 1 : after
    if let (clock, last) = clock(next) {
      var joined = phrase.ended(before: last)
      joined.clock = clock
      return joined
    }
    return phrase
  }

  /// Whether the phrase means one day.
  private func isDay(_ phrase: TimePhrase) -> Bool {
    switch phrase.meaning {
    case .calendar(let calendar): calendar.day != nil || calendar.weekday != nil
    case .figures: true
    case .shifted(_, .day, _): true
    default: false
    }
  }

  /// A time of day, and where it ends.
  func clock(_ index: Int) -> (TimePhrase.Clock, Int)? {
    let word = word(index)
    var minutes = Int(word.number)
    var after = index + 1
    if word.kinds.contains(.noon) {
      return (TimePhrase.Clock(minutes: minutes, isUniversal: false), after)
    }
    let isHour = word.kinds.contains(.figure) && tokens.range(index).count <= 2 && minutes <= 24
    let isMilitary =
      word.kinds.contains(.figure) && tokens.range(index).count == 4 && minutes < 2400
      && minutes % 100 < 60
    guard word.kinds.contains(.clock) || isHour || isMilitary || word.kinds.contains(.numeral)
    else { return nil }
    var isSure = word.kinds.contains(.clock) && !word.kinds.contains(.ambiguous)
    if word.kinds.contains(.numeral) || isHour {
      guard minutes <= 24 else { return nil }
      minutes *= 60
    } else if isMilitary {
      minutes = minutes / 100 * 60 + minutes % 100
    }
    if !isMilitary, !word.kinds.contains(.meridiem) {
      if isWord(after, .oClock) {
        isSure = true
        after += 1
      }
      if has(after, .meridiem), minutes <= 12 * 60 + 59,
        // "I am": the verb has no full stops and no figure before it.
        word.kinds.isDisjoint(with: .numeral)
      {
        if word.kinds.contains(.clock) || minutes > 0 {
          minutes = minutes % 720 + (self.word(after).number == 12 ? 720 : 0)
        }
        isSure = true
        after += 1
      }
    } else if word.kinds.contains(.meridiem) {
      isSure = true
    }
    if isMilitary || word.kinds.contains(.clock), has(after, .unit),
      self.word(after).unit == .hour, has(after, [.plural, .isShort])
    {
      isSure = true
      after += 1
    }
    var isUniversal = false
    if !word.kinds.contains(.numeral), isSure || isMilitary || word.kinds.contains(.clock),
      let zone = zoneEnd(after)
    {
      isUniversal = self.word(after).kinds.contains(.zone) && self.word(after).number == 0
      isSure = true
      after = zone
    }
    guard isSure else { return nil }
    return (TimePhrase.Clock(minutes: minutes, isUniversal: isUniversal), after)
  }

  /// Where the time zone at `index` ends: "GMT", "(GMT +8)".
  private func zoneEnd(_ index: Int) -> Int? {
    if has(index, .zone) { return index + 1 }
    guard form(index) == "(", has(index + 1, .zone) else { return nil }
    for close in index + 2...index + 4 where form(close) == ")" { return close + 1 }
    return nil
  }

  // MARK: Parts of a longer stretch

  /// "early 2009", "the end of last year", "later this week", "mid-November".
  private func edged(_ index: Int) -> TimePhrase? {
    let word = word(index)
    if word.name == .later || word.name == .earlier {
      return soonerOrLater(index)
    }
    guard let edge = word.edge, word.kinds.contains(.edge) else { return nil }
    var next = index + 1
    if word.name == .end {
      // "the end of", "end-November", "year-end" aside.
      guard isWord(next, .of) || has(next, .dash) else { return nil }
      next += 1
    } else if has(next, .dash) || isWord(next, .in, .on) {
      next += 1
    }
    let isStretch = isWord(next, .the)
    if isStretch, has(next + 1, .unit), !has(next + 1, .plural), !isWord(next + 2, .of) {
      // "the end of the year": of the one that is spoken of.
      let unit = self.word(next + 1).unit
      guard [.day, .week, .month, .quarter, .year, .decade, .century].contains(unit) else {
        return nil
      }
      var phrase = TimePhrase(
        index..<next + 2, .shifted(0, unit, unit == .day ? .context : .speech))
      phrase.edge = edge
      return phrase
    }
    if has(next, .dayPart), !isStretch, let part = DayPart(rawValue: self.word(next).number),
      isWord(index - 1, .in, .the)
    {
      var phrase = TimePhrase(index..<next + 1, .timeOfDay)
      phrase.part = part
      return phrase
    }
    guard var phrase = isYear(next) ? calendar(next) : simple(next), phrase.isDate,
      phrase.edge == nil
    else { return nil }
    if case .shifted(_, let unit, _) = phrase.meaning, unit.isClock { return nil }
    if word.name != .end, case .calendar(let calendar) = phrase.meaning,
      calendar.day != nil
    {
      return nil
    }
    phrase = withTime(phrase)
    phrase.edge = edge
    return phrase.begun(at: index)
  }

  /// "later this week", "earlier today", "later in the day".
  private func soonerOrLater(_ index: Int) -> TimePhrase? {
    let isLater = isWord(index, .later)
    let next = isWord(index + 1, .on, .in) ? index + 2 : index + 1
    if isWord(next, .the), has(next + 1, .unit), !has(next + 1, .plural) {
      let unit = word(next + 1).unit
      guard [.day, .week, .month, .year].contains(unit) else { return nil }
      return TimePhrase(index..<next + 2, .shifted(0, unit, unit == .day ? .context : .speech))
    }
    guard next == index + 1 || isWord(next - 1, .in, .on),
      has(next, [.deictic, .pull, .month, .weekday]), let phrase = simple(next), phrase.isDate,
      phrase.edge == nil
    else { return nil }
    var joined = withTime(phrase).begun(at: index)
    switch phrase.meaning {
    case .shifted(_, .day, _): break
    default: joined.edge = isLater ? .end : .start
    }
    return joined
  }
}
