import BriefSource
import BriefText

extension NameFinder {
  /// Reads the names of a run of capitalised words from `start`; the first token after them.
  mutating func readRun(from start: Int) -> Int {
    var token = start
    /// Where a role that stands right before `token` begins.
    var role: Int?
    while token < isName.count, isName[token],
      text.sentence[token] == text.sentence[start]
    {
      if token == start, let event = datedEvent(from: token),
        spans.last?.tokens.upperBound ?? 0 <= event.lowerBound
      {
        var span = NameSpan(event)
        span.votes.add(.event, 6, "a year and '\(text.lower(event.upperBound - 1))' frame it")
        spans.append(span)
        return event.upperBound
      }
      let known = longestKnownName(from: token)
      if known.words < 2, isRoleWord(token) {
        let after = readRole(from: token)
        role = role ?? modifiersStart(before: token, notBefore: start)
        token = after
        continue
      }
      let end = readName(from: token, known: known, role: role.map { $0..<token })
      // What stands between two names of a run is part of the role of the second.
      role = end < isName.count && isName[end] && isRoleWord(end) ? (role ?? token) : nil
      token = max(token + 1, end)
    }
    return token
  }

  /// Whether the word at `token` is a title or role here, and no part of a name.
  func isRoleWord(_ token: Int) -> Bool {
    let facts = text.facts(token)
    guard !facts.kinds.isDisjoint(with: [.title, .role]) else { return false }
    let next = token + 1
    let nameFollows =
      next < isName.count && isName[next] && text.sentence[next] == text.sentence[token]
    if !facts.kinds.isDisjoint(with: .firstName) {
      // `Don Lemon`, `Dean Acheson`, but `Father Brown`.
      return nameFollows && !text.facts(next).kinds.isDisjoint(with: .firstName)
    }
    // `Justice Department`, `General Staff`: an organisation that begins like a title.
    if nameFollows, text.facts(next).kinds.contains(.organisationHead),
      text.facts(next).kinds.isDisjoint(with: [.title, .role])
    {
      return false
    }
    return true
  }

  /// The tokens of a role from `token` on; the first token after it.
  ///
  /// `Minister of Foreign Affairs and Trade`, `Secretary-General`, `President of Kenya`.
  private mutating func readRole(from token: Int) -> Int {
    var next = token + 1
    while next < isName.count, text.sentence[next] == text.sentence[token] {
      if text.isJoiningHyphen(next), next + 1 < isName.count,
        !text.facts(next + 1).kinds.isDisjoint(with: [.title, .role])
          || text.lower(next + 1) == "elect" || text.lower(next + 1) == "designate"
      {
        next += 2
      } else if isName[next], isRoleWord(next) {
        next += 1
      } else {
        break
      }
    }
    guard next + 1 < isName.count, text.lower(next) == "of" || text.lower(next) == "for",
      text.facts(token).kinds.isDisjoint(with: .honorific)
    else { return next }
    var place = next + 1
    if text.lower(place) == "the", place + 1 < isName.count { place += 1 }
    guard isName[place] else { return next }
    if isDomainWord(place) { return readDomain(from: place) }
    // A name that the role belongs to: it is read as a name of its own.
    let known = longestKnownName(from: place)
    return readName(from: place, known: known, role: nil)
  }

  /// An ordinary word that says what an office is about: `Tourism`, `Foreign`, `State`.
  private func isDomainWord(_ token: Int) -> Bool {
    let facts = text.facts(token)
    guard facts.shape == .capitalised || text.casing[token] == .capitals,
      facts.kinds.isDisjoint(with: .firstName)
    else { return false }
    if longestKnownName(from: token).words > 1 { return false }
    return facts.classes.contains(.noun) || facts.classes.contains(.adjective)
      || facts.isOrdinary
  }

  private func readDomain(from token: Int) -> Int {
    var next = token
    while next < isName.count, text.sentence[next] == text.sentence[token] {
      if isName[next], isDomainWord(next), !isRoleWord(next) {
        next += 1
      } else if text.lower(next) == "and" || text.form(next) == "&" || text.form(next) == ",",
        next + 1 < isName.count, isName[next + 1], isDomainWord(next + 1),
        text.form(next) != "," || text.lower(next + 2 < isName.count ? next + 2 : next) == "and"
      {
        next += 2
      } else {
        break
      }
    }
    return next
  }

  /// Where the words before a capitalised role begin that belong to it: none here, as capitalised
  /// ones have been read before.
  private func modifiersStart(before token: Int, notBefore start: Int) -> Int { token }

