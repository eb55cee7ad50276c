import BriefSource
import BriefText

/// Finds who speaks in each quoted stretch.
///
/// First every stretch looks for a cue in its own sentence: directly after it, before it, or
/// elsewhere. Then those that have none take over the speech that is going on in their paragraph
/// or in the one before.
struct QuoteAttributor {
  let text: QuoteText
  let phrases: NounPhraseReader
  let finder: SpeechEventFinder
  /// The speech events in text order.
  let events: [SpeechEvent]
  /// What the trees tell of reported speech.
  let reports: [Report]
  /// The outermost report that holds each stretch; -1 for none.
  private let reportOf: [Int32]
  /// How many events of one sentence are looked at, so that the time stays linear on any text.
  static let reach = 40
  /// What was found for each stretch.
  var attributions: [Attribution?]

  /// Attributes all stretches. Linear in the number of tokens.
  init(_ text: QuoteText) {
    self.text = text
    phrases = NounPhraseReader(text: text)
    finder = SpeechEventFinder(text)
    events = finder.events()
    reports = ReportFinder(text).reports()
    var reportOf = [Int32](repeating: -1, count: text.stretches.count)
    for (number, report) in reports.enumerated() where report.parent == nil {
      for run in report.runs {
        var token = run.lowerBound
        while token < run.upperBound {
          let stretch = text.stretchOf[token]
          guard stretch >= 0 else {
            token = text.nextQuoted(after: token)
            continue
          }
          // What is reported within the marks says nothing of who speaks the whole.
          if text.stretchOf[report.candidate.head] != stretch {
            reportOf[Int(stretch)] = Int32(number)
          }
          token = text.stretchTokens[Int(stretch)].upperBound
        }
      }
    }
    self.reportOf = reportOf
    attributions = Array(repeating: nil, count: text.stretches.count)
    for index in text.stretches.indices where !text.stretchTokens[index].isEmpty {
      attributions[index] = own(index)
    }
    shareInUnits()
    var index = 0
    while index < text.stretches.count {
      let block = text.stretches[index].block
      var end = index
      while end < text.stretches.count, text.stretches[end].block == block { end += 1 }
      continueSpeech(index..<end, in: block)
      index = end
    }
    attributeHeadings()
    // Nobody is named as a speaker by their own words.
    for index in attributions.indices {
      if attributions[index]?.speaker?.overlaps(text.stretchTokens[index]) == true {
        attributions[index] = nil
      }
    }
  }

