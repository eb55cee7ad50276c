/// Adds up the weights of the features of a decision between two classes, and remembers what groups
/// of features came to.
///
/// Where many decisions share most of what they look at, most groups were seen before: one access
/// to memory then stands for a dozen features. Owned by one thread, and for one text.
struct SummingSink: FeatureSink {
  private struct Slot {
    var key: UInt64 = 0
    var sum: Int16 = 0
  }

  private var sink: ScoringSink
  private var sum: Int16 = 0
  private let scores: UnsafeMutablePointer<Int16>
  /// What was seen last at each place, by the first bits of the key.
  private let slots: UnsafeMutablePointer<Slot>

  private static let slotBits: UInt64 = 13

  /// A sink for a classifier with one class beside the one that scores nothing.
  init(_ classifier: LinearClassifier) {
    sink = ScoringSink(classifier)
    scores = .allocate(capacity: 256)
    scores.initialize(repeating: 0, count: 256)
    slots = .allocate(capacity: 1 << Self.slotBits)
    slots.initialize(repeating: Slot(), count: 1 << Self.slotBits)
  }

  /// Gives the memory back.
  func close() {
    sink.close()
    scores.deallocate()
    slots.deallocate()
  }

  @inline(__always)
  mutating func add(_ template: Int, _ hash: UInt64) { sink.add(template, hash) }

  @inline(__always)
  mutating func addGroup(_ key: UInt64, _ body: (inout SummingSink) -> Void) {
    let slot = slots + Int(key >> (64 - Self.slotBits))
    if slot.pointee.key == key {
      sum &+= slot.pointee.sum
      return
    }
    flush()
    let before = sum
    body(&self)
    flush()
    slot.pointee = Slot(key: key, sum: sum &- before)
  }

  /// The sum of what was added since the last call.
  @inline(__always)
  mutating func total() -> Int16 {
    flush()
    defer { sum = 0 }
    return sum
  }

  @inline(__always)
  private mutating func flush() {
    if !sink.isEmpty { empty() }
  }

  @inline(never)
  private mutating func empty() {
    scores[0] = 0
    sink.score(into: scores)
    sum &+= scores[0]
  }
}
