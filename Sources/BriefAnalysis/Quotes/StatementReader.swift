import BriefSource
import BriefText

/// Finds the whole of what is attributed: the clause a marked stretch is part of, or a clause that
/// is reported without marks.
struct StatementReader {
  let text: QuoteText
  let events: [SpeechEvent]

  /// What follows a cue, and how it is built.
  struct Content {
    /// The tokens, in one or two runs.
    var runs: [Range<Int>]
    /// How it is joined to the cue.
    var construction: CueLexicon.Construction
  }

  // MARK: Around a stretch

  /// The statement that holds the stretch at `tokens`, attributed by `attribution`.
  func statement(around tokens: Range<Int>, _ attribution: Attribution) -> [Range<Int>] {
    let frame = text.frame(holding: tokens.lowerBound)
    guard case .own = attribution.origin else { return [tokens] }
    switch attribution.rule {
    case .cueAfter, .cueInSentence:
      guard let cue = attribution.cue, let speaker = attribution.speaker else { return [tokens] }
      let end = min(cue.lowerBound, speaker.lowerBound)
      guard end >= tokens.upperBound else { return [tokens] }
      let start = statementStart(frame, before: tokens.lowerBound)
      return trimmed(start..<(attribution.rule == .cueAfter ? tokens.upperBound : end))
    case .cueBefore, .participle:
      guard let cue = attribution.cue, cue.upperBound <= tokens.lowerBound else { return [tokens] }
      let start = contentStart(cue.upperBound, frame, before: tokens.lowerBound).start
      let end = contentEnd(after: tokens.upperBound, cue: cue, frame)
      return trimmed(min(start, tokens.lowerBound)..<max(end, tokens.upperBound))
    case .accordingTo:
      guard let cue = attribution.cue, let speaker = attribution.speaker else { return [tokens] }
      return besides(cue.lowerBound..<max(cue.upperBound, speaker.upperBound), frame)
    default: return [tokens]
    }
  }

  /// Where the sentence's own words begin, after what was quoted before.
  private func statementStart(_ frame: Range<Int>, before limit: Int) -> Int {
    var start = frame.lowerBound
    while start < limit, !text.isWord(start), text.isOutside(start) { start += 1 }
    return start
  }

  // MARK: After a cue

  /// Where the content of a cue begins: at "that", or right behind it.
  func contentStart(
    _ first: Int, _ frame: Range<Int>, before limit: Int
  ) -> (start: Int, construction: CueLexicon.Construction) {
    let last = min(limit, frame.upperBound)
    guard first < last else { return (first, .object) }
    var index = first
    while index < last, index - first < 8, text.has(index, .adverb),
      !text.has(index, .subordinator)
    {
      index += 1
    }
    if index < last, let joint = joint(index) { return (index, joint) }
    // "told reporters in Geneva on Friday that": "that" follows a short stretch of other words.
    var scan = index
    while scan < last, scan - index < 14, text.isOutside(scan) {
      if text.has(scan, .that), text.has(scan + 1, .determiner) || !text.has(scan + 1, .auxiliary) {
        return (scan, .that)
      }
      if text.has(scan, [.stop, .semicolon]) { break }
      if scan > index, text.has(scan, .cue), !text.has(scan - 1, [.determiner, .possessive]) {
        break
      }
      scan += 1
    }
    // A comma or colon before the mark: nothing but the quotation is content.
    if limit > first, text.has(limit - 1, [.comma, .colon]), text.isOutside(limit - 1) {
      return (limit, .object)
    }
    return (index, .object)
  }

  private func joint(_ index: Int) -> CueLexicon.Construction? {
    let classes = text.classes(index)
    if classes.contains(.that) { return .that }
    if classes.contains(.to) { return .to }
    switch text.lower(index) {
    case "whether", "if", "how", "why", "what", "who", "where", "when", "which": return .clause
    default: break
    }
    return nil
  }

  /// Where the content ends that goes on at `first`: before the next speech event that is not part
  /// of it, or at the end of the sentence.
  func contentEnd(after first: Int, cue: Range<Int>, _ frame: Range<Int>) -> Int {
    var end = frame.upperBound
    while end > first, text.isOutside(end - 1), text.has(end - 1, .stop) { end -= 1 }
    var low = 0
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if events[middle].cue.lowerBound < max(first, cue.upperBound) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let limit = low + 40
    while low < min(limit, events.count), events[low].cue.lowerBound < end {
      let event = events[low]
      low += 1
      let begin =
        event.subject.map {
          event.order == .subjectFirst && $0.lowerBound >= first
            ? min($0.lowerBound, event.cue.lowerBound) : event.cue.lowerBound
        } ?? event.cue.lowerBound
      guard begin > first else { continue }
      var cut = begin
      while cut > first, text.has(cut - 1, .adverb) { cut -= 1 }
      guard text.isOutside(cut - 1),
        text.has(cut - 1, [.comma, .conjunction, .semicolon, .dash]) || event.order == .accordingTo
      else { continue }
      // "and" inside of the content joins two clauses that are both reported.
      if text.has(cut - 1, .and), event.order == .subjectFirst,
        event.subject?.lowerBound ?? 0 >= first,
        !text.has(cut - 2, .comma)
      {
        continue
      }
      cut -= 1
      while cut > first, text.isOutside(cut - 1),
        text.has(cut - 1, [.comma, .conjunction, .semicolon, .dash])
      {
        cut -= 1
      }
      return cut
    }
    return end
  }

  /// The sentence without `hole` and the commas around it.
  func besides(_ hole: Range<Int>, _ frame: Range<Int>) -> [Range<Int>] {
    trimmed(frame.lowerBound..<max(frame.lowerBound, hole.lowerBound))
      + trimmed(min(hole.upperBound, frame.upperBound)..<frame.upperBound)
  }

  /// `range` without punctuation outside of quotations at its ends; nothing when nothing is left.
  func trimmed(_ range: Range<Int>) -> [Range<Int>] {
    var first = range.lowerBound
    var last = range.upperBound
    while first < last, text.isOutside(first), !text.isWord(first) { first += 1 }
    while last > first, text.isOutside(last - 1), !text.isWord(last - 1) { last -= 1 }
    return first < last ? [first..<last] : []
  }
}