  /// The first event whose cue begins at or after `token`.
  func eventIndex(from token: Int) -> Int {
    var low = 0
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if events[middle].cue.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: In the sentence

  private func own(_ index: Int) -> Attribution? {
    let tokens = text.stretchTokens[index]
    if var after = after(index) {
      after.report = report(withCue: after.cue, holding: index)
      if after.entry >= 0 || after.report != nil || after.rule != .cueAfter || reportOf[index] < 0
        || reports[Int(reportOf[index])].source == nil
      {
        return after
      }
      // A verb outside of the lexicon is no match for a cue that holds the quotation.
      return reported(index, Int(reportOf[index]))
    }
    if reportOf[index] >= 0 { return reported(index, Int(reportOf[index])) }
    if isTitle(index) { return nil }
    let frame = text.frame(holding: tokens.lowerBound)
    if let before = before(index, frame) { return before }
    return later(index, frame)
  }

  /// The report with the cue at `cue`, when it holds the stretch.
  private func report(withCue cue: Range<Int>?, holding index: Int) -> Int? {
    guard let cue, reportOf[index] >= 0 else { return nil }
    let number = Int(reportOf[index])
    return cue.contains(reports[number].candidate.head) ? number : nil
  }

  /// The attribution of a stretch that is part of a report.
  private func reported(_ index: Int, _ number: Int) -> Attribution {
    let report = reports[number]
    let candidate = report.candidate
    let tokens = text.stretchTokens[index]
    let rule: QuoteRule =
      switch candidate.construction {
      case _ where report.source == nil: .unattributed
      case .according: .accordingTo
      case _ where candidate.head >= tokens.upperBound:
        text.trimmed(tokens.upperBound..<max(tokens.upperBound, candidate.head)).count <= 4
          ? .cueAfter : .cueInSentence
      case _ where report.source?.path == .matrix: .participle
      default: .cueBefore
      }
    var attribution = Attribution(
      speaker: report.source?.tokens, cue: candidate.cue,
      entry: text.verb(candidate.head)?.entry ?? -1, rule: rule)
    attribution.report = number
    return attribution
  }

  /// The statement that the stretch at `tokens` is part of: what the tree has for the content of
  /// its cue, or the stretch alone.
  func statement(around tokens: Range<Int>, _ attribution: Attribution) -> [Range<Int>] {
    guard case .own = attribution.origin, let cue = attribution.cue else { return [tokens] }
    let before = tokens.lowerBound - 1
    if attribution.rule == .cueAfter, text.isOutside(before), text.has(before, [.colon, .open]) {
      return [tokens]
    }
    let finder = CueCandidateFinder(text)
    let holding = cue.flatMap { finder.candidates(at: $0) }.first {
      $0.runs.contains { $0.contains(tokens.lowerBound) }
        && !$0.runs.contains { $0.overlaps(cue) }
    }
    if let holding { return holding.runs }
    // The parser missed it: what the cue follows is the sentence up to the end of the marks.
    let frame = text.frame(holding: tokens.lowerBound)
    if cue.upperBound <= tokens.lowerBound,
      attribution.rule == .cueBefore || attribution.rule == .participle,
      cue.lowerBound >= frame.lowerBound,
      !text.has(tokens.lowerBound - 1, [.comma, .colon])
        || !text.isCapitalised(tokens.lowerBound + 1)
    {
      let that = (cue.upperBound..<tokens.lowerBound).first {
        text.has($0, .that) && text.isOutside($0) && text.tree.relations[$0] == .marker
      }
      let whole = text.trimmed((that ?? cue.upperBound)..<tokens.upperBound)
      if whole.count - tokens.count <= 20, whole.lowerBound <= tokens.lowerBound {
        return [whole.lowerBound..<tokens.upperBound]
      }
    }
    if attribution.rule == .cueInSentence || attribution.rule == .accordingTo,
      cue.lowerBound >= tokens.upperBound
    {
      let end = min(cue.lowerBound, attribution.speaker?.lowerBound ?? cue.lowerBound)
      let whole = text.trimmed(frame.lowerBound..<max(tokens.upperBound, end))
      return [min(whole.lowerBound, tokens.lowerBound)..<max(whole.upperBound, tokens.upperBound)]
    }
    guard attribution.rule == .cueAfter, frame.lowerBound < tokens.lowerBound else {
      return [tokens]
    }
    let whole = text.trimmed(frame.lowerBound..<tokens.upperBound)
    return [whole.lowerBound..<max(whole.upperBound, tokens.upperBound)]
  }

  /// Whether a stretch that nobody is found to speak is a term rather than a statement: a few words
  /// in the middle of a sentence.
  func isTerm(_ index: Int) -> Bool {
    let tokens = text.stretchTokens[index]
    let frame = text.frame(holding: tokens.lowerBound)
    return wordCount(index) < 4
      && text.wordCounts(frame.lowerBound..<frame.upperBound).all > wordCount(index)
  }

  /// Whether the stretch is the title of a work or the name of a thing: it stands in the middle of
  /// a sentence, right behind a word, and all its longer words are capitalised.
  func isTitle(_ index: Int) -> Bool {
    let tokens = text.stretchTokens[index]
    guard text.isWord(tokens.lowerBound - 1), !text.has(tokens.lowerBound - 1, [.cue, .that]) else {
      return false
    }
    let shape = LineShape(text.source.bytes, text.stretches[index].inner)
    return shape.longWords >= 2 && shape.longCapitalised == shape.longWords && shape.lower > 0
  }
}