  /// Reads one name from `token`; the first token after it.
  private mutating func readName(
    from token: Int, known: (tokens: Int, words: Int, entry: Int?), role: Range<Int>?
  ) -> Int {
    let end = growth(from: token)
    if known.words > 0, let entry = known.entry {
      if let joined = join(token, known: known.tokens, entry: entry, end: end) {
        return emit(token..<joined, entry: nil, role: role)
      }
      if let person = personInstead(token, known: known.tokens, entry: entry, end: end, role) {
        return emit(token..<person, entry: nil, role: role)
      }
      return emit(token..<(token + known.tokens), entry: entry, role: role)
    }
    return emitUnknown(token..<end, role: role)
  }

  /// The end of a longer name that a known name begins: `Pakistan Army`, `Boston Celtics`.
  private func join(_ token: Int, known: Int, entry: Int, end: Int) -> Int? {
    let rest = token + known
    guard rest < end else { return nil }
    let type = gazetteer.entries[entry].type
    if type == .organisation, text.lower(rest) == "of",
      text.facts(rest - 1).kinds.contains(.organisationHead)
    {
      // `Liberal Party of Honduras`
      return end
    }
    var head: Int?
    for next in rest..<end {
      let facts = text.facts(next)
      if !facts.kinds.isDisjoint(with: .heads) {
        head = next
        break
      }
      if isName[next], isRoleWord(next) { break }
    }
    if let head {
      if type == .group {
        // `Chinese Foreign Ministry` is the ministry of the Chinese; `British Museum` one name.
        if let inner = longestKnownName(from: rest).entry,
          gazetteer.entries[inner].type != .group, gazetteer.entries[inner].kind != "party",
          longestKnownName(from: rest).words > 1
        {
          return nil
        }
        if ["government", "parliament", "ministry", "embassy", "cabinet"].contains(
          text.lower(head))
        {
          return nil
        }
      }
      if text.facts(head).kinds.contains(.placeHead), type == .group { return end }
      return end
    }
    // Teams and products: the words after it are ordinary ones with a capital.
    guard rest + 1 >= end, type != .group, !isRoleWord(rest), text.facts(rest).isOrdinary,
      text.facts(rest).classes.first == .noun, text.casing[token] == .ordinary
    else { return nil }
    return end
  }

  /// The end of a person's name whose first word is a place too: `Paris Hilton`.
  private func personInstead(
    _ token: Int, known: Int, entry: Int, end: Int, _ role: Range<Int>?
  ) -> Int? {
    guard known == 1, token + 1 < end, end - token <= 4 else { return nil }
    let facts = text.facts(token)
    let next = text.facts(token + 1)
    guard !facts.kinds.isDisjoint(with: .firstName) || role != nil, isName[token + 1],
      !next.isOrdinary || next.isUnknown, next.shape == .capitalised || next.shape == .mixed,
      gazetteer.entries[entry].kind != "country" || role != nil
        || !facts.kinds.isDisjoint(with: .firstName),
      longestKnownName(from: token + 1).entry == nil
    else { return nil }
    return end
  }

  /// Reads capitalised words that the lists do not know as a whole.
  private mutating func emitUnknown(_ range: Range<Int>, role: Range<Int>?) -> Int {
    // `Acme CEO Jane Roe`, `Foreign Minister Ishaq Dar`: a role inside parts what is around it.
    var inner = range.lowerBound + 1
    while inner < range.upperBound {
      if isName[inner], isRoleWord(inner), !isSurnameHere(inner, in: range) { break }
      if let known = longestKnownName(from: inner).entry, isName[inner],
        longestKnownName(from: inner).tokens + inner >= range.upperBound,
        partsFrom(known, at: inner, in: range)
      {
        break
      }
      inner += 1
    }
    if inner >= range.upperBound { return emit(range, entry: nil, role: role) }
    if !isRoleWord(inner) { return emit(range.lowerBound..<inner, entry: nil, role: role) }
    let before = trimmed(range.lowerBound..<inner)
    let isModifier = before.allSatisfy { token in
      let facts = text.facts(token)
      return text.tokens.kinds[token] != .word
        || facts.isNominal && facts.kinds.isDisjoint(with: .firstName)
        || facts.kinds.contains(.function)
    }
    if isModifier {
      // Part of the role: `Foreign Minister`; the caller goes on at the role word.
      let after = readRole(from: inner)
      guard after < isName.count, isName[after], after > inner,
        text.sentence[after] == text.sentence[inner], !isRoleWord(after)
      else { return after }
      let known = longestKnownName(from: after)
      return readName(from: after, known: known, role: range.lowerBound..<after)
    }
    return emit(before, entry: nil, role: role, weight: (.organisation, 2, "a role follows"))
  }

