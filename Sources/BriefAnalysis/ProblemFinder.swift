import BriefSource

/// Gathers what is damaged, odd or missing in a briefing.
enum ProblemFinder {
  /// The problems of reading, of structure and of quotations, in text order.
  static func problems(in briefing: Briefing, quotes: [Diagnostic]) -> [Diagnostic] {
    briefing.structure.problems + quotes
  }
}
