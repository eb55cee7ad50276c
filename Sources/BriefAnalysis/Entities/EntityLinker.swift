import BriefSource
import BriefText

/// Decides which names mean the same person or thing.
struct EntityLinker {
  let text: CasedText
  let spans: [NameSpan]
  let gazetteer: Gazetteer
  /// The entities, those joined into another left empty.
  var drafts: [EntityDraft] = []
  /// The draft of each name.
  var draftOfSpan: [Int]
  /// The folded abbreviations that the text explains in two ways.
  var twice: Set<String> = []

  /// Joins `spans` to entities. Close to linear in the number of names.
  static func link(
    _ spans: [NameSpan], in text: CasedText, gazetteer: Gazetteer = .embedded
  ) -> [EntityDraft] {
    var linker = EntityLinker(text: text, spans: spans, gazetteer: gazetteer)
    linker.joinSameNames()
    linker.joinDefinitions()
    linker.joinInitials()
    linker.joinPersons()
    linker.joinShortForms()
    linker.finish()
    return linker.drafts.filter { !$0.namings.isEmpty }
  }

  private init(text: CasedText, spans: [NameSpan], gazetteer: Gazetteer) {
    self.text = text
    self.gazetteer = gazetteer
    self.spans = spans
    draftOfSpan = Array(repeating: 0, count: spans.count)
  }

  /// One draft for each known thing and for each spelling of a name that is not known.
  private mutating func joinSameNames() {
    var byEntry: [Int: Int] = [:]
    var byKey: [String: Int] = [:]
    for (index, span) in spans.enumerated() {
      let entry = span.entry.flatMap { gazetteer.entries[$0].type == span.type ? $0 : nil }
      let known =
        entry.flatMap { byEntry[$0] } ?? (entry == nil ? byKey["\(span.type) \(span.key)"] : nil)
      if let known {
        let isSame = drafts[known].namings.first.map { spans[$0.span].key == span.key } ?? true
        if span.sense != .own {
          add(index, to: known, span.senseReason, span.sense == .demonym ? 0.9 : 0.75)
          continue
        }
        add(
          index, to: known,
          isSame ? "it is the same name" : "the list of known names has both for one thing",
          isSame ? 0.95 : 0.9)
        continue
      }
      var key = span.key
      if span.sense != .own, let entry { key = NameFolding.key(gazetteer.entries[entry].name) }
      drafts.append(
        EntityDraft(
          entry: entry, type: span.type, words: key.split(separator: " ").map(String.init),
          fullest: index))
      let new = drafts.count - 1
      if let entry {
        byEntry[entry] = new
      } else {
        byKey["\(span.type) \(span.key)"] = new
      }
      add(
        index, to: new, span.sense == .own ? "it is a name" : span.senseReason,
        span.sense == .own ? 0.95 : span.sense == .demonym ? 0.9 : 0.75)
    }
  }

  mutating func add(_ span: Int, to draft: Int, _ reason: String, _ confidence: Double) {
    drafts[draft].namings.append(
      EntityDraft.Naming(span: span, reason: reason, confidence: confidence))
    drafts[draft].votes.add(spans[span].votes)
    draftOfSpan[span] = draft
  }

  /// Moves all names of the draft `from` to the draft `to`.
  mutating func merge(_ from: Int, into to: Int, _ reason: String, _ confidence: Double) {
    guard from != to else { return }
    for naming in drafts[from].namings {
      drafts[to].namings.append(
        EntityDraft.Naming(
          span: naming.span, reason: reason, confidence: min(confidence, naming.confidence)))
      draftOfSpan[naming.span] = to
    }
    drafts[to].votes.add(drafts[from].votes)
    if drafts[to].words.count < drafts[from].words.count {
      drafts[to].words = drafts[from].words
      drafts[to].fullest = drafts[from].fullest
    }
    drafts[to].entry = drafts[to].entry ?? drafts[from].entry
    drafts[from].namings = []
  }

  // MARK: Abbreviations

  /// `Indus Waters Treaty (IWT)` and `IWT (Indus Waters Treaty)`.
  private mutating func joinDefinitions() {
    partDefinitions()
    // A text that explains an abbreviation at every turn says nothing new after the first time.
    var explained: [Int: Set<String>] = [:]
    for index in spans.indices.dropLast() {
      let left = spans[index].tokens
      let right = spans[index + 1].tokens
      guard right.lowerBound == left.upperBound + 1, right.upperBound < text.tokens.count,
        isBracket(left.upperBound, opening: true), closes(right.upperBound)
      else { continue }
      let pairs = [(long: index, short: index + 1), (long: index + 1, short: index)]
      for (long, short) in pairs {
        guard spans[short].tokens.count == 1 || isCompact(spans[short].tokens),
          let fit = Self.fit(letters(short), words(long))
        else { continue }
        if twice.contains(spans[short].key) { break }
        let from = draftOfSpan[short]
        let to = draftOfSpan[long]
        if from == to, !explained[to, default: []].insert(spans[short].key).inserted { break }
        let isExact = fit == .initials
        explain(
          from, as: to,
          isExact
            ? "the text explains '\(form(short))' as '\(form(long))'"
            : "it stands in brackets beside '\(form(long))'", isExact ? 0.95 : 0.8,
          key: spans[short].key)
        break
      }
    }
  }

