import BriefSource
import BriefText

extension QuoteAttributor {
  /// How the quoted words end: with a comma, a question, a full stop or in the middle.
  private enum Ending { case comma, mark, stop, none }

  private func ending(_ index: Int) -> Ending {
    let tokens = text.stretchTokens[index]
    var last = tokens.upperBound - 1
    while last > tokens.lowerBound,
      text.has(last, .mark) || text.tokens.kinds[last] == .quotationMark
    {
      last -= 1
    }
    let classes = text.classes(last)
    if !classes.isDisjoint(with: [.comma, .dash, .semicolon]) { return .comma }
    if classes.contains(.stop) { return text.lower(last) == "." ? .stop : .mark }
    // A point that belongs to an abbreviation ends the sentence as well.
    if text.isWord(last), text.source.bytes[Int(text.tokens.ends[last]) - 1] == 0x2E {
      return .stop
    }
    return .none
  }

  /// The cue that follows the stretch: “…,” said Khan; “…,” Khan said.
  func after(_ index: Int) -> Attribution? {
    let tokens = text.stretchTokens[index]
    let limit = text.blockTokens[text.stretches[index].block].upperBound
    var first = tokens.upperBound
    guard first < limit else { return nil }
    let ending = ending(index)
    var hasComma = ending == .comma
    if text.has(first, [.comma, .dash]) {
      hasComma = true
      first += 1
    }
    guard first < limit, text.isOutside(first) else { return nil }
    if let signature = signature(first, limit, hasComma) { return signature }
    let isSmall = !text.isCapitalised(first)
    if ending == .stop, !hasComma, !isSmall { return nil }
    // “…,” he said; “…,” said Khan; “…,” according to Khan.
    var cue = first
    while cue < limit, cue - first < 3, text.has(cue, .adverb) { cue += 1 }
    if let verb = text.verb(cue), text.isOutside(cue), text.has(cue, .cue),
      CueLexicon.shared.entries[verb.entry].isInvertible,
      !verb.forms.isDisjoint(with: [.past, .third, .base]), !text.isCapitalised(cue)
    {
      var start = cue + 1
      if start < limit, text.has(start, .adverb) { start += 1 }
      if let subject = phrases.phrase(startingAt: start, before: limit),
        hasComma || ending == .mark || ending == .stop || isSpokenAbout(index)
      {
        return Attribution(
          speaker: subject, cue: cue..<cue + 1, entry: verb.entry, rule: .cueAfter)
      }
    }
    // A relative clause may stand between: “…,” Karim, who took office in May, said.
    var number = eventIndex(from: first)
    let last = min(number + 3, events.count)
    while number < last, events[number].cue.upperBound <= limit {
      if let found = fitting(events[number], first, index, ending, hasComma) { return found }
      number += 1
    }
    return unknownVerb(first, limit, hasComma || ending == .mark)
  }

  /// “…” — Nadia Karim: a dash and a name, and nothing else to the end of the paragraph.
  private func signature(_ first: Int, _ limit: Int, _ hasDash: Bool) -> Attribution? {
    guard hasDash, text.has(first - 1, .dash), text.isOutside(first), text.isCapitalised(first),
      limit - first <= 24,
      let name = phrases.phrase(startingAt: first, before: limit), name.lowerBound == first,
      name.upperBound == limit || text.has(name.upperBound, [.comma, .open, .stop])
    else { return nil }
    return Attribution(speaker: name, cue: nil, rule: .signature)
  }

  /// A verb that is not in the lexicon, when nothing but speech can be meant: “…,” Khan retaliated.
  private func unknownVerb(_ first: Int, _ limit: Int, _ isOpen: Bool) -> Attribution? {
    guard isOpen, !text.has(first, .conjunction),
      let subject = phrases.phrase(startingAt: first, before: limit)
    else { return nil }
    var verb = subject.upperBound
    while verb < limit, text.has(verb, .adverb) { verb += 1 }
    guard verb < limit, text.isOutside(verb),
      text.isWord(verb) && !text.has(verb, [.relative, .conjunction, .genitive]),
      text.isCapitalised(first) || text.has(first, [.pronoun, .determiner, .speaker, .title])
    else { return nil }
    return Attribution(speaker: subject, cue: verb..<verb + 1, rule: .cueAfter)
  }

