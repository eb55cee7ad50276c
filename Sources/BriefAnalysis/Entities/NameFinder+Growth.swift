import BriefSource
import BriefText

extension NameFinder {
  /// Takes the noun in that a name needs which ends in an adjective: `the Bhabha Nuclear reactor`.
  ///
  /// Linear in the number of names.
  mutating func completeAdjectives() {
    for index in spans.indices where spans[index].entry == nil && !spans[index].isLabel {
      let last = spans[index].tokens.upperBound - 1
      let next = last + 1
      guard spans[index].tokens.count > 1, next < text.tokens.count,
        text.sentence[next] == text.sentence[last], text.tokens.kinds[next] == .word,
        index + 1 == spans.count || spans[index + 1].tokens.lowerBound > next,
        text.facts(last).classes.first == .adjective, text.facts(next).shape == .small,
        !text.facts(next).kinds.isDisjoint(with: .heads),
        text.facts(next).kinds.isDisjoint(with: [.title, .role])
      else { continue }
      spans[index].tokens = spans[index].tokens.lowerBound..<(next + 1)
      // What the words before the noun looked like says nothing of the whole.
      spans[index].votes = TypeVotes()
    }
  }

  /// The end of the longest stretch from `token` that may be one name: capitalised words, hyphens
  /// between them, particles, and "of", "for", "and" where the words before call for them.
  func growth(from token: Int) -> Int {
    let sentence = text.sentence[token]
    var end = token
    var head: Int?
    var hasComplement = false
    while end < isName.count, text.sentence[end] == sentence {
      if isName[end], end == token || follows(end) {
        if hasComplement, startsPerson(end, after: token) { break }
        if !text.facts(end).kinds.isDisjoint(with: .heads) { head = head ?? end }
        end += 1
        continue
      }
      guard end > token else { break }
      if text.isJoiningHyphen(end), end + 1 < isName.count, continuesHyphen(end + 1) {
        end += 2
        continue
      }
      if let after = particles(from: end) {
        end = after
        continue
      }
      if let after = complement(from: end, start: token, head: head) {
        hasComplement = true
        end = after
        continue
      }
      if let after = conjunct(from: end, start: token, head: head, hasComplement) {
        end = after
        continue
      }
      if let after = possessive(from: end, start: token) {
        end = after
        continue
      }
      if isNumberOfName(end) {
        end += 1
        continue
      }
      break
    }
    return end
  }

  /// Whether a person or a role begins after a name with its complement: `Liberal Party of Canada
  /// leader`, `Church of England Archbishop`.
  private func startsPerson(_ token: Int, after start: Int) -> Bool {
    let kinds = text.facts(token).kinds
    if kinds.contains(.role) { return true }
    guard !kinds.isDisjoint(with: .firstName), token - 1 > start else { return false }
    return isKnownName(from: token - 1)
  }

  /// Whether the word at `token` belongs to what stands right before it.
  private func follows(_ token: Int) -> Bool {
    // Without white space between, as after a dash or a slash, a new name begins.
    text.tokens.hasSpaceBefore(token) || text.isJoiningHyphen(token - 1)
  }

  private func continuesHyphen(_ token: Int) -> Bool {
    let facts = text.facts(token)
    if isName[token] || facts.beginsCapital { return true }
    // `Tehreek-i-Taliban`, `Khan-e-Azam`, `Mujib-ur-Rahman`; not `Doha-mediated`.
    return facts.shape == .small && facts.folded.utf8.count <= 3 && text.isJoiningHyphen(token + 1)
      && token + 2 < isName.count && text.facts(token + 2).beginsCapital
  }

  /// The place after particles that lead to another word of the name: `bin`, `de la`, `al-`.
  private func particles(from token: Int) -> Int? {
    var next = token
    var count = 0
    while next < isName.count, count < 3, text.tokens.kinds[next] == .word,
      text.facts(next).shape == .small, text.facts(next).kinds.contains(.particle),
      text.tokens.hasSpaceBefore(next)
    {
      let lower = text.lower(next)
      // Words of English too: they join only inside names that plainly go on.
      if ["as", "an", "us", "do", "den", "bar", "i", "y", "e", "du", "san", "op"].contains(lower),
        count == 0, lower != "du", lower != "y"
      {
        return nil
      }
      next += 1
      count += 1
      if text.isJoiningHyphen(next) { next += 1 }
    }
    guard count > 0, next < isName.count, isName[next] || text.facts(next).beginsCapital else {
      return nil
    }
    return next
  }

  /// `of`, `for`, `on` with what they lead to, where the word before heads names.
  private func complement(from token: Int, start: Int, head: Int?) -> Int? {
    let lower = text.lower(token)
    guard text.facts(token).shape == .small, token + 1 < isName.count, let head else { return nil }
    let kinds = text.facts(head).kinds
    switch lower {
    case "of": break
    case "for", "on", "against", "to":
      guard !kinds.isDisjoint(with: [.organisationHead, .lawHead, .eventHead]),
        !Self.headsWithoutPurpose.contains(text.lower(head))
      else { return nil }
      guard lower == "for" || head + 1 == token else { return nil }
      if lower == "to" || lower == "on" || lower == "against",
        !text.facts(token + 1).isOrdinary || longestKnownName(from: token + 1).words > 0,
        text.lower(token + 1) != "the"
      {
        return nil
      }
    default: return nil
    }
    var next = token + 1
    if ["the", "a", "an"].contains(text.lower(next)), next + 1 < isName.count { next += 1 }
    guard isName[next] else { return nil }
    // `President of Kenya` is no name; the head has to name a thing.
    if isRoleWord(head) { return nil }
    if kinds.contains(.placeHead), kinds.isDisjoint(with: [.organisationHead, .lawHead]),
      head == token - 1, head > start, lower == "of",
      longestKnownName(from: next).words > 0, text.lower(head) != "republic",
      text.lower(head) != "kingdom"
    {
      // `Kunar Province of Afghanistan`: two places.
      return nil
    }
    return next + 1
  }

