import BriefSource
import BriefText

/// Parts of years, years of account, decades and centuries.
extension TimePhraseReader {
  /// "FY2024-25", "fiscal 2009", "the 2024-25 financial year", "the next fiscal year".
  func fiscal(_ index: Int) -> TimePhrase? {
    let word = word(index)
    if word.kinds.contains(.fiscal) {
      let isShort = word.kinds.contains(.isShort)
      return accounting(index, index + 1, from: Int(word.number), isShort: isShort)
    }
    if word.name == .fiscal {
      let hasYear = has(index + 1, .unit) && self.word(index + 1).unit == .year
      let next = hasYear ? index + 2 : index + 1
      if isYear(next) {
        return accounting(index, next + 1, from: Int(self.word(next).number), isShort: false)
      }
      if form(index) == "FY", has(next, .figure), tokens.range(next).count == 2 {
        return accounting(index, next + 1, from: Int(self.word(next).number), isShort: true)
      }
      return nil
    }
    // "the 2024-25 fiscal year", "the 2009 financial year".
    if isYear(index) {
      var after = index + 1
      var last: Int?
      if has(after, .dash), has(after + 1, .figure) {
        last = Int(self.word(after + 1).number)
        after += 2
      }
      guard isWord(after, .fiscal), has(after + 1, .unit), self.word(after + 1).unit == .year
      else { return nil }
      return TimePhrase(
        index..<after + 2, .fiscal(from: Int(word.number), to: last, isShort: false))
    }
    // "the current fiscal year".
    guard word.kinds.contains(.pull), isWord(index + 1, .fiscal), has(index + 2, .unit),
      self.word(index + 2).unit == .year, !has(index + 2, .plural), let shift = shift(word.name)
    else { return nil }
    return TimePhrase(index..<index + 3, .fiscalShifted(shift))
  }

  private func accounting(
    _ index: Int, _ after: Int, from year: Int, isShort: Bool
  ) -> TimePhrase {
    if has(after, .dash), has(after + 1, .figure), !tokens.hasSpaceBefore(after + 1),
      [2, 4].contains(tokens.range(after + 1).count)
    {
      return TimePhrase(
        index..<after + 2,
        .fiscal(from: year, to: Int(word(after + 1).number), isShort: isShort))
    }
    return TimePhrase(index..<after, .fiscal(from: year, to: nil, isShort: isShort))
  }

  /// How many units a word such as "last" goes from the present one.
  func shift(_ name: TimeWord.Name) -> Int? {
    switch name {
    case .last, .previous, .past: -1
    case .this, .current, .same: 0
    case .next, .coming, .following: 1
    default: nil
    }
  }

  // MARK: Parts of years

  /// "Q3 2025", "the third quarter of last year", "the first half of 2025", "the summer of 2025".
  func yearPart(_ index: Int) -> TimePhrase? {
    let word = word(index)
    if word.kinds.contains(.quarter) || word.kinds.contains(.half), isFigured(index) {
      let part: TimePhrase.YearPart =
        word.kinds.contains(.quarter) ? .quarter(Int(word.number)) : .half(Int(word.number))
      let (year, after) = partYear(index + 1)
      return TimePhrase(index..<after, .yearPart(part, year, nil))
    }
    if word.kinds.contains(.ordinal) && word.number <= 4 || word.name == .final {
      let isFinal = word.name == .final
      let next = has(index + 1, .dash) ? index + 2 : index + 1
      if has(next, .unit), self.word(next).unit == .quarter, !has(next, .plural) {
        let (year, after) = partYear(next + 1)
        return TimePhrase(
          index..<after, .yearPart(.quarter(isFinal ? 4 : Int(word.number)), year, nil))
      }
      if has(next, .unit), self.word(next).unit == .week, !isFinal, isWord(next + 1, .of),
        let phrase = calendar(next + 2), case .calendar(let calendar) = phrase.meaning,
        calendar.month != nil, calendar.day == nil
      {
        return TimePhrase(
          index..<phrase.tokens.upperBound, .weekOf(Int(word.number), calendar))
      }
      if isWord(next, .half), word.number <= 2 {
        let (year, after) = partYear(next + 1)
        guard year != nil || isWord(next + 1, .of) && has(next + 3, .unit) else { return nil }
        return year.map {
          TimePhrase(
            index..<after, .yearPart(.half(isFinal ? 2 : Int(word.number)), $0, nil))
        }
      }
      return nil
    }
    // "last quarter of 2009".
    if word.name == .last, has(index + 1, .unit), self.word(index + 1).unit == .quarter {
      let (year, after) = partYear(index + 2)
      guard let year else { return nil }
      return TimePhrase(index..<after, .yearPart(.quarter(4), year, nil))
    }
    return season(index)
  }

