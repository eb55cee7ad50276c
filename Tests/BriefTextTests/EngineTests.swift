import BriefSource
import BriefTestSupport
import Testing

@testable import BriefText

/// What the trained engine makes of texts: its form always, its answers on plain sentences.
@Suite struct EngineTests {
  private func document(_ text: String) -> Document {
    let source = Source(name: "test", text: text)
    return Document(source, layout: Layout(source))
  }

  @Test func theModelIsPartOfTheProgram() throws {
    let archive = try ModelArchive.embedded()
    _ = try Engine(archive)
    #expect(Engine.embedded != nil)
    // Small enough to travel in a repository and in a program.
    let size = try archive.sectionNames.reduce(0) { try $0 + archive.sectionBytes($1).count }
    #expect(size < 16_000_000)
  }

  @Test func plainSentencesAreTagged() throws {
    let document = document("The minister said on Friday that talks would not resume.")
    let tags = try #require(document.tags)
    let found = (0..<document.tokens.count).map { tags.universal($0).rawValue }
    #expect(
      found == [
        "DET", "NOUN", "VERB", "ADP", "PROPN", "SCONJ", "NOUN", "AUX", "PART", "VERB", "PUNCT",
      ])
    #expect(tags.penn(2) == "VBD")
  }

  @Test func plainSentencesAreParsed() throws {
    let document = document("The minister rejected the claims in Geneva.")
    let trees = try #require(document.trees)
    let arcs = (0..<document.tokens.count).map { token in
      "\(document.form(token)) \(trees.relation(token)) "
        + (trees.head(token).map { document.form($0) } ?? "-")
    }
    #expect(arcs[0] == "The det minister")
    #expect(arcs[1] == "minister nsubj rejected")
    #expect(arcs[2] == "rejected root -")
    #expect(arcs[4] == "claims obj rejected")
  }

  @Test(arguments: [
    (
      "Foreign Minister Tahira Shafqat met officials in Ankara.",
      ["person Tahira Shafqat", "place Ankara"]
    ),
    (
      "The Balochistan Liberation Army (BLA) said it attacked a convoy near Quetta.",
      ["organisation Balochistan Liberation Army", "organisation BLA", "place Quetta"]
    ),
    ("Nothing was decided on the last day of the talks.", []),
  ])
  func plainNamesAreFound(_ text: String, _ expected: [String]) throws {
    let document = document(text)
    let names = try #require(document.names).all.map {
      "\($0.type) \(document.source[document.tokens.range($0.tokens)])"
    }
    for name in expected { #expect(names.contains(name), "\(names)") }
    if expected.isEmpty { #expect(names.isEmpty, "\(names)") }
  }

  @Test func valuesAreFound() throws {
    let document = document(
      "On Friday, November 14, 2025, he said 212 crews lost $2.5 million, or 7.5 per cent, since May "
        + "1998, and 40 million florins last year.")
    let values = try #require(document.names).values.map {
      "\($0.type) \(document.source[document.tokens.range($0.tokens)])"
    }
    #expect(
      values == [
        "date Friday, November 14, 2025", "number 212", "money $2.5 million",
        "percent 7.5 per cent",
        "date May 1998", "money 40 million florins", "date last year",
      ])
  }

  @Test func everyTextHasTagsAndTreesOfOneRoot() throws {
    var random = Random(seed: 11)
    for round in 0..<120 {
      let seed = seedTexts[round % seedTexts.count]
      let bytes = TextMutator.mutate(Array(seed.utf8), with: &random)
      guard let source = try? Source.decoding(bytes, name: "fuzz") else { continue }
      check(Document(source, layout: Layout(source)))
    }
  }

  @Test(arguments: [
    "", " ", ".", "a", "\u{1F600}\u{1F600}", "שלום עולם", "\u{0}\u{1}", "WHO SAID SO? NOBODY.",
    String(repeating: "and Then ", count: 3000), String(repeating: ".\n", count: 2000),
  ])
  func oddTextsDoNoHarm(_ text: String) { check(document(text)) }

  /// Expects that the layers fit the tokens and that every sentence is a tree with one root.
  private func check(_ document: Document) {
    let tokens = document.tokens
    let sentences = document.sentences
    guard let tags = document.tags, let trees = document.trees, let names = document.names else {
      Issue.record("a layer is missing")
      return
    }
    #expect(tags.numbers.count == tokens.count)
    #expect(trees.heads.count == tokens.count)
    for number in 0..<sentences.count {
      let sentence = sentences[number]
      if sentence.isEmpty { continue }
      #expect(sentence.count { trees.head($0) == nil } == 1)
      for token in sentence {
        var current = token
        var steps = 0
        while let head = trees.head(current), steps <= sentence.count {
          #expect(sentence.contains(head))
          current = head
          steps += 1
        }
        #expect(steps <= sentence.count, "a cycle")
        #expect((trees.relation(token) == "root") == (trees.head(token) == nil))
      }
    }
    var last = 0
    for name in names.all {
      #expect(name.tokens.lowerBound >= last && !name.tokens.isEmpty)
      #expect(name.tokens.upperBound <= tokens.count)
      last = name.tokens.upperBound
    }
  }

  @Test func theSameTextHasTheSameAnswers() {
    let text = seedTexts[0]
    var first = CoNLLUWriter()
    first.append(document(text), name: "x")
    var second = CoNLLUWriter()
    second.append(document(text), name: "x")
    #expect(first.bytes == second.bytes)
  }

  @Test func decisionsAreExplained() throws {
    let document = document("Andrabi said the talks failed.")
    let decisions = document.decisions(about: 1)
    #expect(decisions.map(\.question) == [.tag, .head, .name])
    let tag = try #require(decisions.first)
    #expect(tag.winner == "VERB VBD")
    #expect(tag.winner != tag.runnerUp)
    #expect(!tag.reasons.isEmpty && tag.reasons.count <= 5)
    for decision in decisions {
      for reason in decision.reasons { #expect(!reason.text.contains("{"), "\(reason.text)") }
    }
  }

  @Test func aNameIsExplainedByItsWholeRowOfLabels() throws {
    let document = document("The Ministry of Health sent Andrabi to Nairobi.")
    let name = try #require(document.decisions(about: 3).first { $0.question == .name })
    #expect(name.winner == "part of a name: organisation")
    #expect(name.runnerUp != name.winner)
    let reasons = document.decisions(about: 3, limit: 40).flatMap(\.reasons).map(\.text)
    #expect(reasons.contains { $0.contains("“Ministry”") })
    #expect(reasons.contains("how labels follow each other"))
  }

  // MARK: The parts

  @Test func anyTransitionsEndInATree() throws {
    let transitions = try Transitions(["shift", "left root", "left nsubj", "right obj"])
    var random = Random(seed: 5)
    for _ in 0..<200 {
      var state = ParserState()
      let count = 1 + random.below(12)
      state.begin(count)
      while !state.isFinished {
        let allowed = transitions.kinds.indices.filter { state.allows(transitions.kinds[$0]) }
        let taken = allowed[random.below(allowed.count)]
        state.take(transitions.kinds[taken], transitions.relationOf[taken])
      }
      #expect(state.heads.prefix(count).allSatisfy { $0 >= 0 })
      #expect(state.heads.prefix(count).count { $0 == Int32(count) } == 1)
    }
  }

  @Test func transitionsInAnotherOrderAreRefused() {
    #expect(throws: ModelArchive.Failure.damaged(section: "transitions")) {
      try Transitions(["shift", "left nsubj", "left root", "right obj"])
    }
    #expect(throws: ModelArchive.Failure.damaged(section: "transitions")) {
      try Transitions(["shift", "left root", "left nsubj"])
    }
  }

  /// Sentences are parsed side by side, and none may see another.
  @Test func aSentenceIsParsedTheSameInAnyCompany() throws {
    let sentences = [
      "The minister rejected the claims.", "“Nobody asked us,” she said, “and nobody will.”",
      "Yes.", "The talks, which began in May, ended (without a result) on Friday.", "!!!",
      "Two patrols crossed the river; one came back.",
    ]
    let together = document(sentences.joined(separator: "\n\n"))
    let trees = try #require(together.trees)
    var token = 0
    for sentence in sentences {
      let alone = document(sentence)
      let own = try #require(alone.trees)
      for index in 0..<alone.tokens.count {
        #expect(trees.relation(token) == own.relation(index))
        #expect(trees.head(token).map { $0 - token } == own.head(index).map { $0 - index })
        token += 1
      }
    }
    #expect(token == together.tokens.count)
  }

  /// The head of each mark in a tree, by the places of the words.
  @Test(arguments: [
    // "Yes , he ( the minister ) said ."
    (
      "NN , NN -LRB- NN NN -RRB- NN .", [7, -1, 7, -1, 5, 2, -1, 9, -1],
      [1: 0, 3: 5, 6: 5, 8: 7]
    ),
    // "`` Go '' , he said , laughing ."
    (
      "`` NN '' , NN NN , NN .", [-1, 5, -1, -1, 5, 9, -1, 5, -1],
      [0: 1, 2: 1, 3: 1, 6: 7, 8: 5]
    ),
  ])
  func punctuationIsAttachedByRule(_ tags: String, _ heads: [Int32], _ expected: [Int: Int32]) {
    let set = TagSet(
      ["NOUN NN", "PUNCT ,", "PUNCT .", "PUNCT ``", "PUNCT ''", "PUNCT -LRB-", "PUNCT -RRB-"])
    let numbers = tags.split(separator: " ").map { penn in
      UInt8(set.pairs.firstIndex { $0.penn == penn } ?? 0)
    }
    var attached = heads.map { $0 < 0 ? Int32(heads.count) : $0 }
    var attacher = PunctuationAttacher(set)
    attacher.attach(
      0..<heads.count, tags: Tags(set: set, numbers: numbers), heads: &attached)
    for (place, head) in expected { #expect(attached[place] == head, "at \(place)") }
  }

  @Test func theDecoderFindsTheBestOfAllRows() {
    var random = Random(seed: 9)
    for _ in 0..<40 {
      let transitions = (0..<(NameLabel.count + 1) * NameLabel.count).map { _ in
        Int32(random.below(20)) - 10
      }
      let scores = (0..<3).map { _ in
        (0..<NameLabel.count).map { _ in Int32(random.below(40)) - 20 }
      }
      var decoder = NameDecoder(transitions)
      decoder.begin(3)
      for row in scores { decoder.add(row, allowed: .max) }
      let found = decoder.labels().map { Int($0) }
      #expect(isValid(found))
      #expect(sum(found, scores, transitions) == best(scores, transitions))

      // What can be outside only is the same with less work.
      var quick = NameDecoder(transitions)
      var slow = NameDecoder(transitions)
      let outside = [Int32](repeating: 0, count: NameLabel.count)
      for decoder in [0, 1] {
        quick.begin(3)
        slow.begin(3)
        if decoder == 0 { quick.add(scores[0], allowed: .max) }
        if decoder == 0 { slow.add(scores[0], allowed: .max) }
        quick.addOutside()
        slow.add(outside, allowed: 1)
        quick.add(scores[1], allowed: .max)
        slow.add(scores[1], allowed: .max)
        #expect(quick.labels() == slow.labels())
      }
    }
  }

  private func isValid(_ labels: [Int]) -> Bool {
    var open: NameType?
    for label in labels {
      if let type = open {
        guard NameLabel.continues(label), NameLabel.type(label) == type else { return false }
      } else if NameLabel.continues(label) {
        return false
      }
      open = NameLabel.isOpen(label) ? NameLabel.type(label) : nil
    }
    return open == nil
  }

  private func sum(_ labels: [Int], _ scores: [[Int32]], _ transitions: [Int32]) -> Int32 {
    var sum: Int32 = 0
    var before = NameLabel.count
    for (place, label) in labels.enumerated() {
      sum += scores[place][label] + transitions[before * NameLabel.count + label]
      before = label
    }
    return sum
  }

  private func best(_ scores: [[Int32]], _ transitions: [Int32]) -> Int32 {
    var best = Int32.min
    for first in 0..<NameLabel.count {
      for second in 0..<NameLabel.count {
        for third in 0..<NameLabel.count where isValid([first, second, third]) {
          best = max(best, sum([first, second, third], scores, transitions))
        }
      }
    }
    return best
  }

  // MARK: Given tokens

  @Test func givenTokensAreKept() throws {
    let source = Source(
      name: "x.conllu",
      text: """
        # text = Don't go.
        1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
        1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
        2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
        3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
        4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

        """)
    let document = Document(try GivenTokens.conllu(source))
    #expect((0..<document.tokens.count).map { document.form($0) } == ["Do", "n't", "go", "."])
    #expect(document.sentences.count == 1)
    #expect(document.source[TextRange(0, 9)] == "Don't go.")
    #expect(document.tags?.universal(2) == .verb)
  }

  @Test func aMalformedLineIsNamed() {
    let source = Source(name: "x.conllu", text: "1\tDo\tdo\n")
    #expect(throws: GivenTokens.Malformed.self) { try GivenTokens.conllu(source) }
    do {
      _ = try GivenTokens.conllu(Source(name: "x.conllu", text: "\n2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n"))
      Issue.record("a wrong number was accepted")
    } catch {
      #expect(
        error.description
          == "x.conllu:2: expected the number 1 of the next word, found '2\ta\t_\t_\t_\t_\t_\t_\t_\t_'"
      )
    }
    do {
      _ = try GivenTokens.columns(Source(name: "x.conll", text: "Ankara\tB-LOC\nhere\n"))
      Issue.record("a line without a tab was accepted")
    } catch {
      #expect(error.place == "x.conll:2")
    }
  }
}

