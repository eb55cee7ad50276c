/// Draws trees of sentences, greedily, from their first words to their last.
///
/// An averaged perceptron over hashed features chooses the transitions of ``Transitions``; it was
/// trained with a dynamic oracle (Goldberg and Nivre, "Training deterministic parsers with
/// non-deterministic oracles", TACL 2013), so it knows what to do after a mistake.
package struct TransitionParser: Sendable {
  package let transitions: Transitions
  let classifier: LinearClassifier

  /// The names of the sections of a model with the weights and the transitions of a direction.
  package static func sections(
    _ direction: ParserInput.Direction
  ) -> (weights: String, transitions: String) {
    switch direction {
    case .forward: ("parser", "transitions")
    case .backward: ("parser.back", "transitions.b")
    }
  }

  /// Opens the parser of one direction of a model.
  init(
    _ archive: ModelArchive, _ direction: ParserInput.Direction
  ) throws(ModelArchive.Failure) {
    let names = Self.sections(direction)
    transitions = try Transitions(try archive.section(names.transitions).lines)
    classifier = try LinearClassifier(try archive.section(names.weights))
    guard transitions.kinds.count == classifier.classCount else {
      throw .damaged(section: names.transitions)
    }
  }

  /// A sentence on its way through the parser.
  struct Lane {
    var input = ParserInput()
    var state = ParserState()
    private var sink: ScoringSink
    private var isWaiting = false

    init(_ parser: TransitionParser) { sink = ScoringSink(parser.classifier) }

    /// Gives the memory back.
    func close() { sink.close() }

    /// Goes on to the next state in which there is something to choose, and begins to weigh.
    @inline(__always)
    fileprivate mutating func select(_ transitions: Transitions) {
      isWaiting = false
      while !state.isFinished {
        guard let only = only else {
          ParserFeatures.add(state, input, to: &sink)
          sink.select()
          isWaiting = true
          return
        }
        state.take(transitions.kinds[only], transitions.relationOf[only])
      }
    }

    /// The transition where there is only one that makes sense.
    private var only: Int? {
      if state.stack.isEmpty { return Transitions.shift }
      if state.next == state.count, state.stack.count == 1 { return Transitions.leftRoot }
      return nil
    }

    @inline(__always)
    fileprivate mutating func locate() {
      if isWaiting { sink.locate() }
    }

    /// Takes the transition with the highest score among those that are allowed; whether there was
    /// one to take.
    @inline(__always)
    fileprivate mutating func take(
      _ transitions: Transitions, _ scores: UnsafeMutablePointer<Int16>, count: Int
    ) -> Bool {
      guard isWaiting else { return false }
      scores.update(repeating: 0, count: count)
      sink.add(to: scores)
      let best = transitions.best(in: state) { scores[$0] } ?? Transitions.shift
      state.take(transitions.kinds[best], transitions.relationOf[best])
      return true
    }
  }

  /// Parses the sentences of some lanes, side by side: while memory is waited for for one there is
  /// something to do for another.
  ///
  /// Linear in the number of words: each is shifted once and attached once.
  func parse(
    _ lanes: UnsafeMutableBufferPointer<Lane>, scores: UnsafeMutablePointer<Int16>
  ) {
    for lane in lanes.indices { lanes[lane].state.begin(lanes[lane].input.count) }
    let count = classifier.scoreCount
    var isBusy = true
    while isBusy {
      for lane in lanes.indices { lanes[lane].select(transitions) }
      for lane in lanes.indices { lanes[lane].locate() }
      isBusy = false
      for lane in lanes.indices where lanes[lane].take(transitions, scores, count: count) {
        isBusy = true
      }
    }
  }
}
