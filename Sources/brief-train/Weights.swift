import BriefText

/// The averaged weights of one or several runs of training, on their way into a model.
struct Weights {
  let classCount: Int
  private var sums: [UInt64: [(label: Int, weight: Double)]] = [:]
  /// How often each feature took part in a mistake, and so about how often it occurs.
  private var uses: [UInt64: Int] = [:]

  init(classCount: Int) { self.classCount = classCount }

  /// Adds the averages of a run.
  mutating func add(_ perceptron: Perceptron) {
    let averages = perceptron.averages()
    uses.merge(perceptron.uses, uniquingKeysWith: +)
    if sums.isEmpty {
      sums = averages
      return
    }
    for (feature, weights) in averages {
      var known = sums[feature] ?? []
      for (label, weight) in weights {
        if let index = known.firstIndex(where: { $0.label == label }) {
          known[index].weight += weight
        } else {
          known.append((label, weight))
        }
      }
      sums[feature] = known
    }
  }

  /// The section of a model with these weights in eight bits: the largest becomes 127, and those
  /// that become less than `least` are left out.
  func section(least: Int = 1) -> [UInt8] {
    // Nothing is cut off: the largest weight sets the scale of all.
    var largest = 0.0
    for weights in sums.values {
      for entry in weights { largest = max(largest, abs(entry.weight)) }
    }
    let scale = largest == 0 ? 1 : 127 / largest
    var features: [(hash: UInt64, weights: [(label: Int, weight: Int8)])] = []
    // The most used first, for they share cache lines then.
    for feature in sums.keys.sorted(by: { (uses[$1] ?? 0, $0) < (uses[$0] ?? 0, $1) }) {
      let kept = (sums[feature] ?? []).compactMap { entry -> (label: Int, weight: Int8)? in
        let weight = (entry.weight * scale).rounded()
        guard abs(weight) >= Double(least) else { return nil }
        return (entry.label, Int8(max(-127, min(127, weight))))
      }
      if !kept.isEmpty { features.append((feature, kept.sorted { $0.label < $1.label })) }
    }
    let classes = features.reduce(0) { $0 + $1.weights.count }
    log("  \(sums.count) features seen, \(features.count) kept with \(classes) weights")
    return LinearClassifier.bytes(classCount: classCount, features: features)
  }
}
