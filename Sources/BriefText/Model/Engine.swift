/// The trained parts of the linguistic engine, opened from one model.
public struct Engine: Sendable {
  package let clusters: WordClusters
  package let tagger: Tagger
  package let lemmatiser: Lemmatiser
  package let parser: DependencyParser
  package let names: NameTagger
  /// `nil` when the model has no such part.
  package let coreference: CoreferenceRanker?

  /// Opens the parts of a model.
  public init(_ archive: ModelArchive) throws(ModelArchive.Failure) {
    clusters = try WordClusters(try archive.section("clusters"))
    tagger = try Tagger(archive)
    lemmatiser = Lemmatiser(try LemmaTable(try archive.section("lemmas")))
    parser = try DependencyParser(archive)
    names = try NameTagger(archive)
    coreference =
      archive.contains(CoreferenceRanker.section) ? try CoreferenceRanker(archive) : nil
  }

  /// The engine of the model that is part of the program, opened when it is first asked for.
  ///
  /// `nil` only in a build whose model is empty, as before the first training.
  public static let embedded: Engine? = {
    guard let archive = try? ModelArchive.embedded() else { return nil }
    return try? Engine(archive)
  }()
}
