import BriefSource
import BriefText

/// A document of OntoGUM: which spans of tokens mean the same.
struct OntoGUM {
  let name: String
  let genre: String
  /// The first token of each span and the one after its last.
  let clusters: [[Range<Int>]]
  /// The tokens, with the sentences of the treebank.
  let given: GivenTokens
  /// A file that is no document of OntoGUM, or has no sentences in the treebank.
  struct Malformed: Error, CustomStringConvertible {
    let file: String
    let reason: String

    var description: String { "\(file): \(reason)" }
  }

  /// Reads a document, whose sentences are those of GUM.
  init(reading path: String, sentences: [String: [Treebank.Sentence]]) throws {
    let text = try readText(path)
    guard let name = Self.string("name", in: text), let genre = Self.string("genre", in: text),
      let start = text.firstRange(of: "\"clusters\":")
    else { throw Malformed(file: path, reason: "it has no name, genre or clusters") }
    self.name = name
    self.genre = genre
    clusters = Self.clusters(text[start.upperBound...])
    guard let found = sentences[name] else {
      throw Malformed(file: path, reason: "the treebank has no document \(name)")
    }
    var treebank = Treebank()
    treebank.sentences = found
    given = treebank.given
  }

  private static func string(_ member: String, in text: String) -> String? {
    guard let start = text.firstRange(of: "\"\(member)\":") else { return nil }
    let parts = text[start.upperBound...].split(separator: "\"", maxSplits: 2)
    return parts.count > 1 ? String(parts[1]) : nil
  }

  /// Lists of lists of pairs of numbers.
  private static func clusters(_ text: Substring) -> [[Range<Int>]] {
    var clusters: [[Range<Int>]] = []
    var depth = 0
    var numbers: [Int] = []
    var number: Int?
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        number = (number ?? 0) * 10 + Int(byte - 0x30)
        continue
      }
      if let known = number { numbers.append(known) }
      number = nil
      if byte == UInt8(ascii: "[") {
        depth += 1
        if depth == 2 { clusters.append([]) }
        if depth == 3 { numbers = [] }
      } else if byte == UInt8(ascii: "]") {
        if depth == 3, numbers.count == 2, numbers[0] < numbers[1] {
          clusters[clusters.count - 1].append(numbers[0]..<numbers[1])
        }
        depth -= 1
        if depth == 0 { break }
      }
    }
    return clusters
  }
}

extension Treebank {
  /// The sentences of each document.
  var byDocument: [String: [Sentence]] {
    Dictionary(grouping: sentences, by: \.document)
  }
}

extension OntoGUM {
  /// The documents for training that are under open licences.
  ///
  /// - Parameters:
  ///   - data: The directory of the corpora.
  ///   - treebank: The training part of GUM, if it was read already.
  static func openDocuments(in data: String, treebank: Treebank?) throws -> [OntoGUM] {
    let open = try GUM.openDocuments(in: data)
    let treebank =
      try treebank ?? Treebank(reading: data + "/ud/gum/train.conllu", documents: open)
    let sentences = treebank.byDocument
    return try FileBytes.files(below: data + "/coref/ontogum/train", ending: ".json")
      .compactMap { path in
        let name = path.split(separator: "/").last.map { String($0.dropLast(5)) } ?? ""
        return open.contains(name) ? try OntoGUM(reading: path, sentences: sentences) : nil
      }
  }
}
