import BriefAnalysis
import BriefCorpus
import BriefSource

/// What a user means by `--about`: an entity by any of its names, or a word or phrase.
struct SubjectQuery {
  private let ranges: [TextRange]

  /// Finds every place where `query` is spoken of in `briefing`: mentions of the entities that go
  /// by that name, and the words themselves, unless they are part of the name of another entity.
  init(_ query: String, in briefing: Briefing) {
    let entities = briefing.entities
    let meant = Set(entities.named(query, in: briefing.source))
    var ranges = meant.sorted().flatMap { id in
      entities.mentions(of: id).map(\.range)
    }
    if let concordance = Concordance(query, context: 0) {
      ranges += concordance.lines(in: briefing).map(\.match).filter { match in
        guard !meant.isEmpty, let token = briefing.token(at: match.start),
          let mention = entities.mention(holding: token)
        else { return true }
        return meant.contains(mention.entity)
      }
    }
    self.ranges = ranges.sorted()
  }

  /// Whether any of `parts` speaks of it. Logarithmic in the number of places.
  func matches(_ parts: [TextRange]) -> Bool {
    parts.contains { part in
      var low = 0
      var high = ranges.count
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].start < part.start { low = middle + 1 } else { high = middle }
      }
      return low < ranges.count && part.contains(ranges[low])
    }
  }
}
