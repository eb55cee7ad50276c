import BriefSource
import BriefText

/// A construction that may report speech, as training and counting see it.
package struct ReportDraft {
  /// The place of the cue.
  package let cue: TextRange
  /// The pieces of the content.
  package let content: [TextRange]
  /// The name of the construction.
  package let construction: String
  /// The word, with its preposition where the construction has one.
  package let key: String
  /// Whether words of the content stand in quotation marks.
  package let isQuoted: Bool
  /// What the model looks at.
  package let features: [UInt64]
}

extension Briefing {
  /// The constructions that may report speech, those of one word together, in text order.
  ///
  /// - Parameter least: The share of attributions below which a word in its construction is left
  ///   out; below zero for all.
  package func reportDrafts(least: Double = ReportFinder.least) -> [[ReportDraft]] {
    let marks = QuotationMarks(source, structure)
    let text = QuoteText(document, structure: structure, entities: entities, marks: marks)
    let finder = ReportFinder(text)
    let features = ReportFeatures(text)
    return (0..<text.tokens.count).compactMap { token in
      let drafts = finder.drafts(at: token, least: least)
      if drafts.isEmpty { return nil }
      return drafts.map { draft in
        ReportDraft(
          cue: text.tokens.range(draft.candidate.cue),
          content: draft.runs.map { text.tokens.range($0) },
          construction: draft.candidate.construction.rawValue, key: draft.candidate.key,
          isQuoted: text.isOutside(token) && draft.runs.contains { text.wordCounts($0).quoted > 0 },
          features: features.features(of: draft))
      }
    }
  }
}
