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

  private init() {
    entries.reserveCapacity(4096)
    readWords()
    readPlaces()
    readBodies()
    readPeoples()
  }

  /// The entry of an abbreviation written as `form`.
  func abbreviation(_ form: String) -> Int? { abbreviations[form].map { Int($0) } }

  /// The entry whose name has these folded words, joined by spaces.
  func name(_ key: String) -> Int? { names[key].map { Int($0) } }

  /// The number of words of the longest name that begins with the folded `word`; 0 for none.
  func longestName(from word: String) -> Int { Int(longest[word] ?? 0) }

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
      guard rows.holds(1, "country") else { continue }
      rows.forEachPart(of: 5, separator: "|") { register(rows.bytes($0), index) }
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
        case "law": .law
        case "event": .event
        case "disease": .other
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
}