/// The chains of mentions that mean the same.
@Suite struct CoreferenceTests {
  private func chains(_ text: String) throws -> [[String]] {
    let source = Source(name: "test", text: text)
    let document = Document(source, layout: Layout(source))
    let coreference = try #require(document.coreference)
    return coreference.chains.map { chain in
      chain.map { source[document.tokens.range(coreference.mentions[$0].tokens)] }
    }
  }

  @Test func aPronounMeansThePersonNamedBefore() throws {
    let found = try chains("Nadia Karim opened the talks on Monday. She left them early.")
    #expect(found.contains { $0.contains("Nadia Karim") && $0.contains("She") }, "\(found)")
  }

  @Test func chainsAreOfMentionsInOrder() throws {
    for text in seedTexts {
      let source = Source(name: "test", text: text)
      let document = Document(source, layout: Layout(source))
      let coreference = try #require(document.coreference)
      for (number, chain) in coreference.chains.enumerated() {
        #expect(chain.count > 1)
        #expect(chain == chain.sorted())
        #expect(chain.allSatisfy { coreference.mentions[$0].chain == number })
      }
      for mention in coreference.mentions {
        #expect(mention.tokens.contains(mention.head))
        #expect(mention.tokens.upperBound <= document.tokens.count)
      }
    }
  }
}
