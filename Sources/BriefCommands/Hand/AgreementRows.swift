import BriefAnalysis
import BriefScript
import BriefSource

/// One figure of agreement.
struct AgreementFigure {
  let measure: String
  let value: Double?
  /// How many things it is reckoned from.
  let count: Int
  let meaning: String

  /// The columns of `agree`.
  static var schema: TableSchema<AgreementFigure> {
    TableSchema(
      RowKind("measure", plural: "measures"),
      [
        .string("measure", "what is measured") { $0.measure },
        .number("value", "the figure, to three decimals; missing where it is undefined") {
          $0.value.map { ($0 * 1000).rounded() / 1000 }
        },
        .int("n", "how many words, quotations or pairs it is reckoned from") { $0.count },
        .string("note", "what it says, or why it is undefined") { $0.meaning },
      ])
  }

  /// All figures of an agreement.
  static func figures(of agreement: Agreement) -> [AgreementFigure] {
    let common = agreement.common
    let (first, second) = (agreement.firstCount, agreement.secondCount)
    let exact = common.count { $0.isExact }
    var figures = [
      AgreementFigure(
        measure: "words: agreement", value: agreement.words.observed, count: agreement.words.count,
        meaning: "share of words that both have inside a quotation, or both outside"),
      kappa("words: kappa", agreement.words, "beyond chance, inside a quotation or not"),
    ]
    for (name, found) in [("exact", exact), ("overlap", common.count)] {
      let precision = share(found, second)
      let recall = share(found, first)
      figures += [
        AgreementFigure(
          measure: "\(name): precision", value: precision, count: second,
          meaning: note(precision, "of B's quotations that A has too", "B has none")),
        AgreementFigure(
          measure: "\(name): recall", value: recall, count: first,
          meaning: note(recall, "of A's quotations that B has too", "A has none")),
        AgreementFigure(
          measure: "\(name): F1", value: share(2 * found, first + second), count: first + second,
          meaning: note(share(found, first + second), "their harmonic mean", "neither has any")),
      ]
    }
    let kinds = common.count { $0.first?.kind == $0.second?.kind }
    let speakers = common.count { $0.isSameSpeaker }
    let none = "no quotation is in both"
    figures += [
      AgreementFigure(
        measure: "kind: agreement", value: share(kinds, common.count), count: common.count,
        meaning: note(
          share(kinds, common.count), "direct, mixed or indirect, of those in both", none)),
      AgreementFigure(
        measure: "speaker: accuracy", value: share(speakers, common.count), count: common.count,
        meaning: note(share(speakers, common.count), "the same speaker, of those in both", none)),
      kappa("speaker: kappa", agreement.speakers, "beyond chance, who speaks"),
    ]
    return figures
  }

  private static func kappa(
    _ measure: String, _ kappa: CohenKappa, _ meaning: String
  ) -> AgreementFigure {
    let reason = kappa.count == 0 ? "there is nothing to compare" : "both give one label to all"
    return AgreementFigure(
      measure: measure, value: kappa.value, count: kappa.count,
      meaning: note(kappa.value, meaning, reason))
  }

  private static func note(_ value: Double?, _ meaning: String, _ reason: String) -> String {
    value == nil ? "undefined: \(reason)" : meaning
  }

  private static func share(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}

/// A place at which two annotators differ.
struct Disagreement {
  let briefing: Briefing
  let pair: Agreement.Pair
  /// In what they differ.
  let what: String
  let first: String?
  let second: String?

  var range: TextRange { (pair.first ?? pair.second)?.range ?? .at(0) }

  /// The columns of `agree --differences`.
  static var schema: TableSchema<Disagreement> {
    TableSchema(
      RowKind("difference", plural: "differences"),
      [
        .string("what", "in what they differ") { $0.what }
          .among(["only A", "only B", "extent", "kind", "speaker"]),
        .text("words", "the words of the quotation") { .excerpt($0.briefing.source, $0.range) },
        .string("a", "what A has") { $0.first },
        .string("b", "what B has") { $0.second },
        .briefing { $0.briefing },
        .place("place", "where it stands") { Place($0.briefing.source, $0.range) },
      ],
      place: { Place($0.briefing.source, $0.range) }, explanation: explanation)
  }

  /// Every difference, those of one quotation one after the other.
  static func all(of agreement: Agreement, in briefing: Briefing) -> [Disagreement] {
    func words(_ quotation: MarkedQuotation) -> String {
      quotation.parts.map { QuizBuilder.line(briefing.source[$0]) }.joined(separator: " … ")
    }
    func facts(_ quotation: MarkedQuotation) -> String {
      "\(quotation.kind.rawValue), by \(quotation.speaker ?? "nobody named")"
    }
    return agreement.pairs.flatMap { pair -> [Disagreement] in
      func row(_ what: String, _ first: String?, _ second: String?) -> Disagreement {
        Disagreement(briefing: briefing, pair: pair, what: what, first: first, second: second)
      }
      guard let first = pair.first else {
        return [row("only B", nil, pair.second.map(facts))]
      }
      guard let second = pair.second else { return [row("only A", facts(first), nil)] }
      var rows: [Disagreement] = []
      if !pair.isExact { rows.append(row("extent", words(first), words(second))) }
      if first.kind != second.kind {
        rows.append(row("kind", first.kind.rawValue, second.kind.rawValue))
      }
      if !pair.isSameSpeaker {
        rows.append(row("speaker", first.speaker ?? "nobody", second.speaker ?? "nobody"))
      }
      return rows
    }
  }

  private static func explanation(_ row: Disagreement) -> Explanation? {
    let sides =
      "A: \(row.first ?? "no quotation here"); B: \(row.second ?? "no quotation here")."
    let quotes = [row.pair.first?.quote, row.pair.second?.quote].compactMap { $0 }
    if let quote = quotes.first {
      let program = QuoteRows.explanation(QuoteRow(briefing: row.briefing, quote: quote))
      return Explanation(
        title: "They differ (\(row.what)). The program: \(program.title)",
        steps: [sides] + program.steps, evidence: program.evidence, source: program.source)
    }
    // The program found nothing here, or was not asked.
    let near = row.briefing.quotes.first { $0.range.overlaps(row.range) }
    let program = near.map {
      "The program has here: \($0.kind.rawValue), by \($0.speaker?.name ?? "nobody named"), rule "
        + "\($0.rule.rawValue)."
    }
    return Explanation(
      title: "They differ (\(row.what))",
      steps: [sides, program ?? "The program finds no quotation here: no rule of its fits."],
      evidence: [SourceExcerpt.Mark(row.range, "the words", role: .quote)],
      source: row.briefing.source)
  }
}
