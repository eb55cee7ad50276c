import BriefSource
import BriefText

/// The places, bodies and words that names are made of, as the embedded lists give them.
///
/// Reading the lists makes no strings: names are tables of bytes, and an entry reads its fields
/// where they lie when they are asked for.
struct Gazetteer: Sendable {
  /// The lists, read once.
  static let embedded = Gazetteer()

  /// The things known.
  private(set) var entries: [Entry] = []
  /// What each word is, by its folded form.
  private(set) var words = Words()
  /// The entry of each name by its folded words.
  private var names = FormTable(capacity: 6000, length: 12)
  /// The entry of each name that is only meant when written exactly so: `WHO`, `U.S.`.
  private var abbreviations = FormTable(capacity: 1000)
  /// The number of words of the longest name that begins with a word.
  private var longest = FormTable(capacity: 4000)
  /// The words of a name while it is registered.
  private var key: [UInt8] = []
  /// The entry of each state by its code.
  private var states: [String: Int] = [:]
  /// What the actor files of a user add.
  private var added = Additions()

  private init() {
    entries.reserveCapacity(4096)
    readWords()
    readPlaces()
    readBodies()
    readPeoples()
  }

  /// The entry of an abbreviation written as `form`.
  func abbreviation(_ form: String) -> Int? {
    added.abbreviations[form] ?? abbreviations[form].map { current(Int($0)) }
  }

  /// The entry whose name has these folded words, joined by spaces.
  func name(_ key: String) -> Int? {
    added.names[key] ?? names[key].map { current(Int($0)) }
  }

  /// The entry of the state with this ISO 3166 code.
  func state(_ code: String) -> Int? { states[code].map { current($0) } }

  /// The entry that took the place of the one at `index`, or that one.
  private func current(_ index: Int) -> Int { added.replaced[index] ?? index }

  /// The number of words of the longest name that begins with the folded `word`; 0 for none.
  func longestName(from word: String) -> Int {
    max(Int(longest[word] ?? 0), added.longest[word] ?? 0)
  }

  private mutating func readWords() {
    var rows = LexiconReader(.names)
    // Rows of a kind stand together.
    var known = 0..<0
    var kinds: WordKinds = []
    while rows.advance() {
      guard rows.count >= 2 else { continue }
      if !rows.repeats(known, 1) {
        known = rows.range(1)
        kinds = WordKinds(named: rows.string(1))
      }
      key.removeAll(keepingCapacity: true)
      NameFolding.appendWords(of: rows[0], to: &key)
      words.add(kinds, to: key)
    }
  }

  private mutating func readPlaces() {
    var rows = LexiconReader(.places)
    while rows.advance() {
      guard rows.count >= 6 else { continue }
      let type: EntityType = rows.holds(1, "facility") ? .facility : .place
      let index = add(Entry(.places, rows, type: type), named: rows[0])
      rows.forEachPart(of: 5, separator: "|") { register(rows.bytes($0), index) }
      guard rows.holds(1, "country") else { continue }
      let code = rows.string(2)
      if !code.isEmpty, states[code] == nil { states[code] = index }
      rows.forEachPart(of: 4, separator: "|") { part in
        let group = add(
          Entry(.places, rows, type: .group, as: .demonym(part, country: index)),
          named: rows.bytes(part))
        registerPlural(of: rows.bytes(part), group)
      }
    }
  }

  private mutating func readBodies() {
    var rows = LexiconReader(.bodies)
    while rows.advance() {
      guard rows.count >= 3 else { continue }
      let type: EntityType =
        switch rows.string(1) {
        case "law", "programme", "treaty": .law
        case "event": .event
        case "disease", "substance", "weapon": .other
        default: .organisation
        }
      let index = add(Entry(.bodies, rows, type: type), named: rows[0])
      rows.forEachPart(of: 2, separator: "|") { register(rows.bytes($0), index) }
    }
  }

  private mutating func readPeoples() {
    var rows = LexiconReader(.names)
    var peoples: [(name: String, entry: Entry)] = []
    while rows.advance() {
      guard rows.holds(1, "people") else { continue }
      peoples.append(
        (NameFolding.key(rows.string(0)), Entry(.names, rows, type: .group, as: .people)))
    }
    for (name, entry) in peoples.sorted(by: { $0.name < $1.name }) where names[name] == nil {
      Array(name.utf8).withUnsafeBufferPointer { name in
        let group = add(entry, named: name)
        registerPlural(of: name, group)
      }
    }
  }

