import BriefAnalysis
import BriefText

/// Trains the ranker of antecedents on documents of OntoGUM.
///
/// The likelihood of the right antecedents is raised, whichever of them it is, with a margin for
/// mistakes by their kind (Durrett and Klein, EMNLP 2013), by AdaGrad. Trees and tags are those of
/// the engine, and the entities before a mention are half of the time those that the model itself
/// has made, as they will be.
struct CoreferenceTraining {
  /// How the model is fitted.
  struct Settings {
    var epochs = 6
    var seeds = 3
    /// What it costs to begin an entity that is known, to join what is new, and to join wrongly.
    var missed = 3.0
    var invented = 0.3
    var mistaken = 1.0
    var rate = 0.05
    /// What pulls weights to zero, for each time they would move.
    var shrink = 0.015
    /// How often features must occur.
    var least = 10
    /// The largest weight that is told apart from larger ones.
    var clip = 1.5
    /// Weights less than this many 127ths of it are left out.
    var prune = 2
  }

  let settings: Settings
  private let documents: [Example]

  /// A document with the numbers of its mentions' chains, -1 for none.
  private struct Example {
    var mentions: [MentionDraft]
    var gold: [Int32]
  }

  /// Reads documents with the engine whose mentions are to be ranked.
  init(_ texts: [OntoGUM], engine: Engine, settings: Settings) {
    self.settings = settings
    var missed = 0
    var all = 0
    documents = texts.compactMap { text in
      guard let found = Document(text.given, engine: engine).mentionDrafts else { return nil }
      var chainOf: [Range<Int>: Int32] = [:]
      for (number, cluster) in text.clusters.enumerated() {
        for span in cluster { chainOf[span] = Int32(number) }
      }
      let gold = found.map { chainOf[$0.start..<$0.end] ?? -1 }
      all += chainOf.count
      missed += chainOf.count - gold.count { $0 >= 0 }
      return Example(mentions: found, gold: gold)
    }
    let count = documents.reduce(0) { $0 + $1.mentions.count }
    log("\(texts.count) documents, \(count) mentions")
    log("  \(all - missed) of \(all) gold mentions among them")
  }

  /// The section of a model.
  func section() -> [UInt8] {
    let known = knownFeatures()
    var sums: [Double] = Array(repeating: 0, count: known.count)
    for seed in 0..<settings.seeds {
      for (place, weight) in weights(known, seed: UInt64(seed) + 1).enumerated() {
        sums[place] += Double(weight) / Double(settings.seeds)
      }
    }
    let scale = 127 / settings.clip
    var features: [(hash: UInt64, weights: [(label: Int, weight: Int8)])] = []
    for (place, hash) in known.keys.enumerated() where hash != 0 {
      let weight = (sums[place] * scale).rounded()
      guard abs(weight) >= Double(settings.prune) else { continue }
      features.append((hash, [(0, Int8(max(-127, min(127, weight))))]))
    }
    features.sort { $0.hash < $1.hash }
    log("  \(known.used) features, \(features.count) kept")
    return LinearClassifier.bytes(classCount: 1, features: features)
  }

  /// The features that occur often enough, with the right entities before each mention.
  private func knownFeatures() -> FeatureTable {
    // Counts of hashes that share a place are taken together, which keeps a few rare ones.
    var counts = [UInt8](repeating: 0, count: 1 << 26)
    var table = FeatureTable()
    var features: [UInt64] = []
    var candidates: [Int] = []
    for round in 0..<2 {
      for document in documents {
        var state = CoreferenceState(document.mentions)
        for index in document.mentions.indices {
          features.removeAll(keepingCapacity: true)
          CoreferenceFeatures.collectNew(state, index, into: &features)
          state.candidates(of: index, into: &candidates)
          var walk = CoreferenceFeatures.Walk()
          for candidate in candidates {
            CoreferenceFeatures.collectPair(state, index, candidate, &walk, into: &features)
          }
          for feature in features {
            let place = Int(feature >> 38)
            if round == 0 {
              if counts[place] < 255 { counts[place] += 1 }
            } else if counts[place] >= settings.least {
              table.insert(feature)
            }
          }
          let gold = document.gold[index]
          state.join(index, to: gold < 0 ? nil : candidates.first { document.gold[$0] == gold })
        }
      }
    }
    log("  \(table.used) features occur \(settings.least) times")
    return table
  }

