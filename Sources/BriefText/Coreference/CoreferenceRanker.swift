/// Joins each mention of a text to an earlier one that means the same, or to none.
package struct CoreferenceRanker: Sendable {
  /// The mentions of a document, and chains of them.
  static func resolve(_ mentions: [MentionDraft]) -> Coreference {
    var state = CoreferenceState(mentions)
    for index in mentions.indices {
      state.join(index, to: CoreferenceRules.antecedent(of: index, in: state))
    }
    return Coreference(mentions, entities: state.entities)
  }
}
