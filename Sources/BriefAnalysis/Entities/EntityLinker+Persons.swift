extension EntityLinker {
  /// Joins surnames, first names and shorter forms of persons' names to the fullest.
  mutating func joinPersons() {
    joinFullNames()
    joinSpellings()
    joinSingleNames()
  }

  private var persons: [Int] {
    drafts.indices.filter { !drafts[$0].namings.isEmpty && drafts[$0].type == .person }
  }

  /// `Donald J. Trump` and `Donald Trump`; `Hussain Andrabi` and `Tahir Hussain Andrabi`.
  private mutating func joinFullNames() {
    var byLast: [String: [Int]] = [:]
    for index in persons where drafts[index].words.count > 1 {
      if let last = surname(drafts[index].words) { byLast[last, default: []].append(index) }
    }
    for index in persons where drafts[index].words.count > 1 {
      guard let last = surname(drafts[index].words) else { continue }
      let fuller = (byLast[last] ?? []).prefix(64).filter {
        $0 != index && !drafts[$0].namings.isEmpty
          && drafts[$0].words.count >= drafts[index].words.count
          && isShorter(drafts[index].words, than: drafts[$0].words)
          && (drafts[$0].words.count > drafts[index].words.count || $0 < index)
      }
      guard let to = fuller.first else { continue }
      // Two fuller names that are not one person leave it open which is meant.
      if fuller.count > 1,
        !fuller.dropFirst().allSatisfy({ isShorter(drafts[$0].words, than: drafts[to].words) })
      {
        continue
      }
      merge(index, into: to, "it is a shorter form of '\(form(of: to))'", 0.9)
    }
  }

  /// `Volodymyr Zelensky` and `Volodymyr Zelenskyy`, `Mohammed Dahlan` and `Muhammad Dahlan`: full
  /// names that are spellings of the same sounds.
  private mutating func joinSpellings() {
    var bySound: [String: Int] = [:]
    for index in persons where drafts[index].words.count > 1 && drafts[index].entry == nil {
      let sounds = drafts[index].words.map(Romanisation.key)
      guard sounds.allSatisfy({ !$0.isEmpty }) else { continue }
      let key = sounds.joined(separator: " ")
      guard let to = bySound[key] else {
        bySound[key] = index
        continue
      }
      // `Mario Silva` and `Maria Silva` are two.
      let genders = [index, to].map { gender(ofName: drafts[$0].words) }
      if genders[0] != genders[1], !genders.contains(.unknown) { continue }
      merge(index, into: to, "it is another spelling of '\(form(of: to))'", 0.7)
    }
  }

  private func surname(_ words: [String]) -> String? {
    guard let last = words.last else { return nil }
    return (last == "jr" || last == "sr") && words.count > 1 ? words[words.count - 2] : last
  }

  /// Whether every word of `short` stands in `full` in the same order, an initial for its word.
  private func isShorter(_ short: [String], than full: [String]) -> Bool {
    var place = 0
    for word in short where word != "jr" && word != "sr" {
      while place < full.count, !matches(word, full[place]) { place += 1 }
      guard place < full.count else { return false }
      place += 1
    }
    return true
  }

  private func matches(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let isInitial = left.utf8.count == 1 || right.utf8.count == 1
    return isInitial && left.first == right.first
  }

  /// `Andrabi` to `Tahir Hussain Andrabi`: by the last word, else by another word of the name.
  private mutating func joinSingleNames() {
    var byLast: [String: [Int]] = [:]
    var byOther: [String: [Int]] = [:]
    var byVariant: [String: [Int]] = [:]
    var bySound: [String: [Int]] = [:]
    for index in persons where drafts[index].words.count > 1 {
      let words = drafts[index].words
      guard let last = surname(words) else { continue }
      byLast[last, default: []].append(index)
      for variant in Self.variants(last) { byVariant[variant, default: []].append(index) }
      let sound = Romanisation.key(last)
      if last.utf8.count >= 6 { bySound[sound, default: []].append(index) }
      for word in words where word != last && word.utf8.count > 2 {
        byOther[word, default: []].append(index)
      }
      // `Mohammed bin Salman`, `Ursula von der Leyen`: from a particle on it is a surname too.
      for place in words.indices.dropFirst().dropLast() {
        byLast[words[place...].joined(separator: " "), default: []].append(index)
      }
    }
    let singles = drafts.indices.filter {
      !drafts[$0].namings.isEmpty && isSinglePerson(drafts[$0])
    }
    for index in singles {
      let key = drafts[index].words.joined(separator: " ")
      if let found = byLast[key] {
        join(index, to: found, "its surname")
      } else if drafts[index].words.count == 1, let found = byOther[key] {
        join(index, to: found, "part of its name")
      } else if key.utf8.count >= 6, drafts[index].entry == nil,
        let found = Self.variants(key).lazy.compactMap({ byVariant[$0] }).first, found.count == 1,
        drafts[found[0]].words.last?.utf8.count ?? 0 >= 6
      {
        join(index, to: found, "another spelling of its surname")
      } else if key.utf8.count >= 6, drafts[index].entry == nil, !key.contains(" "),
        let found = bySound[Romanisation.key(key)], found.count == 1
      {
        join(index, to: found, "another spelling of its surname")
      }
    }
  }

  private func isSinglePerson(_ draft: EntityDraft) -> Bool {
    if draft.type == .person {
      return draft.words.count == 1
        || (Gazetteer.embedded.words[draft.words[0]] ?? []).isDisjoint(with: .firstName)
          && draft.words.count <= 4
    }
    return draft.words.count == 1 && draft.entry == nil
      && (draft.type == .other || draft.votes[.person] > 0)
  }

  /// `word` with one letter left out, and itself: two words that share one are a letter apart.
  private static func variants(_ word: String) -> [String] {
    guard word.utf8.count >= 6, word.utf8.count <= 24 else { return [] }
    let letters = Array(word)
    return [word]
      + letters.indices.dropFirst().map { place in
        String(letters[..<place] + letters[(place + 1)...])
      }
  }

  private mutating func join(_ index: Int, to found: [Int], _ what: String) {
    let candidates = found.filter { $0 != index && !drafts[$0].namings.isEmpty }
    if candidates.count == 1, let to = candidates.first {
      let full = form(of: to)
      merge(
        index, into: to, "it is \(what): '\(full)'", what == "its surname" ? 0.9 : 0.75)
    } else if candidates.count > 1 {
      share(index, among: candidates, what)
    }
  }

  /// Gives each place of a name that several persons bear to the one named last before it.
  private mutating func share(_ index: Int, among candidates: [Int], _ what: String) {
    var places: [(span: Int, draft: Int)] = []
    for draft in candidates {
      for naming in drafts[draft].namings where words(naming.span).count > 1 {
        places.append((naming.span, draft))
      }
    }
    places.sort { $0.span < $1.span }
    guard let first = places.first else { return }
    let namings = drafts[index].namings
    let bearers = bearers(candidates)
    drafts[index].namings = []
    var place = 0
    for naming in namings {
      while place + 1 < places.count, places[place + 1].span < naming.span { place += 1 }
      if let fitting = fitting(naming.span, among: bearers) {
        add(
          naming.span, to: fitting,
          "it is \(what): '\(form(of: fitting))', and the title fits no other who bears it",
          0.85)
        continue
      }
      let to = places[place].span < naming.span ? places[place].draft : first.draft
      add(
        naming.span, to: to,
        "it is \(what): '\(form(of: to))', though \(candidates.count) persons here bear it", 0.5)
    }
  }

  /// What tells persons of one surname apart: the words of their titles and roles, and man or woman.
  private struct Bearers {
    let drafts: [Int]
    let roles: [Set<String>]
    let genders: [EntityDraft.Gender]
  }

  private func bearers(_ candidates: [Int]) -> Bearers {
    Bearers(
      drafts: candidates,
      roles: candidates.map { draft in
        var words: Set<String> = []
        for naming in drafts[draft].namings {
          for token in spans[naming.span].role ?? 0..<0 {
            words.insert(ReferenceResolver.roleHead(text.facts(token).folded))
          }
        }
        return words
      },
      genders: candidates.map { gender(ofName: drafts[$0].words) })
  }

  /// The one of `bearers` to whom the title at the name `span` points: `Mrs Pellow`, `Minister
  /// Pellow`; `nil` where it points to none or to several.
  private func fitting(_ span: Int, among bearers: Bearers) -> Int? {
    guard let role = spans[span].role else { return nil }
    for token in role {
      let word = ReferenceResolver.roleHead(text.facts(token).folded)
      if let wanted = Self.genders[word] {
        let fits = bearers.drafts.indices.filter { bearers.genders[$0] == wanted }
        if fits.count == 1, !bearers.genders.contains(.unknown) { return bearers.drafts[fits[0]] }
      } else {
        let holders = bearers.drafts.indices.filter { bearers.roles[$0].contains(word) }
        if holders.count == 1 { return bearers.drafts[holders[0]] }
      }
    }
    return nil
  }

  private func form(of draft: Int) -> String { form(drafts[draft].fullest) }

  // MARK: Other names

  /// `Republic of Sarykhan` to `Sarykhan`, where both are places.
  private mutating func joinStates() {
    var places: [String: Int] = [:]
    for (index, draft) in drafts.enumerated() where draft.type == .place && !draft.namings.isEmpty {
      let key = draft.words.joined(separator: " ")
      if places[key] == nil { places[key] = index }
    }
    let forms: Set<String> = [
      "commonwealth", "emirate", "federation", "kingdom", "principality", "republic", "state",
      "sultanate", "union",
    ]
    for index in drafts.indices where drafts[index].entry == nil && drafts[index].type == .place {
      let words = drafts[index].words
      guard !drafts[index].namings.isEmpty, words.count > 2,
        let of = words.firstIndex(of: "of"), of > 0, forms.contains(words[of - 1])
      else { continue }
      var short = words[(of + 1)...]
      if short.first == "the" { short = short.dropFirst() }
      guard let to = places[short.joined(separator: " ")], to != index,
        drafts[to].entry == nil, !drafts[to].namings.isEmpty
      else { continue }
      merge(index, into: to, "it is the full name of '\(form(of: to))'", 0.85)
    }
  }

  /// `Islamabad Chamber` to the one longer name that begins so.
  mutating func joinShortForms() {
    joinStates()
    var byPrefix: [String: [Int]] = [:]
    for (index, draft) in drafts.enumerated() {
      guard !draft.namings.isEmpty, draft.words.count > 2, draft.words.count < 12,
        draft.type == .organisation || draft.type == .law || draft.type == .event
      else { continue }
      for length in (draft.type == .organisation ? 1 : 2)..<draft.words.count {
        byPrefix[draft.words[..<length].joined(separator: " "), default: []].append(index)
      }
    }
    for index in drafts.indices {
      guard !drafts[index].namings.isEmpty, drafts[index].entry == nil,
        drafts[index].words.count >= 2 || drafts[index].type == .organisation,
        drafts[index].type != .person,
        let found = byPrefix[drafts[index].words.joined(separator: " ")], found.count == 1,
        let to = found.first, to != index, !drafts[to].namings.isEmpty
      else { continue }
      merge(index, into: to, "it is the beginning of '\(form(of: to))'", 0.75)
    }
  }
}
