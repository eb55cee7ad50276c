import BriefText

extension NameFinder {
  /// Lets the trained recogniser speak: on the types of names, on where they begin and end, and on
  /// words that the rules took for names or passed over.
  ///
  /// What the lists know keeps its bounds. Linear in the number of names.
  mutating func heed(_ names: [Names.Name]) {
    var heeded: [NameSpan] = []
    var next = 0
    for found in names {
      let name = withoutSmallStart(found)
      while next < spans.count, spans[next].tokens.upperBound <= name.tokens.lowerBound {
        if !isDoubtful(spans[next]) { heeded.append(spans[next]) }
        next += 1
      }
      var held: [NameSpan] = []
      while next < spans.count, spans[next].tokens.lowerBound < name.tokens.upperBound {
        held.append(spans[next])
        next += 1
      }
      let floor = heeded.last?.tokens.upperBound ?? 0
      guard name.tokens.lowerBound >= floor else {
        heeded += held.filter { $0.tokens.lowerBound >= floor }
        continue
      }
      heeded += joined(held, name)
    }
    heeded += spans[next...].filter { !isDoubtful($0) }
    spans = heeded
  }

  /// `name` without the prepositions and articles it begins with: a name does not begin "for the".
  private func withoutSmallStart(_ name: Names.Name) -> Names.Name {
    var start = name.tokens.lowerBound
    while start + 1 < name.tokens.upperBound, text.facts(start).shape == .small,
      text.facts(start).kinds.contains(.function)
    {
      start += 1
    }
    // `The Department`: the article is none of it, unless the lists have it so (`The Hague`).
    if start + 1 < name.tokens.upperBound, text.lower(start) == "the",
      longestKnownName(from: start).words < 2
    {
      start += 1
    }
    // `Moon — Moon`: whoever breaks off and begins again says a name twice.
    let end =
      (start..<name.tokens.upperBound).first {
        ["—", "–", "--"].contains(text.form($0)) && !text.isJoiningHyphen($0)
      } ?? name.tokens.upperBound
    if end > start, end < name.tokens.upperBound {
      return Names.Name(tokens: start..<end, type: name.type)
    }
    return start == name.tokens.lowerBound
      ? name : Names.Name(tokens: start..<name.tokens.upperBound, type: name.type)
  }

  /// What becomes of the spans that share tokens with a name of the recogniser.
  private func joined(_ held: [NameSpan], _ name: Names.Name) -> [NameSpan] {
    let type = EntityType(name.type)
    // A single word that is the subject looks like a person, whether it is one or a state.
    let isSinglePerson = type == .person && name.tokens.count == 1
    func voted(_ span: NameSpan, _ most: Int = 4) -> NameSpan {
      // Where a capital tells nothing, one word that stands nowhere else tells nothing either.
      let weight = isLoneAndInitial(span.tokens) ? 0 : isSinglePerson ? min(2, most) : most
      var span = span
      span.votes.add(type, weight, "words like these, in places like this, are names of this type")
      return span
    }
    guard let first = held.first else {
      return isAcceptable(name.tokens) ? [voted(NameSpan(name.tokens))] : []
    }
    if held.count == 1 {
      if first.tokens == name.tokens { return [voted(first)] }
      // Where the two disagree, the longer one counts, unless it takes a title in.
      let isLonger = first.tokens.clamped(to: name.tokens) == first.tokens
      if first.entry != nil || first.isLabel || !isLonger || takesTitle(name.tokens, first.tokens) {
        return [voted(first, 2)]
      }
      var span = first
      span.tokens = name.tokens
      if let role = span.role, role.overlaps(span.tokens) { span.role = nil }
      return [voted(span)]
    }
    // `Union of Dockers and Boatmen` is one name where the rules see two; `US President Donald
    // Trump` is not.
    if let last = held.last, takesTitle(name.tokens, last.tokens) {
      return held.map { voted($0, $0.tokens == last.tokens ? 3 : 0) }
    }
    // `British Foreign Office`: the ministry of a state, where the lists know both.
    if held.count == 2, let last = held.last, let state = first.entry, let body = last.entry,
      gazetteer.entries[state].kind == "demonym", gazetteer.entries[body].type == .organisation,
      last.tokens.upperBound == name.tokens.upperBound
    {
      return held.map { voted($0, $0.tokens == last.tokens ? 4 : 0) }
    }
    // `the Middle East Tobias Ellwood`: a place the lists know, and then a first name.
    if let last = held.last, last.entry == nil, first.entry != nil,
      !text.facts(last.tokens.lowerBound).kinds.isDisjoint(with: .firstName), last.tokens.count > 1
    {
      return held.map { voted($0, $0.tokens == last.tokens ? 4 : 0) }
    }
    let covers = held.allSatisfy {
      name.tokens.lowerBound <= $0.tokens.lowerBound
        && $0.tokens.upperBound <= name.tokens.upperBound
    }
    guard covers, !held.contains(where: \.isLabel) else { return held.map { voted($0, 1) } }
    var span = NameSpan(name.tokens)
    if let role = first.role, role.upperBound <= name.tokens.lowerBound { span.role = role }
    return [voted(span)]
  }

