import BriefAnalysis
import BriefScript
import BriefSource

/// Lists who is quoted, and how much.
struct SpeakersCommand: Command {
  var all = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "speakers", .speech, "Lists who is quoted, with how many quotations and words.",
      discussion: """
        One row for each speaker of each briefing, most quotations first; of equals the one who \
        speaks first. The institution is the organisation or state that the role of a person \
        names. Only quotations in the body count, and only words inside quotation marks unless \
        --all is given; what a speaker says that another said is the speaker's.
        """,
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      parameters: [.flag("all", \.all, "count indirect speech and key points too")],
      examples: [
        Example("speakers", "who speaks how much"),
        Example("speakers | where quotes > 1 | select speaker, words", "those quoted repeatedly"),
      ])
  }

  private struct Row: ManyPlaces {
    let briefing: Briefing
    let name: String
    let entity: EntityID?
    var quotes = 0
    var words = 0
    var total = 0
    var isByHand = false
    let first: TextRange
    /// What is quoted.
    var places: [TextRange] = []

    /// The organisation or state that a person speaks for.
    let institution: String?
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("speaker", plural: "speakers", source: "speakers"),
      [
        .string("speaker", "the name") { $0.name },
        .text("role", "the role the text gives") { row in
          guard let entity = row.entity, let role = row.briefing.entities[entity].role else {
            return nil
          }
          return .excerpt(row.briefing.source, role)
        },
        .string("institution", "whom the role says they speak for") { row in
          row.institution
        }.asDetail,
        .int("quotes", "how many quotations") { $0.quotes },
        .int("words", "how many words are quoted") { $0.words },
        .number("share", "share of all quoted words of the briefing, 0 to 1") { row in
          row.total == 0 ? nil : (Double(row.words) / Double(row.total) * 1000).rounded() / 1000
        }.asDetail,
        .briefing { $0.briefing },
        .place("place", "the first mention as speaker") { Place($0.briefing.source, $0.first) },
      ],
      place: { Place($0.briefing.source, $0.first) }, isByHand: { $0.isByHand })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [Row] = []
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      rows += speakers(of: briefing)
    }
    return .table(Self.schema.table(rows))
  }

  private func speakers(of briefing: Briefing) -> [Row] {
    enum Key: Hashable {
      case entity(EntityID)
      case words(String)
    }
    var rows: [Row] = []
    var positions: [Key: Int] = [:]
    var total = 0
    let quotes = briefing.quotes
    let outer = quotes.enclosingQuotes()
    for (number, quote) in quotes.enumerated()
    where outer[number] == nil && (all || quote.isInBody && quote.kind != .indirect) {
      let words = quote.parts.reduce(0) { $0 + briefing.wordCount(in: $1) }
      total += words
      guard let speaker = quote.speaker else { continue }
      let key = speaker.entity.map(Key.entity) ?? .words(speaker.name.lowercased())
      let position: Int
      if let known = positions[key] {
        position = known
      } else {
        position = rows.count
        positions[key] = position
        rows.append(
          Row(
            briefing: briefing, name: speaker.name, entity: speaker.entity, first: speaker.mention,
            institution: briefing.entities.institution(of: speaker, in: briefing.source)
              .map { briefing.entities[$0].name }))
      }
      rows[position].quotes += 1
      rows[position].places.append(quote.range)
      rows[position].words += words
      if quote.correction != nil { rows[position].isByHand = true }
    }
    for index in rows.indices { rows[index].total = total }
    return rows.enumerated().sorted {
      ($1.element.quotes, $0.offset) < ($0.element.quotes, $1.offset)
    }.map(\.element)
  }
}
