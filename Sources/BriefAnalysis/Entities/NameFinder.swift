import BriefSource
import BriefText

/// Finds the tokens that are names and says of what type each is; it joins no two of them.
struct NameFinder {
  let text: CasedText
  let gazetteer: Gazetteer
  /// The place in the dateline.
  let dateline: TextRange?
  /// The names found, in text order.
  var spans: [NameSpan] = []
  /// Whether each token may be part of a name.
  var isName: [Bool]

  /// The names of a text. Linear in the number of tokens.
  static func names(
    in text: CasedText, structure: Structure, recognised: Names?, gazetteer: Gazetteer = .embedded
  ) -> [NameSpan] {
    var finder = NameFinder(text, gazetteer, dateline: structure.dateline)
    finder.find(structure)
    if let recognised { finder.heed(recognised.all) }
    finder.spans.removeAll(where: finder.isBareRole)
    finder.completeAdjectives()
    finder.findRoles()
    finder.decideTypes()
    finder.partHomonyms()
    return finder.spans
  }

  private init(_ text: CasedText, _ gazetteer: Gazetteer, dateline: TextRange?) {
    self.text = text
    self.dateline = dateline
    self.gazetteer = gazetteer
    isName = Array(repeating: false, count: text.tokens.count)
  }

  private mutating func find(_ structure: Structure) {
    // From the end, because a word that begins a sentence is judged by the words after it.
    for token in stride(from: text.tokens.count - 1, through: 0, by: -1) {
      isName[token] = mayBeName(token)
    }
    for block in structure.blocks {
      guard block.kind == .keyPointsLabel || block.kind == .furniture else { continue }
      for token in text.tokens.indices(in: block.range) { isName[token] = false }
    }
    let labels = structure.blocks.compactMap(\.label)
    var label = 0
    var token = 0
    while token < text.tokens.count {
      while label < labels.count, labels[label].end <= Int(text.tokens.starts[token]) {
        label += 1
      }
      if label < labels.count, labels[label].contains(Int(text.tokens.starts[token])) {
        token = readLabel(labels[label], from: token)
      } else if isName[token] {
        token = max(token + 1, readRun(from: token))
      } else {
        token += 1
      }
    }
  }

  /// Whether a span is an office with nobody's name: `the Foreign Secretary`, `the Chief Justice`.
  private func isBareRole(_ span: NameSpan) -> Bool {
    guard span.entry == nil, !span.isLabel, let last = span.tokens.last,
      span.tokens.count > 1, text.facts(last).kinds.contains(.role)
    else { return false }
    return span.tokens.dropLast().allSatisfy { token in
      let facts = text.facts(token)
      return !facts.kinds.isDisjoint(with: [.title, .role])
        || facts.isOrdinary && facts.isNominal && facts.kinds.isDisjoint(with: .firstName)
    }
  }

  // MARK: Which words may be names

  /// Whether the word at `token` may be part of a name where it stands.
  private func mayBeName(_ token: Int) -> Bool {
    guard text.tokens.kinds[token] == .word else { return false }
    let facts = text.facts(token)
    guard facts.beginsCapital else { return isUncommonSmallName(token) }
    if facts.isAddress { return false }
    if facts.shape == .capitals, isShoutedWord(token) { return false }
    if facts.kinds.contains(.calendar), !isFirstNameHere(token) { return false }
    if facts.misspeltRole != nil, text.uses(token).capital <= 1 { return false }
    switch text.casing[token] {
    case .ordinary:
      if !text.isInitial[token] {
        return facts.shape == .initial ? isInitialOfName(token) : !isBareFunctionWord(token)
      }
      return isNameAtStart(token)
    case .title, .capitals:
      return isNameAmongCapitals(token)
    }
  }

  /// `NEVER`, `GMT`: capitals that make no name, unless brackets hold it as an abbreviation.
  private func isShoutedWord(_ token: Int) -> Bool {
    let facts = text.facts(token)
    if facts.kinds.contains(.common) { return gazetteer.abbreviation(text.form(token)) == nil }
    guard text.casing[token] == .ordinary, facts.folded.utf8.count > 2, facts.isOrdinary,
      !facts.classes.isEmpty, gazetteer.abbreviation(text.form(token)) == nil,
      text.form(token).utf8.allSatisfy({ $0 != 0x2E })
    else { return false }
    return token == 0 || text.form(token - 1) != "("
  }

  /// `iPhone`, `eBay`: a capital that is not the first letter.
  private func isUncommonSmallName(_ token: Int) -> Bool {
    let facts = text.facts(token)
    return facts.shape == .mixed && facts.passages == 0 && !facts.isAddress
      && facts.folded.unicodeScalars.first?.properties.isAlphabetic ?? false
  }

