import CModel

/// A linear model over hashed features: each feature adds its weights to the scores of classes.
///
/// Features that training kept stand in a table, at places given by a perfect hash function (Belazzougui,
/// Botelho and Dietzfelbinger, "Hash, displace, and compress", ESA 2009). A slot is a quarter of a
/// cache line and holds the feature's weights themselves, so most features cost one access to
/// memory; those with more weights than fit have them elsewhere, those with many a row with one for
/// each class. All is read in place, so a model costs nothing before it is used.
package struct LinearClassifier: @unchecked Sendable {
  /// The number of classes.
  package let classCount: Int
  /// The number of scores that ``add(_:to:)`` writes at most: the classes, rounded up.
  var scoreCount: Int { Self.width(classCount) }
  private let slotCount: Int
  private let bucketCount: Int
  /// The filter has two to the power of this many bits.
  private let filterBits: Int

  /// A bit for the first bits of the hash of every feature that has weights.
  private let filter: UnsafePointer<UInt64>
  /// By what the features of a bucket are displaced, so that each has a slot of its own.
  private let displacements: UnsafePointer<UInt16>
  /// Eight numbers a slot. The first is 0 in an empty slot; else its low bits are some of the
  /// feature's hash, and its two high bits say where its weights are. The others are weights: the
  /// class in the low byte, the value in the high one. The last two may be where more begin.
  private let slots: UnsafePointer<UInt16>
  /// Weights that do not fit into slots: how many fours there are, then those, the last of them
  /// filled up with weights of 0.
  private let rest: UnsafeBufferPointer<UInt16>
  /// The weights of a feature for all classes.
  private let rows: UnsafeBufferPointer<Int8>
  private let owner: AnyObject?

  private static let slotSize = 8
  private static let checkMask: UInt16 = 0x3FFF
  private static let hasRest: UInt16 = 0x4000
  private static let hasRow: UInt16 = 0x8000
  /// How many weights are in a slot, without and with more elsewhere.
  private static let most = 7
  private static let mostWithRest = 5
  /// More weights than this are a row.
  private static let mostSparse = 14

  private static func width(_ classCount: Int) -> Int { (classCount + 15) & ~15 }

  /// Opens the model in a section.
  package init(_ section: ModelSection) throws(ModelArchive.Failure) {
    classCount = try section.number(at: 0)
    slotCount = try section.number(at: 4)
    bucketCount = try section.number(at: 8)
    let restCount = try section.number(at: 12)
    let rowCount = try section.number(at: 16)
    filterBits = try section.number(at: 20)
    guard (1...256).contains(classCount), slotCount > 0, bucketCount > 0, bucketCount % 8 == 0,
      (7...28).contains(filterBits), rowCount < 1 << 24
    else { throw .damaged(section: section.name) }
    var offset = Self.headSize
    let filterCount = 1 << (filterBits - 6)
    let filter = try section.numbers(of: UInt64.self, from: offset, count: filterCount)
    offset += filterCount * 8
    let displacements = try section.numbers(of: UInt16.self, from: offset, count: bucketCount)
    offset += bucketCount * 2
    let slots = try section.numbers(
      of: UInt16.self, from: offset, count: slotCount * Self.slotSize)
    offset += slotCount * Self.slotSize * 2
    rows = try section.numbers(
      of: Int8.self, from: offset, count: rowCount * Self.width(classCount))
    offset += rows.count
    rest = try section.numbers(of: UInt16.self, from: offset, count: restCount)
    guard let filterBase = filter.baseAddress, let slotBase = slots.baseAddress,
      let displacementBase = displacements.baseAddress
    else { throw .damaged(section: section.name) }
    self.filter = filterBase
    self.displacements = displacementBase
    self.slots = slotBase
    owner = section.owner
    if !section.isChecked, !isSound { throw .damaged(section: section.name) }
  }

  /// Whether every row of weights lies inside and every class is one: what is read later is checked
  /// here once.
  private var isSound: Bool {
    (0..<slotCount).allSatisfy { slot in
      let entry = slots + slot * Self.slotSize
      let offset = Self.offset(entry)
      if entry[0] & Self.hasRow != 0 {
        return offset * scoreCount < rows.count && entry[0] & Self.hasRest == 0
      }
      let isLong = entry[0] & Self.hasRest != 0
      let weights = UnsafeBufferPointer(
        start: entry + 1, count: isLong ? Self.mostWithRest : Self.most)
      guard weights.allSatisfy({ Int($0 & 0xFF) < classCount }) else { return false }
      guard isLong else { return true }
      guard offset < rest.count, offset + 1 + Int(rest[offset]) * 4 <= rest.count else {
        return false
      }
      return rest[(offset + 1)..<(offset + 1 + Int(rest[offset]) * 4)].allSatisfy {
        Int($0 & 0xFF) < classCount
      }
    }
  }

  // MARK: Places

  @inline(__always)
  private static func check(_ feature: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: feature & 0x3FFF) | 1
  }

  @inline(__always)
  private static func bucket(_ feature: UInt64, of count: Int) -> Int {
    Int(((feature & 0xFFFF_FFFF) &* UInt64(count)) >> 32)
  }

  @inline(__always)
  private static func place(_ feature: UInt64, _ displacement: UInt16, of count: Int) -> UInt64 {
    let moved =
      (feature ^ (UInt64(displacement) &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return ((moved >> 32) &* UInt64(count)) >> 32
  }

  @inline(__always)
  private static func offset(_ slot: UnsafePointer<UInt16>) -> Int {
    Int(slot[6]) | Int(slot[7]) << 16
  }

  @inline(__always)
  private static func add(_ weight: UInt16, to scores: UnsafeMutablePointer<Int16>) {
    scores[Int(weight & 0xFF)] &+= Int16(Int8(truncatingIfNeeded: weight >> 8))
  }

  // MARK: Adding

  /// What the features of one decision are on their way to scores.
  ///
  /// It has room for ``capacity`` of them.
  struct Features {
    static let capacity = 176

    /// The hashes; then, of those that were selected, places and checks; then places.
    let hashes: UnsafeMutablePointer<UInt64>
    var count = 0
    /// Where the rows begin of features that have one, and where the weights of those that have
    /// some besides their slots.
    fileprivate let rows: UnsafeMutablePointer<UInt>
    fileprivate var rowCount = 0
    fileprivate let rests: UnsafeMutablePointer<UInt>
    fileprivate var restCount = 0

    init() {
      hashes = .allocate(capacity: Self.capacity)
      rows = .allocate(capacity: Self.capacity)
      rests = .allocate(capacity: Self.capacity)
    }

    /// Gives the memory back.
    func deallocate() {
      hashes.deallocate()
      rows.deallocate()
      rests.deallocate()
    }
  }

  // What features add is worked out in three steps. Each asks for the memory that the next one
  // reads, so that it is waited for once and not for each feature, and not at all where there is
  // something else to do in between. There are no branches where what features are there decides,
  // for that cannot be foreseen.

  /// Keeps those of the features that are likely to have weights.
  ///
  /// Most features of a decision have none; a bit for each of those that do tells at once.
  @inline(__always)
  func select(_ features: inout Features) {
    let shift = UInt64(64 - filterBits)
    let hashes = features.hashes
    var likely = 0
    for index in 0..<features.count {
      let feature = hashes[index]
      let bit = feature >> shift
      hashes[likely] = feature
      likely &+= Int(truncatingIfNeeded: (filter[Int(bit >> 6)] >> (bit & 63)) & 1)
    }
    for index in 0..<likely {
      let feature = hashes[index]
      let displacement = displacements[Self.bucket(feature, of: bucketCount)]
      let place = Self.place(feature, displacement, of: slotCount)
      brief_prefetch(slots + Int(place) &* Self.slotSize)
      hashes[index] = place << 16 | UInt64(Self.check(feature))
    }
    features.count = likely
  }

  /// Finds the slots of features that were selected.
  @inline(__always)
  func locate(_ features: inout Features) {
    let width = scoreCount
    let hashes = features.hashes
    var found = 0
    var rowCount = 0
    var restCount = 0
    for index in 0..<features.count {
      let feature = hashes[index]
      let slot = slots + Int(feature >> 16) &* Self.slotSize
      let head = slot[0]
      let isThere = (head ^ UInt16(truncatingIfNeeded: feature)) & Self.checkMask == 0
      let isRow = isThere && head & Self.hasRow != 0
      let isLong = isThere && head & Self.hasRest != 0
      let offset = Self.offset(slot)
      features.rows[rowCount] = UInt(offset &* width)
      rowCount &+= isRow ? 1 : 0
      features.rests[restCount] = UInt(offset)
      restCount &+= isLong ? 1 : 0
      hashes[found] = feature >> 16
      found &+= isThere && !isRow ? 1 : 0
    }
    for index in 0..<rowCount {
      let row = rows.baseAddress.unsafelyUnwrapped + Int(features.rows[index])
      brief_prefetch(row)
      brief_prefetch(row + 64)
    }
    for index in 0..<restCount {
      brief_prefetch(rest.baseAddress.unsafelyUnwrapped + Int(features.rests[index]))
    }
    features.count = found
    features.rowCount = rowCount
    features.restCount = restCount
  }

  /// Adds the weights of features that were located to `scores`, which has room for 256, and
  /// empties `features`.
  ///
  /// The sums of 250 features fit.
  @inline(__always)
  func add(_ features: inout Features, to scores: UnsafeMutablePointer<Int16>) {
    for index in 0..<features.count {
      let slot = slots + Int(features.hashes[index]) &* Self.slotSize
      for entry in 1...Self.mostWithRest { Self.add(slot[entry], to: scores) }
      // Where more weights are elsewhere the last two numbers are none.
      let isLast: UInt16 = slot[0] & Self.hasRest == 0 ? 0xFFFF : 0
      Self.add(slot[6] & isLast, to: scores)
      Self.add(slot[7] & isLast, to: scores)
    }
    for index in 0..<features.restCount {
      var row = rest.baseAddress.unsafelyUnwrapped + Int(features.rests[index])
      let end = row + 1 + Int(row[0]) &* 4
      row += 1
      while row < end {
        for entry in 0..<4 { Self.add(row[entry], to: scores) }
        row += 4
      }
    }
    if features.rowCount > 0 {
      brief_add_rows(scores, rows.baseAddress, features.rows, features.rowCount, scoreCount)
    }
    features.count = 0
  }

  /// The weights of the feature with this hash, in order of class.
  func weights(of feature: UInt64) -> [(label: Int, weight: Int)] {
    var features = Features()
    defer { features.deallocate() }
    features.hashes[0] = feature
    features.count = 1
    select(&features)
    locate(&features)
    return withUnsafeTemporaryAllocation(of: Int16.self, capacity: 256) { scores in
      scores.initialize(repeating: 0)
      guard let base = scores.baseAddress else { return [] }
      add(&features, to: base)
      return (0..<classCount).compactMap { scores[$0] == 0 ? nil : ($0, Int(scores[$0])) }
    }
  }

  // MARK: Writing

  private static let headSize = 32

  /// The bytes of a section with these weights.
  ///
  /// - Parameter features: Each feature's hash and its classes with their weights, the most used
  ///   first, in an order that is the same each time; hashes differ.
  package static func bytes(
    classCount: Int, features all: [(hash: UInt64, weights: [(label: Int, weight: Int8)])]
  ) -> [UInt8] {
    let features = all.map { feature in
      (hash: feature.hash, weights: feature.weights.filter { $0.weight != 0 })
    }.filter { !$0.weights.isEmpty }
    // An eighth of the bits are set at most, so that few features are looked up in vain.
    var filterBits = 7
    while 1 << filterBits < features.count * 8 { filterBits += 1 }
    var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
    let (slotCount, displacements) = displacements(of: features.map(\.hash))
    var slots = [UInt16](repeating: 0, count: slotCount * slotSize)
    var rest: [UInt16] = []
    var rows: [UInt8] = []
    let width = width(classCount)
    for (hash, weights) in features {
      let bit = hash >> UInt64(64 - filterBits)
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
      let displacement = displacements[bucket(hash, of: displacements.count)]
      let first = Int(place(hash, displacement, of: slotCount)) * slotSize
      func setOffset(_ offset: Int) {
        slots[first + 6] = UInt16(truncatingIfNeeded: offset)
        slots[first + 7] = UInt16(truncatingIfNeeded: offset >> 16)
      }
      let entries = weights.map { entry in
        UInt16(entry.label) | UInt16(UInt8(bitPattern: entry.weight)) << 8
      }
      if entries.count > mostSparse {
        slots[first] = check(hash) | hasRow
        setOffset(rows.count / width)
        var row = [UInt8](repeating: 0, count: width)
        for entry in weights { row[entry.label] = UInt8(bitPattern: entry.weight) }
        rows += row
      } else if entries.count > most {
        slots[first] = check(hash) | hasRest
        for index in 0..<mostWithRest { slots[first + 1 + index] = entries[index] }
        setOffset(rest.count)
        let more = entries[mostWithRest...]
        rest.append(UInt16((more.count + 3) / 4))
        rest += more
        for _ in 0..<(4 - more.count % 4) % 4 { rest.append(0) }
      } else {
        slots[first] = check(hash)
        for (index, entry) in entries.enumerated() { slots[first + 1 + index] = entry }
        // What fills a slot up adds nothing to classes far apart, so that none waits for another.
        for index in entries.count..<most {
          slots[first + 1 + index] = UInt16(index * classCount / most)
        }
      }
    }
    var bytes: [UInt8] = []
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    for number in [
      classCount, slotCount, displacements.count, rest.count, rows.count / width, filterBits, 0, 0,
    ] {
      append(UInt32(number))
    }
    for word in filter { append(word) }
    for displacement in displacements { append(displacement) }
    for slot in slots { append(slot) }
    bytes += rows
    for weight in rest { append(weight) }
    return bytes
  }

  /// How many slots there are, and by what each bucket is displaced so that no two hashes share
  /// one; hashes differ.
  ///
  /// The largest buckets are placed first, each by the first displacement that fits.
  private static func displacements(of hashes: [UInt64]) -> (slotCount: Int, [UInt16]) {
    let bucketCount = (hashes.count / 4 + 8) & ~7
    var buckets = [[UInt64]](repeating: [], count: bucketCount)
    for hash in hashes { buckets[bucket(hash, of: bucketCount)].append(hash) }
    let order = buckets.indices.sorted {
      (buckets[$1].count, $0) < (buckets[$0].count, $1)
    }
    var slotCount = max(8, hashes.count + hashes.count / 32)
    while true {
      var isTaken = [Bool](repeating: false, count: slotCount)
      var displacements = [UInt16](repeating: 0, count: bucketCount)
      let isDone = order.allSatisfy { number in
        for displacement in UInt16.min...UInt16.max {
          let places = buckets[number].map { Int(place($0, displacement, of: slotCount)) }
          guard !places.contains(where: { isTaken[$0] }), Set(places).count == places.count else {
            continue
          }
          for place in places { isTaken[place] = true }
          displacements[number] = displacement
          return true
        }
        return false
      }
      if isDone { return (slotCount, displacements) }
      slotCount += max(8, slotCount / 50)
    }
  }
}
