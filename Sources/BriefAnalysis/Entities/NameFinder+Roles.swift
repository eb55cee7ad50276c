import BriefSource
import BriefText

extension NameFinder {
  /// Finds the roles that stand beside names: before them without a capital, or set off by commas.
  mutating func findRoles() {
    for index in spans.indices where !spans[index].isLabel {
      if let entry = spans[index].entry, gazetteer.entries[entry].type != .person { continue }
      let upper = index + 1 < spans.count ? spans[index + 1].tokens.lowerBound : text.tokens.count
      let lower = index > 0 ? spans[index - 1].tokens.upperBound : 0
      if spans[index].role == nil, let role = smallRole(before: spans[index].tokens, lower) {
        spans[index].role = role
      }
      guard spans[index].role == nil || isHonorific(spans[index].role), upper >= 0 else { continue }
      if let role = apposition(after: spans[index].tokens)
        ?? apposition(before: spans[index].tokens)
      {
        spans[index].role = role
        spans[index].isApposed = true
      }
    }
  }

  private func isHonorific(_ role: Range<Int>?) -> Bool {
    role?.allSatisfy {
      text.facts($0).kinds.contains(.honorific) || text.tokens.kinds[$0] != .word
    } ?? false
  }

  private func isRoleNoun(_ token: Int) -> Bool {
    let facts = text.facts(token)
    if facts.kinds.contains(.honorific) { return false }
    return !facts.kinds.isDisjoint(with: [.title, .role]) || facts.misspeltRole != nil
  }

  /// `foreign minister` in `the foreign minister Ishaq Dar`.
  private func smallRole(before name: Range<Int>, _ lower: Int) -> Range<Int>? {
    let last = name.lowerBound - 1
    guard last >= 0, text.facts(last).shape == .small, isRoleNoun(last),
      text.sentence[last] == text.sentence[name.lowerBound],
      text.tokens.hasSpaceBefore(name.lowerBound)
    else { return nil }
    return nounPhraseStart(endingAt: last)..<name.lowerBound
  }

  /// Where the noun phrase begins whose head is at `head`, without its determiner.
  func nounPhraseStart(endingAt head: Int) -> Int {
    var start = head
    let sentence = text.sentence[head]
    while start > 0, head - start < 7, text.sentence[start - 1] == sentence {
      let before = start - 1
      if text.isJoiningHyphen(before) {
        start = before
        continue
      }
      let facts = text.facts(before)
      guard text.tokens.kinds[before] == .word, !facts.kinds.contains(.function) else { break }
      let isModifier =
        isName[before] && text.tokens.hasSpaceBefore(start)
        || facts.shape == .small && facts.isNominal && facts.classes.first != .verb
          && facts.classes.first != .adverb
        || facts.shape == .small && !facts.kinds.isDisjoint(with: [.title, .role])
      guard isModifier || text.isJoiningHyphen(start) else { break }
      start = before
    }
    while start < head, text.tokens.kinds[start] != .word { start += 1 }
    return start
  }

  /// `the Foreign Office Spokesperson` in `Tahir Hussain Andrabi, the Foreign Office Spokesperson,`.
  private func apposition(after name: Range<Int>) -> Range<Int>? {
    let comma = name.upperBound
    guard comma + 1 < text.tokens.count, isMark(comma, ",") || isMark(comma, "(") else {
      return nil
    }
    let start = comma + 1
    let sentence = text.sentence[comma - 1]
    guard text.sentence[start] == sentence, text.tokens.kinds[start] == .word else { return nil }
    var head = start
    while head < text.tokens.count, head - start < 9, text.sentence[head] == sentence {
      let facts = text.facts(head)
      if text.isJoiningHyphen(head) || text.lower(head) == "'s" {
        head += 1
        continue
      }
      guard text.tokens.kinds[head] == .word || text.tokens.kinds[head] == .number else {
        return nil
      }
      if isRoleNoun(head), !isRoleContinued(head) { break }
      let lower = text.lower(head)
      let isInside =
        isName[head] || Self.determiners.contains(lower) || facts.isNominal
        || isRoleNoun(head) || lower == "then" || lower == "and" && head > start
      guard isInside, facts.classes.first != .verb || isName[head] else { return nil }
      head += 1
    }
    guard head < text.tokens.count, head - start < 9, text.sentence[head] == sentence,
      isRoleNoun(head)
    else { return nil }
    return start..<roleEnd(from: head)
  }

  /// Whether another role noun follows, so that this one is its modifier: `deputy minister`.
  private func isRoleContinued(_ token: Int) -> Bool {
    var next = token + 1
    if next < text.tokens.count, text.isJoiningHyphen(next) { next += 1 }
    return next < text.tokens.count && text.sentence[next] == text.sentence[token]
      && text.tokens.kinds[next] == .word && isRoleNoun(next)
  }

  /// The end of a role whose head is at `head`: after what it is of, for, at or in.
  private func roleEnd(from head: Int) -> Int {
    var end = head + 1
    let sentence = text.sentence[head]
    while end < text.tokens.count, text.sentence[end] == sentence, isRoleNoun(end) { end += 1 }
    let prepositions: Set<String> = ["of", "for", "at", "in", "to", "on", "with"]
    guard end < text.tokens.count, text.sentence[end] == sentence,
      prepositions.contains(text.lower(end))
    else { return end }
    let limit = min(text.tokens.count, end + 16)
    var next = end + 1
    var last = end
    while next < limit, text.sentence[next] == sentence {
      let facts = text.facts(next)
      let lower = text.lower(next)
      let isGlue =
        ["of", "the", "and", "for", "&", "'s", "'", "in", "on", "a", "an", "to"].contains(lower)
        || text.isJoiningHyphen(next)
      let isWord =
        isName[next]
        || text.tokens.kinds[next] == .word && facts.isNominal && facts.classes.first != .verb
          && !facts.kinds.contains(.function)
      guard isGlue || isWord else { break }
      if lower == "and", next + 1 < limit, !isName[next + 1] { break }
      if isWord { last = next + 1 }
      next += 1
    }
    return max(end, last)
  }

  /// `the ministry spokesman` in `the ministry spokesman, Tahir Hussain Andrabi, said`.
  private func apposition(before name: Range<Int>) -> Range<Int>? {
    let comma = name.lowerBound - 1
    guard comma > 1, isMark(comma, ","), isRoleNoun(comma - 1), name.count > 1,
      name.upperBound < text.tokens.count,
      isMark(name.upperBound, ",")
        || text.facts(name.upperBound).kinds.contains(.speechVerb)
    else { return nil }
    let start = nounPhraseStart(endingAt: comma - 1)
    guard start > 0, Self.determiners.contains(text.lower(start - 1)) || text.isInitial[start]
    else { return nil }
    return start..<comma
  }

  func isMark(_ token: Int, _ mark: String) -> Bool {
    text.tokens.kinds[token] == .punctuation && text.form(token) == mark
  }

  static let determiners: Set<String> = [
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "former", "ex", "then", "another",
  ]
}
