import BriefSource
import BriefText

/// The places, bodies and words that names are made of, as the embedded lists give them.
struct Gazetteer: Sendable {
  /// A thing the lists know.
  struct Entry: Sendable {
    /// Its name in the list.
    let name: String
    /// What it is.
    let type: EntityType
    /// The kind the list gives: `country`, `armed`, `media`.
    let kind: String
    /// The entry of the country whose people or language it is; `nil` for what is no demonym.
    let country: Int?
    /// The codes of the states it is, lies in, belongs to or acts in, with "|" between.
    var codes = ""
    /// The office that is meant by a building or place; empty for most.
    var standsFor = ""
    /// The list it comes from.
    var list = List.places
  }

  /// Where a thing is known from.
  enum List: Sendable {
    case places, bodies, names
    /// An actor file that the user gave.
    case actors
  }

  /// The lists, read once.
  static let embedded = Gazetteer()

  /// The things known.
  private(set) var entries: [Entry] = []
  /// What each word is, by its folded form.
  private(set) var words: [String: WordKinds] = [:]
  /// The entry of each name by its folded words.
  private var names: [String: Int] = [:]
  /// The entry of each name that is only meant when written exactly so: `WHO`, `U.S.`.
  private var abbreviations: [String: Int] = [:]
  /// The entry of each state by its code.
  private(set) var states: [String: Int] = [:]
  /// The rows of actor files, and which of them each entry is from.
  private var actors: [Actor] = []
  private var actorsOfEntry: [Int: [Int]] = [:]
  /// The number of words of the longest name that begins with a word.
  private var longest: [String: Int] = [:]

  private init() {
    readWords()
    readPlaces()
    readBodies()
  }

  /// The entry of an abbreviation written as `form`.
  func abbreviation(_ form: String) -> Int? { abbreviations[form] }

  /// The entry whose name has these folded words, joined by spaces.
  func name(_ key: String) -> Int? { names[key] }

  /// The number of words of the longest name that begins with the folded `word`; 0 for none.
  func longestName(from word: String) -> Int { longest[word] ?? 0 }

  private mutating func readWords() {
    for row in Lexicon.table(.names) where row.count >= 2 {
      words[NameFolding.key(row[0]), default: []].formUnion(WordKinds(named: row[1]))
    }
  }

  private mutating func readPlaces() {
    for row in Lexicon.table(.places) where row.count >= 6 {
      let kind = row[1]
      let type: EntityType = kind == "facility" ? .facility : .place
      let index = add(row[0], type: type, kind: kind, country: nil, codes: row[2])
      if !row[5].isEmpty { for name in parts(row[5]) { register(name, index) } }
      guard kind == "country" else { continue }
      if !row[2].isEmpty, states[row[2]] == nil { states[row[2]] = index }
      for demonym in parts(row[4]) {
        let group = add(
          demonym, type: .group, kind: "demonym", country: index, codes: row[2])
        if let plural = plural(demonym) { register(plural, group) }
      }
    }
  }

  private mutating func readBodies() {
    for row in Lexicon.table(.bodies) where row.count >= 3 {
      let type: EntityType =
        switch row[1] {
        case "law", "programme", "treaty": .law
        case "event": .event
        case "disease", "substance", "weapon": .other
        default: .organisation
        }
      let index = add(
        row[0], type: type, kind: row[1], country: nil, codes: row.count > 3 ? row[3] : "",
        standsFor: row.count > 4 ? row[4] : "", list: .bodies)
      for name in parts(row[2]) { register(name, index) }
    }
    for (word, kinds) in words.sorted(by: { $0.key < $1.key }) where kinds.contains(.people) {
      guard names[word] == nil else { continue }
      let group = add(word, type: .group, kind: "people", country: nil, list: .names)
      if let plural = plural(word) { register(plural, group) }
    }
  }

  private mutating func add(
    _ name: String, type: EntityType, kind: String, country: Int?, codes: String = "",
    standsFor: String = "", list: List = .places
  ) -> Int {
    entries.append(
      Entry(
        name: name, type: type, kind: kind, country: country, codes: codes, standsFor: standsFor,
        list: list))
    register(name, entries.count - 1)
    return entries.count - 1
  }

