import BriefSource
import BriefText

/// Ranks the phrases that say what a briefing and each of its sections are about.
enum TopicFinder {
  /// The topics: first that of the whole, then one for each section that has words.
  ///
  /// Takes n log n time in the number of tokens.
  static func topics(
    of document: Document, structure: Structure, entities: Entities
  ) -> [Topic] {
    let text = CasedText(document)
    let reader = PhraseReader(text, structure: structure, entities: entities)
    var topics: [Topic] = []
    let whole = PhraseRanker(reader, text: text, runs: reader.runs.map(\.units))
      .best(.briefing)
    if !whole.isEmpty { topics.append(Topic(section: nil, terms: whole)) }
    var bySection: [[[PhraseReader.Unit]]] = Array(
      repeating: [], count: structure.sections.count)
    for run in reader.runs where bySection.indices.contains(run.section) {
      bySection[run.section].append(run.units)
    }
    for (section, runs) in bySection.enumerated() where !runs.isEmpty {
      let terms = PhraseRanker(reader, text: text, runs: runs).best(.section)
      if !terms.isEmpty { topics.append(Topic(section: section, terms: terms)) }
    }
    return topics
  }
}
