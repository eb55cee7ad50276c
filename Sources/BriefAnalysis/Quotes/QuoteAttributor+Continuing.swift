import BriefSource
import BriefText

/// Speech that goes on beyond its sentence: in the paragraph, in the next one, under a heading.
extension QuoteAttributor {
  // MARK: Across paragraphs

  /// Gives the parts of a quotation over several paragraphs the speaker that one of them names.
  mutating func shareInUnits() {
    var first = 0
    while first < text.stretches.count {
      var end = first + 1
      while end < text.stretches.count, continuesUnit(end) { end += 1 }
      if end - first > 1,
        let named = (first..<end).first(where: { attributions[$0]?.speaker != nil })
      {
        for index in first..<end where attributions[index]?.speaker == nil {
          // “…,” Khan said. “… and, in the next paragraph, “…: Khan it is already.
          if index == first, first > 0,
            text.stretches[first - 1].block == text.stretches[first].block,
            attributions[first - 1]?.speaker != nil
          {
            continue
          }
          attributions[index] = Attribution(
            speaker: attributions[named]?.speaker, cue: nil, rule: .sameUnit,
            origin: .stretch(named))
        }
      }
      first = end
    }
  }

  // MARK: Across sentences

  /// Gives the stretches of a block that have no cue of their own the speech that is going on.
  mutating func continueSpeech(_ stretches: Range<Int>, in block: Int) {
    let kind = text.structure.blocks[block].kind
    guard kind != .heading, kind != .headline, kind != .keyPoint else {
      for index in stretches where attributions[index] == nil && isInSentence(index) {
        guard isStatement(index) else { continue }
        let tokens = text.stretchTokens[index]
        if let subject = finder.clauseSubject(
          tokens.lowerBound, text.frame(holding: tokens.lowerBound)), text.maySpeak(subject)
        {
          attributions[index] = Attribution(speaker: subject, cue: nil, rule: .sentenceSubject)
        }
      }
      return
    }
    // In a transcript the turn itself says who speaks; only a cue of its own makes more of a mark.
    guard text.structure.blocks[block].turn == nil else { return }
    for index in stretches where attributions[index] == nil {
      let tokens = text.stretchTokens[index]
      guard !tokens.isEmpty, isStatement(index), !isTitle(index) else { continue }
      // In the middle of a sentence without a cue its subject is the likeliest.
      if isInSentence(index) {
        let frame = text.frame(holding: tokens.lowerBound)
        if let subject = finder.clauseSubject(tokens.lowerBound, frame) {
          attributions[index] = Attribution(speaker: subject, cue: nil, rule: .sentenceSubject)
          continue
        }
      }
      // The stretch before it in the paragraph.
      if index > stretches.lowerBound, let previous = attributions[index - 1],
        previous.speaker != nil
      {
        attributions[index] = Attribution(
          speaker: previous.speaker, cue: nil, rule: .sameParagraph, origin: .stretch(index - 1))
        continue
      }
      // The last speech event of the paragraph before it.
      let first = text.blockTokens[block].lowerBound
      if let event = lastEvent(before: tokens.lowerBound, from: first) {
        attributions[index] = Attribution(
          speaker: event.subject, cue: nil, entry: event.entry, rule: .sameParagraph,
          origin: .block(block))
        continue
      }
      // The next stretch of the paragraph: “A.” “B,” he said.
      if let next = ((index + 1)..<max(index + 1, min(stretches.upperBound, index + 9))).first(
        where: {
          attributions[$0]?.rule == .cueAfter
        }), let following = attributions[next]
      {
        attributions[index] = Attribution(
          speaker: following.speaker, cue: nil, rule: .sameParagraph, origin: .stretch(next))
        continue
      }
      if let previous = previousParagraph(block) {
        attributions[index] = previous
        continue
      }
    }
  }

  /// Gives a heading that is a quotation the speaker of its section, when only one speaks there.
  mutating func attributeHeadings() {
    for index in text.stretches.indices where attributions[index] == nil {
      let block = text.stretches[index].block
      let heading = text.structure.blocks[block]
      guard heading.kind == .heading, text.stretches[index].range == heading.content else {
        continue
      }
      let blocks = text.structure.sections[heading.section].blocks
      var only: Attribution?
      var isSingle = true
      var other = index + 1
      while other < text.stretches.count, text.stretches[other].block < blocks.upperBound {
        if let found = attributions[other], let speaker = found.speaker {
          if let known = only?.speaker, !isSame(known, speaker) { isSingle = false }
          if only == nil { only = found }
        }
        other += 1
      }
      guard isSingle, let only,
        let from = (index..<other).first(where: {
          attributions[$0]?.speaker == only.speaker
        })
      else { continue }
      attributions[index] = Attribution(
        speaker: only.speaker, cue: nil, rule: .headingQuotation,
        origin: .stretch(reworded(index, in: index + 1..<other)?.stretch ?? from),
        entity: only.entity)
    }
  }

