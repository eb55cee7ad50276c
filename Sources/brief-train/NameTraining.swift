import BriefText

/// Gathers the corpora of names, varies them, and trains the recogniser on them.
struct NameTraining {
  let data: String
  let own: String
  let clusters: WordClusters
  let tagger: Tagger
  let epochs: Int

  /// The sections of a model.
  func sections() throws -> [String: [UInt8]] {
    let sources = try NameSources(own: own, cameo: data + "/events/cameo_dicts")
    let listSection = NameLists.bytes(of: sources.phrases)
    let lists = try NameLists(
      ModelArchive(ModelArchive.bytes(of: ["lists": listSection])).section("lists"))
    log("\(sources.phrases.count) phrases in lists")
    let gold = try corpora(sources)
    var augmenter = NameAugmenter(sources, seed: 31)
    var random = Random(seed: 41)
    var sentences: [(sentence: NameCorpus.Sentence, dropsLists: Bool)] = []
    for (corpus, copies) in gold {
      for sentence in corpus.sentences {
        sentences.append((sentence, random.chance(40)))
        for _ in 0..<copies {
          if let varied = augmenter.varied(sentence) {
            sentences.append((varied, random.chance(60)))
          }
        }
      }
    }
    log("\(sentences.count) sentences with those that were varied")
    let examples = examples(sentences, lists)
    var weights = Weights(classCount: NameLabel.count)
    let all = NameTrainer.train(examples, epochs: 4, seed: 50, name: "features of names")
    for seed in 0..<3 {
      weights.add(
        NameTrainer.train(
          examples, epochs: epochs, seed: 51 + UInt64(seed), name: "names \(seed + 1)",
          features: all.selected(190_000)))
    }
    return ["lists": listSection, "names": weights.section(least: 2)]
  }

  /// The corpora, with how many varied copies are made of each sentence.
  private func corpora(_ sources: NameSources) throws -> [(NameCorpus, Int)] {
    let rest: [NameType] = [.group, .event, .law, .facility, .work, .other]
    let gum = NameCorpus.Scheme(
      types: [
        "PER": [.person], "LOC": [.place, .facility], "ORG": [.organisation],
        "MISC": [.group, .event, .law, .facility, .work, .other],
      ], unmarked: [.group])
    let tweets = NameCorpus.Scheme(
      types: ["PER": [.person], "LOC": [.place, .facility], "ORG": [.organisation]],
      unmarked: rest)
    let politics = NameCorpus.Scheme(
      types: [
        "politician": [.person], "person": [.person], "country": [.place],
        "location": [.place, .facility], "politicalparty": [.organisation],
        "organisation": [.organisation], "election": [.event], "event": [.event],
        "misc": [.group, .law, .work, .other],
      ], unmarked: [])
    let noisy = NameCorpus.Scheme(
      types: [
        "person": [.person], "location": [.place, .facility], "corporation": [.organisation],
        "group": [.organisation], "product": [.other], "creative-work": [.work],
      ], unmarked: [.group, .event, .law])
    let ner = data + "/ner"
    var btc = NameCorpus()
    for part in ["a", "b", "e", "f", "g", "h"] {
      btc.sentences += try NameCorpus.conll("\(ner)/btc/\(part).conll", tweets).sentences
    }
    let corpora: [(String, NameCorpus, Int)] = [
      ("press prose of our own", try PressCorpus.sentences(below: own + "/press"), 6),
      ("GUM", try NameCorpus.conll(ner + "/gum_open/train.conll", gum), 3),
      (
        "CrossNER politics", try NameCorpus.conll(ner + "/crossner_politics/train.conll", politics),
        6
      ),
      ("WNUT 17", try NameCorpus.conll(ner + "/wnut17/train.conll", noisy), 1),
      ("BTC", btc, 1),
      ("MEANTIME", try OtherNameCorpora.meantime(data + "/timeline/meantime_en"), 3),
      (
        "re3d",
        try OtherNameCorpora.re3d(data + "/relations/re3d", countries: sources.countries), 3
      ),
    ]
    for (name, corpus, _) in corpora {
      let names = corpus.sentences.reduce(0) { $0 + $1.names.count }
      log("\(name): \(corpus.sentences.count) sentences, \(names) names")
    }
    return corpora.map { ($0.1, $0.2) }
  }

  private func examples(
    _ sentences: [(sentence: NameCorpus.Sentence, dropsLists: Bool)], _ lists: NameLists
  ) -> [NameTrainer.Example] {
    let given = GivenTokens(sentences.map { $0.sentence.words })
    let document = Document(given, engine: nil)
    var words = SentenceWords(document.vocabulary, clusters: clusters)
    let tags = tagger.tags(of: document.tokens, sentences: document.sentences, words: &words)
    var examples: [NameTrainer.Example] = []
    for (number, entry) in sentences.enumerated() {
      let range = document.sentences[number]
      words.read(range, of: document.tokens)
      examples.append(
        .init(
          features: NameFeatures.collect(
            words, tags: Array(tags.numbers[range]), lists: lists, dropsLists: entry.dropsLists),
          allowed: entry.sentence.allowed))
    }
    return examples
  }
}
