import BriefAnalysis
import BriefScript
import BriefSource

/// Lists all that is said: quoted, partly quoted and reported.
struct StatementsCommand: Command {
  var query = SpeechQuery(kinds: Set(Quote.Kind.allCases), looksAtStatement: true)
  var sentences: Int?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "statements", .speech,
      "Lists all that somebody is said to say, think or write, in text order.",
      discussion: """
        One row for each statement, whether it is given in marks (direct), in part (mixed) or \
        without (indirect). Where only words of it stand in marks the whole clause is given, and \
        several quotations in one clause make one row. The flags are those of quotes; --about \
        looks at the whole statement.
        """,
      input: .rows(.briefing),
      output: .table(schema().type, with: ["context": schema(sentences: 1).type]),
      parameters: SpeechQuery.parameters(\.query) + [
        .flag(
          "context", \.sentences, "so many sentences before and behind, in a column",
          within: 0...100),
        .flag("all", \.query.all, "key points too"),
      ],
      examples: [
        Example("statements", "all that is said, and by whom"),
        Example("statements --kind indirect", "what is reported without marks"),
        Example("statements --class demanding", "who demands what"),
        Example("statements --to reporters", "what reporters were told"),
        Example("statements | count by speaker, class", "what each speaker does with words"),
      ])
  }

  static func schema(sentences: Int? = nil) -> TableSchema<QuoteRow> {
    var columns: [TableSchema<QuoteRow>.Column] = [
      .text("speaker", "who speaks") { $0.speaker },
      .text("cue", "the word that introduces it") { row in
        row.quote.cue.map { .excerpt(row.briefing.source, $0.range) }
      },
      .string("class", "what is done with the cue: neutral, denying and so on") {
        $0.quote.cue?.sense?.class.rawValue
      }.among(CueClass.self).asDetail,
      .string("kind", "direct, mixed or indirect") { $0.quote.kind.rawValue }
        .among(Quote.Kind.self),
      .text("statement", "the whole of what is said") { $0.statement },
      .int("words", "how many words it has") { row in
        row.quote.statement.reduce(0) { $0 + row.briefing.wordCount(in: $1) }
      }.asDetail,
      .number("sure", "how sure the speaker is, 0 to 1") { $0.sure },
      .string("to", "whom it is said to, where the cue names them") {
        $0.addressee?.name
      }.asDetail,
      .text("section", "the section it stands in") {
        $0.briefing.sectionName(at: $0.quote.range.start)
      }.asDetail,
      .briefing { $0.briefing },
      .place("place", "where it stands") { $0.place },
    ]
    if let sentences { columns.append(QuoteRows.context(sentences)) }
    return TableSchema(
      RowKind("statement", plural: "statements", source: "statements"), columns,
      place: { $0.place }, explanation: QuoteRows.explanation,
      isByHand: { $0.quote.correction != nil })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [QuoteRow] = []
    for row in try query.rows(of: input, in: context) {
      // Two quotations in one clause are one statement.
      if let last = rows.last, last.briefing === row.briefing,
        last.quote.statement == row.quote.statement
      {
        continue
      }
      rows.append(row)
    }
    return .table(Self.schema(sentences: sentences).table(rows))
  }
}