  /// The stretch among `stretches` that the heading at `index` gives in other words, with the words
  /// that only the one and only the other has: the one that shares most of its words, at least
  /// every second. Linear in the number of words.
  func reworded(
    _ index: Int, in stretches: Range<Int>
  ) -> (stretch: Int, added: [Int], left: [Int])? {
    let own = text.stretchTokens[index].filter { text.isWord($0) }
    guard own.count >= 3 else { return nil }
    let lemmas = Set(own.map { lemma($0) })
    var best: (stretch: Int, shared: Int)?
    for other in stretches.prefix(200) where attributions[other]?.speaker != nil {
      let words = Set(text.stretchTokens[other].filter { text.isWord($0) }.map { lemma($0) })
      let shared = words.intersection(lemmas).count
      if shared * 2 >= lemmas.count, shared > best?.shared ?? 0 { best = (other, shared) }
    }
    guard let best else { return nil }
    let others = text.stretchTokens[best.stretch].filter { text.isWord($0) }
    let known = Set(others.map { lemma($0) })
    return (
      best.stretch, own.filter { !known.contains(lemma($0)) },
      others.filter { !lemmas.contains(lemma($0)) }
    )
  }

  private func lemma(_ token: Int) -> String {
    let lemma = text.tree.lemma(token)
    return lemma.isEmpty ? text.lower(token) : lemma
  }

  /// Whether two mentions mean the same, as the entities or, failing those, the words tell.
  private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    if left == right { return true }
    let first = text.entities.mention(holding: left.upperBound - 1)?.entity
    let second = text.entities.mention(holding: right.upperBound - 1)?.entity
    if let first, let second { return first == second }
    return text.tokens.lowers[left.upperBound - 1] == text.tokens.lowers[right.upperBound - 1]
  }

  /// Whether a stretch without a cue in its sentence may be somebody's words all the same: it is
  /// long, or a sentence of its own.
  private func isStatement(_ index: Int) -> Bool {
    let tokens = text.stretchTokens[index]
    let frame = text.frame(holding: tokens.lowerBound)
    if frame.lowerBound >= tokens.lowerBound, tokens.upperBound >= frame.upperBound { return true }
    return wordCount(index) >= 4
  }

  /// Whether the stretch opens its paragraph while the mark of the paragraph before is still open.
  func continuesUnit(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let stretch = text.stretches[index]
    let before = text.stretches[index - 1]
    guard !before.isClosed, !before.isReopened, before.block < stretch.block,
      stretch.style == before.style,
      stretch.range.start == text.structure.blocks[stretch.block].content.start
    else { return false }
    return (before.block + 1..<stretch.block).allSatisfy {
      text.structure.blocks[$0].kind == .furniture
        || text.structure.blocks[$0].kind == .stageDirection
    }
  }

  /// Whether words stand before a stretch in its sentence.
  private func isInSentence(_ index: Int) -> Bool {
    let tokens = text.stretchTokens[index]
    let frame = text.frame(holding: tokens.lowerBound)
    return text.wordCounts(frame.lowerBound..<max(frame.lowerBound, tokens.lowerBound)).all > 0
  }

  private func lastEvent(before token: Int, from first: Int) -> SpeechEvent? {
    var number = eventIndex(from: token) - 1
    var chosen: SpeechEvent?
    let limit = number - Self.reach
    while number >= 0, number > limit, events[number].cue.lowerBound >= first {
      let event = events[number]
      number -= 1
      guard let subject = event.subject, event.order != .participle,
        text.maySpeak(subject)
      else { continue }
      if let known = chosen, known.frame != event.frame { break }
      if chosen == nil || !(chosen?.isMain ?? false) { chosen = event }
    }
    return chosen
  }

  /// The one who speaks in the paragraph before `block`.
  private func previousParagraph(_ block: Int) -> Attribution? {
    var previous = block - 1
    while previous >= 0, previous >= block - 8 {
      switch text.structure.blocks[previous].kind {
      case .paragraph, .listItem, .blockQuote, .turn:
        return lastSpeech(in: previous)
      case .stageDirection, .furniture: previous -= 1
      case .heading:
        guard let found = HeadingReader(text: text).speaker(in: previous, before: block) else {
          return nil
        }
        return Attribution(
          speaker: found.tokens, cue: found.cue, entry: found.entry, rule: .headingAbove,
          origin: .block(previous), entity: found.entity)
      default: return nil
      }
    }
    return nil
  }

  private func lastSpeech(in block: Int) -> Attribution? {
    let tokens = text.blockTokens[block]
    guard !tokens.isEmpty else { return nil }
    // "She went on to say:" hands over to the next paragraph.
    let end = tokens.upperBound - 1
    if text.has(end, .colon), text.isOutside(end) {
      let frame = text.frame(holding: end)
      if let event = leading(to: end, frame) {
        return Attribution(
          speaker: event.subject, cue: event.cue, entry: event.entry, rule: .paragraphColon,
          origin: .block(block))
      }
      if let subject = phrases.phrase(endingAt: end - 1, frame),
        subject.lowerBound == frame.lowerBound
      {
        return Attribution(speaker: subject, cue: nil, rule: .paragraphColon, origin: .block(block))
      }
      if let subject = finder.clauseSubject(end, frame) {
        return Attribution(speaker: subject, cue: nil, rule: .paragraphColon, origin: .block(block))
      }
    }
    // The last stretch of that paragraph.
    var low = 0
    var high = text.stretches.count
    while low < high {
      let middle = (low + high) / 2
      if text.stretches[middle].block <= block { low = middle + 1 } else { high = middle }
    }
    let last = low - 1
    if last >= 0, text.stretches[last].block == block, let found = attributions[last],
      found.speaker != nil
    {
      return Attribution(
        speaker: found.speaker, cue: nil, rule: .previousParagraph, origin: .stretch(last))
    }
    if let event = lastEvent(before: tokens.upperBound, from: tokens.lowerBound) {
      return Attribution(
        speaker: event.subject, cue: nil, entry: event.entry, rule: .previousParagraph,
        origin: .block(block))
    }
    return nil
  }
}
