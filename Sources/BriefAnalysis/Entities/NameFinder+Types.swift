import BriefSource
import BriefText

extension NameFinder {
  /// Gives each name the type in which all its places agree.
  ///
  /// Each place votes by the word lists, by the words of the name and by the words around it; the
  /// votes of all places of one name are added, since one name is one thing in one text.
  mutating func decideTypes() {
    var sums: [String: TypeVotes] = [:]
    for index in spans.indices {
      spans[index].key = key(of: spans[index].tokens)
      spans[index].votes.add(votes(for: index))
      sums[spans[index].key, default: TypeVotes()].add(spans[index].votes)
    }
    // The parts of a full name of a person are persons when they stand alone.
    var parts: [String: Int] = [:]
    for span in spans where span.tokens.count > 1 && span.entry == nil {
      guard let best = sums[span.key]?.best, best.type == .person else { continue }
      for word in span.key.split(separator: " ") { parts[String(word), default: 0] += 1 }
    }
    for index in spans.indices where spans[index].entry == nil {
      let key = spans[index].key
      guard parts[key] != nil, !key.contains(" ") else { continue }
      sums[key]?.add(.person, 4, "it is part of a person's full name in this text")
    }
    addPeoples(to: &sums)
    for index in spans.indices {
      guard let best = sums[spans[index].key]?.best else { continue }
      spans[index].type = best.type
      spans[index].typeReason = best.reason
      spans[index].typeConfidence = best.confidence
    }
  }

  /// Tells a place and its people apart where the text names both: `Corsava`, `Corsavan`.
  private mutating func addPeoples(to sums: inout [String: TypeVotes]) {
    var places: [String: String] = [:]
    var stems: [String: String] = [:]
    let single = spans.filter { $0.entry == nil && !$0.key.contains(" ") }.map(\.key)
    for key in single {
      // `Tenkoro`, `Tenkoran`: a last vowel gives way.
      for stem in [key, String(key.dropLast())] where stem.utf8.count > 3 {
        if stem == key || "aeiou".contains(key.last ?? " ") { stems[stem] = stems[stem] ?? key }
      }
    }
    for people in single where places[people] == nil {
      for ending in ["n", "an", "ian", "ese", "ish", "i"] where people.hasSuffix(ending) {
        guard let place = stems[String(people.dropLast(ending.count))], place != people else {
          continue
        }
        places[people] = place
        break
      }
    }
    let named = Dictionary(places.map { ($0.value, $0.key) }) { min($0, $1) }
    for index in spans.indices where spans[index].entry == nil {
      let key = spans[index].key
      var votes = TypeVotes()
      if let people = named[key] {
        votes.add(.place, 5, "the text has a name for its people, '\(people)'")
      } else if let home = places[key] {
        spans[index].homeKey = home
        votes.add(.group, 5, "it is the name of a place in this text with an ending")
      } else {
        continue
      }
      spans[index].votes.add(votes)
      sums[key]?.add(votes)
    }
  }

  /// The folded words of the name at `tokens`.
  func key(of tokens: Range<Int>) -> String {
    var key = ""
    for token in tokens {
      let folded = text.facts(token).folded
      if folded.isEmpty || text.tokens.kinds[token] == .punctuation { continue }
      if !key.isEmpty { key += " " }
      key += folded
    }
    return key
  }

  private func votes(for index: Int) -> TypeVotes {
    let span = spans[index]
    var votes = TypeVotes()
    if let known = span.entry {
      let entry = gazetteer.entries[known]
      let isFirstName =
        span.tokens.count == 1
        && !text.facts(span.tokens.lowerBound).kinds.isDisjoint(with: .firstName)
      votes.add(
        entry.type, isFirstName ? 4 : 7, "it is in the list of known names: \(entry.kind)")
    } else {
      addWords(of: span, to: &votes)
    }
    addSurroundings(of: index, to: &votes)
    return votes
  }

  // MARK: The words of the name

