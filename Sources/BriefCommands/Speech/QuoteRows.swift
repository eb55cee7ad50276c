import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

/// A quote and the briefing it stands in.
struct QuoteRow {
  let briefing: Briefing
  let quote: Quote

  var place: Place { Place(briefing.source, quote.range) }

  /// How sure the program is; nothing where a person has corrected it.
  var sure: Double? { quote.correction == nil ? quote.confidence.value : nil }

  /// The mention of the speaker, or the name when the mention is a pronoun or another name.
  var speaker: Text? {
    guard let speaker = quote.speaker else { return nil }
    return Text(speaker.name)
  }

  /// The role that the text gives the speaker.
  var role: Text? {
    guard let entity = quote.speaker?.entity, let role = briefing.entities[entity].role else {
      return nil
    }
    return .excerpt(briefing.source, role)
  }
}

extension QuoteRow {
  /// Whom it is said to.
  var addressee: Addressee? { briefing.addressee(of: quote) }

  /// The whole of what is attributed; pieces that stand apart are joined by an ellipsis.
  var statement: Text {
    guard quote.statement.count > 1 else {
      return .excerpt(briefing.source, quote.statement.first ?? quote.range)
    }
    return Text(quote.statement.map { briefing.source[$0] }.joined(separator: " … "))
  }

  /// The sentences it stands in with `count` more on either side, up to the next heading.
  func context(_ count: Int) -> Text? {
    let document = briefing.document
    let tokens = document.tokens.indices(in: quote.range)
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let sentences = document.sentences
    var from = sentences.index(holding: first)
    var to = sentences.index(holding: last)
    var left = count
    while left > 0, from > 0, goesOn(into: from - 1) {
      from -= 1
      left -= 1
    }
    left = count
    while left > 0, to + 1 < sentences.count, goesOn(into: to + 1) {
      to += 1
      left -= 1
    }
    return .excerpt(
      briefing.source,
      document.tokens.range(sentences[from].lowerBound..<sentences[to].upperBound))
  }

  /// Whether the sentence numbered `number` is running text, and no heading or byline.
  private func goesOn(into number: Int) -> Bool {
    let start = briefing.document.tokens.range(briefing.document.sentences[number]).start
    guard let block = briefing.structure.block(at: start) else { return true }
    switch briefing.structure.blocks[block].kind {
    case .headline, .heading, .keyPointsLabel, .byline, .furniture: return false
    default: return true
    }
  }
}

extension RowKind {
  /// Rows that stand for quotations.
  static let quote = RowKind("quote", plural: "quotes", source: "quotes")
}

/// How quotes become rows.
enum QuoteRows {
  /// The columns of `quotes`; with `sentences` a last one for so many of them before and behind.
  static func schema(sentences: Int? = nil) -> TableSchema<QuoteRow> {
    TableSchema(
      .quote, columns + (sentences.map { [context($0)] } ?? []), place: { $0.place },
      explanation: explanation, isByHand: { $0.quote.correction != nil })
  }

  /// A column of the sentences around.
  static func context(_ sentences: Int) -> TableSchema<QuoteRow>.Column {
    .text("context", "the sentences around it; with --context") { $0.context(sentences) }
  }

  private static var columns: [TableSchema<QuoteRow>.Column] {
    [
      .text("quote", "the words, with their marks") {
        .excerpt($0.briefing.source, $0.quote.range)
      },
      .text("speaker", "who speaks") { $0.speaker },
      .text("cue", "the word that introduces it") { row in
        row.quote.cue.map { .excerpt(row.briefing.source, $0.range) }
      },
      .string("kind", "direct, mixed or indirect") { $0.quote.kind.rawValue }
        .among(Quote.Kind.self).asDetail,
      .int("words", "how many words it has") { row in
        row.quote.parts.reduce(0) { $0 + row.briefing.wordCount(in: $1) }
      },
      .number("sure", "how sure the speaker is, 0 to 1") { $0.sure }.asDetail,
      .string("class", "what is done with the cue: neutral, denying and so on") {
        $0.quote.cue?.sense?.class.rawValue
      }.among(CueClass.self).asDetail,
      .string("to", "whom it is said to, where the cue names them") {
        $0.addressee?.name
      }.asDetail,
      .text("section", "the section it stands in") {
        $0.briefing.sectionName(at: $0.quote.range.start)
      }.asDetail,
      .briefing { $0.briefing },
      .place("place", "where it stands") { $0.place },
    ]
  }