  /// Makes `name` lead to the entry at `index`; of two things of one name the first keeps it.
  private mutating func register(_ name: String, _ index: Int) {
    if Self.isAbbreviation(name) {
      if abbreviations[name] == nil { abbreviations[name] = index }
      return
    }
    let words = NameFolding.words(name)
    guard let first = words.first else { return }
    let key = words.joined(separator: " ")
    if names[key] == nil { names[key] = index }
    longest[first] = max(longest[first] ?? 0, words.count)
  }

  /// Whether `name` is one word in capitals: found only as it stands, so that "who" is no body.
  static func isAbbreviation(_ name: String) -> Bool {
    var capitals = 0
    var isFirst = true
    for scalar in name.unicodeScalars {
      switch scalar {
      case "A"..."Z": capitals += 1
      case "a"..."z" where isFirst: return false
      case " ": return false
      default: break
      }
      isFirst = false
    }
    return capitals >= 2 && name.utf8.count <= 8
  }

  // MARK: Actor files

  /// What actor files say of the entry at `index`.
  func actors(of index: Int) -> [Actor] { (actorsOfEntry[index] ?? []).map { actors[$0] } }

  /// The lists with the actors of a user's files, which win over what the lists have by their names.
  ///
  /// A name that two actors share leads to neither. Linear in the number of names known.
  func adding(_ added: [Actor]) -> Gazetteer {
    var result = self
    var byName: [String: Int] = [:]
    var claims: [String: Set<Int>] = [:]
    var replaced: [Int: Int] = [:]
    for actor in added {
      let key = NameFolding.key(actor.name)
      let index: Int
      if let known = byName[key] {
        index = known
      } else {
        let old = result.lookUp(actor.name)
        let entry = old.map { entries[$0] }
        let type = actor.kind?.type ?? entry?.type ?? .person
        result.entries.append(
          Entry(
            name: actor.name, type: type, kind: actor.kind?.rawValue ?? entry?.kind ?? "person",
            country: entry?.country, codes: entry?.codes ?? "", standsFor: entry?.standsFor ?? "",
            list: .actors))
        index = result.entries.count - 1
        byName[key] = index
        if let old, entry?.kind != "country" || actor.kind == nil || actor.kind == .country {
          replaced[old] = index
        }
      }
      result.actors.append(actor)
      result.actorsOfEntry[index, default: []].append(result.actors.count - 1)
      for name in [actor.name] + actor.aliases { claims[name, default: []].insert(index) }
    }
    for (name, index) in result.names { result.names[name] = replaced[index] ?? index }
    for (name, index) in result.abbreviations {
      result.abbreviations[name] = replaced[index] ?? index
    }
    for (code, index) in result.states { result.states[code] = replaced[index] ?? index }
    for name in claims.keys.sorted() {
      guard let claimants = claims[name], claimants.count == 1, let index = claimants.first else {
        continue
      }
      result.claim(name, index)
    }
    return result
  }

  private func lookUp(_ name: String) -> Int? {
    Self.isAbbreviation(name) ? abbreviations[name] : names[NameFolding.key(name)]
  }

  /// Makes `name` lead to the entry at `index`, whatever it led to before.
  private mutating func claim(_ name: String, _ index: Int) {
    if Self.isAbbreviation(name) {
      abbreviations[name] = index
      return
    }
    let words = NameFolding.words(name)
    guard let first = words.first else { return }
    names[words.joined(separator: " ")] = index
    longest[first] = max(longest[first] ?? 0, words.count)
  }

  private func parts(_ field: String) -> [String] {
    field.split(separator: "|").map(String.init)
  }

  private func plural(_ name: String) -> String? {
    for ending in ["s", "sh", "ch", "ese", "z", "men", "ois"] where name.hasSuffix(ending) {
      return nil
    }
    return name.hasSuffix("man") ? nil : name + "s"
  }
}

extension Gazetteer {
  /// Whether the city `name` is said for the government of the state `code` though it is not its
  /// capital: `Delhi`.
  func isSeat(_ name: String, of code: String) -> Bool {
    Self.seats[name].map { $0 == code } ?? false
  }

  /// The states of such cities.
  private static let seats: [String: String] = {
    var seats: [String: String] = [:]
    for row in Lexicon.table(.states) where row.count > 4 && !row[4].isEmpty {
      for city in row[4].split(separator: "|") { seats[String(city)] = row[0] }
    }
    return seats
  }()
}
