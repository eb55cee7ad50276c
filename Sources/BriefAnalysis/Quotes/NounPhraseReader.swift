import BriefSource
import BriefText

/// Finds the noun phrase that is the subject of a verb of speech, without a parser.
///
/// The phrase is the short one: without apposition and without a relative clause.
struct NounPhraseReader {
  let text: QuoteText

  /// What ends a noun phrase on either side.
  private static let boundary: WordClass = [
    .auxiliary, .subordinator, .pronoun, .conjunction, .preposition, .to, .negation, .comma, .stop,
    .colon, .dash, .semicolon, .mark, .verb, .impersonal, .relative,
  ]

  /// The subject whose verb group begins at `verb`, within `frame`; `nil` when there is none.
  ///
  /// `verb` is the cue itself; auxiliaries and adverbs before it are skipped.
  func subject(before verb: Int, in frame: Range<Int>) -> Range<Int>? {
    var last = verb - 1
    last = skipVerbGroup(last, frame)
    guard last >= frame.lowerBound, text.isOutside(last) else { return nil }
    if text.has(last, .close), let open = openBracket(last, frame) {
      last = open - 1
      guard last >= frame.lowerBound else { return nil }
    }
    if text.has(last, [.comma, .dash]) {
      guard let before = beforeInsertion(last, frame) else { return nil }
      last = before
      if text.has(last, .close), let open = openBracket(last, frame) { last = open - 1 }
      guard last >= frame.lowerBound else { return nil }
    }
    return phrase(endingAt: last, frame)
  }

  /// Goes left over auxiliaries, adverbs and negations.
  private func skipVerbGroup(_ start: Int, _ frame: Range<Int>) -> Int {
    var last = start
    while last >= frame.lowerBound, text.isOutside(last) {
      let classes = text.classes(last)
      let isGenitive = classes.contains(.genitive)
      if !classes.isDisjoint(with: [.auxiliary, .negation]) && !isGenitive
        && !(classes.contains(.time) && text.isCapitalised(last))
      {
        last -= 1
      } else if classes.contains(.adverb), !text.isCapitalised(last) || last == frame.lowerBound {
        last -= 1
      } else if classes.contains(.time), classes.isDisjoint(with: .preposition) {
        // "Trump on Monday said", "Khan yesterday told".
        let before = last - 1
        if before > frame.lowerBound, text.has(before, .preposition) {
          last = before - 1
        } else {
          last = before
        }
      } else {
        break
      }
    }
    return last
  }

  private func openBracket(_ close: Int, _ frame: Range<Int>) -> Int? {
    var index = close - 1
    while index >= frame.lowerBound, close - index <= 12 {
      if text.has(index, .open) { return index }
      index -= 1
    }
    return nil
  }

  /// The token before the apposition or relative clause that ends at the comma at `comma`.
  private func beforeInsertion(_ comma: Int, _ frame: Range<Int>) -> Int? {
    let isDash = text.has(comma, .dash)
    var index = comma - 1
    var depth = 0
    while index > frame.lowerBound, comma - index <= 40, text.isOutside(index) {
      if text.has(index, .close) { depth += 1 }
      if text.has(index, .open) { depth -= 1 }
      if depth == 0, text.has(index, isDash ? .dash : .comma) {
        let before = index - 1
        // A list: "Khan, Malik, and Shah, said". What stands between has to look like an insertion.
        if looksLikeInsertion(index + 1, comma), text.isWord(before) || text.has(before, .close) {
          // Walk on over a first insertion before the second: "Khan, 61, the minister, said".
          if text.tokens.kinds[before] == .number,
            let further = insertion(endingAt: index, frame)
          {
            return further
          }
          return before
        }
        return nil
      }
      index -= 1
    }
    return nil
  }