  private mutating func add(_ entry: Entry, named name: UnsafeBufferPointer<UInt8>) -> Int {
    entries.append(entry)
    register(name, entries.count - 1)
    return entries.count - 1
  }

  /// Makes `name` lead to the entry at `index`; of two things of one name the first keeps it.
  private mutating func register(_ name: UnsafeBufferPointer<UInt8>, _ index: Int) {
    let value = UInt32(index)
    if Self.isAbbreviation(name) {
      abbreviations.update(name) { $0 ?? value }
      return
    }
    key.removeAll(keepingCapacity: true)
    let words = NameFolding.appendWords(of: name, to: &key)
    guard words > 0 else { return }
    key.withUnsafeBufferPointer { key in
      names.update(key) { $0 ?? value }
      let first = UnsafeBufferPointer(rebasing: key.prefix { $0 != 0x20 })
      longest.update(first) { max($0 ?? 0, UInt32(words)) }
    }
  }

  /// Makes the plural of the name of a people lead to the entry at `index`, unless it is irregular.
  private mutating func registerPlural(of name: UnsafeBufferPointer<UInt8>, _ index: Int) {
    let isIrregular = Self.irregularEndings.contains { ending in
      name.count >= ending.count && name.suffix(ending.count).elementsEqual(ending)
    }
    if isIrregular { return }
    (Array(name) + [UInt8(ascii: "s")]).withUnsafeBufferPointer { register($0, index) }
  }

  private static let irregularEndings: [[UInt8]] = [
    "s", "sh", "ch", "ese", "z", "men", "ois", "man",
  ].map { Array($0.utf8) }

  /// Whether `name` is one word in capitals: found only as it stands, so that "who" is no body.
  static func isAbbreviation(_ name: String) -> Bool {
    Array(name.utf8).withUnsafeBufferPointer { isAbbreviation($0) }
  }

  /// Whether `name` is one word in capitals: found only as it stands, so that "who" is no body.
  private static func isAbbreviation(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = name.first, name.count <= 8, !(0x61...0x7A).contains(first) else {
      return false
    }
    var capitals = 0
    for byte in name {
      switch byte {
      case 0x41...0x5A: capitals += 1
      case 0x20: return false
      default: break
      }
    }
    return capitals >= 2
  }

  // MARK: Actor files

  /// What the actor files of a user add to the lists and change in them.
  private struct Additions: Sendable {
    /// The rows of the files, and which of them each entry is from.
    var actors: [Actor] = []
    var actorsOfEntry: [Int: [Int]] = [:]
    /// The entries that win over what the lists have.
    var replaced: [Int: Int] = [:]
    var names: [String: Int] = [:]
    var abbreviations: [String: Int] = [:]
    var longest: [String: Int] = [:]
  }

  /// What actor files say of the entry at `index`.
  func actors(of index: Int) -> [Actor] {
    (added.actorsOfEntry[index] ?? []).map { added.actors[$0] }
  }

  /// The lists with the actors of a user's files, which win over what the lists have by their names.
  ///
  /// A name that two actors share leads to neither. Linear in the number of actors.
  func adding(_ actors: [Actor]) -> Gazetteer {
    var result = self
    var byName: [String: Int] = [:]
    var claims: [String: Set<Int>] = [:]
    for actor in actors {
      let key = NameFolding.key(actor.name)
      let index: Int
      if let known = byName[key] {
        index = known
      } else {
        let old = Self.isAbbreviation(actor.name) ? abbreviation(actor.name) : name(key)
        let entry = old.map { entries[$0] }
        result.entries.append(Entry(actor, before: entry))
        index = result.entries.count - 1
        byName[key] = index
        if let old, entry?.kind != "country" || actor.kind == nil || actor.kind == .country {
          result.added.replaced[old] = index
        }
      }
      result.added.actors.append(actor)
      result.added.actorsOfEntry[index, default: []].append(result.added.actors.count - 1)
      for name in [actor.name] + actor.aliases { claims[name, default: []].insert(index) }
    }
    for name in claims.keys.sorted() {
      if let claimants = claims[name], claimants.count == 1, let index = claimants.first {
        result.claim(name, index)
      }
    }
    return result
  }

  /// Makes `name` lead to the entry at `index`, whatever it led to before.
  private mutating func claim(_ name: String, _ index: Int) {
    if Self.isAbbreviation(name) {
      added.abbreviations[name] = index
      return
    }
    let words = NameFolding.words(name)
    guard let first = words.first else { return }
    added.names[words.joined(separator: " ")] = index
    added.longest[first] = max(added.longest[first] ?? 0, words.count)
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