  static func explanation(_ row: QuoteRow) -> Explanation {
    let quote = row.quote
    if let correction = quote.correction { return explanation(row, correction) }
    var steps = [quote.rule.explanation]
    if let speaker = quote.speaker {
      let mention = row.briefing.source[speaker.mention]
      if mention == speaker.name {
        steps.append("The speaker is “\(mention)”.")
      } else {
        steps.append("The text says “\(mention)”, which means \(speaker.name).")
        if let token = row.briefing.token(at: speaker.mention.start),
          let resolved = row.briefing.entities.mention(holding: token)
        {
          steps.append("Why: \(resolved.reason).")
        }
      }
    }
    if quote.unit != quote.id {
      steps.append("It continues the quotation that begins before it, by the same speaker.")
    }
    if let cue = quote.cue, let sense = cue.sense {
      steps.append("The cue “\(cue.lemma)” is \(sense.inWords).")
    }
    steps.append("Confidence \(quote.confidence.value); rule \(quote.rule.rawValue).")
    let title =
      quote.speaker.map { "\($0.name) is given as the speaker" } ?? "No speaker is given"
    return Explanation(
      title: title, steps: steps,
      evidence: [SourceExcerpt.Mark(quote.range, "the quotation", role: .quote)]
        + quote.evidence.map { SourceExcerpt.Mark($0.range, $0.message, role: .cue) },
      source: row.briefing.source)
  }

  /// Who corrected what the program had said.
  private static func explanation(
    _ row: QuoteRow, _ correction: Quote.HandCorrection
  ) -> Explanation {
    var steps = correction.changes.map { change in
      let who = change.author ?? "A person"
      let program =
        switch change.change {
        case .speaker, .nobody: correction.speaker ?? "no speaker"
        case .cue: correction.cue.map { "“\($0)”" } ?? "no cue"
        case .kind: correction.kind.rawValue
        case .notAQuotation: "a quotation"
        }
      return "\(who) corrected the \(change.change.field): the program gives \(program)."
    }
    if let cue = row.quote.cue, let sense = cue.sense {
      steps.append("The cue “\(cue.lemma)” is \(sense.inWords).")
    }
    steps.append("fixes lists the corrections, and why there gives the program's own reasons.")
    let title =
      row.quote.speaker.map { "\($0.name) is given as the speaker, corrected by hand" }
      ?? "No speaker is given, corrected by hand"
    var evidence = [SourceExcerpt.Mark(row.quote.range, "the quotation", role: .quote)]
    if let cue = row.quote.cue {
      evidence.append(SourceExcerpt.Mark(cue.range, "the cue", role: .cue))
    }
    return Explanation(title: title, steps: steps, evidence: evidence, source: row.briefing.source)
  }
}

extension CueSense {
  /// Its class, strength and stance in a few words: "denying, strong, against what is spoken of".
  var inWords: String {
    let force = ["weak", "plain", "strong"][strength - 1]
    switch polarity {
    case ..<0: return "\(`class`.rawValue), \(force), against what is spoken of"
    case 0 where `class` == .neutral: return `class`.rawValue
    case 0: return "\(`class`.rawValue), \(force)"
    default: return "\(`class`.rawValue), \(force), for what is spoken of"
    }
  }
}

extension Briefing {
  /// The token that holds the byte at `offset`, or `nil` after the last one.
  func token(at offset: Int) -> Int? {
    let index = document.tokens.index(at: offset)
    return index < document.tokens.count ? index : nil
  }
}
