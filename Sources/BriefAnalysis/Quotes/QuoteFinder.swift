import BriefSource
import BriefText

/// Finds quotations and who speaks.
enum QuoteFinder {
  /// The quotes of a briefing in text order. Linear in the number of tokens.
  static func quotes(
    in document: Document, structure: Structure, entities: Entities
  ) -> (quotes: [Quote], problems: [Diagnostic]) {
    ([], [])
  }
}
