import BriefAnalysis
import BriefCorpus
import BriefScript
import BriefSource
import BriefText

/// The places in a briefing where something occurs.
struct Occurrences {
  /// What was looked for, as it is shown.
  let term: String
  /// The briefing.
  let briefing: Briefing
  /// The places, in text order.
  let places: [TextRange]

  /// What can be looked for.
  enum Target {
    /// A word or phrase, in any case.
    case words(String, Concordance)
    /// An entity under any of its names, and where a noun or pronoun means it.
    case entity(String)
    /// What somebody is quoted with.
    case speaker(String)

    /// How it is shown.
    var name: String {
      switch self {
      case .words(let words, _): "“\(words)”"
      case .entity(let name): name
      case .speaker(let name): "quoted: \(name)"
      }
    }
  }

  /// Looks for `target`; `isKnown` is set when its name is one of the briefing's.
  init(of target: Target, in briefing: Briefing, isKnown: inout Bool) {
    self.briefing = briefing
    term = target.name
    switch target {
    case .words(_, let concordance):
      places = concordance.lines(in: briefing).map(\.match)
      isKnown = true
    case .entity(let name):
      let query = SpeakerQuery(name, in: briefing)
      isKnown = isKnown || query.isKnown
      places = (briefing.entities.mentions + briefing.entities.enclosing)
        .filter { query.matches($0.entity) }.map(\.range).sorted()
    case .speaker(let name):
      let query = SpeakerQuery(name, in: briefing)
      let quotes = briefing.quotes.filter { $0.kind != .indirect && query.matches($0.speaker) }
      isKnown = isKnown || query.isKnown || !quotes.isEmpty
      places = quotes.map(\.range).sorted()
    }
  }

  /// The first place.
  var place: Place? { places.first.map { Place(briefing.source, $0) } }

  /// How often it occurs in 1,000 words; `nil` for a briefing without words.
  var rate: Double? {
    let words = briefing.wordCount
    return words > 0 ? Double(places.count) * 1000 / Double(words) : nil
  }

  /// Where each place begins and ends, as shares of the whole from 0 to 1, by tokens.
  var shares: [(start: Double, end: Double)] {
    let tokens = briefing.document.tokens
    let count = Double(max(1, tokens.count))
    return places.map { place in
      let indices = tokens.indices(in: place)
      return (
        Double(indices.lowerBound) / count,
        Double(max(indices.lowerBound, indices.upperBound - 1)) / count
      )
    }
  }

  /// How often it begins in each of ten equally long stretches, and their lengths in tokens.
  var tenths: (counts: [Int], sizes: [Int]) {
    let count = briefing.document.tokens.count
    var counts = Array(repeating: 0, count: 10)
    for place in places {
      let token = briefing.document.tokens.index(at: place.start)
      // The tenth that ``sizes`` puts the token in.
      let tenth = (0..<10).first { token < ($0 + 1) * count / 10 } ?? 9
      counts[tenth] += 1
    }
    return (counts, (0..<10).map { ($0 + 1) * count / 10 - $0 * count / 10 })
  }
}

extension [Occurrences] {
  /// How evenly one term is spread over its briefings, or over the tenths of its only one.
  var dispersion: Dispersion {
    if count == 1, let tenths = first?.tenths {
      return Dispersion(counts: tenths.counts, sizes: tenths.sizes)
    }
    return Dispersion(counts: map(\.places.count), sizes: map(\.briefing.wordCount))
  }
}
