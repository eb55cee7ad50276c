import BriefSource
import BriefText

/// Finds the expressions of time in a text and gives them values.
enum DateFinder {
  /// Finds the expressions in `document` and reckons their values from `briefing`, the date of the
  /// text, where that is known.
  ///
  /// No year is ever given that neither the text nor `briefing` holds. Linear in the number of
  /// tokens; trees are asked for only where a value depends on the tense of a verb.
  static func dates(in document: Document, briefing: CalendarDate?) -> DateFindings {
    var reader = TimePhraseReader(document)
    var phrases = reader.phrases()
    let since = SinceReader(document)
    if let since { phrases = since.joining(phrases) }
    guard !phrases.isEmpty else { return DateFindings(expressions: [], problems: []) }
    var resolver = TimeResolver(document, briefing: briefing, tree: since?.tree)
    resolver.resolve(phrases)
    return DateFindings(expressions: resolver.expressions, problems: resolver.problems)
  }
}
