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
      TrainCommand.self, AnnotateCommand.self, CoreferenceCommand.self, ConstructionsCommand.self,
    ], defaultSubcommand: TrainCommand.self)
}

/// Annotates a corpus' own tokens and sentences with a model.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Writes a corpus with the tags and trees, or the names, that a model gives it.")

  @Option(help: "The model.")
  var model: String

  @Argument(help: "A file of CoNLL-U or of two columns, whose tokens and sentences are kept.")
  var file: String

  func run() throws {
    let engine = try Engine(ModelArchive(FileBytes.read(model)))
    let source = try Source.reading(file)
    if file.hasSuffix(".conllu") {
      var writer = CoNLLUWriter()
      writer.append(Document(try GivenTokens.conllu(source), engine: engine), name: "corpus")
      try FileDescriptor.standardOutput.writeAll(writer.bytes)
    } else {
      var writer = NameColumnsWriter()
      writer.append(Document(try GivenTokens.columns(source), engine: engine))
      try FileDescriptor.standardOutput.writeAll(writer.bytes)
    }
  }
}

/// Trains a model.
struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains the clusters, the tagger, the parser and the names.")

  @Argument(help: "The directory of the corpora.")
  var data: String

  @Option(help: "The directory of the project's own lists and annotated press prose.")
  var own: String

  @Option(help: "The directory of raw text for the clusters.")
  var raw: String

  @Option(help: "Where the model is written.")
  var output: String

  @Option(help: "A model from which the stages that are not trained are taken.")
  var base: String?

  @Option(
    help: "A stage to train: clusters, syntax, lemmas, names, coreference; all of them unless said."
  )
  var stage: [String] = []

  @Option(help: "How often each example is seen.")
  var epochs = 10

  func run() async throws {
    let stages = try stage.map { name in
      guard let stage = Training.Stage(rawValue: name) else {
        throw ValidationError(
          "'\(name)' is no stage: clusters, syntax, lemmas, names and coreference are")
      }
      return stage
    }
    try await Training(
      data: data, own: own, raw: raw, output: output, base: base,
      stages: stages.isEmpty ? Set(Training.Stage.allCases) : Set(stages), epochs: epochs
    ).run()
  }
}
