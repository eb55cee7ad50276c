import BriefSource
import BriefText

/// Ranks the phrases that say what a briefing and each of its sections are about.
enum TopicFinder {
  /// The topics: first that of the whole, then one for each section that has words.
  static func topics(
    of document: Document, structure: Structure, entities: Entities
  ) -> [Topic] { [] }
}
