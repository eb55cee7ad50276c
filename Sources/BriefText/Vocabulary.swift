/// The distinct forms of a text, each stored once.
///
/// Interning and look-up take constant time on average, by open addressing with linear probing
/// over the bytes of a form; no string is made but once for each distinct form.
public struct Vocabulary: Sendable {
  /// One place of the hash table.
  private struct Slot {
    /// The bytes themselves where there are at most eight of them, a hash of them otherwise.
    var key: UInt64
    /// The number of bytes; `0` in an empty place.
    var length: UInt32
    var word: UInt32
  }

  private var strings: [String] = []
  /// The bytes of all forms, one after another, and where each begins.
  private var pool: [UInt8] = []
  private var starts: [UInt32] = []
  /// The form without case of each form.
  private var lowers: [WordID] = []
  /// A power of two of places, at most half of them taken.
  private var slots: [Slot]

  /// Creates an empty vocabulary.
  public init() {
    slots = Array(repeating: Slot(key: 0, length: 0, word: 0), count: 1024)
  }

  /// The number of distinct forms.
  public var count: Int { strings.count }

  /// The form that `id` stands for.
  public subscript(id: WordID) -> String { strings[Int(id.index)] }

  /// The identifier of `form`, or `nil` when the text does not hold it.
  public func id(of form: String) -> WordID? {
    let bytes = Array(form.utf8)
    guard !bytes.isEmpty else { return nil }
    let span = bytes.span
    let key = Self.key(of: span, from: 0, to: span.count)
    let slot = slots[place(of: key, in: span, from: 0, to: span.count)]
    return slot.length == 0 ? nil : WordID(Int(slot.word))
  }

  /// The identifier of the form without case that belongs to `id`.
  public func lower(_ id: WordID) -> WordID { lowers[Int(id.index)] }

  /// What `classify` makes of each form, at the position of its identifier.
  ///
  /// The way to bring word lists to a text: the look-up is paid once for each distinct form, and
  /// what is done for each token is to read an array. Calls `classify` ``count`` times.
  public func flags<T>(_ classify: (String) -> T) -> [T] { strings.map(classify) }

  /// What `classify` makes of the bytes of each form, at the position of its identifier.
  func traits<T>(_ classify: (Span<UInt8>, Int, Int) -> T) -> [T] {
    let span = pool.span
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? Int(starts[index + 1]) : span.count
      return classify(span, Int(starts[index]), end)
    }
  }

  /// The identifier of the non-empty form in `bytes` from `start` to `end`, new when it was not
  /// there; its form without case is then there too.
  mutating func intern(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> WordID {
    intern(bytes, from: start, to: end, key: Self.key(of: bytes, from: start, to: end))
  }

  /// The identifier of the form in `bytes` from `start` to `end`, of which `key` is the key.
  @inline(__always)
  mutating func intern(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, key: UInt64
  ) -> WordID {
    let place = place(of: key, in: bytes, from: start, to: end)
    let slot = slots[place]
    if slot.length != 0 { return WordID(Int(slot.word)) }
    return insert(bytes, from: start, to: end, key: key, place: place)
  }

  private mutating func insert(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, key: UInt64, place: Int
  ) -> WordID {
    let id = WordID(strings.count)
    let first = pool.count
    starts.append(UInt32(truncatingIfNeeded: first))
    var kinds: UInt8 = 0
    for index in start..<end {
      let byte = bytes[index]
      pool.append(byte)
      kinds |= (0x41...0x5A).contains(byte) ? 1 : byte & 0x80
    }
    strings.append(String(decoding: pool[first...], as: UTF8.self))
    lowers.append(id)
    slots[place] = Slot(
      key: key, length: UInt32(truncatingIfNeeded: end - start), word: id.index)
    if strings.count * 2 > slots.count { grow() }
    if kinds != 0 {
      let lower = kinds == 1 ? Self.lowercased(pool[first...]) : Self.lowercased(strings.last ?? "")
      if !lower.isEmpty { lowers[Int(id.index)] = intern(lower.span, from: 0, to: lower.count) }
    }
    return id
  }

  /// The place that holds the form, or the empty place where it belongs.
  private func place(
    of key: UInt64, in bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let mask = slots.count - 1
    let length = UInt32(truncatingIfNeeded: end - start)
    var place = Self.spread(key) & mask
    while true {
      let slot = slots[place]
      if slot.length == 0 { return place }
      if slot.key == key, slot.length == length,
        length <= 8 || holds(Int(slot.word), bytes, from: start, to: end)
      {
        return place
      }
      place = (place + 1) & mask
    }
  }

  /// Whether the form at `word`, as long as the bytes, is made of the same bytes.
  private func holds(
    _ word: Int, _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> Bool {
    let first = Int(starts[word])
    for offset in 0..<(end - start) where pool[first + offset] != bytes[start + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: 0, length: 0, word: 0), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.length != 0 {
      var place = Self.spread(slot.key) & mask
      while slots[place].length != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  /// Up to eight bytes as they stand, more of them mixed by multiplication.
  static func key(of bytes: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    var key: UInt64 = 0
    if end - start <= 8 {
      for index in start..<end { key = key << 8 | UInt64(bytes[index]) }
      return key
    }
    key = 0xCBF2_9CE4_8422_2325
    for index in start..<end { key = (key ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return key
  }

  private static func spread(_ key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 16)
  }

  /// ASCII letters made small.
  private static func lowercased(_ form: ArraySlice<UInt8>) -> [UInt8] {
    form.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// `form` without case, with straight apostrophes.
  private static func lowercased(_ form: String) -> [UInt8] {
    let bytes = Array(form.lowercased().utf8)
    var lower: [UInt8] = []
    lower.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: [0xE2, 0x80, 0x99]) {
        lower.append(UInt8(ascii: "'"))
        index += 3
      } else {
        lower.append(bytes[index])
        index += 1
      }
    }
    return lower
  }
}
