import BriefSource
import BriefText
import SystemPackage

/// The whole of a training: clusters first, then what stands on them.
struct Training {
  let data: String
  let own: String
  let raw: String
  let output: String
  let clusters: String?
  let epochs: Int

  func run() async throws {
    let clusterSection = try await clusterSection()
    let clusters = try WordClusters(
      ModelArchive(ModelArchive.bytes(of: ["clusters": clusterSection])).section("clusters"))
    let openGenres = try GUM.openDocuments(in: data)
    let ewt = try Treebank(reading: data + "/ud/ewt/train.conllu")
    let gum = try Treebank(reading: data + "/ud/gum/train.conllu", documents: openGenres)
    log("\(ewt.sentences.count) sentences of EWT, \(gum.sentences.count) of GUM's open genres")
    var treebank = Treebank()
    treebank.sentences = ewt.sentences + gum.sentences

    let syntax = SyntaxTraining(treebank: treebank, clusters: clusters, epochs: epochs, clusterBytes: clusterSection)
    var sections = try await syntax.sections()
    sections["clusters"] = clusterSection
    let engine = try Engine(ModelArchive(ModelArchive.bytes(of: sections)))
    sections[CoreferenceRanker.section] = CoreferenceTraining(
      try OntoGUM.openDocuments(in: data, treebank: gum), engine: engine, settings: .init()
    ).section()
    let bytes = ModelArchive.bytes(of: sections)
    _ = try Engine(ModelArchive(bytes))
    try AtomicFile.write(bytes, to: output, replacing: true)
    for name in sections.keys.sorted() { log("\(name): \(sections[name]?.count ?? 0) bytes") }
    log("\(output): \(bytes.count) bytes")
  }

  private func clusterSection() async throws -> [UInt8] {
    if let clusters {
      let bytes = try FileBytes.read(clusters)
      return try ModelArchive(bytes).sectionBytes("clusters")
    }
    var texts: [[UInt64]] = []
    var words = 0
    for path in try FileBytes.texts(below: raw) + FileBytes.texts(below: data + "/briefings/raw")
      + FileBytes.texts(below: data + "/pos/masc_tagged")
    {
      let isTagged = path.contains("masc_tagged")
      let text = try readText(path)
      let source = Source(
        name: path, text: isTagged ? MASC.words(of: text).joined(separator: " ") : text)
      let document = Document(source, layout: Layout(source), engine: nil)
      let hashes = WordFeatures.formHashes(of: document.vocabulary)
      for sentence in 0..<document.sentences.count {
        texts.append(
          document.sentences[sentence].map { hashes[Int(document.tokens.forms[$0].index)] } + [0])
        words += document.sentences[sentence].count
      }
    }
    log("\(words) words of raw text")
    let builder = ClusterBuilder(texts: texts, least: 10, most: 30_000)
    texts = []
    async let fine = Task.detached { builder.classes(800, rounds: 10, name: "fine clusters") }.value
    async let coarse = Task.detached { builder.classes(100, rounds: 15, name: "coarse clusters") }
      .value
    let (fines, coarses) = await (fine, coarse)
    return WordClusters.bytes(
      of: builder.forms.indices.map {
        (builder.forms[$0], .init(fine: fines[$0], coarse: coarses[$0]))
      })
  }
}