  private func addWords(of span: NameSpan, to votes: inout TypeVotes) {
    let range = span.tokens
    let first = text.facts(range.lowerBound)
    let last = text.facts(range.upperBound - 1)
    let words = range.filter { text.tokens.kinds[$0] == .word }
    if words.count == 1, range.count == 2, first.kinds.contains(.lawHead) {
      votes.add(.law, 6, "'\(text.form(range.lowerBound))' with a number is a law")
      return
    }
    addHeads(range, words, to: &votes)
    if words.count == 1 {
      addSingle(range.lowerBound, to: &votes)
      return
    }
    let isHeaded = words.contains { !text.facts($0).kinds.isDisjoint(with: .heads) }
    if !first.kinds.isDisjoint(with: .firstName), words.count <= 5, !isHeaded || words.count == 2 {
      votes.add(.person, first.isOrdinary ? 2 : 5, "it begins with a first name")
    } else if !text.facts(words[words.count - 2]).kinds.isDisjoint(with: .firstName), !isHeaded {
      votes.add(.person, 2, "it holds a first name")
    }
    if first.shape == .initial
      || words.dropFirst().dropLast().contains(where: { text.facts($0).shape == .initial })
    {
      votes.add(.person, 4, "it has an initial")
    }
    if words.dropFirst().dropLast().contains(where: {
      text.facts($0).shape == .small && text.facts($0).kinds.contains(.particle)
    })
      || first.shape == .small
    {
      votes.add(.person, 3, "it has a particle as names of persons have")
    }
    if ["jr", "sr"].contains(last.folded) { votes.add(.person, 4, "it ends with \(last.folded)") }
    if words.count <= 3, Self.compass.contains(first.folded) {
      votes.add(.place, 4, "it begins with '\(first.folded)' as names of places do")
    }
    if !isHeaded, words.count <= 4 {
      let ordinary = words.filter { text.facts($0).isOrdinary }.count
      if ordinary == 0 {
        votes.add(.person, 2, "none of its words is an ordinary one")
      } else if ordinary == words.count {
        votes.add(.organisation, 1, "it is made of ordinary words")
        votes.add(.other, 2, "it is made of ordinary words")
        votes.add(.person, -2, "")
      }
    }
  }

