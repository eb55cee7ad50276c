import BriefAnalysis
import BriefScript
import BriefSource

/// A correction, and the briefing it is of.
struct FixRow {
  let briefing: Briefing
  let applied: AppliedCorrection
  /// Its position among the corrections of the briefing.
  let position: Int

  /// Where the quotation stands; the beginning of the text when it fits none.
  var place: Place { Place(briefing.source, applied.quote?.range ?? .at(0)) }

  /// The corrections of `briefings` in their order.
  static func rows(of briefings: [Briefing]) -> [FixRow] {
    briefings.flatMap { briefing in
      briefing.appliedCorrections.enumerated().map {
        FixRow(briefing: briefing, applied: $0.element, position: $0.offset)
      }
    }
  }
}

/// How corrections become rows.
enum FixRows {
  /// The columns of `fixes`.
  static var schema: TableSchema<FixRow> {
    TableSchema(
      RowKind("fix", plural: "fixes", source: "fixes"),
      [
        .string("quote", "the words of the quotation") { $0.applied.correction.words },
        .string("what", "what is corrected: speaker, cue, kind or not-a-quote") {
          $0.applied.correction.change.field
        }.among(["speaker", "cue", "kind", "not-a-quote"]),
        .string("program", "what the program says; missing for nothing") { $0.applied.before },
        .string("hand", "what the person says; missing for nothing") { row in
          let value = row.applied.correction.change.value
          return value.isEmpty ? nil : value
        },
        .string("state", "applied, agrees (the program says the same now) or stale") {
          $0.applied.state.rawValue
        }.among(AppliedCorrection.State.self),
        .string("by", "who corrected it, when it was said") { $0.applied.correction.author }
          .asDetail,
        .briefing { $0.briefing },
        .place("place", "where the quotation stands") { $0.place },
      ],
      place: { $0.place }, explanation: explanation, isByHand: { $0.applied.state == .applied })
  }

  private static func explanation(_ row: FixRow) -> Explanation? {
    guard let quote = row.applied.quote else {
      return Explanation(
        title: "The correction fits no quotation of this text",
        steps: [
          "The text, or what the program finds in it, has changed since the correction was made.",
          "`fix --undo` with its number in fixes takes it out.",
        ])
    }
    let program = QuoteRows.explanation(QuoteRow(briefing: row.briefing, quote: quote))
    return Explanation(
      title: "The program by itself: \(program.title)", steps: program.steps,
      evidence: program.evidence, source: program.source)
  }
}