  /// An abbreviation that the text explains twice, as two things, means what it was last said to
  /// mean; before it is explained, nobody can tell.
  private mutating func partDefinitions() {
    var byKey: [String: [(short: Int, long: Int)]] = [:]
    for index in spans.indices.dropLast() {
      let left = spans[index].tokens
      let right = spans[index + 1].tokens
      guard right.lowerBound == left.upperBound + 1, right.upperBound < text.tokens.count,
        isBracket(left.upperBound, opening: true), closes(right.upperBound)
      else { continue }
      for (long, short) in [(index, index + 1), (index + 1, index)]
      where (spans[short].tokens.count == 1 || isCompact(spans[short].tokens))
        && Self.fit(letters(short), words(long)) != nil
      {
        byKey[spans[short].key, default: []].append((short, long))
        break
      }
    }
    for (key, found) in byKey
    where found.count > 1 && Set(found.map { draftOfSpan[$0.long] }).count > 1 {
      twice.insert(key)
    }
    guard !twice.isEmpty else { return }
    for draft in drafts.indices {
      let moved = drafts[draft].namings.filter { twice.contains(spans[$0.span].key) }
      guard !moved.isEmpty else { continue }
      drafts[draft].namings.removeAll { twice.contains(spans[$0.span].key) }
      for naming in moved {
        guard let found = byKey[spans[naming.span].key] else { continue }
        let last = Self.last(of: found, upTo: naming.span)
        let meant = last ?? found[0]
        let ways = "\(found.count) ways"
        add(
          naming.span, to: draftOfSpan[meant.long],
          last == nil
            ? "the text explains '\(form(naming.span))' in \(ways) further on"
            : "the text last explained '\(form(naming.span))' as '\(form(meant.long))', "
              + "though it explains it in \(ways)",
          last == nil ? 0.4 : last?.short == naming.span ? 0.95 : 0.7)
      }
    }
  }

