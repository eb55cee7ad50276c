import BriefSource
import BriefText

/// A construction that may report speech, as counting sees it.
package struct ReportDraft {
  /// The place of the cue.
  package let cue: TextRange
  /// The pieces of the content.
  package let content: [TextRange]
  /// The name of the construction.
  package let construction: String
  /// The word, with its preposition where the construction has one.
  package let key: String
  /// How often the word is an attribution in the construction.
  package let share: Double
  /// What stands around it.
  package let contexts: [String]
}

extension Briefing {
  /// The constructions that may report speech, in text order.
  ///
  /// - Parameter least: The share of attributions below which a word in its construction is left
  ///   out; all are given unless said.
  package func reportDrafts(least: Double = -1) -> [ReportDraft] {
    let marks = QuotationMarks(source, structure).withoutTitles(in: document)
      .endedAtSpeakers(in: document)
    let text = QuoteText(document, structure: structure, entities: entities, marks: marks)
    let finder = ReportFinder(text)
    let reader = ReportContextReader(text)
    return (0..<text.tokens.count).flatMap { token in
      finder.drafts(at: token, least: least).map { draft in
        ReportDraft(
          cue: text.tokens.range(draft.candidate.cue),
          content: draft.runs.map { text.tokens.range($0) },
          construction: draft.candidate.construction.rawValue, key: draft.candidate.key,
          share: draft.share, contexts: reader.contexts(of: draft).map(\.name))
      }
    }
  }
}
