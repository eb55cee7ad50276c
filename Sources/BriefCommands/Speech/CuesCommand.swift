import BriefAnalysis
import BriefScript
import BriefSource

/// Lists the words that introduce speech.
struct CuesCommand: Command {
  var query = SpeechQuery(nested: true, kinds: Set(Quote.Kind.allCases))

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "cues", .speech, "Lists the words that introduce speech, most used first.",
      discussion: """
        One row for each cue of all briefings together, in its dictionary form, with what the \
        lexicon says of it: the class of what is done with it, its strength from 1 (weak) to 3 \
        (strong), and its polarity, the stance it takes by itself toward what is spoken of: -1 \
        against, 0 none, 1 for. Direct, mixed and indirect speech count, nested speech too. Of \
        equals the one that comes first in the text is first.
        """,
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      parameters: SpeechQuery.parameters(
        \.query, omitting: ["to", "about", "cue", "sure", "include", "nested"]),
      examples: [
        Example("cues", "which words introduce speech, and how often"),
        Example("cues --by {role}", "those that the spokesperson's words are given with"),
        Example("cues | where strength == 3", "the strong ones"),
        Example("cues | group class [ n = sum(count) ] | sort n --desc", "how they share out"),
      ])
  }

  private struct Row: ManyPlaces {
    let briefing: Briefing
    let cue: Quote.Cue
    var places: [TextRange] = []
    var count = 0
    var speakers: [String] = []
    var isByHand = false
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("cue", plural: "cues", source: "cues"),
      [
        .string("cue", "its dictionary form") { $0.cue.lemma },
        .string("class", "what is done with it: neutral, denying and so on") {
          $0.cue.sense?.class.rawValue
        }.among(CueClass.self),
        .int("strength", "1 weak, 2 plain, 3 strong") { $0.cue.sense?.strength },
        .int("polarity", "its stance: -1 against, 0 none, 1 for") { $0.cue.sense?.polarity },
        .int("count", "how many statements it introduces") { $0.count },
        .strings("speakers", "whose words it introduces, in text order") { $0.speakers },
        .place("place", "the first of them") { Place($0.briefing.source, $0.cue.range) },
      ],
      place: { Place($0.briefing.source, $0.cue.range) },
      explanation: { row in
        Explanation(
          title:
            "“\(row.cue.lemma)” introduces speech \(row.count == 1 ? "once" : "\(row.count) times")",
          steps: [
            row.cue.sense.map { "The lexicon has it as \($0.inWords)." }
              ?? "The lexicon does not hold it."
          ],
          evidence: [SourceExcerpt.Mark(row.cue.range, "the first of them", role: .cue)],
          source: row.briefing.source)
      }, isByHand: { $0.isByHand })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [Row] = []
    var positions: [String: Int] = [:]
    // Quotations that one word introduces together count once.
    var counted: Set<Use> = []
    for row in try query.rows(of: input, in: context) {
      guard let cue = row.quote.cue,
        counted.insert(Use(briefing: ObjectIdentifier(row.briefing), range: cue.range)).inserted
      else { continue }
      let position = positions[cue.lemma] ?? rows.count
      if position == rows.count {
        positions[cue.lemma] = position
        rows.append(Row(briefing: row.briefing, cue: cue))
      }
      rows[position].count += 1
      if rows[position].briefing === row.briefing { rows[position].places.append(cue.range) }
      if row.quote.correction != nil { rows[position].isByHand = true }
      if let name = row.quote.speaker?.name, !rows[position].speakers.contains(name) {
        rows[position].speakers.append(name)
      }
    }
    let sorted = rows.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    return .table(Self.schema.table(sorted.map(\.element)))
  }

  /// One place where a cue stands.
  private struct Use: Hashable {
    let briefing: ObjectIdentifier
    let range: TextRange
  }
}
