extension DecisionExplainer {
  /// Why the token is part of a name or not: the row of labels that was chosen for its sentence
  /// against the best row in which it is something else.
  ///
  /// Both rows are found by the Viterbi algorithm, so what weighs is not only what is seen at the
  /// token: where the rows differ elsewhere, and how well labels follow each other, counts too.
  func nameDecision(
    _ token: Int, _ sentence: Range<Int>, _ words: SentenceWords, _ tags: Tags
  ) -> Decision? {
    let names = engine.names
    let classifier = names.classifier
    guard
      let piece = SentenceWords.pieces(sentence).first(where: { $0.contains(token) })
    else { return nil }
    var words = words
    words.read(piece, of: document.tokens)
    let place = token - piece.lowerBound
    let tagRow = Array(tags.numbers[piece])
    guard
      let sink = NameFeatures.collect(words, tags: tagRow, lists: names.lists, at: place)
    else { return nil }
    let rows = NameFeatures.collect(words, tags: tagRow, lists: names.lists, dropsLists: false)
      .map { hashes in
        hashes.reduce(into: [Int32](repeating: 0, count: NameLabel.count)) { row, hash in
          for entry in classifier.weights(of: hash) { row[entry.label] += Int32(entry.weight) }
        }
      }
    let name = document.names?.all.first { $0.tokens.contains(token) }
    let first = name.map { Self.label(of: token, in: $0) } ?? NameLabel.outside
    let others = (0..<NameLabel.count).filter { NameLabel.type($0) != NameLabel.type(first) }
    let chosen = names.path(rows, at: place, [first])
    let rival = names.path(rows, at: place, others)
    let second = Int(rival[place])

    var around: [(text: String, weight: Int)] = []
    for other in rows.indices where other != place && chosen[other] != rival[other] {
      let labels = (Int(chosen[other]), Int(rival[other]))
      let weight = Int(rows[other][labels.0] - rows[other][labels.1])
      guard weight != 0 else { continue }
      around.append(
        (
          "the word “\(document.form(piece.lowerBound + other))” is "
            + "\(Self.text(labels.0)) better than \(Self.text(labels.1))", weight
        ))
    }
    let following = names.transitionSum(chosen) - names.transitionSum(rival)
    if following != 0 { around.append(("how labels follow each other", following)) }
    return decision(
      .name, Self.text(first), Self.text(second), first, second, sink, classifier,
      rows[place].map(Int.init), around: around
    ) { template in
      var text = fill(NameFeatures.descriptions, template, around: token, in: sentence)
      for offset in -1...1 {
        text = text.replacing(
          "{t\(offset)}", with: tagName(Int32(token + offset - sentence.lowerBound), sentence, tags)
        )
      }
      return text
    }
  }

  private static func text(_ label: Int) -> String {
    NameLabel.type(label).map { "part of a name: \($0)" } ?? "no part of a name"
  }

  private static func label(of token: Int, in name: Names.Name) -> Int {
    if name.tokens.count == 1 { return NameLabel.only(name.type) }
    if token == name.tokens.lowerBound { return NameLabel.begin(name.type) }
    return token == name.tokens.upperBound - 1
      ? NameLabel.last(name.type) : NameLabel.inside(name.type)
  }
}

extension NameTagger {
  /// The best row of labels in which the token at `place` has one of `labels`.
  fileprivate func path(_ rows: [[Int32]], at place: Int, _ labels: [Int]) -> [UInt8] {
    var decoder = NameDecoder(transitions)
    decoder.begin(rows.count)
    let wanted = labels.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    for (index, row) in rows.enumerated() {
      decoder.add(row, allowed: index == place ? wanted : .max)
    }
    return decoder.labels()
  }

  /// What a row of labels gets for the order of its labels.
  fileprivate func transitionSum(_ labels: [UInt8]) -> Int {
    var before = NameLabel.count
    var sum = 0
    for label in labels {
      sum += Int(transitions[before * NameLabel.count + Int(label)])
      before = Int(label)
    }
    return sum
  }
}
