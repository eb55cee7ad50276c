import BriefAnalysis
import BriefScript
import BriefSource

/// A keyphrase and the briefing it was found in.
struct KeyphraseRow {
  let briefing: Briefing
  let rank: Int
  let phrase: Keyphrase

  var place: Place? { phrase.places.first.map { Place(briefing.source, $0) } }
}

/// How keyphrases become rows.
enum KeyphraseRows {
  /// The columns of `keywords`.
  static var schema: TableSchema<KeyphraseRow> {
    TableSchema(
      RowKind("keyword", plural: "keywords", source: "keywords"),
      [
        .int("rank", "its rank in the briefing or section, from 1") { $0.rank }.asDetail,
        .string("keyword", "the phrase") { $0.phrase.text },
        .number("score", "its weight; the best has 1") { $0.phrase.score },
        .int("count", "how often it occurs") { $0.phrase.measure.count },
        .int("sections", "in how many sections") { $0.phrase.measure.sections },
        .briefing { $0.briefing },
        .place("place", "where it first occurs") { $0.place },
      ],
      place: { $0.place },
      explanation: { row in
        Explanation(
          title: "“\(row.phrase.text)” has score \(row.phrase.score)",
          steps: [capitalised(reason(row.phrase)) + "."],
          evidence: row.phrase.places.prefix(5).map { SourceExcerpt.Mark($0, "", role: .note) },
          source: row.briefing.source)
      })
  }

  /// What made the score of `phrase`, in one clause.
  static func reason(_ phrase: Keyphrase) -> String {
    let measure = phrase.measure
    var parts = [
      measure.count == 1 ? "it occurs once" : "it occurs \(measure.count) times",
      measure.position == 0
        ? "right at the beginning" : "first behind \(measure.position) words of weight",
    ]
    if measure.isInHeading { parts.append("in a heading or key point") }
    if measure.sections > 1 { parts.append("in \(measure.sections) sections") }
    let passages = measure.passages == 0 ? "none" : "\(measure.passages)"
    return parts.joined(separator: ", ")
      + "; its rarest word stands in \(passages) of \(Keyphrase.Measure.allPassages) passages of "
      + "the background"
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
