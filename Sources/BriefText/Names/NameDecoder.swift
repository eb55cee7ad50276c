/// Finds the row of labels with the highest sum of scores: the Viterbi algorithm.
///
/// A label inside a name follows a label of the same name only, and a name that begins ends; so of
/// each label there are at most two before, but for those after the end of a name.
package struct NameDecoder {
  /// The score of each label after each other; the last row is the beginning of a sentence.
  private let transitions: [Int32]
  private var sums: [Int32] = []
  private var pointers: [UInt8] = []
  private var count = 0
  /// Whether the last token can be outside of names only, as most are.
  private var isOutside = false

  private static let never: Int32 = -1_000_000_000
  private static let closed: [Int] = (0..<NameLabel.count).filter { !NameLabel.isOpen($0) }
  private static let starts: [Int] = (0..<NameLabel.count).filter { !NameLabel.continues($0) }
  private let closed = Self.closed
  private let starts = Self.starts
  private let outside = [NameLabel.outside]

  package init(_ transitions: [Int32]) { self.transitions = transitions }

  /// Begins a sentence.
  package mutating func begin(_ capacity: Int) {
    count = 0
    isOutside = false
    sums.removeAll(keepingCapacity: true)
    pointers.removeAll(keepingCapacity: true)
    sums.reserveCapacity(capacity * NameLabel.count)
    pointers.reserveCapacity(capacity * NameLabel.count)
  }

  /// Adds a token that stands outside of names.
  package mutating func addOutside() {
    let labels = NameLabel.count
    let before = sums.count - labels
    let outside = NameLabel.outside
    var from = outside
    var sum = transitions[labels * labels + outside]
    if count > 0 {
      sum = Self.never * 2
      for previous in isOutside ? self.outside : closed {
        let here = sums[before + previous] + transitions[previous * labels + outside]
        if here > sum {
          sum = here
          from = previous
        }
      }
    }
    for label in 0..<labels {
      sums.append(label == outside ? sum : Self.never * 2)
      pointers.append(label == outside ? UInt8(from) : 0)
    }
    count += 1
    isOutside = true
  }

  /// Adds a token with these scores.
  package mutating func add(_ scores: UnsafePointer<Int16>) { add { Int32(scores[$0]) } }

  /// Adds a token with these scores, of which only the labels in `allowed` may be given.
  package mutating func add(_ scores: [Int32], allowed: UInt64) {
    add { allowed & (1 << UInt64($0)) != 0 ? scores[$0] : Self.never }
  }

  @inline(__always)
  private mutating func add(_ score: (Int) -> Int32) {
    let labels = NameLabel.count
    let before = sums.count - labels
    for _ in 0..<labels {
      sums.append(Self.never * 2)
      pointers.append(0)
    }
    let here = sums.count - labels
    let isFirst = count == 0
    count += 1
    let wereOutside = isOutside
    isOutside = false
    for label in starts {
      let own = score(label)
      if own <= Self.never { continue }
      if isFirst {
        sums[here + label] = own + transitions[labels * labels + label]
        continue
      }
      var best = Self.never * 2
      var from = 0
      for previous in wereOutside ? outside : closed {
        let sum = sums[before + previous] + transitions[previous * labels + label]
        if sum > best {
          best = sum
          from = previous
        }
      }
      if best > Self.never {
        sums[here + label] = best + own
        pointers[here + label] = UInt8(from)
      }
    }
    // A name goes on only where one began.
    if isFirst || wereOutside { return }
    for type in NameType.learnt {
      let begin = NameLabel.begin(type)
      let inside = NameLabel.inside(type)
      for label in [inside, NameLabel.last(type)] {
        let own = score(label)
        if own <= Self.never { continue }
        let fromBegin = sums[before + begin] + transitions[begin * labels + label]
        let fromInside = sums[before + inside] + transitions[inside * labels + label]
        let best = max(fromBegin, fromInside)
        if best > Self.never {
          sums[here + label] = best + own
          pointers[here + label] = UInt8(fromBegin >= fromInside ? begin : inside)
        }
      }
    }
  }

  /// The best row of labels.
  package func labels() -> [UInt8] {
    guard count > 0 else { return [] }
    let labels = NameLabel.count
    var row = [UInt8](repeating: 0, count: count)
    var best = 0
    let end = (count - 1) * labels
    for label in Self.closed where sums[end + label] > sums[end + best] { best = label }
    for place in stride(from: count - 1, through: 0, by: -1) {
      row[place] = UInt8(best)
      best = Int(pointers[place * labels + best])
    }
    return row
  }
}