  /// A role word that ends a person's name: `John Major`, `Larry King`.
  private func isSurnameHere(_ token: Int, in range: Range<Int>) -> Bool {
    guard token == range.upperBound - 1, token > range.lowerBound else { return false }
    return !text.facts(range.lowerBound).kinds.isDisjoint(with: .firstName)
  }

  /// Whether a known name at the end of a run of capitals is a name of its own.
  private func partsFrom(_ entry: Int, at token: Int, in range: Range<Int>) -> Bool {
    let type = gazetteer.entries[entry].type
    guard text.facts(token).kinds.isDisjoint(with: .firstName),
      !(token - 1 >= range.lowerBound && !isName[token - 1])
    else { return false }
    return type == .organisation && longestKnownName(from: token).words > 1
      && !range.prefix(while: { $0 < token }).allSatisfy { text.facts($0).isNominal }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, !isName[end - 1] { end -= 1 }
    return range.lowerBound..<end
  }

  /// Adds a name and gives the token after it.
  @discardableResult
  private mutating func emit(
    _ range: Range<Int>, entry: Int?, role: Range<Int>?,
    weight: (EntityType, Int, String)? = nil
  ) -> Int {
    var range = range
    if entry == nil { range = withoutEdges(range) }
    guard !range.isEmpty else { return range.upperBound }
    var span = NameSpan(particleStart(range.lowerBound)..<range.upperBound, entry: entry)
    // `al Qaeda`: the lists may know it with its particle.
    if entry == nil, span.tokens.lowerBound < range.lowerBound {
      span.entry = gazetteer.name(key(of: span.tokens))
    }
    if let weight { span.votes.add(weight.0, weight.1, weight.2) }
    if let role, !role.isEmpty, entry == nil || gazetteer.entries[entry ?? 0].type != .group {
      span.role = role
    }
    if let last = spans.last, last.tokens.upperBound > span.tokens.lowerBound {
      return range.upperBound
    }
    if entry == nil, range.count == 1, isBareHead(range.lowerBound) { return range.upperBound }
    spans.append(span)
    return range.upperBound
  }

  /// `the Committee`, `the Treaty`: a word that heads names is none alone.
  func isBareHead(_ token: Int) -> Bool {
    let facts = text.facts(token)
    return !facts.kinds.isDisjoint(with: .heads) && facts.isNominal
      && facts.kinds.isDisjoint(with: .firstName) && facts.shape != .capitals
      && facts.capitals ?? 0 < 90
  }

  /// Takes words off both ends that are no part of a name.
  private func withoutEdges(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start + 1 < range.upperBound, text.isInitial[start] || text.casing[start] != .ordinary,
      text.facts(start).kinds.contains(.function),
      gazetteer.abbreviation(text.form(start)) == nil
    {
      start += 1
    }
    return start..<range.upperBound
  }

  /// Where a name begins whose first words are written small: `al-Assad`, `bin Salman`.
  private func particleStart(_ token: Int) -> Int {
    var start = token
    if start >= 2, text.isJoiningHyphen(start - 1) {
      let first = text.facts(start - 2)
      if first.shape == .small, first.kinds.contains(.particle) { start -= 2 }
    }
    let leading: Set<String> = ["bin", "ibn", "bint", "von", "van", "al", "el", "ul", "ben"]
    while start >= 1, text.facts(start - 1).shape == .small, text.tokens.hasSpaceBefore(start),
      text.sentence[start - 1] == text.sentence[start], leading.contains(text.lower(start - 1))
    {
      start -= 1
    }
    return start
  }

  /// Reads the label of a turn, from the token at `token`; the first token after it.
  mutating func readLabel(_ label: TextRange, from token: Int) -> Int {
    var end = token
    while end < text.tokens.count, Int(text.tokens.starts[end]) < label.end { end += 1 }
    var start = token
    while start < end,
      !text.facts(start).kinds.isDisjoint(with: [.title, .role, .function])
        || text.tokens.kinds[start] != .word
    {
      start += 1
    }
    var last = start
    while last < end, text.tokens.kinds[last] == .word || text.isJoiningHyphen(last) { last += 1 }
    guard start < last, !Self.genericLabels.contains(text.lower(start)) else { return end }
    let known = longestKnownName(from: start)
    var span = NameSpan(start..<last, entry: known.tokens == last - start ? known.entry : nil)
    if start > token { span.role = token..<start }
    span.isLabel = true
    if span.entry == nil {
      span.votes.add(.person, 5, "it is the label of a speaker's turn")
    }
    spans.append(span)
    return end
  }

  private static let genericLabels: Set<String> = [
    "q", "a", "question", "answer", "moderator", "reporter", "participant", "audience",
    "interviewer", "operator", "host", "journalist", "speaker", "staff", "all", "voice", "press",
  ]
}
