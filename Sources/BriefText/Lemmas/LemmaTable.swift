/// What a model knows of lemmas: the stems of a language and the forms that go by no rule.
///
/// Read in place; a look-up is logarithmic in the number of entries.
package struct LemmaTable: Sendable {
  /// The kinds of words a stem may be, each told apart.
  package enum Kind: UInt64, Sendable {
    case verb = 1
    case noun
    /// An adjective, an adverb or an interjection.
    case adjective
    /// Kept with its capitals.
    case name
    /// An adjective made of a name, kept with its capital: `American`.
    case nameAdjective
  }

  /// An entry for forms as they stand, or for all spellings of a form whatever its capitals.
  package enum Spelling: UInt64, Sendable {
    case exact = 0x100
    case small = 0x200
  }

  private let owner: ModelSection?
  /// Ascending keys of the stems.
  private let stems: Keys
  /// Ascending keys of the exceptions, and for each the place of its lemma in the pool, shifted
  /// by eight bits, with its length in bytes.
  private let exceptions: Keys
  private let places: Keys
  /// Where the pool of lemmas begins in the section.
  private let pool: Int

  /// The memory is that of the model, which `owner` keeps and which never changes.
  private struct Keys: @unchecked Sendable {
    let numbers: UnsafeBufferPointer<UInt32>

    init(_ numbers: UnsafeBufferPointer<UInt32>) { self.numbers = numbers }

    static var none: Self { Self(UnsafeBufferPointer(start: nil, count: 0)) }

    /// The place of `key`; `nil` where it is missing.
    func index(of key: UInt32) -> Int? {
      var low = 0
      var high = numbers.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[middle] < key { low = middle + 1 } else { high = middle }
      }
      return low < numbers.count && numbers[low] == key ? low : nil
    }
  }

  /// A table that holds nothing.
  package static let empty = LemmaTable()

  private init() {
    owner = nil
    stems = .none
    exceptions = .none
    places = .none
    pool = 0
  }

  /// Opens the table in a section: the numbers of stems and of exceptions, the keys of the stems,
  /// the keys and the places of the exceptions, the pool.
  package init(_ section: ModelSection) throws(ModelArchive.Failure) {
    let stemCount = try section.number(at: 0)
    let count = try section.number(at: 4)
    owner = section
    stems = .init(try section.numbers(of: UInt32.self, from: 8, count: stemCount))
    let first = 8 + stemCount * 4
    exceptions = .init(try section.numbers(of: UInt32.self, from: first, count: count))
    places = .init(try section.numbers(of: UInt32.self, from: first + count * 4, count: count))
    pool = first + count * 8
    for place in places.numbers
    where pool + Int(place >> 8) + Int(place & 0xFF) > section.bytes.count {
      throw .damaged(section: section.name)
    }
  }

  /// Whether there is a stem of this kind with these letters.
  func knows(_ letters: [UInt8], as kind: Kind) -> Bool {
    stems.index(of: Self.key(letters, kind.rawValue)) != nil
  }

  /// The lemma of a form of a group that goes by no rule.
  func exception(_ letters: [UInt8], _ group: LemmaGroup, _ spelling: Spelling) -> String? {
    guard let owner,
      let index = exceptions.index(
        of: Self.key(letters, spelling.rawValue | UInt64(group.rawValue)))
    else { return nil }
    let place = places.numbers[index]
    let start = pool + Int(place >> 8)
    return String(decoding: owner.bytes[start..<start + Int(place & 0xFF)], as: UTF8.self)
  }

  /// The top half of a hash of the letters, which tells the forms of a language apart.
  private static func key(_ letters: [UInt8], _ part: UInt64) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (part &* 0x9E37_79B9_7F4A_7C15)
    for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    return UInt32(truncatingIfNeeded: (hash &* 0xD6E8_FEB8_6659_FD93) >> 32)
  }
}

extension LemmaTable {
  /// A form that goes by no rule.
  package struct Exception: Sendable {
    package var form: String
    package var group: LemmaGroup
    package var spelling: Spelling
    package var lemma: String

    package init(form: String, group: LemmaGroup, spelling: Spelling, lemma: String) {
      self.form = form
      self.group = group
      self.spelling = spelling
      self.lemma = lemma
    }
  }

  /// The bytes of a section with these stems and exceptions, the same for any order of stems; of
  /// two exceptions with one key the first counts.
  package static func bytes(
    stems: [(stem: String, kind: Kind)], exceptions: [Exception]
  ) -> [UInt8] {
    let stemKeys = Set(stems.map { key(Array($0.stem.utf8), $0.kind.rawValue) }).sorted()
    var lemmas: [UInt32: String] = [:]
    for exception in exceptions where exception.lemma.utf8.count < 256 {
      let part = exception.spelling.rawValue | UInt64(exception.group.rawValue)
      let key = key(Array(exception.form.utf8), part)
      if lemmas[key] == nil { lemmas[key] = exception.lemma }
    }
    let keys = lemmas.keys.sorted()
    var pool: [UInt8] = []
    var known: [String: UInt32] = [:]
    var bytes: [UInt8] = []
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt32(stemKeys.count))
    append(UInt32(keys.count))
    for key in stemKeys { append(key) }
    for key in keys { append(key) }
    for key in keys {
      let lemma = lemmas[key] ?? ""
      let place = known[lemma] ?? UInt32(pool.count) << 8 | UInt32(lemma.utf8.count)
      if known[lemma] == nil {
        known[lemma] = place
        pool += Array(lemma.utf8)
      }
      append(place)
    }
    return bytes + pool
  }
}