  private func weights(_ table: FeatureTable, seed: UInt64) -> [Float] {
    var random = Random(seed: seed)
    var weights = [Float](repeating: 0, count: table.count)
    var squares = [Float](repeating: 0, count: table.count)
    var sums = [Float](repeating: 0, count: table.count)
    var gradient = [Float](repeating: 0, count: table.count)
    var touched: [Int32] = []
    var order = Array(documents.indices)
    var features: [UInt64] = []
    var candidates: [Int] = []
    var places: [Int32] = []
    var ends: [Int] = []
    var scores: [Double] = []
    var isRight: [Bool] = []
    let averaged = (settings.epochs + 1) / 2
    for epoch in 1...settings.epochs {
      order = random.shuffled(order)
      var loss = 0.0
      var right = 0
      var all = 0
      for number in order {
        let document = documents[number]
        var state = CoreferenceState(document.mentions)
        let usesOwn = epoch > 1 && random.chance(60)
        for index in document.mentions.indices {
          state.candidates(of: index, into: &candidates)
          features.removeAll(keepingCapacity: true)
          ends.removeAll(keepingCapacity: true)
          CoreferenceFeatures.collectNew(state, index, into: &features)
          ends.append(features.count)
          var walk = CoreferenceFeatures.Walk()
          for candidate in candidates {
            CoreferenceFeatures.collectPair(state, index, candidate, &walk, into: &features)
            ends.append(features.count)
          }
          places.removeAll(keepingCapacity: true)
          for feature in features { places.append(table.place(of: feature)) }
          scores.removeAll(keepingCapacity: true)
          var begin = 0
          for end in ends {
            var score: Float = 0
            for place in places[begin..<end] where place >= 0 { score += weights[Int(place)] }
            scores.append(Double(score))
            begin = end
          }
          // Place 0 is that of beginning an entity.
          let gold = document.gold[index]
          isRight.removeAll(keepingCapacity: true)
          isRight.append(true)
          for candidate in candidates {
            let same = gold >= 0 && document.gold[candidate] == gold
            if same { isRight[0] = false }
            isRight.append(same)
          }
          var best = 0
          var bestRight = -1
          for choice in scores.indices {
            if scores[choice] > scores[best] { best = choice }
            if isRight[choice], bestRight < 0 || scores[choice] > scores[bestRight] {
              bestRight = choice
            }
          }
          all += 1
          if isRight[best] { right += 1 }

          var total = 0.0
          var totalRight = 0.0
          let top = scores[best]
          var costly = scores
          for choice in scores.indices where !isRight[choice] {
            costly[choice] +=
              choice == 0 ? settings.missed : isRight[0] ? settings.invented : settings.mistaken
          }
          for choice in scores.indices {
            total += Exponential.natural(costly[choice] - top)
            if isRight[choice] { totalRight += Exponential.natural(scores[choice] - top) }
          }
          loss -= scores.isEmpty ? 0 : Logarithm.natural(totalRight / total)
          begin = 0
          for (choice, end) in ends.enumerated() {
            let have = Exponential.natural(costly[choice] - top) / total
            let want = isRight[choice] ? Exponential.natural(scores[choice] - top) / totalRight : 0
            let step = Float(want - have)
            if abs(step) > 1e-4 {
              for index in begin..<end where places[index] >= 0 {
                let place = Int(places[index])
                if gradient[place] == 0 { touched.append(Int32(place)) }
                gradient[place] += step
              }
            }
            begin = end
          }
          for entry in touched {
            let place = Int(entry)
            let slope = gradient[place]
            gradient[place] = 0
            if slope == 0 { continue }
            squares[place] += slope * slope
            let rate = Float(settings.rate) / (squares[place].squareRoot() + 0.01)
            let moved = weights[place] + rate * slope
            let pull = rate * Float(settings.shrink)
            weights[place] = moved > pull ? moved - pull : moved < -pull ? moved + pull : 0
          }
          touched.removeAll(keepingCapacity: true)
          let taken = usesOwn ? best : bestRight
          state.join(index, to: taken == 0 ? nil : candidates[taken - 1])
        }
      }
      if epoch > settings.epochs - averaged {
        for place in weights.indices { sums[place] += weights[place] / Float(averaged) }
      }
      log("  coreference \(seed): epoch \(epoch), loss \(loss / Double(all)), \(right) of \(all)")
    }
    return sums
  }
}

/// The features that are learnt, each with a place.
private struct FeatureTable {
  private(set) var keys = [UInt64](repeating: 0, count: 1 << 16)
  private(set) var used = 0

  var count: Int { keys.count }

  /// The place of a feature, or -1.
  @inline(__always)
  func place(of feature: UInt64) -> Int32 {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: feature) & mask
    while keys[place] != 0 {
      if keys[place] == feature { return Int32(place) }
      place = (place + 1) & mask
    }
    return -1
  }

  mutating func insert(_ feature: UInt64) {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: feature) & mask
    while keys[place] != 0 {
      if keys[place] == feature { return }
      place = (place + 1) & mask
    }
    keys[place] = feature
    used += 1
    guard used * 2 > keys.count else { return }
    let old = keys
    keys = Array(repeating: 0, count: old.count * 2)
    used = 0
    for key in old where key != 0 { insert(key) }
  }
}
