/// Lists of known names and of words that names are made of, as one table of hashed phrases.
package struct NameLists: @unchecked Sendable {
  /// What a phrase is listed as, as a set of bits.
  package struct Kinds: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let givenName = Kinds(rawValue: 1)
    package static let familyName = Kinds(rawValue: 1 << 1)
    package static let person = Kinds(rawValue: 1 << 2)
    package static let country = Kinds(rawValue: 1 << 3)
    package static let place = Kinds(rawValue: 1 << 4)
    package static let organisation = Kinds(rawValue: 1 << 5)
    package static let group = Kinds(rawValue: 1 << 6)
    package static let event = Kinds(rawValue: 1 << 7)
    package static let law = Kinds(rawValue: 1 << 8)
    package static let facility = Kinds(rawValue: 1 << 9)
    package static let thing = Kinds(rawValue: 1 << 10)
    /// A title or role that stands before a person's name.
    package static let title = Kinds(rawValue: 1 << 11)
    /// "Ministry", "Party": a word that heads names of organisations.
    package static let organisationHead = Kinds(rawValue: 1 << 12)
    /// "Airport", "Treaty", "Strait", "Summit": a word that heads other names.
    package static let otherHead = Kinds(rawValue: 1 << 13)
    /// A month, a day.
    package static let calendar = Kinds(rawValue: 1 << 14)

    /// The number of bits in use.
    static let count = 15
  }

  /// The most tokens of a phrase.
  static let longest = 6

  private let slots: UnsafeBufferPointer<UInt64>?
  private let owner: AnyObject?

  /// No lists at all.
  package static let none = NameLists()

  private init() {
    slots = nil
    owner = nil
  }

  /// Opens the lists in a section.
  package init(_ section: ModelSection) throws(ModelArchive.Failure) {
    let count = try section.number(at: 0)
    guard count > 0 else { throw .damaged(section: section.name) }
    slots = try section.numbers(of: UInt64.self, from: 8, count: count)
    owner = section.owner
  }

  /// The hash of a phrase, from the hashes of its forms; begin with 0.
  @inline(__always)
  package static func extend(_ hash: UInt64, _ form: UInt64) -> UInt64 {
    FeatureHash.join(hash, form)
  }

  /// What the phrase with this hash is listed as.
  @inline(__always)
  subscript(phrase: UInt64) -> Kinds {
    guard let slots, let base = slots.baseAddress else { return [] }
    let count = slots.count
    let check = phrase >> 16
    var place = Int(((phrase & 0xFFFF_FFFF) &* UInt64(count)) >> 32)
    while true {
      let slot = base[place]
      if slot == 0 { return [] }
      if slot >> 16 == check { return Kinds(rawValue: UInt16(slot & 0xFFFF)) }
      place += 1
      if place == count { place = 0 }
    }
  }

  /// The bytes of a section with these phrases.
  package static func bytes(of phrases: [UInt64: Kinds]) -> [UInt8] {
    let count = max(8, phrases.count + phrases.count / 2)
    var slots = [UInt64](repeating: 0, count: count)
    for phrase in phrases.keys.sorted() {
      guard let kinds = phrases[phrase], !kinds.isEmpty else { continue }
      var place = Int(((phrase & 0xFFFF_FFFF) &* UInt64(count)) >> 32)
      while slots[place] != 0 { place = place + 1 == count ? 0 : place + 1 }
      slots[place] = (phrase >> 16) << 16 | UInt64(kinds.rawValue)
    }
    var bytes: [UInt8] = []
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt32(count))
    append(UInt32(0))
    for slot in slots { append(slot) }
    return bytes
  }

  /// What each token of a sentence is by the lists: for each kind a bit for the only token of a
  /// phrase, one for its first and one for a later token.
  ///
  /// The longest phrase from a token on counts, and every shorter one that ends a name as well.
  /// Linear in the number of tokens.
  func marks(
    _ ids: [Int32], table: [WordFeatures], into marks: inout [UInt64]
  ) {
    let margin = SentenceWords.margin
    let count = ids.count - 2 * margin
    marks.removeAll(keepingCapacity: true)
    for _ in 0..<count { marks.append(0) }
    guard slots != nil else { return }
    var token = 0
    var covered = 0
    while token < count {
      defer { token += 1 }
      let word = table[Int(ids[token + margin])]
      guard !word.traits.isDisjoint(with: [.capital, .digit]) else { continue }
      var hash: UInt64 = 0
      var best: (length: Int, kinds: Kinds) = (0, [])
      for length in 1...Self.longest where token + length <= count {
        hash = Self.extend(hash, table[Int(ids[token + length - 1 + margin])].form)
        let kinds = self[hash]
        if !kinds.isEmpty { best = (length, kinds) }
      }
      if best.length == 0 { continue }
      // A phrase inside a longer one says less than that one does.
      if best.length == 1, token < covered { continue }
      for offset in 0..<best.length {
        let shift: UInt64 = best.length == 1 ? 0 : offset == 0 ? 16 : 32
        marks[token + offset] |= UInt64(best.kinds.rawValue) << shift
      }
      covered = max(covered, token + best.length)
    }
  }
}
