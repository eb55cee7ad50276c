import BriefAnalysis
import BriefSource

/// What stands behind a row that is about several places of one text.
protocol ManyPlaces {
  /// The places, in text order.
  var places: [TextRange] { get }
}

extension EntityRow: ManyPlaces {
  var places: [TextRange] { briefing.entities.mentions(of: entity.id).map(\.range) }
}

extension TopicRow: ManyPlaces {
  var places: [TextRange] { Set(topic.phrases.flatMap(\.places)).sorted() }
}

extension KeyphraseRow: ManyPlaces {
  var places: [TextRange] { phrase.places }
}

extension Occurrences: ManyPlaces {}
