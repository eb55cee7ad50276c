/// A decision of the engine about a token, with what weighed most.
public struct Decision: Sendable {
  /// What is decided.
  public enum Question: String, Sendable {
    case tag, head, name
  }

  /// Something that the model looked at.
  public struct Reason: Sendable {
    /// What it is, in words.
    public let text: String
    /// How much more it speaks for the winner than for the runner-up, in thousandths of the
    /// distance between the two; negative when it speaks for the runner-up.
    public let weight: Int
  }

  /// What is decided.
  public let question: Question
  /// What was decided, in words.
  public let winner: String
  /// What would have been next, in words.
  public let runnerUp: String
  /// What weighed most, heaviest first; at most as many as were asked for.
  public let reasons: [Reason]
}

/// Works out why the engine decided as it did, by making the features of a decision once more.
struct DecisionExplainer {
  let document: Document
  let engine: Engine
  /// The most reasons that are given.
  let limit: Int

  /// The decisions about the token at `token`: its tag, its head, and the label of its name.
  ///
  /// Linear in the length of its sentence.
  func decisions(about token: Int) -> [Decision] {
    guard token >= 0, token < document.tokens.count, let tags = document.tags else { return [] }
    let sentence = document.sentences[document.sentences.index(holding: token)]
    var words = SentenceWords(document.vocabulary, clusters: engine.clusters)
    words.read(sentence, of: document.tokens)
    return [
      tagDecision(token, sentence, words, tags), headDecision(token, sentence, words, tags),
      nameDecision(token, sentence, words, tags),
    ].compactMap(\.self)
  }

  // MARK: Tags

  private func tagDecision(
    _ token: Int, _ sentence: Range<Int>, _ words: SentenceWords, _ tags: Tags
  ) -> Decision? {
    func tag(_ offset: Int) -> Int {
      token - offset < sentence.lowerBound ? -1 : Int(tags.numbers[token - offset])
    }
    var sink = CollectingSink(keepsTemplates: true)
    TaggerFeatures.collect(
      words, token - sentence.lowerBound, tag1: tag(1), tag2: tag(2), into: &sink)
    let set = tags.set
    func name(_ number: Int) -> String {
      number < 0
        ? "the beginning" : "\(set.pairs[number].universal.rawValue) \(set.pairs[number].penn)"
    }
    let scores = sums(sink, engine.tagger.classifier)
    guard let (first, second) = Self.best(scores, of: set.pairs.indices.map { $0 }) else {
      return nil
    }
    return decision(
      .tag, name(first), name(second), first, second, sink, engine.tagger.classifier, scores
    ) { template in
      fill(TaggerFeatures.descriptions, template, around: token, in: sentence)
        .replacing("{t-1}", with: name(tag(1))).replacing("{t-2}", with: name(tag(2)))
    }
  }

  // MARK: Heads

  private func headDecision(
    _ token: Int, _ sentence: Range<Int>, _ words: SentenceWords, _ tags: Tags
  ) -> Decision? {
    let parser = engine.parser
    let transitions = parser.forward.transitions
    let classifier = parser.forward.classifier
    var words = words
    let input = parser.input(sentence, of: document.tokens, &words, tags: tags)
    // Punctuation is attached by rule.
    guard
      let number = input.places.firstIndex(of: Int32(token - sentence.lowerBound))
    else { return nil }
    var state = ParserState()
    state.begin(input.count)
    func place(_ word: Int32) -> Int32 {
      if word == state.count { return Int32(sentence.count) }
      return word >= 0 && word < state.count ? input.places[Int(word)] : -1
    }
    while !state.isFinished {
      var sink = CollectingSink(keepsTemplates: true)
      ParserFeatures.collect(state, input, into: &sink)
      let scores = sums(sink, classifier)
      let allowed = Transitions.Kind.allCases.flatMap { transitions.allowed($0, in: state) }
      guard let best = Self.best(scores, of: allowed) else { return nil }
      let (first, second) = best
      if transitions.kinds[first] != .shift, state.top(0) == Int32(number) {
        func name(_ number: Int) -> String {
          let relation = transitions.relations[Int(transitions.relationOf[number])]
          switch transitions.kinds[number] {
          case .shift: return "no arc yet"
          case .left:
            return state.next == state.count
              ? "root" : "\(relation) of “\(form(place(state.next), sentence))”"
          case .right: return "\(relation) of “\(form(place(state.top(1)), sentence))”"
          }
        }
        let words = [
          "s0": state.top(0), "s1": state.top(1), "s2": state.top(2), "b0": state.next,
          "b1": state.next + 1, "b2": state.next + 2,
        ]
        return decision(
          .head, name(first), name(second), first, second, sink, classifier, scores
        ) { template in
          var text = Self.text(ParserFeatures.descriptions, template)
          for key in words.keys.sorted() {
            let word = place(words[key] ?? -1)
            text = text.replacing("{\(key)}", with: form(word, sentence))
            text = text.replacing("{\(key)t}", with: tagName(word, sentence, tags))
          }
          return text
        }
      }
      state.take(transitions.kinds[first], transitions.relationOf[first])
    }
    return nil
  }