  private func insertion(endingAt comma: Int, _ frame: Range<Int>) -> Int? {
    var index = comma - 1
    while index > frame.lowerBound, comma - index <= 12, text.isOutside(index) {
      if text.has(index, .comma) {
        return looksLikeInsertion(index + 1, comma) && text.isWord(index - 1) ? index - 1 : nil
      }
      if text.has(index, .stop) { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether the tokens from `first` up to `end` may be an apposition or a relative clause.
  private func looksLikeInsertion(_ first: Int, _ end: Int) -> Bool {
    guard first < end else { return false }
    let classes = text.classes(first)
    if !classes.isDisjoint(with: [.determiner, .relative, .speaker, .rank, .title, .possessive]) {
      return true
    }
    if text.tokens.kinds[first] == .number { return true }
    if text.isCapitalised(first) { return true }
    // "speaking to reporters", "citing", "in a statement", "when asked".
    return text.isWord(first)
  }

  /// The noun phrase whose last token is `last`.
  func phrase(endingAt end: Int, _ frame: Range<Int>) -> Range<Int>? {
    var last = end
    if text.has(last, .close), let open = openBracket(last, frame) { last = open - 1 }
    guard last >= frame.lowerBound, text.isWord(last), text.isOutside(last) else { return nil }
    let classes = text.classes(last)
    if classes.contains(.relative), !classes.contains(.that) {
      return antecedent(of: last, frame)
    }
    if classes.contains(.that) { return nil }
    if classes.contains(.possessive) || text.has(last, .article) { return nil }
    if classes.contains(.pronoun) { return last..<last + 1 }
    if !classes.isDisjoint(with: [.impersonal, .subordinator, .conjunction, .to]),
      classes.isDisjoint(with: .speaker)
    {
      return nil
    }
    if !classes.isDisjoint(with: Self.boundary), !text.isCapitalised(last),
      classes.isDisjoint(with: [.speaker, .rank])
    {
      return nil
    }
    var first = extend(from: last, frame)
    // "a spokesman for the ministry", "officials in Kabul", "the Ministry of Foreign Affairs".
    var steps = 0
    while steps < 3, first - 2 >= frame.lowerBound, text.has(first - 1, .preposition),
      text.isOutside(first - 2), text.isWord(first - 2)
    {
      let head = first - 2
      let isOf = text.has(first - 1, .of)
      let headClasses = text.classes(head)
      guard !headClasses.contains(.time),
        !headClasses.isDisjoint(with: [.speaker, .rank])
          || (isOf && text.isWord(head) && headClasses.isDisjoint(with: Self.boundary))
      else { break }
      first = extend(from: head, frame)
      steps += 1
    }
    // "a letter obtained by the agency says": the noun before the participle is the subject.
    if first - 3 >= frame.lowerBound, text.has(first - 1, .preposition),
      text.has(first - 2, .regularPast), text.isOutside(first - 2), text.isWord(first - 3),
      text.classes(first - 3).isDisjoint(with: Self.boundary),
      let head = phrase(endingAt: first - 3, frame),
      text.has(head.lowerBound, [.determiner, .possessive])
    {
      return head
    }
    // "people who attended the meeting said"
    if let antecedent = relativeBefore(first, frame) { return antecedent }
    return first..<last + 1
  }

  /// Goes left from the last word of a noun phrase to its first.
  private func extend(from last: Int, _ frame: Range<Int>) -> Int {
    var first = last
    while first > frame.lowerBound, last - first < 12 {
      let before = first - 1
      guard text.isOutside(before) else { break }
      let classes = text.classes(before)
      if classes.contains(.genitive) || classes.contains(.hyphen) {
        first = before
        continue
      }
      // The first part of a hyphenated word belongs to it, whatever word it is.
      if text.has(first, .hyphen), text.isWord(before) {
        first = before
        continue
      }
      if classes.contains(.close), let open = openBracket(before, frame), open > frame.lowerBound {
        first = open
        continue
      }
      if text.has(before, .conjunction) {
        // "Clinton and Trump said": a pair of names.
        if text.isCapitalised(first), before - 1 >= frame.lowerBound,
          text.isCapitalised(before - 1),
          text.isOutside(before - 1), text.classes(before).isDisjoint(with: .punctuation),
          text.classes(before - 1).isDisjoint(with: [.pronoun, .time, .preposition]),
          text.has(before, .and)
        {
          first = before - 1
          continue
        }
        break
      }
      if text.has(before, .punctuation) {
        // The point of "Mr." and of initials belongs to the name.
        guard text.has(before, .stop), before - 1 >= frame.lowerBound, isPointed(before - 1) else {
          break
        }
        first = before - 1
        continue
      }
      guard text.isWord(before) else { break }
      if classes.contains(.time), classes.isDisjoint(with: .speaker), text.isCapitalised(before) {
        break
      }
      if !classes.isDisjoint(with: Self.boundary) {
        // "May" and "Will" are names as well, but only a title or a first name shows it.
        guard text.isCapitalised(before), classes.isDisjoint(with: [.pronoun, .preposition]),
          before > frame.lowerBound, classes.isDisjoint(with: [.subordinator, .conjunction])
        else { break }
      }
      if classes.contains(.cue), !text.isCapitalised(before), classes.isDisjoint(with: .speaker) {
        break
      }
      if classes.contains(.adverb), !text.isCapitalised(before) { break }
      first = before
      if !classes.isDisjoint(with: [.determiner, .possessive]) { break }
    }
    return first
  }

  /// Whether the token at `index` is a title or an initial, whose point ends no sentence.
  private func isPointed(_ index: Int) -> Bool {
    text.has(index, .title) || (text.isCapitalised(index) && text.tokens.range(index).count == 1)
  }

  /// What the relative pronoun at `index` stands for.
  private func antecedent(of index: Int, _ frame: Range<Int>) -> Range<Int>? {
    var last = index - 1
    if last >= frame.lowerBound, text.has(last, .comma) { last -= 1 }
    if last >= frame.lowerBound, text.has(last, .close), let open = openBracket(last, frame) {
      last = open - 1
    }
    guard last >= frame.lowerBound, text.isWord(last), text.isOutside(last),
      !text.has(last, [.pronoun, .relative])
    else { return nil }
    return phrase(endingAt: last, frame)
  }

  /// The phrase before "who …" when the phrase that begins at `first` is part of such a clause.
  private func relativeBefore(_ first: Int, _ frame: Range<Int>) -> Range<Int>? {
    var index = first - 1
    while index > frame.lowerBound, first - index <= 8, text.isOutside(index) {
      let classes = text.classes(index)
      if !classes.isDisjoint(with: [.punctuation, .mark]) { return nil }
      if classes.contains(.relative), !classes.contains(.that), !classes.contains(.impersonal) {
        guard !text.has(index - 1, .comma) else { return nil }
        return antecedent(of: index, frame)
      }
      if classes.contains(.cue) { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether one of the two words after `index` is a name or a noun for a person.
  private func goesOn(from index: Int, before end: Int) -> Bool {
    for next in (index + 1)..<max(index + 1, min(end, index + 3)) {
      if text.has(next, .hyphen) { continue }
      guard text.isWord(next), text.isOutside(next),
        text.classes(next).isDisjoint(with: Self.boundary), !text.has(next, .determiner)
      else { return false }
      if text.isCapitalised(next) || text.has(next, .speaker) { return true }
    }
    return false
  }

  /// The noun phrase that begins at `first`, as after "said"; `nil` when none does.
  func phrase(startingAt first: Int, before end: Int) -> Range<Int>? {
    guard first < end, text.isWord(first), text.isOutside(first) else { return nil }
    let start = text.classes(first)
    if start.contains(.pronoun) {
      return start.isDisjoint(with: [.impersonal, .relative]) ? first..<first + 1 : nil
    }
    guard
      text.isCapitalised(first)
        || !start.isDisjoint(with: [.determiner, .possessive, .speaker, .rank, .title])
        || (start.isDisjoint(with: Self.boundary) && start.isDisjoint(with: [.adverb, .cue]))
    else { return nil }
    if start.contains(.time), start.isDisjoint(with: .speaker) { return nil }
    var last = first
    var next = first + 1
    while next < end, next - first < 12, text.isOutside(next) {
      let classes = text.classes(next)
      if classes.contains(.genitive), next + 1 < end, text.isWord(next + 1) {
        next += 1
        continue
      }
      if classes.contains(.hyphen), next + 1 < end, text.isWord(next + 1) {
        last = next + 1
        next += 2
        continue
      }
      if classes.contains(.stop), isPointed(next - 1), next + 1 < end, text.isCapitalised(next + 1)
      {
        next += 1
        continue
      }
      if text.has(next, .of), next + 1 < end, text.isWord(next + 1) {
        next += 1
        if text.has(next, .determiner) { next += 1 }
        guard next < end, text.isWord(next) else { break }
        last = next
        next += 1
        continue
      }
      if text.has(next, .and), next + 1 < end, text.isCapitalised(next + 1),
        text.isCapitalised(last), text.classes(next + 1).isDisjoint(with: .pronoun)
      {
        next += 1
        continue
      }
      guard text.isWord(next), classes.isDisjoint(with: [.determiner, .possessive]) else { break }
      if !classes.isDisjoint(with: Self.boundary) {
        guard text.isCapitalised(next), classes.isDisjoint(with: [.preposition, .pronoun]) else {
          break
        }
      }
      if classes.contains(.time), classes.isDisjoint(with: .speaker) { break }
      if classes.contains(.cue), !text.isCapitalised(next), classes.isDisjoint(with: .speaker) {
        break
      }
      if classes.contains(.adverb), !text.isCapitalised(next) { break }
      // Behind a name or a noun for a person a small word is a verb, unless the phrase goes on to
      // another name or such a noun.
      if !text.isCapitalised(next), classes.isDisjoint(with: [.speaker, .rank, .title]),
        text.isCapitalised(last) || text.has(last, .speaker),
        last > first || text.isCapitalised(first),
        !goesOn(from: next, before: end)
      {
        break
      }
      last = next
      next += 1
    }
    if last == first, !start.isDisjoint(with: [.determiner, .possessive]) { return nil }
    return first..<last + 1
  }
}