  /// The last of `found`, which are in text order, whose abbreviation is at `span` or before it.
  private static func last(
    of found: [(short: Int, long: Int)], upTo span: Int
  ) -> (short: Int, long: Int)? {
    var low = 0
    var high = found.count
    while low < high {
      let middle = (low + high) / 2
      if found[middle].short <= span { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? found[low - 1] : nil
  }

  /// Joins an abbreviation to the name that explains it; where a list had done so already, the
  /// text's word is the better reason.
  private mutating func explain(
    _ short: Int, as long: Int, _ reason: String, _ confidence: Double, key: String
  ) {
    if short != long { return merge(short, into: long, reason, confidence) }
    for (index, naming) in drafts[long].namings.enumerated() where spans[naming.span].key == key {
      drafts[long].namings[index] = EntityDraft.Naming(
        span: naming.span, reason: reason, confidence: max(confidence, naming.confidence))
    }
  }

  /// Whether a bracket opens right before the token after `token`.
  private func isBracket(_ token: Int, opening: Bool) -> Bool {
    guard token < text.tokens.count, text.tokens.kinds[token] == .punctuation else { return false }
    let form = text.form(token)
    return opening ? form == "(" || form == "[" : form == ")" || form == "]"
  }

  private func closes(_ token: Int) -> Bool {
    isBracket(token, opening: false) || text.form(token) == "," || text.form(token) == ";"
  }

  /// Whether a name in capitals is several tokens only because of a hyphen: `PML-N`.
  private func isCompact(_ range: Range<Int>) -> Bool {
    range.dropFirst().allSatisfy { !text.tokens.hasSpaceBefore($0) }
  }

  /// `FO` where only `Foreign Office` has these initials.
  private mutating func joinInitials() {
    var long: [String: [Int]] = [:]
    for (index, draft) in drafts.enumerated() where !draft.namings.isEmpty {
      guard let first = draft.namings.first, draft.type != .person, draft.type != .group else {
        continue
      }
      let words = words(first.span)
      // `Artemis II` has no initials.
      guard words.count > 1, !words.contains(where: Self.isNumeral) else { continue }
      for initials in Self.initials(of: words) { long[initials, default: []].append(index) }
    }
    for index in drafts.indices where drafts[index].entry == nil {
      guard let first = drafts[index].namings.first, spans[first.span].tokens.count == 1,
        drafts[index].type != .person
      else { continue }
      let facts = text.facts(spans[first.span].tokens.lowerBound)
      guard facts.shape == .capitals, !facts.kinds.contains(.common),
        let found = long[letters(first.span)], found.count == 1,
        let to = found.first, to != index, !drafts[to].namings.isEmpty
      else { continue }
      merge(
        index, into: to,
        "its letters are the initials of '\(form(drafts[to].fullest))'", 0.75)
    }
  }

  /// How an abbreviation fits a name.
  enum Fit {
    /// Its letters are the initials of the words.
    case initials
    /// Its letters occur in the words in this order, beginning with the first.
    case letters
  }

  /// The folded letters of a name written together.
  private func letters(_ span: Int) -> String {
    String(
      String.UnicodeScalarView(
        spans[span].key.unicodeScalars.filter { $0.properties.isAlphabetic }))
  }

  /// The folded words of a name.
  func words(_ span: Int) -> [String] { spans[span].key.split(separator: " ").map(String.init) }

  /// The text of a name.
  func form(_ span: Int) -> String { text.source[text.tokens.range(spans[span].tokens)] }

  private static func isNumeral(_ word: String) -> Bool {
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].contains(word)
      || word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static let skipped: Set<String> = [
    "of", "and", "for", "the", "on", "in", "to", "i", "e", "de", "s", "ul", "al", "against",
  ]

  /// The initials of words: of all of them, and without the small words.
  static func initials(of words: [String]) -> [String] {
    func read(_ words: [String]) -> String {
      String(String.UnicodeScalarView(words.compactMap(\.unicodeScalars.first)))
    }
    let all = read(words)
    let heavy = read(words.filter { !skipped.contains($0) })
    return all == heavy || heavy.isEmpty ? [all] : [heavy, all]
  }

  /// How `letters` abbreviates `words`, if it does.
  static func fit(_ letters: String, _ words: [String]) -> Fit? {
    guard words.count > 1 || (words.first?.utf8.count ?? 0) > letters.utf8.count + 3,
      letters.utf8.count >= 2, letters.utf8.count <= 10
    else { return nil }
    let initials = initials(of: words)
    if initials.contains(letters) { return .initials }
    if letters.hasSuffix("s"), initials.contains(String(letters.dropLast())) { return .initials }
    guard letters.first == words.first?.first else { return nil }
    var rest = words.joined()[...]
    for letter in letters {
      guard let place = rest.firstIndex(of: letter) else { return nil }
      rest = rest[rest.index(after: place)...]
    }
    return .letters
  }

  // MARK: The end

  private mutating func finish() {
    for index in drafts.indices where !drafts[index].namings.isEmpty {
      drafts[index].namings.sort { $0.span < $1.span }
      if let entry = drafts[index].entry, drafts[index].votes[gazetteer.entries[entry].type] > 0 {
        drafts[index].type = gazetteer.entries[entry].type
      } else if let best = drafts[index].votes.best {
        drafts[index].type = best.type
      }
      for naming in drafts[index].namings {
        guard let role = spans[naming.span].role else { continue }
        drafts[index].roles.append(role)
        for token in role {
          let facts = text.facts(token)
          drafts[index].roleWords.insert(facts.misspeltRole ?? facts.folded)
        }
      }
      if drafts[index].type == .person { drafts[index].gender = gender(of: index) }
    }
  }

  /// Man or woman by title, role and first name.
  private func gender(of draft: Int) -> EntityDraft.Gender {
    for word in drafts[draft].roleWords.sorted() {
      if let gender = Self.genders[word] { return gender }
    }
    return gender(ofName: drafts[draft].words)
  }

  /// Man or woman by first name.
  func gender(ofName words: [String]) -> EntityDraft.Gender {
    guard words.count > 1, let first = words.first else { return .unknown }
    let kinds = gazetteer.words[first] ?? []
    switch (kinds.contains(.male), kinds.contains(.female)) {
    case (true, false): return .male
    case (false, true): return .female
    default: return .unknown
    }
  }

  static let genders: [String: EntityDraft.Gender] = [
    "mr": .male, "sir": .male, "lord": .male, "king": .male, "prince": .male, "sheikh": .male,
    "spokesman": .male, "chairman": .male, "congressman": .male, "pope": .male, "imam": .male,
    "businessman": .male, "statesman": .male, "councilman": .male, "emir": .male,
    "sultan": .male, "ayatollah": .male, "actor": .male, "mrs": .female, "ms": .female,
    "miss": .female, "dame": .female, "lady": .female, "queen": .female, "princess": .female,
    "sheikha": .female, "spokeswoman": .female, "chairwoman": .female,
    "congresswoman": .female, "baroness": .female, "duchess": .female, "empress": .female,
    "businesswoman": .female, "councilwoman": .female, "actress": .female, "madame": .female,
  ]
}
