import BriefSource
import BriefText

/// Classes of words from raw text, by the exchange algorithm: each word in turn goes to the class
/// with which the text becomes likeliest under a class bigram model (Martin, Liermann and Ney,
/// "Algorithms for bigram and trigram word clustering", Speech Communication 24, 1998).
struct ClusterBuilder {
  /// The hash of each form that is clustered, most frequent first.
  private(set) var forms: [UInt64] = []
  private var counts: [Int32] = []
  /// The neighbours of each form after and before it, with how often; the last number stands for
  /// every rarer form and for the ends of sentences.
  private var after: [[(word: Int32, count: Int32)]] = []
  private var before: [[(word: Int32, count: Int32)]] = []

  /// Counts the forms and pairs of texts; forms that occur less than `least` times stay out.
  init(texts: [[UInt64]], least: Int, most: Int) {
    var frequency: [UInt64: Int32] = [:]
    for text in texts { for form in text where form != 0 { frequency[form, default: 0] += 1 } }
    let kept = frequency.filter { Int($0.value) >= least }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most)
    forms = kept.map(\.key)
    counts = kept.map(\.value)
    var number: [UInt64: Int32] = [:]
    for (index, form) in forms.enumerated() { number[form] = Int32(index) }
    let other = Int32(forms.count)
    var pairs: [UInt64: Int32] = [:]
    var otherCount: Int32 = 0
    for text in texts {
      var last = other
      for form in text {
        let word = number[form] ?? other
        pairs[UInt64(UInt32(last)) << 32 | UInt64(UInt32(word)), default: 0] += 1
        if word == other { otherCount += 1 }
        last = word
      }
    }
    counts.append(otherCount)
    after = Array(repeating: [], count: forms.count + 1)
    before = Array(repeating: [], count: forms.count + 1)
    for key in pairs.keys.sorted() {
      let (first, second) = (Int32(key >> 32), Int32(key & 0xFFFF_FFFF))
      let count = pairs[key] ?? 0
      after[Int(first)].append((second, count))
      before[Int(second)].append((first, count))
    }
  }

  /// The class of each form, from 1, in `rounds` rounds over all forms.
  func classes(_ classCount: Int, rounds: Int, name: String) -> [UInt16] {
    // Class 0 is that of the rarer forms and never changes.
    let width = classCount + 1
    var classOf = (0...forms.count).map { $0 == forms.count ? 0 : $0 % classCount + 1 }
    var size = [Int](repeating: 0, count: width)
    var following = [Int32](repeating: 0, count: width * width)
    var preceding = [Int32](repeating: 0, count: width * width)
    for word in 0...forms.count {
      size[classOf[word]] += Int(counts[word])
      for (next, count) in after[word] {
        following[classOf[word] * width + classOf[Int(next)]] += count
        preceding[classOf[Int(next)] * width + classOf[word]] += count
      }
    }
    let entropy = EntropyTable()
    var successors = [Int32](repeating: 0, count: width)
    var predecessors = [Int32](repeating: 0, count: width)
    var gains = [Double](repeating: 0, count: width)
    for round in 1...rounds {
      var moved = 0
      for word in 0..<forms.count {
        let home = classOf[word]
        var successorClasses: [Int] = []
        var predecessorClasses: [Int] = []
        for (next, count) in after[word] where Int(next) != word {
          let other = classOf[Int(next)]
          if successors[other] == 0 { successorClasses.append(other) }
          successors[other] += count
        }
        for (previous, count) in before[word] where Int(previous) != word {
          let other = classOf[Int(previous)]
          if predecessors[other] == 0 { predecessorClasses.append(other) }
          predecessors[other] += count
        }
        successorClasses.sort()
        predecessorClasses.sort()
        func shift(_ target: Int, _ sign: Int32) {
          for other in successorClasses {
            following[target * width + other] += sign * successors[other]
            preceding[other * width + target] += sign * successors[other]
          }
          for other in predecessorClasses {
            following[other * width + target] += sign * predecessors[other]
            preceding[target * width + other] += sign * predecessors[other]
          }
          size[target] += Int(sign) * Int(counts[word])
        }
        shift(home, -1)
        for target in 1..<width {
          gains[target] =
            -2 * (entropy[size[target] + Int(counts[word])] - entropy[size[target]])
        }
        // What follows class t, at place t of the row of the following class, and the other way.
        preceding.withUnsafeBufferPointer { preceding in
          following.withUnsafeBufferPointer { following in
            gains.withUnsafeMutableBufferPointer { gains in
              for other in successorClasses {
                let extra = Int(successors[other])
                let row = other * width
                for target in 1..<width {
                  let present = Int(preceding[row + target])
                  gains[target] += entropy[present + extra] - entropy[present]
                }
              }
              for other in predecessorClasses {
                let extra = Int(predecessors[other])
                let row = other * width
                for target in 1..<width {
                  let present = Int(following[row + target])
                  gains[target] += entropy[present + extra] - entropy[present]
                }
              }
            }
          }
        }
        var best = home
        for target in 1..<width where gains[target] > gains[best] + 1e-9 { best = target }
        shift(best, 1)
        if best != home {
          classOf[word] = best
          moved += 1
        }
        for other in successorClasses { successors[other] = 0 }
        for other in predecessorClasses { predecessors[other] = 0 }
      }
      log("  \(name): round \(round), \(moved) of \(forms.count) forms moved")
      if moved * 200 < forms.count { break }
    }
    return (0..<forms.count).map { UInt16(classOf[$0]) }
  }
}

/// n log n for counts, the same on every machine.
private struct EntropyTable {
  private let table: [Double]

  init() {
    table = (0..<1 << 16).map { Self.value($0) }
  }

  subscript(count: Int) -> Double {
    @inline(__always) get { count < table.count ? table[count] : Self.value(count) }
  }

  private static func value(_ count: Int) -> Double {
    count < 2 ? 0 : Double(count) * logarithm(Double(count))
  }

  /// The natural logarithm by the series of the inverse hyperbolic tangent, in plain arithmetic.
  private static func logarithm(_ number: Double) -> Double {
    let exponent = number.exponent
    let z = (number.significand - 1) / (number.significand + 1)
    let square = z * z
    var term = z
    var sum = 0.0
    var divisor = 1.0
    for _ in 0..<24 {
      sum += term / divisor
      term *= square
      divisor += 2
    }
    return 2 * sum + Double(exponent) * 0.693_147_180_559_945_3
  }
}
