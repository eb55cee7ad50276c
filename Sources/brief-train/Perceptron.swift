/// An averaged multi-class perceptron over hashed features, while it is being trained.
///
/// A feature has a weight for those classes only that it was ever right or wrong about, so memory
/// follows the mistakes made. Averages come from a second sum for each weight (Daumé, "Practical
/// structured learning techniques for natural language processing", 2006, figure 2.3). The same
/// examples in the same order give the same weights to the bit.
final class Perceptron {
  /// The number of classes.
  let classCount: Int
  /// How many examples were seen, from 1.
  private(set) var time = 1

  private struct Slot {
    var key: UInt64 = 0
    var offset: UInt32 = 0
    var count: UInt16 = 0
    var capacity: UInt16 = 0
    /// How often the feature took part in a mistake.
    var updates: UInt32 = 0
  }

  private struct Entry {
    var label: Int32
    var weight: Int32
    var sum: Int64
  }

  private var slots: [Slot]
  private var entries: [Entry] = []
  private var used = 0
  /// Whether the features are those that are there, and no others are added.
  private var isClosed = false

  init(classCount: Int) {
    self.classCount = classCount
    slots = Array(repeating: Slot(), count: 1 << 16)
  }

  /// Sets `scores` to those of an example with these features.
  func score(_ features: [UInt64], into scores: inout [Int32]) {
    for label in 0..<classCount { scores[label] = 0 }
    let mask = slots.count - 1
    slots.withUnsafeBufferPointer { slots in
      entries.withUnsafeBufferPointer { entries in
        scores.withUnsafeMutableBufferPointer { scores in
          for feature in features {
            var place = Int(truncatingIfNeeded: feature) & mask
            while slots[place].key != feature, slots[place].key != 0 { place = (place + 1) & mask }
            let slot = slots[place]
            let first = Int(slot.offset)
            for index in first..<first + Int(slot.count) {
              scores[Int(entries[index].label)] &+= entries[index].weight
            }
          }
        }
      }
    }
  }

  /// Moves the weights of `features` for `label` by `step`.
  func update(_ features: [UInt64], _ label: Int, by step: Int32) {
    for feature in features { update(feature, label, by: step) }
  }

  private func update(_ feature: UInt64, _ label: Int, by step: Int32) {
    var mask = slots.count - 1
    var place = Int(truncatingIfNeeded: feature) & mask
    while slots[place].key != feature, slots[place].key != 0 { place = (place + 1) & mask }
    if slots[place].key == 0 {
      if isClosed { return }
      used += 1
      if used * 2 > slots.count {
        grow()
        mask = slots.count - 1
        place = Int(truncatingIfNeeded: feature) & mask
        while slots[place].key != 0 { place = (place + 1) & mask }
      }
      slots[place] = Slot(key: feature)
    }
    slots[place].updates += 1
    let first = Int(slots[place].offset)
    let count = Int(slots[place].count)
    for index in first..<first + count where entries[index].label == Int32(label) {
      entries[index].weight += step
      entries[index].sum += Int64(step) * Int64(time)
      return
    }
    if count == Int(slots[place].capacity) {
      let capacity = max(2, count * 2)
      let moved = entries.count
      for index in first..<first + count { entries.append(entries[index]) }
      for _ in count..<capacity { entries.append(Entry(label: 0, weight: 0, sum: 0)) }
      slots[place].offset = UInt32(moved)
      slots[place].capacity = UInt16(capacity)
    }
    entries[Int(slots[place].offset) + count] = Entry(
      label: Int32(label), weight: step, sum: Int64(step) * Int64(time))
    slots[place].count += 1
  }

  private func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.key != 0 {
      var place = Int(truncatingIfNeeded: slot.key) & mask
      while slots[place].key != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  /// A perceptron without weights that knows only those features of this one that took part in
  /// most mistakes, about `most` of them.
  ///
  /// After Goldberg and Elhadad, "Learning sparser perceptron models", 2011: features seldom updated
  /// cost room and help little.
  func selected(_ most: Int) -> Perceptron {
    let counts = slots.filter { $0.key != 0 }.map(\.updates).sorted(by: >)
    let least = counts.count > most ? max(counts[most], 1) : 0
    let result = Perceptron(classCount: classCount)
    for slot in slots where slot.key != 0 && slot.updates > least { result.insert(slot.key) }
    result.isClosed = true
    log("  of \(counts.count) features \(result.used) are kept, with \(least + 1) updates or more")
    return result
  }

  private func insert(_ feature: UInt64) {
    used += 1
    if used * 2 > slots.count { grow() }
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: feature) & mask
    while slots[place].key != 0 { place = (place + 1) & mask }
    slots[place] = Slot(key: feature)
  }

  /// Counts one more example.
  func tick() { time += 1 }

  /// How often each feature took part in a mistake.
  var uses: [UInt64: Int] {
    var result: [UInt64: Int] = [:]
    for slot in slots where slot.key != 0 { result[slot.key] = Int(slot.updates) }
    return result
  }

  /// The averages of each feature, in order of class.
  func averages() -> [UInt64: [(label: Int, weight: Double)]] {
    var result: [UInt64: [(label: Int, weight: Double)]] = [:]
    result.reserveCapacity(used)
    for slot in slots where slot.key != 0 {
      let first = Int(slot.offset)
      var weights: [(label: Int, weight: Double)] = []
      for entry in entries[first..<first + Int(slot.count)] {
        let average = Double(entry.weight) - Double(entry.sum) / Double(time)
        if average != 0 { weights.append((Int(entry.label), average)) }
      }
      if !weights.isEmpty { result[slot.key] = weights.sorted { $0.label < $1.label } }
    }
    return result
  }
}

/// The averages of a perceptron, for use on what it was not trained on.
struct AveragedWeights {
  private let weights: [UInt64: [(label: Int, weight: Double)]]
  private let classCount: Int

  init(_ perceptron: Perceptron) {
    weights = perceptron.averages()
    classCount = perceptron.classCount
  }

  /// Sets `scores` to those of an example with these features.
  func score(_ features: [UInt64], into scores: inout [Double]) {
    scores.removeAll(keepingCapacity: true)
    for _ in 0..<classCount { scores.append(0) }
    for feature in features {
      for entry in weights[feature] ?? [] { scores[entry.label] += entry.weight }
    }
  }
}
