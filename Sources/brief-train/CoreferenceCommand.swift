import ArgumentParser
import BriefSource
import BriefText
import SystemPackage

/// Writes what coreference a model finds in documents of OntoGUM, for the scorer.
struct CoreferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coref", abstract: "Writes the chains that a model finds, a JSON object a line.",
    shouldDisplay: false)

  @Option(help: "The model.")
  var model: String

  @Option(help: "The files of CoNLL-U with the documents' sentences.")
  var treebank: [String] = []

  @Argument(help: "Files of OntoGUM.")
  var files: [String]

  func run() throws {
    let engine = try Engine(ModelArchive(FileBytes.read(model)))
    var sentences: [String: [Treebank.Sentence]] = [:]
    for file in treebank {
      sentences.merge(try Treebank(reading: file).byDocument) { first, _ in first }
    }
    var output: [UInt8] = []
    var words = 0
    var time = Duration.zero
    for file in files {
      let gold = try OntoGUM(reading: file, sentences: sentences)
      let document = Document(gold.given, engine: engine)
      document.analyse(to: .trees)
      let start = ContinuousClock.now
      let coreference = document.coreference
      time += ContinuousClock.now - start
      words += document.tokens.count
      var json = JSONWriter()
      json.object { json in
        json.member("name", gold.name)
        json.array("clusters") { json in
          for chain in coreference?.chains ?? [] {
            json.array { json in
              for mention in chain {
                guard let tokens = coreference?.mentions[mention].tokens else { continue }
                json.array { json in
                  json.value(tokens.lowerBound)
                  json.value(tokens.upperBound)
                }
              }
            }
          }
        }
        json.array("mentions") { json in
          for mention in coreference?.mentions ?? [] {
            json.array { json in
              json.value(mention.tokens.lowerBound)
              json.value(mention.tokens.upperBound)
            }
          }
        }
      }
      output += json.bytes + [0x0A]
    }
    try FileDescriptor.standardOutput.writeAll(output)
    let seconds = time / .seconds(1)
    log("\(words) words, \(Int(Double(words) / max(seconds, 1e-6))) words a second")
  }
}
