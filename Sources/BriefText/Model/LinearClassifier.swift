import CModel

/// A linear model over hashed features: each feature adds its weights to the scores of classes.
///
/// Features that training kept stand in an open-addressing table of one word each; a feature's
/// weights are the few classes for which it has one. Both are read in place, so a model costs
/// nothing before it is used.
package struct LinearClassifier: @unchecked Sendable {
  /// The number of classes.
  package let classCount: Int
  /// The number of scores that ``add(_:to:)`` may write: the classes, rounded up.
  var scoreCount: Int { (classCount + 7) & ~7 }
  /// The filter has two to the power of this many bits.
  private let filterBits: Int

  /// A bit for the first bits of the hash of every feature that has weights.
  private let filter: UnsafeBufferPointer<UInt64>
  private let slots: UnsafeBufferPointer<UInt64>
  /// A class in the low byte, its weight in the high one.
  private let weights: UnsafeBufferPointer<UInt16>
  private let owner: AnyObject?

  // A slot, from the top: 28 bits of the hash, 8 bits how many weights, 28 bits where they begin.

  /// Opens the model in a section.
  package init(_ section: ModelSection) throws(ModelArchive.Failure) {
    classCount = try section.number(at: 0)
    let slotCount = try section.number(at: 4)
    let weightCount = try section.number(at: 8)
    filterBits = try section.number(at: 12)
    guard (1...256).contains(classCount), slotCount > 0, (6...28).contains(filterBits) else {
      throw .damaged(section: section.name)
    }
    let filterCount = 1 << (filterBits - 6)
    filter = try section.numbers(of: UInt64.self, from: 16, count: filterCount)
    slots = try section.numbers(of: UInt64.self, from: 16 + filterCount * 8, count: slotCount)
    weights = try section.numbers(
      of: UInt16.self, from: 16 + (filterCount + slotCount) * 8, count: weightCount)
    owner = section.owner
    if section.isChecked { return }
    // What is read later is checked here once: every stretch of weights lies inside, and every
    // class is one.
    for weight in weights where Int(weight & 0xFF) >= classCount {
      throw .damaged(section: section.name)
    }
    for slot in slots where slot != 0 {
      guard Int(slot & 0xFFF_FFFF) + Int((slot >> 28) & 0xFF) <= weightCount else {
        throw .damaged(section: section.name)
      }
    }
  }

  /// Adds the weights of the feature with this hash to `scores`, which has room for 256.
  @inline(__always)
  func add(_ feature: UInt64, to scores: UnsafeMutablePointer<Int32>) {
    let slots = self.slots.baseAddress.unsafelyUnwrapped
    let count = self.slots.count
    let check = feature >> 36
    var place = Int(((feature & 0xFFFF_FFFF) &* UInt64(count)) >> 32)
    while true {
      let slot = slots[place]
      if slot == 0 { return }
      if slot >> 36 == check {
        let first = self.weights.baseAddress.unsafelyUnwrapped + Int(slot & 0xFFF_FFFF)
        for index in 0..<Int((slot >> 28) & 0xFF) {
          let entry = first[index]
          scores[Int(entry & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: entry >> 8))
        }
        return
      }
      place += 1
      if place == count { place = 0 }
    }
  }

  /// Adds the weights of several features to `scores`, which has room for 256.
  ///
  /// Most features of a decision have no weights; a bit for each of those that do tells at once.
  /// The places of the others are asked for together, so that memory is waited for once and not
  /// for each.
  @inline(__always)
  func add(
    _ features: UnsafeMutablePointer<UInt64>, count: Int,
    to scores: UnsafeMutablePointer<Int32>
  ) {
    let filter = self.filter.baseAddress.unsafelyUnwrapped
    let slots = self.slots.baseAddress.unsafelyUnwrapped
    let weights = self.weights.baseAddress.unsafelyUnwrapped
    let slotCount = self.slots.count
    let shift = UInt64(64 - filterBits)
    // Without a branch, for whether a feature has weights cannot be foreseen.
    var likely = 0
    for index in 0..<count {
      let feature = features[index]
      let bit = feature >> shift
      features[likely] = feature
      likely &+= Int(truncatingIfNeeded: (filter[Int(bit >> 6)] >> (bit & 63)) & 1)
    }
    for index in 0..<likely {
      brief_prefetch(slots + Int(((features[index] & 0xFFFF_FFFF) &* UInt64(slotCount)) >> 32))
    }
    var found = 0
    for index in 0..<likely {
      let feature = features[index]
      var place = Int(((feature & 0xFFFF_FFFF) &* UInt64(slotCount)) >> 32)
      var slot = slots[place]
      let check = feature >> 36
      while slot != 0 && slot >> 36 != check {
        place += 1
        if place == slotCount { place = 0 }
        slot = slots[place]
      }
      if slot == 0 { continue }
      brief_prefetch(weights + Int(slot & 0xFFF_FFFF))
      features[found] = slot
      found &+= 1
    }
    for index in 0..<found {
      let slot = features[index]
      let first = weights + Int(slot & 0xFFF_FFFF)
      for entry in 0..<Int((slot >> 28) & 0xFF) {
        let weight = first[entry]
        scores[Int(weight & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: weight >> 8))
      }
    }
  }

  /// The weights of the feature with this hash, in order of class.
  func weights(of feature: UInt64) -> [(label: Int, weight: Int)] {
    let scores = UnsafeMutablePointer<Int32>.allocate(capacity: 256)
    defer { scores.deallocate() }
    scores.initialize(repeating: 0, count: 256)
    add(feature, to: scores)
    return (0..<classCount).compactMap { scores[$0] == 0 ? nil : ($0, Int(scores[$0])) }
  }

  /// The bytes of a section with these weights.
  ///
  /// - Parameter features: Each feature's hash and its classes with their weights, in any order
  ///   that is the same each time; hashes differ.
  package static func bytes(
    classCount: Int, features: [(hash: UInt64, weights: [(label: Int, weight: Int8)])]
  ) -> [UInt8] {
    let slotCount = max(8, features.count + features.count / 3)
    // An eighth of the bits are set at most, so that few features are looked up in vain.
    var filterBits = 6
    while 1 << filterBits < features.count * 8 { filterBits += 1 }
    var filter = [UInt64](repeating: 0, count: 1 << (filterBits - 6))
    var slots = [UInt64](repeating: 0, count: slotCount)
    var weights: [UInt16] = []
    for feature in features {
      let kept = feature.weights.filter { $0.weight != 0 }.prefix(255)
      guard !kept.isEmpty, weights.count + kept.count < 1 << 28 else { continue }
      let bit = feature.hash >> UInt64(64 - filterBits)
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
      var place = Int(((feature.hash & 0xFFFF_FFFF) &* UInt64(slotCount)) >> 32)
      while slots[place] != 0 { place = place + 1 == slotCount ? 0 : place + 1 }
      slots[place] =
        (feature.hash >> 36) << 36 | UInt64(kept.count) << 28 | UInt64(weights.count)
      for entry in kept {
        weights.append(UInt16(entry.label) | UInt16(UInt8(bitPattern: entry.weight)) << 8)
      }
    }
    var bytes: [UInt8] = []
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    for number in [classCount, slotCount, weights.count, filterBits] {
      append(UInt32(number))
    }
    for word in filter { append(word) }
    for slot in slots { append(slot) }
    for weight in weights { append(weight) }
    return bytes
  }
}
