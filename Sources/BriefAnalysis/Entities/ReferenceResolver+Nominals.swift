import BriefSource
import BriefText

extension ReferenceResolver {
  /// Resolves the noun phrase that begins at `token`, if it is one that means a person by role;
  /// the token after it.
  mutating func nominal(at token: Int, nextName: Int, lastName: Int) -> Int? {
    guard text.tokens.kinds[token] == .word, let head = roleWord(token) else { return nil }
    // A longer role goes on: `deputy minister`, `prime minister's`.
    var last = token
    var next = token + 1
    while next < nextName, next < token + 8, next < text.tokens.count,
      text.sentence[next] == text.sentence[token]
    {
      if text.isJoiningHyphen(next) {
        next += 1
        continue
      }
      guard roleWord(next) != nil else { break }
      last = next
      next += 1
    }
    let head2 = last == token ? head : roleWord(last) ?? head
    // A name right after it has it as its title.
    if last + 1 == nextName, nextName < text.tokens.count, text.tokens.hasSpaceBefore(nextName),
      text.facts(last).beginsCapital || text.facts(last).shape == .small,
      text.sentence[nextName] == text.sentence[last], !endsSentence(last)
    {
      return last + 1
    }
    let (start, modifiers, determiner) = phrase(endingAt: token, lastName: lastName)
    let isCapital = text.facts(token).beginsCapital
    guard determiner != .indefinite, determiner != .none || isCapital || text.isInitial[token]
    else { return nil }
    let wanted = modifiers + (last > token ? [text.facts(token).folded] : [])
    guard let found = person(for: head2, modifiers: wanted) else { return nil }
    let isMisspelt = text.facts(last).misspeltRole != nil
    let from = max(start, lastName)
    let word = text.lower(last)
    add(
      found.draft, from..<(last + 1), .nominal,
      isMisspelt
        ? "'\(text.form(last))' looks like '\(text.facts(last).misspeltRole ?? "")' misspelt, "
          + found.reason
        : "'\(word)' is the role of the person named, " + found.reason,
      isMisspelt ? found.confidence - 0.25 : found.confidence)
    return last + 1
  }

  /// The role that the word at `token` names, without regard to its spelling; plurals name none.
  private func roleWord(_ token: Int) -> String? {
    guard text.tokens.kinds[token] == .word else { return nil }
    let facts = text.facts(token)
    if let role = facts.misspeltRole { return Self.roleHead(role) }
    guard facts.kinds.contains(.role), facts.kinds.isDisjoint(with: .honorific),
      text.tokens.kinds[token] == .word
    else { return nil }
    return Self.roleHead(facts.folded)
  }

  private func endsSentence(_ token: Int) -> Bool {
    token + 1 >= text.tokens.count || text.sentence[token + 1] != text.sentence[token]
  }

  private enum Determiner { case definite, indefinite, possessive, none }

  /// The words before a role noun that belong to it, and how it is determined.
  private func phrase(
    endingAt head: Int, lastName: Int
  ) -> (start: Int, modifiers: [String], determiner: Determiner) {
    var start = head
    var modifiers: [String] = []
    while start > 0, head - start < 7, text.sentence[start - 1] == text.sentence[head] {
      let before = start - 1
      let lower = text.lower(before)
      switch lower {
      case "the", "this", "that": return (before, modifiers, .definite)
      case "a", "an", "another", "any", "some", "no", "every", "each", "one", "former":
        return (before, modifiers, .indefinite)
      case "his", "her", "its", "their", "our", "my", "your", "'s", "'":
        return (start, modifiers, .possessive)
      default: break
      }
      let facts = text.facts(before)
      let isModifier =
        text.isJoiningHyphen(before) || before < lastName && facts.beginsCapital
        || facts.beginsCapital && !facts.kinds.contains(.function)
        || facts.shape == .small && facts.isNominal && !facts.kinds.contains(.function)
          && facts.classes.first != .verb
      guard isModifier, text.tokens.kinds[before] != .quotationMark else { break }
      if !facts.folded.isEmpty { modifiers.append(facts.folded) }
      start = before
    }
    return (start, modifiers, .none)
  }

  /// The person who has the role `head` with all of `modifiers`: the one meant last.
  private func person(
    for head: String, modifiers: [String]
  ) -> (draft: Int, reason: String, confidence: Double)? {
    let candidates = (byRole[head] ?? []).filter { draft in
      modifiers.allSatisfy { word in
        drafts[draft].roleWords.contains(word) || Self.lightWords.contains(word)
      }
    }
    guard !candidates.isEmpty else { return nil }
    let seen = candidates.filter { lastPlace[$0] >= 0 }
    if let last = seen.max(by: { lastPlace[$0] < lastPlace[$1] }) {
      return candidates.count == 1
        ? (last, "and only one person has it here", 0.9)
        : (last, "and of \(candidates.count) persons who have it this one was named last", 0.7)
    }
    guard candidates.count == 1, let only = candidates.first else { return nil }
    return (only, "who is named further on", 0.75)
  }

  private static let lightWords: Set<String> = [
    "the", "chief", "top", "senior", "new", "same", "own", "official", "press",
  ]
}
