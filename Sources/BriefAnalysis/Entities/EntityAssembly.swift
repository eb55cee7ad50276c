import BriefSource
import BriefText

/// Makes entities and mentions of names that are joined.
struct EntityAssembly {
  let text: CasedText
  let spans: [NameSpan]
  let drafts: [EntityDraft]
  let gazetteer: Gazetteer

  /// The name of a draft: the fullest, in the spelling of running text; that of the lists where the
  /// text has only an abbreviation of it or says it by another name.
  func name(of draft: EntityDraft) -> (name: String, isKnown: Bool) {
    guard let fullest = fullestName(of: draft) else {
      return (
        draft.entry.map { gazetteer.entries[$0].name } ?? anyName(of: draft), draft.entry != nil
      )
    }
    guard let known = draft.entry.map({ gazetteer.entries[$0].name }) else {
      return (fullest, false)
    }
    // The usual name of a state, where the text has it beside a fuller one: `Russia`, `Russian Federation`.
    let usual = NameFolding.key(known)
    for naming in draft.namings
    where spans[naming.span].sense == .own && spans[naming.span].key == usual
      && draft.entry.map({ gazetteer.entries[$0].kind == "country" }) == true
    {
      let spelling = spelling(of: spans[naming.span])
      if spelling.unicodeScalars.contains(where: \.properties.isLowercase) {
        return (spelling, false)
      }
    }
    // `GENEVA` in a dateline is the same name, written as datelines are.
    if NameFolding.key(fullest) == NameFolding.key(known),
      fullest.unicodeScalars.allSatisfy({ !$0.properties.isLowercase })
    {
      return (known, false)
    }
    if Gazetteer.isAbbreviation(fullest), !Gazetteer.isAbbreviation(known) { return (known, true) }
    return (fullest, false)
  }

  /// The spelling of the first naming, for a draft that only adjectives name.
  private func anyName(of draft: EntityDraft) -> String {
    draft.namings.first.map { spelling(of: spans[$0.span]) } ?? ""
  }

  private func fullestName(of draft: EntityDraft) -> String? {
    var best: (rank: [Int], span: Int)?
    for naming in draft.namings where spans[naming.span].sense == .own {
      let tokens = spans[naming.span].tokens
      let words = tokens.filter { text.tokens.kinds[$0] == .word }.count
      let rank = [
        text.casing[tokens.lowerBound] == .capitals || spans[naming.span].isLabel ? 0 : 1, words,
        text.tokens.range(tokens).count,
      ]
      if best.map({ $0.rank.lexicographicallyPrecedes(rank) }) ?? true {
        best = (rank, naming.span)
      }
    }
    return best.map { spelling(of: spans[$0.span]) }
  }

  /// The words of a name with single spaces; those in capitals throughout get a single capital
  /// where the line is in capitals.
  func spelling(of span: NameSpan) -> String {
    var spelling = ""
    let isShouted =
      (text.casing[span.tokens.lowerBound] == .capitals || span.isLabel) && !isAbbreviation(span)
    for token in span.tokens {
      if token > span.tokens.lowerBound, text.tokens.hasSpaceBefore(token) { spelling += " " }
      let form = text.form(token)
      if isShouted, text.facts(token).shape == .capitals, form.count > 1 {
        spelling += form.prefix(1) + form.dropFirst().lowercased()
      } else {
        spelling += form
      }
    }
    return spelling
  }

  private func isAbbreviation(_ span: NameSpan) -> Bool {
    guard span.tokens.count == 1 else { return false }
    let form = text.form(span.tokens.lowerBound)
    return gazetteer.abbreviation(form) != nil
      || form.utf8.count <= 4 && span.type == .organisation
  }

  /// The other names of a draft, in order of first occurrence, spellings in capitals last.
  func aliases(of draft: EntityDraft, besides name: String) -> [String] {
    var seen: Set<String> = [NameFolding.key(name)]
    var aliases: [String] = []
    for naming in draft.namings {
      let spelling = spelling(of: spans[naming.span])
      guard spelling != name else { continue }
      let key = NameFolding.key(spelling)
      if seen.insert(key).inserted { aliases.append(spelling) }
    }
    return aliases
  }

  /// The names of capitals by which a draft is meant.
  func metonyms(of draft: EntityDraft) -> [String] {
    var seen: Set<String> = []
    return draft.namings.compactMap { naming in
      guard spans[naming.span].sense == .metonym else { return nil }
      let spelling = spelling(of: spans[naming.span])
      return seen.insert(NameFolding.key(spelling)).inserted ? spelling : nil
    }
  }

  /// The fullest role of a draft that is more than `Mr` or `Dr`; of equals the first.
  func role(of draft: EntityDraft) -> TextRange? {
    var best: Range<Int>?
    for role in draft.roles where role.count <= 16 && role.count > best?.count ?? 0 {
      let isTelling = role.contains { token in
        let facts = text.facts(token)
        return facts.misspeltRole != nil
          || !facts.kinds.isDisjoint(with: [.title, .role]) && !facts.kinds.contains(.honorific)
      }
      if isTelling { best = role }
    }
    return best.map { text.tokens.range($0) }
  }
}

extension Entities {
  /// Puts the names and the references of drafts together.
  init(_ assembly: EntityAssembly, _ references: [ReferenceResolver.Reference]) {
    let drafts = assembly.drafts
    var order = Array(drafts.indices)
    order.sort { first(drafts[$0], assembly) < first(drafts[$1], assembly) }
    var id = [Int](repeating: 0, count: drafts.count)
    for (place, draft) in order.enumerated() { id[draft] = place }

    var mentions: [Mention] = []
    for (index, draft) in drafts.enumerated() {
      for naming in draft.namings {
        let tokens = assembly.spans[naming.span].tokens
        mentions.append(
          Mention(
            entity: EntityID(id[index]), range: assembly.text.tokens.range(tokens), tokens: tokens,
            kind: assembly.spans[naming.span].sense == .demonym ? .demonym : .name,
            reason: naming.reason, confidence: Confidence(naming.confidence),
            isMetonym: assembly.spans[naming.span].sense == .metonym))
      }
    }
    for reference in references {
      mentions.append(
        Mention(
          entity: EntityID(id[reference.draft]),
          range: assembly.text.tokens.range(reference.tokens), tokens: reference.tokens,
          kind: reference.kind, reason: reference.reason,
          confidence: Confidence(reference.confidence)))
    }
    mentions.sort { $0.range < $1.range }

    var places = [[Int]](repeating: [], count: drafts.count)
    for (place, mention) in mentions.enumerated() { places[mention.entity.index].append(place) }
    self.init()
    self.mentions = mentions
    all = order.enumerated().map { place, index in
      let draft = drafts[index]
      let (name, isNameKnown) = assembly.name(of: draft)
      let best = draft.votes.best
      return Entity(
        id: EntityID(place), name: name, type: draft.type,
        typeReason: best?.reason ?? "nothing tells its type",
        confidence: Confidence(best?.confidence ?? 0.3), role: assembly.role(of: draft),
        aliases: assembly.aliases(of: draft, besides: name), mentions: places[place],
        metonyms: assembly.metonyms(of: draft),
        roles: draft.roles.map { assembly.text.tokens.range($0) }, isNameKnown: isNameKnown,
        entry: draft.entry)
    }
  }
}

/// The first token at which a draft is named.
private func first(_ draft: EntityDraft, _ assembly: EntityAssembly) -> Int {
  draft.namings.first.map { assembly.spans[$0.span].tokens.lowerBound } ?? 0
}
