/// Joins each mention of a text to the earlier one that most likely means the same, or to none.
///
/// A log-linear model over hashed features scores every candidate and that there is none; see
/// ``CoreferenceFeatures``.
package struct CoreferenceRanker: Sendable {
  private let classifier: LinearClassifier

  /// The name of the section in a model.
  package static let section = "coreference"

  /// Opens the ranker of a model.
  package init(_ archive: ModelArchive) throws(ModelArchive.Failure) {
    classifier = try LinearClassifier(try archive.section(Self.section))
  }

  /// Which of the mentions mean the same.
  ///
  /// Linear in their number.
  func resolve(_ mentions: [MentionDraft]) -> Coreference {
    var state = CoreferenceState(mentions)
    var candidates: [Int] = []
    var sink = SummingSink(classifier)
    defer { sink.close() }
    for index in mentions.indices {
      state.candidates(of: index, into: &candidates)
      CoreferenceFeatures.addNew(state, index, to: &sink)
      var best = sink.total()
      var antecedent: Int?
      var walk = CoreferenceFeatures.Walk()
      for candidate in candidates {
        CoreferenceFeatures.addPair(state, index, candidate, &walk, to: &sink)
        let score = sink.total()
        if score > best {
          best = score
          antecedent = candidate
        }
      }
      state.join(index, to: antecedent)
    }
    return Coreference(mentions, entities: state.entities)
  }
}
