/// The texts from which the clusters are built: what may be shipped of the corpora, unannotated.
struct RawTexts: Sequence {
  private let data: String
  private let files: [String]

  init(data: String, raw: String) throws {
    self.data = data
    files =
      try FileBytes.texts(below: raw) + FileBytes.texts(below: data + "/briefings/raw")
      + FileBytes.texts(below: data + "/pos/masc_tagged")
      + FileBytes.texts(below: data + "/relations/re3d")
      + FileBytes.files(below: data + "/coref/gap", ending: ".tsv")
      + ["ud/ewt/train.conllu"].map { data + "/" + $0 }
      + FileBytes.files(below: data + "/ner", ending: ".conll").filter {
        $0.hasSuffix("train.conll") || $0.contains("/btc/")
      }
  }

  func makeIterator() -> some IteratorProtocol<String> {
    files.lazy.compactMap { try? Self.text($0) }.makeIterator()
  }

  /// The words of a file, whatever its form.
  private static func text(_ path: String) throws -> String {
    let text = try readText(path)
    if path.contains("masc_tagged") { return MASC.words(of: text).joined(separator: " ") }
    if path.hasSuffix(".conllu") {
      return text.split(separator: "\n").filter { $0.hasPrefix("# text = ") }
        .map { String($0.dropFirst(9)) }.joined(separator: "\n")
    }
    if path.hasSuffix(".conll") {
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "\n" : String($0.prefix { $0 != "\t" }) }.joined(separator: " ")
    }
    if path.hasSuffix(".tsv") {
      return text.split(separator: "\n").dropFirst()
        .compactMap { $0.split(separator: "\t").dropFirst().first.map(String.init) }
        .joined(separator: "\n")
    }
    return text
  }
}