  /// Heads after which "for" and "to" begin something else.
  private static let headsWithoutPurpose: Set<String> = [
    "party", "army", "senate", "house", "police", "news", "times", "post", "parliament",
    "assembly", "congress", "cabinet", "government", "force", "forces", "guard", "press",
    "university", "college", "church", "court", "company", "bank", "school", "club", "team",
  ]

  /// `and` with what it leads to: `Ministry of Trade and Industry`, `Johnson & Johnson`.
  private func conjunct(
    from token: Int, start: Int, head: Int?, _ hasComplement: Bool
  ) -> Int? {
    guard token + 1 < isName.count, isName[token + 1] else { return nil }
    if text.form(token) == "&" { return token + 2 }
    guard text.lower(token) == "and",
      text.facts(token).shape == .small || text.casing[token] == .capitals
    else { return nil }
    let next = token + 1
    if let after = partisans(from: next, start: start, head: head, hasComplement) { return after }
    guard isPlain(next) else { return nil }
    if let head, !text.facts(head).kinds.isDisjoint(with: [.organisationHead, .lawHead]) {
      // `Chamber of Commerce and Industry`: the head stands before, its complement is plain.
      guard hasComplement, isPlain(token - 1) else { return nil }
      var last = next
      while last < isName.count, isName[last] {
        if !text.facts(last).kinds.isDisjoint(with: [.organisationHead]) { return nil }
        last += 1
      }
      return next + 1
    }
    // `Trade and Industry Ministry`: plain words before, the head after.
    guard head == nil, (start..<token).allSatisfy(isPlain) else { return nil }
    var last = next
    while last + 1 < isName.count, isName[last + 1], last - next < 4 { last += 1 }
    guard last > next, text.facts(last).kinds.contains(.organisationHead),
      (next..<last).allSatisfy(isPlain), text.casing[token] == .ordinary
    else { return nil }
    return next + 1
  }

  /// `Social Democratic and Labour Party`, `Alliance of Liberals and Democrats`: words for
  /// adherents, which are names of groups by themselves, on both sides of "and".
  private func partisans(
    from next: Int, start: Int, head: Int?, _ hasComplement: Bool
  ) -> Int? {
    let left = text.facts(next - 2)
    let right = text.facts(next)
    if head != nil {
      let isAmong = hasComplement && isPartisan(left) && isPartisan(right)
      return isAmong && next + 1 < isName.count && !isName[next + 1] ? next + 1 : nil
    }
    guard isPartisan(left), isPartisan(right) || right.isNominal else { return nil }
    var last = next
    while last + 1 < isName.count, isName[last + 1], last - next < 3 { last += 1 }
    let isParty = ["party", "movement", "alliance", "union", "coalition", "league"].contains(
      text.lower(last))
    return last > next && isParty ? next + 1 : nil
  }

  private func isPartisan(_ facts: WordFacts) -> Bool {
    facts.kinds.contains(.people)
      || [
        "democratic", "liberal", "social", "conservative", "labour", "labor", "reform", "unionist",
        "freedom", "national", "progressive", "justice", "liberals", "democrats", "socialists",
        "conservatives", "greens", "reformists",
      ].contains(facts.folded)
  }

  /// Whether the word at `token` is an ordinary word, no place, person or body by itself.
  private func isPlain(_ token: Int) -> Bool {
    let facts = text.facts(token)
    guard text.tokens.kinds[token] == .word else { return text.isJoiningHyphen(token) }
    guard facts.kinds.isDisjoint(with: [.firstName, .people]), !isKnownName(from: token) else {
      return false
    }
    return facts.isOrdinary || facts.isNominal
  }

  /// `People's Republic`, `Workers' Party`: a possessive of an ordinary word before a head.
  private func possessive(from token: Int, start: Int) -> Int? {
    let lower = text.lower(token)
    guard lower == "'s" || lower == "'", token + 1 < isName.count, isName[token + 1],
      text.facts(token - 1).classes.contains(.noun), isPlain(token - 1)
    else { return nil }
    var next = token + 1
    while next < isName.count, isName[next], next < token + 4 {
      if !text.facts(next).kinds.isDisjoint(with: [.organisationHead, .placeHead, .lawHead]) {
        return token + 2
      }
      next += 1
    }
    return nil
  }

  /// `Apollo 11`, `Resolution 1701`, `Channel 4`.
  private func isNumberOfName(_ token: Int) -> Bool {
    guard text.tokens.kinds[token] == .number, token > 0, isName[token - 1],
      text.tokens.hasSpaceBefore(token)
    else { return false }
    let facts = text.facts(token - 1)
    let form = text.form(token)
    guard form.utf8.count <= 4, form.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return false
    }
    return !facts.kinds.isDisjoint(with: [.lawHead]) || text.lower(token - 1) == "channel"
  }
}