  /// The attribution by an event that directly follows a stretch, or `nil`.
  private func fitting(
    _ event: SpeechEvent, _ first: Int, _ index: Int, _ ending: Ending, _ hasComma: Bool
  ) -> Attribution? {
    let isSmall = !text.isCapitalised(first)
    guard let subject = event.subject else { return nil }
    switch event.order {
    case .accordingTo:
      guard event.cue.lowerBound == first else { return nil }
      return Attribution(speaker: subject, cue: event.cue, entry: -1, rule: .accordingTo)
    case .subjectFirst:
      guard subject.lowerBound <= first + 1, subject.lowerBound >= first,
        hasComma || ending == .mark || (ending == .stop && isSmall)
      else { return nil }
      if subject.lowerBound > first, !text.has(first, [.adverb, .conjunction]) { return nil }
      return Attribution(
        speaker: subject, cue: event.cue, entry: event.entry, rule: .cueAfter)
    case .inverted, .participle: return nil
    }
  }

  /// Whether the cue of `event` has content of its own, which holds no quotation.
  private func saysSomethingElse(_ event: SpeechEvent) -> Bool {
    var low = 0
    var high = reports.count
    while low < high {
      let middle = (low + high) / 2
      if reports[middle].candidate.head < event.cue.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < reports.count, reports[low].candidate.head < event.cue.upperBound {
      if reports[low].runs.contains(where: { $0.lowerBound >= event.cue.upperBound }) {
        return true
      }
      low += 1
    }
    return false
  }

  /// Whether the stretch is long enough to be a statement rather than a term.
  private func isSpokenAbout(_ index: Int) -> Bool { wordCount(index) >= 4 }

  /// The number of words between the marks.
  func wordCount(_ index: Int) -> Int { text.wordCounts(text.stretchTokens[index]).all }

  /// The cue before the stretch in its sentence.
  func before(_ index: Int, _ frame: Range<Int>) -> Attribution? {
    let tokens = text.stretchTokens[index]
    guard frame.lowerBound < tokens.lowerBound else { return nil }
    let candidate = leading(to: tokens.lowerBound, frame)
    if let candidate {
      let rule: QuoteRule =
        switch candidate.order {
        case .subjectFirst where isBetween(index, candidate): .cueBetween
        case .inverted where isBetween(index, candidate): .cueBetween
        case .participle: .participle
        case .accordingTo: .accordingTo
        default: .cueBefore
        }
      return Attribution(
        speaker: candidate.subject, cue: candidate.cue, entry: candidate.entry, rule: rule)
    }
    return nameAndColon(tokens.lowerBound, frame)
  }

  /// Whether the cue stands between the stretch before and this one, which goes on with it.
  private func isBetween(_ index: Int, _ event: SpeechEvent) -> Bool {
    guard index > 0, let subject = event.subject else { return false }
    let before = text.stretchTokens[index - 1]
    let tokens = text.stretchTokens[index]
    let first = min(subject.lowerBound, event.cue.lowerBound)
    guard before.upperBound > event.frame.lowerBound, before.upperBound <= first,
      first - before.upperBound <= 1, ending(index - 1) == .comma
    else { return false }
    return text.has(tokens.lowerBound - 1, [.comma, .dash])
  }

  /// “Khan: “…”” and, in a headline, “Khan: We will “…””.
  private func nameAndColon(_ token: Int, _ frame: Range<Int>) -> Attribution? {
    let previous = token - 1
    if text.has(previous, .colon), text.isOutside(previous) {
      if let name = phrases.phrase(endingAt: previous - 1, frame),
        name.lowerBound == frame.lowerBound
      {
        return Attribution(speaker: name, cue: previous..<token, rule: .nameAndColon)
      }
      if let subject = finder.clauseSubject(previous, frame) {
        return Attribution(speaker: subject, cue: previous..<token, rule: .sentenceSubject)
      }
      return nil
    }
    guard let block = text.structure.block(at: Int(text.tokens.starts[token])),
      text.structure.blocks[block].kind == .headline
        || text.structure.blocks[block].kind == .heading
    else { return nil }
    let first = text.blockTokens[block].lowerBound
    var colon = first
    while colon < token, colon - first < 8, !text.has(colon, .colon) { colon += 1 }
    guard text.has(colon, .colon), text.isOutside(colon), colon > first,
      let name = phrases.phrase(endingAt: colon - 1, first..<colon), name.lowerBound == first
    else { return nil }
    return Attribution(speaker: name, cue: colon..<colon + 1, rule: .nameAndColon)
  }

  /// The event that leads to `token` in its sentence: of events inside one another the outer one.
  func leading(to token: Int, _ frame: Range<Int>) -> SpeechEvent? {
    var number = eventIndex(from: token) - 1
    // What is handed back, and the event whose clause it belongs to.
    var chosen: SpeechEvent?
    var anchor: SpeechEvent?
    let limit = number - Self.reach
    while number >= 0, number > limit, events[number].cue.lowerBound >= frame.lowerBound {
      let event = events[number]
      number -= 1
      guard let subject = event.subject else { continue }
      // "After Khan spoke, Malik shot back": the circumstance says nothing of who is quoted.
      if event.isCircumstance, anchor != nil || closes(event, before: token) { continue }
      guard let inner = anchor else {
        chosen = event
        anchor = event
        continue
      }
      // ", describing … as": the same one speaks, and the participle is the nearer cue.
      if inner.order == .participle, inner.subject == subject {
        anchor = event
        if !text.has(inner.cue.lowerBound - 1, [.comma, .dash, .and]) { chosen = event }
        continue
      }
      // A clause of its own ends what went before.
      if inner.isMain, let own = inner.subject, own != subject { break }
      if isInside(inner, event) {
        chosen = event
        anchor = event
      }
    }
    return chosen
  }

  /// Whether a clause of circumstance that opens its sentence ends with a comma before `token`.
  private func closes(_ event: SpeechEvent, before token: Int) -> Bool {
    guard let subject = event.subject, subject.lowerBound <= event.frame.lowerBound + 3 else {
      return false
    }
    let end = min(token - 1, event.cue.upperBound + 60)
    return (event.cue.upperBound..<max(event.cue.upperBound, end)).contains {
      text.isOutside($0) && text.has($0, .comma)
    }
  }

  /// Whether `inner` is part of what `outer` reports.
  private func isInside(_ inner: SpeechEvent, _ outer: SpeechEvent) -> Bool {
    guard outer.order == .subjectFirst || outer.order == .accordingTo else { return false }
    return inner.subject != nil
  }

  /// A cue farther on in the sentence.
  func later(_ index: Int, _ frame: Range<Int>) -> Attribution? {
    let tokens = text.stretchTokens[index]
    guard tokens.upperBound < frame.upperBound else { return nil }
    var number = eventIndex(from: tokens.upperBound)
    let limit = number + Self.reach
    while number < min(limit, events.count), events[number].cue.upperBound <= frame.upperBound {
      let event = events[number]
      if let subject = event.subject, subject.lowerBound >= tokens.upperBound,
        event.order != .participle, !saysSomethingElse(event)
      {
        return Attribution(
          speaker: subject, cue: event.cue, entry: event.entry,
          rule: event.order == .accordingTo ? .accordingTo : .cueInSentence)
      }
      number += 1
    }
    return nil
  }
}