  /// A month that is a first name before another name: `April Ryan`.
  private func isFirstNameHere(_ token: Int) -> Bool {
    guard !text.facts(token).kinds.isDisjoint(with: .firstName), token + 1 < isName.count
    else { return false }
    return isName[token + 1] && text.facts(token + 1).kinds.isDisjoint(with: .calendar)
  }

  private func isBareFunctionWord(_ token: Int) -> Bool {
    let facts = text.facts(token)
    guard facts.kinds.contains(.function) else { return false }
    if facts.shape == .capitals { return gazetteer.abbreviation(text.form(token)) == nil }
    return !isKnownName(from: token)
  }

  /// A capital letter that stands for a name: before another name or initial, not `I`.
  private func isInitialOfName(_ token: Int) -> Bool {
    let form = text.form(token)
    if form == "I" || form == "A" { return false }
    if form.hasSuffix(".") { return true }
    return token + 1 < isName.count && isName[token + 1] && text.tokens.hasSpaceBefore(token + 1)
  }

  private func isNameAtStart(_ token: Int) -> Bool {
    let facts = text.facts(token)
    let follows = token + 1 < isName.count && isName[token + 1]
    if facts.shape == .initial { return isInitialOfName(token) && follows }
    if facts.shape == .capitals, facts.folded.utf8.count > 1, facts.folded != "ok" {
      return facts.isUnknown || !facts.kinds.contains(.function)
        || gazetteer.abbreviation(text.form(token)) != nil
    }
    let known = longestKnownName(from: token)
    if known.words > 1 { return true }
    if facts.kinds.contains(.function) { return known.words > 0 && !facts.isOrdinary }
    let uses = text.uses(token)
    if uses.capital > 0, uses.capital >= uses.small { return true }
    if follows, !facts.kinds.isDisjoint(with: [.firstName, .title, .role]) { return true }
    if uses.small > 0 { return false }
    if known.words == 1 {
      // The corpora tag `Chilean` as an adjective; it has its capital everywhere all the same.
      if let entry = known.entry, gazetteer.entries[entry].kind == "demonym",
        !Self.verbsLikeDemonyms.contains(facts.folded)
      {
        return true
      }
      return !facts.isOrdinary || facts.capitals ?? 0 >= 50
    }
    if !facts.kinds.isDisjoint(with: .firstName) { return !facts.isOrdinary }
    if let capitals = facts.capitals, capitals >= 60 { return true }
    if facts.passages == 0, facts.classes.isEmpty {
      return follows || !Self.hasOrdinaryEnding(facts.folded)
    }
    return follows && facts.isNominal && headsFollow(token)
  }

  private static let verbsLikeDemonyms: Set<String> = ["pole", "poles", "polish"]

  /// Whether the capitalised words after `token` hold a word that heads names, or a role.
  private func headsFollow(_ token: Int) -> Bool {
    var next = token + 1
    while next < isName.count, next < token + 4, isName[next] {
      let kinds = text.facts(next).kinds
      if !kinds.isDisjoint(with: [.organisationHead, .lawHead, .eventHead, .title, .role]) {
        return true
      }
      next += 1
    }
    return false
  }

  private func isNameAmongCapitals(_ token: Int) -> Bool {
    let facts = text.facts(token)
    let known = longestKnownName(from: token)
    let uses = text.uses(token)
    if known.words > 1 { return true }
    if facts.kinds.contains(.function) {
      return text.casing[token] == .title && facts.shape == .capitals
        && gazetteer.abbreviation(text.form(token)) != nil
    }
    if uses.small > uses.capital { return false }
    if uses.capital > 0 { return true }
    if known.words == 1 { return !facts.isOrdinary }
    if !facts.kinds.isDisjoint(with: .firstName), !facts.isOrdinary { return true }
    if facts.kinds.contains(.honorific) { return true }
    let follows = token + 1 < isName.count && isName[token + 1]
    if follows, !facts.kinds.isDisjoint(with: [.title, .role, .firstName]) { return true }
    if let capitals = facts.capitals { return capitals >= 75 && !facts.isNominal }
    if text.casing[token] == .title, facts.shape == .capitals { return true }
    if text.casing[token] == .title, facts.shape == .initial { return follows }
    return facts.passages == 0 && facts.classes.isEmpty
      && !Self.hasOrdinaryEnding(facts.folded)
  }

  /// Whether a word ends as the words of the language do that are no names.
  static func hasOrdinaryEnding(_ word: String) -> Bool {
    let endings = [
      "ing", "ings", "ed", "ly", "ness", "tion", "tions", "sion", "sions", "ment", "ments",
      "able", "ible", "ical", "ful", "less", "ously", "ised", "ized", "ism", "isms", "ists",
    ]
    return word.utf8.count > 4 && endings.contains { word.hasSuffix($0) }
  }
}