  /// "Q3", "3Q", "H1": digits and a letter, not the word "half".
  private func isFigured(_ index: Int) -> Bool { word(index).name == .none }

  private func season(_ index: Int) -> TimePhrase? {
    let word = word(index)
    guard word.kinds.contains(.season), let season = Season(rawValue: word.number) else {
      return nil
    }
    let (year, after) = partYear(index + 1)
    if year == nil {
      guard !word.kinds.contains(.ambiguous) || penn(index) == "NN" || penn(index) == "NNP",
        isWord(index - 1, .in, .by, .since, .until, .during)
          || isWord(index - 1, .the) && isWord(index - 2, .in, .by, .since, .until, .during)
          || has(index - 1, [.edge]),
        // "in spring water", "in winter clothes"
        !["NN", "NNS", "NNP"].contains(penn(index + 1)),
        form(index) != "fall"
          || isWord(index - 1, .the)
      else { return nil }
    }
    return TimePhrase(index..<after, .yearPart(.season(season), year, nil))
  }

  /// The year that a quarter, half or season belongs to, and where it ends.
  private func partYear(_ index: Int) -> (TimePhrase.YearTerm?, Int) {
    if let (year, after) = yearTerm(index), !isWord(index, .the) { return (year, after) }
    if isWord(index, .of, .in), let (year, after) = yearTerm(index + 1) { return (year, after) }
    // "the first quarter of the year".
    if isWord(index, .of, .in), isWord(index + 1, .the), has(index + 2, .unit),
      word(index + 2).unit == .year, !has(index + 2, .plural)
    {
      return (.shifted(0), index + 3)
    }
    return (nil, index)
  }

  // MARK: Decades and centuries

  /// "the 1990s", "the mid-'90s", "the nineties", "the twenty-first century".
  func decadeOrCentury(_ index: Int) -> TimePhrase? {
    let word = word(index)
    if word.kinds.contains(.decade) {
      let isShort = word.kinds.contains(.isShort)
      // "in his thirties", "lows of 30s": an age, a temperature.
      if isShort, !isWord(index - 1, .the), !has(index - 1, .edge), !form(index).hasPrefix("'"),
        !form(index).hasPrefix("’"), !form(index).hasPrefix("‘"),
        !(isWord(index - 1, .and, .to) && has(index - 2, .decade))
      {
        return nil
      }
      return TimePhrase(index..<index + 1, .decade(Int(word.number), isShort: isShort))
    }
    guard let (number, after) = ordinal(index) else { return nil }
    let next = has(after, .dash) ? after + 1 : after
    guard has(next, .unit), self.word(next).unit == .century, !has(next, .plural),
      (1...30).contains(number)
    else { return nil }
    return TimePhrase(index..<next + 1, .century(number - 1))
  }

  /// An ordinal number of one or two words: "21st", "twenty-first".
  private func ordinal(_ index: Int) -> (Int, Int)? {
    let word = word(index)
    if word.kinds.contains(.ordinal) { return (Int(word.number), index + 1) }
    guard word.kinds.contains(.numeral), word.number == 20 || word.number == 30 else { return nil }
    let next = has(index + 1, .dash) ? index + 2 : index + 1
    guard has(next, .ordinal), self.word(next).number < 10 else { return nil }
    return (Int(word.number + self.word(next).number), next + 1)
  }
}