  private static let compass: Set<String> = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper",
    "lower", "central", "greater", "inner", "outer", "northeast", "northwest", "southeast",
    "southwest", "peninsular", "mount", "lake", "port", "fort", "san", "santa", "saint", "st",
    "los", "las", "el", "isle", "cape", "rio",
  ]

  private func addHeads(_ range: Range<Int>, _ words: [Int], to votes: inout TypeVotes) {
    guard words.count > 1, let final = words.last, let first = words.first else { return }
    let of = range.first { text.lower($0) == "of" || text.lower($0) == "for" }
    let head = of.flatMap { place in words.last { $0 < place } } ?? final
    for (token, weight) in [(head, 6), (first, 2)] {
      let kinds = text.facts(token).kinds
      let form = text.form(token)
      let isForeign = kinds.contains(.organisationHead) && !text.facts(token).isOrdinary
      if token == first, token != head, !kinds.contains(.placeHead), !isForeign { continue }
      if kinds.contains(.organisationHead) {
        votes.add(.organisation, isForeign ? 6 : weight, "'\(form)' heads names of organisations")
      }
      if kinds.contains(.lawHead) { votes.add(.law, weight, "'\(form)' heads names of laws") }
      if kinds.contains(.eventHead) {
        votes.add(.event, weight - 1, "'\(form)' heads names of events")
      }
      if kinds.contains(.facilityHead) {
        votes.add(.facility, weight, "'\(form)' heads names of buildings and works")
      }
      if kinds.contains(.placeHead),
        [
          "mount", "lake", "cape", "port", "fort", "camp", "gulf", "bay", "isle", "island",
          "strait", "republic", "city", "state",
        ].contains(text.lower(token)) || token == final
      {
        votes.add(.place, weight, "'\(form)' heads names of places")
      }
      if kinds.contains(.workHead) {
        votes.add(.work, weight - 2, "'\(form)' heads names of works")
      }
    }
  }

  private func addSingle(_ token: Int, to votes: inout TypeVotes) {
    let facts = text.facts(token)
    if !facts.kinds.isDisjoint(with: .firstName) {
      votes.add(.person, facts.isOrdinary ? 1 : 3, "it is a first name")
    }
    if facts.shape == .capitals, text.casing[token] == .ordinary, facts.folded.utf8.count <= 6 {
      votes.add(.organisation, 3, "it is an abbreviation")
    }
    let ending = facts.folded
    for suffix in ["stan", "istan", "burg", "ville", "abad", "grad", "shire", "pur", "polis"]
    where ending.hasSuffix(suffix) && ending.utf8.count > suffix.utf8.count + 2 {
      votes.add(.place, 3, "it ends as names of places do")
      break
    }
  }

  // MARK: The words around it

  private func addSurroundings(of index: Int, to votes: inout TypeVotes) {
    let span = spans[index]
    let range = span.tokens
    if let role = span.role {
      if span.isApposed {
        votes.add(.person, 4, "a role follows it")
      } else {
        let isTitle = role.contains { !text.facts($0).kinds.isDisjoint(with: [.title, .role]) }
        if isTitle { votes.add(.person, 6, "the title '\(words(role))' stands before it") }
      }
    }
    guard span.entry == nil else { return }
    addNeighbours(index, to: &votes)
    guard text.casing[range.lowerBound] == .ordinary else { return }
    addBefore(range, to: &votes)
    addAfter(range, to: &votes)
  }

  /// The types of the names beside it in an enumeration: `Leeds, Morley and Ossett`.
  private func addNeighbours(_ index: Int, to votes: inout TypeVotes) {
    for other in [index - 1, index + 1] where spans.indices.contains(other) {
      let left = spans[min(index, other)].tokens
      let right = spans[max(index, other)].tokens
      guard right.lowerBound - left.upperBound <= 2, right.lowerBound > left.upperBound,
        spans[other].role == nil,
        (left.upperBound..<right.lowerBound).allSatisfy({
          text.form($0) == "," || text.lower($0) == "and" || text.lower($0) == "or"
        })
      else { continue }
      guard let entry = spans[other].entry else { continue }
      switch gazetteer.entries[entry].type {
      case .place: votes.add(.place, 2, "a place stands beside it in an enumeration")
      case .organisation:
        votes.add(.organisation, 1, "an organisation stands beside it in an enumeration")
      default: break
      }
    }
  }

  private func addBefore(_ range: Range<Int>, to votes: inout TypeVotes) {
    let first = range.lowerBound
    guard first > 0, text.sentence[first - 1] == text.sentence[first] else { return }
    switch text.lower(first - 1) {
    case "the":
      votes.add(.person, -3, "")
      votes.add(.organisation, 1, "'the' stands before it")
      votes.add(.other, 1, "'the' stands before it")
    case "in", "near", "across", "outside", "throughout", "toward", "towards", "around":
      votes.add(.place, 2, "'\(text.lower(first - 1))' stands before it")
    case "from", "into":
      votes.add(.place, 1, "'\(text.lower(first - 1))' stands before it")
    case "at":
      votes.add(.organisation, 1, "'at' stands before it")
    case "neighbouring", "neighboring":
      votes.add(.place, 4, "'\(text.lower(first - 1))' stands before it")
    case _ where text.facts(first - 1).kinds.contains(.speechVerb):
      votes.add(.person, 1, "a verb of saying stands before it")
    default: break
    }
  }

  private func addAfter(_ range: Range<Int>, to votes: inout TypeVotes) {
    let next = range.upperBound
    guard next < text.tokens.count, text.sentence[next] == text.sentence[next - 1] else { return }
    let lower = text.lower(next)
    let facts = text.facts(next)
    if facts.kinds.contains(.speechVerb), facts.shape == .small {
      votes.add(.person, 1, "a verb of saying follows it")
    }
    if lower == "’s" || lower == "'s", next + 1 < text.tokens.count,
      Self.ofStates.contains(text.lower(next + 1))
    {
      votes.add(.place, 6, "'\(text.lower(next + 1))' is what states and cities have")
    }
    if lower == ",", next + 1 < text.tokens.count {
      if text.lower(next + 1) == "who" || text.lower(next + 1) == "whose" {
        votes.add(.person, 3, "'who' follows it")
      } else if let entry = longestKnownName(from: next + 1).entry,
        gazetteer.entries[entry].type == .place, range.count <= 3
      {
        votes.add(.place, 2, "the place it lies in follows it")
      } else if text.tokens.kinds[next + 1] == .number, next + 2 < text.tokens.count,
        text.form(next + 1).utf8.count == 2, text.lower(next + 2) == ","
      {
        votes.add(.person, 4, "an age follows it")
      }
    } else if lower == "who" {
      votes.add(.person, 3, "'who' follows it")
    } else if facts.shape == .small, text.tokens.kinds[next] == .word, range.count <= 3 {
      if Self.afterPersons.contains(lower), range.contains(where: { text.isJoiningHyphen($0) }) {
        votes.add(.organisation, 10, "two names before '\(lower)' are no one person")
        votes.add(.person, -10, "")
      } else if Self.afterPersons.contains(lower) {
        votes.add(.person, 3, "'\(lower)' follows it")
      } else if facts.kinds.contains(.facilityHead) {
        votes.add(.facility, 3, "'\(lower)' follows it")
      } else if facts.kinds.contains(.organisationHead), facts.classes.first == .noun {
        votes.add(.organisation, 2, "'\(lower)' follows it")
      }
    }
  }

  /// What states, regions and cities have, and persons and bodies hardly.
  private static let ofStates: Set<String> = [
    "ambassador", "government", "parliament", "capital", "army", "navy", "border", "borders",
    "economy", "coast", "embassy", "territory", "airspace", "soil", "sovereignty", "mayor",
  ]

  /// What a person's name is set before: `the Obama administration`.
  private static let afterPersons: Set<String> = [
    "administration", "presidency", "campaign", "family", "era", "doctrine", "brothers", "regime",
  ]

  /// The text of `tokens`.
  func words(_ tokens: Range<Int>) -> String {
    tokens.isEmpty ? "" : text.source[text.tokens.range(tokens)]
  }
}
