import BriefSource
import BriefText
import SystemPackage

/// The whole of a training: clusters first, then what stands on them, each stage on those before.
struct Training {
  /// A part of the model that is trained by itself.
  enum Stage: String, CaseIterable {
    case clusters, syntax, lemmas, names, coreference
  }

  let data: String
  let own: String
  let raw: String
  let output: String
  /// A model from which the stages that are not trained are taken.
  let base: String?
  /// The stages to train.
  let stages: Set<Stage>
  let epochs: Int

  func run() async throws {
    var sections: [String: [UInt8]] = [:]
    if let base {
      let archive = try ModelArchive(FileBytes.read(base))
      for name in archive.sectionNames { sections[name] = try archive.sectionBytes(name) }
    }
    if stages.contains(.clusters) { sections["clusters"] = try await clusterSection() }
    let clusters = try WordClusters(
      ModelArchive(ModelArchive.bytes(of: sections)).section("clusters"))
    if stages.contains(.syntax) {
      let syntax = SyntaxTraining(
        treebank: try treebank(), clusters: clusters, epochs: epochs)
      sections.merge(try await syntax.sections()) { $1 }
    }
    if stages.contains(.lemmas) {
      sections["lemmas"] = try LemmaTraining(
        treebank: try treebank(), tagged: taggedWords(), abbreviations: abbreviations(),
        irregular: readText(own + "/lists/irregular.txt").split(separator: "\n").map(String.init)
      ).section()
    }
    if stages.contains(.names) {
      let tagger = try Tagger(ModelArchive(ModelArchive.bytes(of: sections)))
      let names = NameTraining(
        data: data, own: own, clusters: clusters, tagger: tagger, epochs: epochs)
      sections.merge(try names.sections()) { $1 }
    }
    if stages.contains(.coreference) {
      let engine = try Engine(ModelArchive(ModelArchive.bytes(of: sections)))
      let gum = try Treebank(
        reading: data + "/ud/gum/train.conllu", documents: GUM.openDocuments(in: data))
      sections[CoreferenceRanker.section] = CoreferenceTraining(
        try OntoGUM.openDocuments(in: data, treebank: gum), engine: engine, settings: .init()
      ).section()
    }
    let bytes = ModelArchive.bytes(of: sections)
    _ = try Engine(ModelArchive(bytes))
    try AtomicFile.write(bytes, to: output, replacing: true)
    for name in sections.keys.sorted() { log("\(name): \(sections[name]?.count ?? 0) bytes") }
    log("\(output): \(bytes.count) bytes")
  }

  /// The sentences of EWT and of GUM's open genres that are there for training.
  private func treebank() throws -> Treebank {
    var treebank = try Treebank(reading: data + "/ud/ewt/train.conllu")
    let ewt = treebank.sentences.count
    treebank.sentences += try Treebank(
      reading: data + "/ud/gum/train.conllu", documents: GUM.openDocuments(in: data)
    ).sentences
    log("\(ewt) sentences of EWT, \(treebank.sentences.count - ewt) of GUM's open genres")
    return treebank
  }

  /// The words of MASC with their Penn tags.
  private func taggedWords() throws -> [(word: String, tag: String)] {
    try FileBytes.texts(below: data + "/pos/masc_tagged").flatMap { path in
      MASC.sentences(of: try readText(path)).flatMap { $0 }
    }
  }

  /// The abbreviations of the organisations listed, in their third column or as their names.
  private func abbreviations() throws -> [String] {
    var words: [String] = []
    for line in try readText(own + "/lists/organisations.tsv").split(separator: "\n")
    where !line.hasPrefix("#") {
      for column in line.split(separator: "\t").dropFirst() {
        for part in column.split(separator: " ") {
          let word = String(part)
          if word.count > 1, word == word.uppercased(), word != word.lowercased() {
            words.append(word)
          }
        }
      }
    }
    return words
  }

  private func clusterSection() async throws -> [UInt8] {
    var texts: [[UInt64]] = []
    var words = 0
    for text in try RawTexts(data: data, raw: raw) {
      let source = Source(name: "", text: text)
      let document = Document(source, layout: Layout(source), engine: nil)
      let hashes = WordFeatures.formHashes(of: document.vocabulary)
      for sentence in 0..<document.sentences.count {
        texts.append(
          document.sentences[sentence].map { hashes[Int(document.tokens.forms[$0].index)] } + [0])
        words += document.sentences[sentence].count
      }
    }
    log("\(words) words of raw text")
    let builder = ClusterBuilder(texts: texts, least: 5, most: 40_000)
    texts = []
    async let fine = Task.detached { builder.classes(1000, rounds: 10, name: "fine clusters") }
      .value
    async let coarse = Task.detached { builder.classes(100, rounds: 15, name: "coarse clusters") }
      .value
    let (fines, coarses) = await (fine, coarse)
    return WordClusters.bytes(
      of: builder.forms.indices.map {
        (builder.forms[$0], .init(fine: fines[$0], coarse: coarses[$0]))
      })
  }
}
