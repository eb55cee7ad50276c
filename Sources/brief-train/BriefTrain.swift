import ArgumentParser
import BriefSource
import BriefText
import SystemPackage

/// Trains and tries the model of the linguistic engine. See Scripts/train.
@main
struct BriefTrain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief-train", abstract: "Trains the model of brief from annotated corpora.",
    subcommands: [
      TrainCommand.self, ParseCommand.self, CoreferenceCommand.self, CoreferenceTrainCommand.self,
    ], defaultSubcommand: TrainCommand.self)
}

/// Annotates a treebank's own tokens and sentences with a model.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Writes a treebank with the tags and trees of a model.")

  @Option(help: "The model.")
  var model: String

  @Argument(help: "A file of CoNLL-U, whose tokens and sentences are kept.")
  var file: String

  func run() throws {
    let engine = try Engine(ModelArchive(FileBytes.read(model)))
    let document = Document(try Treebank(reading: file).given, engine: engine)
    var writer = CoNLLUWriter()
    writer.append(document, name: "treebank")
    try FileDescriptor.standardOutput.writeAll(writer.bytes)
  }
}

/// Trains a model.
struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains the tagger, the parser and the names.")

  @Argument(help: "The directory of the corpora.")
  var data: String

  @Option(help: "The directory of the project's own lists and annotated press prose.")
  var own: String

  @Option(help: "The directory of raw text for the clusters.")
  var raw: String

  @Option(help: "Where the model is written.")
  var output: String

  @Option(help: "Keep the clusters of this model instead of building them.")
  var clusters: String?

  @Option(help: .hidden)
  var epochs = 12

  func run() async throws {
    try await Training(
      data: data, own: own, raw: raw, output: output, clusters: clusters, epochs: epochs
    ).run()
  }
}
