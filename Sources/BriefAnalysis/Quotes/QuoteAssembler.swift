import BriefSource
import BriefText

/// Makes the quotes that are handed out from the stretches and their attributions.
struct QuoteAssembler {
  let text: QuoteText
  let attributor: QuoteAttributor

  init(_ text: QuoteText, _ attributor: QuoteAttributor) {
    self.text = text
    self.attributor = attributor
  }

  /// The quotes in text order.
  mutating func quotes() -> [Quote] {
    var quotes: [Quote] = []
    for (index, stretch) in text.stretches.enumerated() {
      let attribution = attributor.attributions[index]
      let rule = attribution?.rule ?? .unattributed
      let kind = text.structure.blocks[stretch.block].kind
      quotes.append(
        Quote(
          id: quotes.count, range: stretch.range, parts: [stretch.range], kind: .direct,
          speaker: speaker(attribution), cue: cue(attribution),
          confidence: Confidence(rule.precision), rule: rule, evidence: [], unit: quotes.count,
          isInBody: kind != .heading && kind != .headline && kind != .keyPoint))
    }
    return quotes
  }

  private func speaker(_ attribution: Attribution?) -> Quote.Speaker? {
    guard let tokens = attribution?.speaker else { return nil }
    let range = text.tokens.range(tokens)
    let mention = text.entities.mention(holding: tokens.upperBound - 1)
    let name = mention.map { text.entities[$0.entity].name } ?? text.source[range]
    return Quote.Speaker(mention: range, entity: mention?.entity, name: name)
  }

  private func cue(_ attribution: Attribution?) -> Quote.Cue? {
    guard let tokens = attribution?.cue, let attribution else { return nil }
    let range = text.tokens.range(tokens)
    let lemma =
      attribution.entry >= 0 ? CueLexicon.shared.entries[attribution.entry].lemma : text.source[range]
    return Quote.Cue(range: range, lemma: lemma)
  }
}
