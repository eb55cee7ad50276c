import BriefText

/// Trains the recogniser of names: a structured perceptron over sentences whose labels are known
/// in part.
enum NameTrainer {
  /// A sentence ready for training.
  struct Example {
    var features: [[UInt64]]
    var allowed: [UInt64]
  }

  static func train(
    _ examples: [Example], epochs: Int, seed: UInt64, name: String,
    features known: Perceptron? = nil
  ) -> Perceptron {
    let perceptron = known ?? Perceptron(classCount: NameLabel.count)
    var random = Random(seed: seed)
    var order = Array(examples.indices)
    let transitionFeatures = (0...NameLabel.count).map { NameFeatures.transition($0) }
    var transitions = [Int32](repeating: 0, count: (NameLabel.count + 1) * NameLabel.count)
    var scores = [Int32](repeating: 0, count: NameLabel.count)
    var areStale = true
    for epoch in 1...epochs {
      order = random.shuffled(order)
      var right = 0
      for index in order {
        let example = examples[index]
        if areStale {
          for (label, feature) in transitionFeatures.enumerated() {
            perceptron.score([feature], into: &scores)
            for other in 0..<NameLabel.count {
              transitions[label * NameLabel.count + other] = scores[other]
            }
          }
          areStale = false
        }
        var free = NameDecoder(transitions)
        var bound = NameDecoder(transitions)
        free.begin(example.features.count)
        bound.begin(example.features.count)
        let all = UInt64.max
        for (features, allowed) in zip(example.features, example.allowed) {
          perceptron.score(features, into: &scores)
          free.add(scores, allowed: all)
          bound.add(scores, allowed: allowed)
        }
        let predicted = free.labels()
        let isRight = zip(predicted, example.allowed).allSatisfy { $1 & (1 << UInt64($0)) != 0 }
        if isRight {
          right += 1
        } else {
          let wanted = bound.labels()
          areStale = true
          for place in predicted.indices {
            let (mine, theirs) = (Int(predicted[place]), Int(wanted[place]))
            if mine != theirs {
              perceptron.update(example.features[place], theirs, by: 1)
              perceptron.update(example.features[place], mine, by: -1)
            }
            let mineBefore = place == 0 ? NameLabel.count : Int(predicted[place - 1])
            let theirsBefore = place == 0 ? NameLabel.count : Int(wanted[place - 1])
            if mine != theirs || mineBefore != theirsBefore {
              perceptron.update([transitionFeatures[theirsBefore]], theirs, by: 1)
              perceptron.update([transitionFeatures[mineBefore]], mine, by: -1)
            }
          }
        }
        perceptron.tick()
      }
      log("  \(name): epoch \(epoch), \(percent(right, examples.count)) of sentences right")
    }
    return perceptron
  }
}