  /// Whether the words by which `longer` begins before `shorter` hold a title or role.
  private func takesTitle(_ longer: Range<Int>, _ shorter: Range<Int>) -> Bool {
    guard longer.lowerBound < shorter.lowerBound else { return false }
    return (longer.lowerBound..<shorter.lowerBound).contains {
      !text.facts($0).kinds.isDisjoint(with: [.title, .role, .honorific])
    }
  }

  /// Whether a span that the recogniser does not see is likely no name: one ordinary word where a
  /// capital tells nothing.
  private func isDoubtful(_ span: NameSpan) -> Bool {
    guard span.entry == nil, span.tokens.count == 1, !span.isLabel, span.role == nil else {
      return false
    }
    return isLoneAndInitial(span.tokens)
  }

  /// Whether tokens are one word that has a capital only where every word may have one.
  private func isLoneAndInitial(_ tokens: Range<Int>) -> Bool {
    let token = tokens.lowerBound
    let isCapitalUsual = text.casing[token] != .ordinary || text.isInitial[token]
    return tokens.count == 1 && isCapitalUsual && text.uses(token).capital == 0
  }

  /// Whether tokens that the rules passed over may be a name all the same.
  private func isAcceptable(_ tokens: Range<Int>) -> Bool {
    let words = tokens.filter { text.tokens.kinds[$0] == .word }
    guard let first = words.first else { return false }
    if words.count == 1 {
      let facts = text.facts(first)
      if facts.kinds.contains(.common) || facts.shape == .initial || facts.isAddress
        || facts.kinds.contains(.calendar) || facts.misspeltRole != nil
      {
        return false
      }
      // A bare head, "the Committee", or a title is no name alone.
      if !facts.kinds.isDisjoint(with: [.title, .role]) || facts.kinds.contains(.function) {
        return false
      }
      if facts.isOrdinary || Self.hasOrdinaryEnding(facts.folded), text.isInitial[first] {
        return false
      }
      if isBareHead(first) { return false }
    }
    // Where every word has a capital, one of them has to be no ordinary word.
    if text.casing[first] != .ordinary,
      words.allSatisfy({ text.facts($0).isOrdinary && text.uses($0).capital == 0 })
    {
      return false
    }
    return words.contains { text.facts($0).beginsCapital }
  }
}

extension EntityType {
  /// The type of an entity whose name is of this type.
  init(_ type: NameType) {
    self =
      switch type {
      case .person: .person
      case .organisation: .organisation
      case .place: .place
      case .group: .group
      case .event: .event
      case .law: .law
      case .facility: .facility
      case .work: .work
      case .other, .date, .number, .money, .percent: .other
      }
  }
}
