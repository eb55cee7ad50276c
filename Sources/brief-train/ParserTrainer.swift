import BriefText

/// Trains the parser with a dynamic oracle: after a mistake the best that can still be reached is
/// right.
enum ParserTrainer {
  static func train(
    _ corpus: ParsedCorpus, epochs: Int, seed: UInt64, name: String,
    features known: Perceptron? = nil
  ) -> Perceptron {
    let transitions = corpus.transitions
    let perceptron = known ?? Perceptron(classCount: transitions.kinds.count)
    var random = Random(seed: seed)
    var order = Array(corpus.sentences.indices)
    var features: [UInt64] = []
    var scores = [Int32](repeating: 0, count: 256)
    var state = ParserState()
    let known = KnownRelations(transitions)
    for epoch in 1...epochs {
      order = random.shuffled(order)
      var right = 0
      var all = 0
      for index in order {
        let sentence = corpus.sentences[index]
        state.begin(sentence.heads.count)
        while !state.isFinished {
          features.removeAll(keepingCapacity: true)
          ParserFeatures.collect(state, sentence.input, into: &features)
          perceptron.score(features, into: &scores)
          let predicted = transitions.best(in: state) { scores[$0] } ?? Transitions.shift
          let oracle = Oracle(state, sentence, known)
          let wanted =
            transitions.best(in: state) {
              scores[$0]
            } where: {
              oracle.allows($0, transitions)
            }
            ?? Transitions.shift
          all += 1
          let isRight = oracle.allows(predicted, transitions)
          if isRight {
            right += 1
          } else {
            perceptron.update(features, wanted, by: 1)
            perceptron.update(features, predicted, by: -1)
          }
          perceptron.tick()
          // From the second epoch on, live with one's own mistakes most of the time.
          let taken = isRight || (epoch > 1 && random.chance(90)) ? predicted : wanted
          state.take(transitions.kinds[taken], transitions.relationOf[taken])
        }
      }
      log("  \(name): epoch \(epoch), \(percent(right, all)) of transitions right")
    }
    return perceptron
  }

  /// The tree that a parser with these weights draws, as the finished state.
  static func parse(
    _ input: ParserInput, _ transitions: Transitions, _ weights: AveragedWeights
  ) -> ParserState {
    var state = ParserState()
    state.begin(input.count)
    var features: [UInt64] = []
    var scores: [Double] = []
    while !state.isFinished {
      features.removeAll(keepingCapacity: true)
      ParserFeatures.collect(state, input, into: &features)
      weights.score(features, into: &scores)
      let best = transitions.best(in: state) { scores[$0] } ?? Transitions.shift
      state.take(transitions.kinds[best], transitions.relationOf[best])
    }
    return state
  }

  /// The relations that transitions to either side can draw; rarer ones have none.
  private struct KnownRelations {
    private var lefts: Set<UInt8> = []
    private var rights: Set<UInt8> = []

    init(_ transitions: Transitions) {
      for (kind, relation) in zip(transitions.kinds, transitions.relationOf) {
        if kind == .left { lefts.insert(relation) }
        if kind == .right, relation != transitions.root { rights.insert(relation) }
      }
    }

    func left(_ relation: UInt8) -> UInt8? { lefts.contains(relation) ? relation : nil }

    func right(_ relation: UInt8) -> UInt8? { rights.contains(relation) ? relation : nil }
  }

  /// Which transitions lose as few arcs of the gold tree as can be.
  private struct Oracle {
    private var costs = [Int.max, Int.max, Int.max]
    private var least = Int.max
    /// The relation that has to be drawn, where the arc is one of the gold tree.
    private var leftRelation: UInt8?
    private var rightRelation: UInt8?

    init(_ state: ParserState, _ sentence: ParsedCorpus.Sentence, _ known: KnownRelations) {
      let next = state.next
      let s0 = state.top(0)
      let s1 = state.top(1)
      if state.allows(.shift) {
        var cost = 0
        for word in sentence.dependents[Int(next)] where word < next && state.heads[Int(word)] < 0 {
          cost += 1
        }
        let head = sentence.heads[Int(next)]
        if head < next, head != s0, state.heads[Int(head)] < 0 { cost += 1 }
        costs[0] = cost
      }
      if s0 >= 0 {
        let head = sentence.heads[Int(s0)]
        let lost = sentence.dependents[Int(s0)].count { $0 >= next }
        if state.allows(.left) {
          costs[1] = lost + (head != next && (head == s1 || head > next) ? 1 : 0)
          if head == next { leftRelation = known.left(sentence.relations[Int(s0)]) }
        }
        if state.allows(.right) {
          costs[2] = lost + (head >= next ? 1 : 0)
          if head == s1 { rightRelation = known.right(sentence.relations[Int(s0)]) }
        }
      }
      least = costs.min() ?? 0
    }

    func allows(_ transition: Int, _ transitions: Transitions) -> Bool {
      let kind = transitions.kinds[transition]
      guard costs[Int(kind.rawValue)] == least else { return false }
      switch kind {
      case .shift: return true
      case .left: return leftRelation == nil || leftRelation == transitions.relationOf[transition]
      case .right:
        return rightRelation == nil || rightRelation == transitions.relationOf[transition]
      }
    }
  }
}