  // MARK: Weights and words

  func sums(_ sink: CollectingSink, _ classifier: LinearClassifier) -> [Int] {
    var sums = [Int](repeating: 0, count: classifier.classCount)
    for hash in sink.hashes {
      for entry in classifier.weights(of: hash) { sums[entry.label] += entry.weight }
    }
    return sums
  }

  /// The two best of some classes.
  private static func best(_ scores: [Int], of classes: [Int]) -> (Int, Int)? {
    var first: Int?
    var second: Int?
    for label in classes {
      if let known = first, scores[label] <= scores[known] {
        if second.map({ scores[label] > scores[$0] }) ?? true { second = label }
      } else {
        second = first
        first = label
      }
    }
    guard let first else { return nil }
    return (first, second ?? first)
  }

  func decision(
    _ question: Decision.Question, _ winner: String, _ runnerUp: String, _ first: Int,
    _ second: Int, _ sink: CollectingSink, _ classifier: LinearClassifier, _ scores: [Int],
    around context: [(text: String, weight: Int)] = [], describe: (Int) -> String
  ) -> Decision {
    let distance = max(
      1, abs(scores[first] - scores[second] + context.reduce(0) { $0 + $1.weight }))
    var reasons = context
    for (hash, template) in zip(sink.hashes, sink.templates) {
      var weight = 0
      for entry in classifier.weights(of: hash) {
        if entry.label == first { weight += entry.weight }
        if entry.label == second { weight -= entry.weight }
      }
      if weight != 0 { reasons.append((describe(template), weight)) }
    }
    let heaviest = reasons.enumerated().sorted {
      (abs($1.element.weight), $0.offset) < (abs($0.element.weight), $1.offset)
    }.prefix(limit)
    return Decision(
      question: question, winner: winner, runnerUp: runnerUp,
      reasons: heaviest.map {
        .init(text: $0.element.text, weight: $0.element.weight * 1000 / distance)
      })
  }

  func form(_ place: Int32, _ sentence: Range<Int>) -> String {
    let token = sentence.lowerBound + Int(place)
    if place == Int32(sentence.count) { return "the end" }
    return place >= 0 && token < sentence.upperBound ? document.form(token) : "nothing"
  }

  func tagName(_ place: Int32, _ sentence: Range<Int>, _ tags: Tags) -> String {
    let token = sentence.lowerBound + Int(place)
    guard place >= 0, token < sentence.upperBound else { return "nothing" }
    return tags.penn(token)
  }

  private static func text(_ descriptions: [String], _ template: Int) -> String {
    template < descriptions.count ? descriptions[template] : "words around it"
  }

  func fill(
    _ descriptions: [String], _ template: Int, around token: Int, in sentence: Range<Int>
  ) -> String {
    var text = Self.text(descriptions, template)
    for offset in -2...2 {
      text = text.replacing(
        "{\(offset)}", with: form(Int32(token + offset - sentence.lowerBound), sentence))
    }
    return text
  }
}
