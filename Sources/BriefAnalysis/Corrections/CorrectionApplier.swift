import BriefSource
import BriefText

/// Applies what persons say of quotations to what the program says of them.
struct CorrectionApplier {
  let source: Source
  let document: Document
  let structure: Structure
  let entities: Entities
  /// Whether the corrections were made for the text as it is.
  let isSameText: Bool

  /// The quotes with `corrections` applied, in the same order, and what became of each.
  ///
  /// Linear in the number of quotes and of words, times the number of corrections.
  func apply(
    _ corrections: [Correction], to quotes: inout [Quote], nested: inout [Quote]
  ) -> [AppliedCorrection] {
    let originals = quotes + nested
    var results: [AppliedCorrection] = []
    var wanted: [TextRange: [Correction]] = [:]
    for correction in corrections {
      guard let quote = quote(meantBy: correction, among: originals) else {
        results.append(
          AppliedCorrection(correction: correction, state: .stale, quote: nil, before: nil))
        continue
      }
      let (state, before) = state(of: correction.change, on: quote)
      if state == .applied { wanted[quote.range, default: []].append(correction) }
      results.append(
        AppliedCorrection(correction: correction, state: state, quote: quote, before: before))
    }
    func corrected(_ quotes: [Quote]) -> [Quote] {
      quotes.compactMap { quote in
        guard let changes = wanted[quote.range] else { return quote }
        if changes.contains(where: { $0.change == .notAQuotation }) { return nil }
        return self.quote(quote, with: changes)
      }
    }
    if !wanted.isEmpty {
      quotes = corrected(quotes)
      nested = corrected(nested)
    }
    return results
  }

  /// The quote that a correction speaks of: the one at its place, or, when the text has changed, the
  /// only one with its words.
  private func quote(meantBy correction: Correction, among quotes: [Quote]) -> Quote? {
    let fitting = quotes.filter { Correction.words(of: $0.range, in: source) == correction.words }
    if isSameText {
      return fitting.first { source.scalarRange($0.range) == correction.range }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func state(
    of change: Correction.Change, on quote: Quote
  ) -> (AppliedCorrection.State, before: String?) {
    switch change {
    case .speaker(let name):
      let before = quote.speaker?.name
      return (before == name ? .agrees : .applied, before)
    case .nobody: return (quote.speaker == nil ? .agrees : .applied, quote.speaker?.name)
    case .cue(let word):
      let before = quote.cue.map { source[$0.range] }
      if before == word { return (.agrees, before) }
      return (place(ofCue: word, near: quote.range) == nil ? .stale : .applied, before)
    case .kind(let kind):
      return (quote.kind == kind ? .agrees : .applied, quote.kind.rawValue)
    case .notAQuotation: return (.applied, quote.kind.rawValue)
    }
  }

  private func quote(_ quote: Quote, with changes: [Correction]) -> Quote {
    var (kind, speaker, cue) = (quote.kind, quote.speaker, quote.cue)
    for change in changes {
      switch change.change {
      case .speaker(let name): speaker = self.speaker(name, near: quote.range)
      case .nobody: speaker = nil
      case .cue(let word): cue = self.cue(word, near: quote.range) ?? cue
      case .kind(let given): kind = given
      case .notAQuotation: break
      }
    }
    return Quote(
      id: quote.id, range: quote.range, parts: quote.parts, statement: quote.statement, kind: kind,
      speaker: speaker, cue: cue, confidence: quote.confidence, rule: quote.rule,
      evidence: quote.evidence, unit: quote.unit, parent: quote.parent, isInBody: quote.isInBody,
      correction: Quote.HandCorrection(
        changes: changes, speaker: quote.speaker?.name, cue: quote.cue.map { source[$0.range] },
        kind: quote.kind))
  }

  /// The speaker called `name`: the entity, at its mention nearest to the quotation, or the words.
  private func speaker(_ name: String, near range: TextRange) -> Quote.Speaker {
    if let entity = entities.named(name, in: source).first {
      let mentions = entities.mentions(of: entity).map(\.range)
      return Quote.Speaker(
        mention: nearest(mentions, to: range) ?? .at(range.start), entity: entity,
        name: entities[entity].name)
    }
    let place = nearest(document.occurrences(of: name, in: source.range), to: range)
    return Quote.Speaker(mention: place ?? .at(range.start), entity: nil, name: name)
  }

  private func cue(_ word: String, near range: TextRange) -> Quote.Cue? {
    guard let place = place(ofCue: word, near: range) else { return nil }
    let lemma = Quote.Cue.lemma(of: word) ?? word.lowercased()
    return Quote.Cue(range: place, lemma: lemma, sense: Quote.Cue.sense(ofLemma: lemma))
  }

  /// The place of `word` nearest to the quotation in its block, or in the one before it.
  func place(ofCue word: String, near range: TextRange) -> TextRange? {
    guard let block = structure.block(at: range.start) else { return nil }
    for number in [block, block - 1] where structure.blocks.indices.contains(number) {
      let places = document.occurrences(of: word, in: structure.blocks[number].range)
      if let place = nearest(places, to: range) { return place }
    }
    return nil
  }

  private func nearest(_ places: [TextRange], to range: TextRange) -> TextRange? {
    func distance(_ place: TextRange) -> Int {
      place.start >= range.end ? place.start - range.end : max(0, range.start - place.end)
    }
    return places.enumerated().min {
      (distance($0.element), $0.offset) < (distance($1.element), $1.offset)
    }?.element
  }
}

extension Document {
  /// Where the words of `phrase` stand one after the other in `range`, in any case.
  ///
  /// Linear in the number of tokens there, times that of the words.
  public func occurrences(of phrase: String, in range: TextRange) -> [TextRange] {
    let wanted = Document(Source(name: "", text: phrase))
    let words = (0..<wanted.tokens.count).map { wanted.lower($0) }
    let tokens = self.tokens.indices(in: range)
    guard !words.isEmpty, tokens.count >= words.count else { return [] }
    return (tokens.lowerBound...(tokens.upperBound - words.count)).compactMap { first in
      let isThere = words.indices.allSatisfy { lower(first + $0) == words[$0] }
      return isThere ? self.tokens.range(first..<(first + words.count)) : nil
    }
  }
}

extension Quote.Cue {
  /// What is done with the cue of this dictionary form; `nil` for one the lexicon does not hold.
  ///
  /// Linear in the size of the lexicon.
  public static func sense(ofLemma lemma: String) -> CueSense? {
    CueLexicon.shared.entries.first { $0.lemma == lemma }?.sense
  }
}
