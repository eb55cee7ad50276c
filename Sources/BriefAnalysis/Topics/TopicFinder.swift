import BriefSource
import BriefText

/// Finds out what a briefing, its sections and its speakers speak of.
///
/// The phrases are read once; every question is put to them.
final class TopicFinder {
  /// What part of a briefing is asked about.
  enum Scope {
    case whole
    case section(Int)
    /// The words in these places, which ascend.
    case places([TextRange])
  }

  private let structure: Structure
  private let entities: Entities
  let reader: PhraseReader
  /// The positions of the first run of each section, and behind them.
  private var bySection: [[Int]]

  /// Reads the phrases of a briefing. Linear in the number of tokens.
  init(
    _ document: Document, text: CasedText, structure: Structure, entities: Entities
  ) {
    self.structure = structure
    self.entities = entities
    reader = PhraseReader(
      text, tags: document.tags, structure: structure, entities: entities)
    bySection = Array(repeating: [], count: structure.sections.count)
    for (index, run) in reader.runs.enumerated() where bySection.indices.contains(run.section) {
      bySection[run.section].append(index)
    }
  }

  /// The keyphrases of a part of the briefing, best first.
  ///
  /// Takes n log n time in the number of its tokens.
  func keyphrases(of scope: Scope, _ manner: KeyphraseChoice.Manner) -> [Keyphrase] {
    if case .whole = scope {
      let (ranker, ranked) = whole
      return KeyphraseChoice.best(ranked, of: ranker, reader, manner)
    }
    let ranker = KeyphraseRanker(reader, entities: entities, runs: runs(of: scope))
    return KeyphraseChoice.best(
      ranker.ranked(isSpecific: manner.isSpecific), of: ranker, reader, manner)
  }

  /// The phrases of the whole in their order.
  private lazy var whole: (ranker: KeyphraseRanker, ranked: [KeyphraseRanker.Ranked]) = {
    let ranker = KeyphraseRanker(reader, entities: entities, runs: reader.runs)
    return (ranker, ranker.ranked(isSpecific: false))
  }()

  /// The phrases that tell each section from the others; sections without any are left out.
  private(set) lazy var sectionTerms: [SectionTerms] = bySection.indices.compactMap { section in
    guard !bySection[section].isEmpty else { return nil }
    let terms = keyphrases(of: .section(section), .section)
    return terms.isEmpty ? nil : SectionTerms(section: section, terms: terms)
  }

  /// The topics of a part of the briefing, the one with most words first.
  ///
  /// `speakers` are those who only speak there, and are no topic. Linear in the size of the part, but
  /// for the sorting of its phrases.
  func topics(of scope: Scope, speakers: Set<EntityID>) -> [Topic] {
    let isWhole = if case .whole = scope { true } else { false }
    let phrases = isWhole ? pool() : keyphrases(of: scope, .sectionPool)
    var builder = TopicBuilder(
      phrases, sentences: sentences(of: scope), speakers: speakers, text: reader.text)
    return builder.topics(limit: isWhole ? 24 : 4)
  }

  /// The keyphrases of the whole, and the best of each section that are not among them, so that
  /// what only one section speaks of is not forgotten.
  private func pool() -> [Keyphrase] {
    var phrases = keyphrases(of: .whole, .pool)
    var known = Set(phrases.map { $0.text.lowercased() })
    let least = phrases.last?.score ?? 1
    guard (2...Self.mostSections).contains(bySection.count) else { return phrases }
    for section in sectionTerms {
      let telling = section.terms.lazy
        .filter { ($0.words.count > 1 || $0.entity != nil) && !$0.isPerson }.prefix(2)
      for var phrase in telling where known.insert(phrase.text.lowercased()).inserted {
        phrase.score = least
        phrases.append(phrase)
      }
    }
    return phrases
  }

  /// With more sections than this, which are the turns of a talk, none is looked at by itself.
  private static let mostSections = 30

  private func runs(of scope: Scope) -> [PhraseReader.Run] {
    switch scope {
    case .whole: return reader.runs
    case .section(let section):
      return bySection.indices.contains(section) ? bySection[section].map { reader.runs[$0] } : []
    case .places(let places):
      let tokens = reader.text.tokens
      var place = 0
      return reader.runs.filter { run in
        guard let unit = run.units.first else { return false }
        let start = tokens.range(unit.tokens).start
        while place < places.count, places[place].end <= start { place += 1 }
        return place < places.count && places[place].start <= start
      }
    }
  }

  /// The sentences of a part of the briefing with the block and section each stands in.
  private func sentences(of scope: Scope) -> [TopicBuilder.Sentence] {
    let text = reader.text
    var all: [TopicBuilder.Sentence] = []
    var place = 0
    for (number, block) in structure.blocks.enumerated() where PhraseReader.speaks(block.kind) {
      if case .section(let section) = scope, section != block.section { continue }
      let tokens = text.tokens.indices(in: block.content)
      var token = tokens.lowerBound
      while token < tokens.upperBound {
        let sentence = Int(text.sentence[token])
        let end = min(tokens.upperBound, text.sentences[sentence].upperBound)
        let range = token..<max(end, token + 1)
        token = range.upperBound
        if case .places(let places) = scope {
          let start = text.tokens.range(range)
          while place < places.count, places[place].end <= start.start { place += 1 }
          guard place < places.count, places[place].start < start.end else { continue }
        }
        let words = range.count {
          text.tokens.kinds[$0] == .word || text.tokens.kinds[$0] == .number
        }
        guard words > 0 else { continue }
        all.append(
          TopicBuilder.Sentence(
            number: sentence, tokens: range, block: number, section: block.section, words: words,
            isHeading: block.kind == .heading))
      }
    }
    return all
  }
}
