import BriefAnalysis
import BriefScript
import BriefSource

/// Lists the subjects of the news industry's scheme that briefings belong to.
struct SubjectsCommand: Command {
  var sure: Double?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "subjects", .content, "Lists the subjects of the news that the briefing belongs to.",
      discussion: """
        The subjects are those of the two upper levels of IPTC Media Topics, the scheme in which \
        news agencies file their stories: up to three at the top, each followed by those below it. \
        They are found by words and phrases that lead to them; sure is the chance that a subject is \
        the first one of the text. None is given where the words do not decide.
        """,
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      parameters: [
        .flag("sure", \.sure, "the least confidence, 0 to 1", within: 0...1)
      ],
      examples: [
        Example("subjects", "where a news desk would file it"),
        Example("subjects | why 1", "the words that led there"),
      ])
  }

  private struct Row {
    let briefing: Briefing
    let subject: Subject

    var place: Place? {
      subject.words.first?.places.first.map { Place(briefing.source, $0) }
    }
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("subject", plural: "subjects", source: "subjects"),
      [
        .string("code", "its code in IPTC Media Topics") { $0.subject.code },
        .string("subject", "its name there") { $0.subject.name },
        .string("parent", "the code of the subject above it; missing at the top") {
          $0.subject.parent
        }.asDetail,
        .number("sure", "how sure it is, 0 to 1") { $0.subject.confidence.value },
        .strings("words", "up to three words that lead there, the weightiest first") { row in
          row.subject.words.prefix(3).map { word in
            word.places.count > 1 ? "\(word.text) (\(word.places.count))" : word.text
          }
        },
        .briefing { $0.briefing },
        .place("place", "where the first of these words stands") { $0.place }.asDetail,
      ],
      place: { $0.place }, explanation: explanation)
  }

  private static func explanation(_ row: Row) -> Explanation {
    let subject = row.subject
    let steps = subject.words.prefix(8).map { word in
      "“\(word.text)” weighs \(word.weight)"
        + (word.places.count > 1 ? "; it occurs \(word.places.count) times." : ".")
    }
    let rest = subject.words.count - steps.count
    return Explanation(
      title: "\(subject.name) has confidence \(subject.confidence.value)",
      steps: steps + (rest > 0 ? ["\(rest) more words lead there."] : []),
      evidence: subject.words.prefix(4).compactMap { word in
        word.places.first.map { SourceExcerpt.Mark($0, word.text, role: .note) }
      }.sorted { $0.range.start < $1.range.start },
      source: row.briefing.source)
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [Row] = []
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      rows += briefing.subjects.filter { $0.confidence.value >= sure ?? 0 }
        .map { Row(briefing: briefing, subject: $0) }
    }
    return .table(Self.schema.table(rows))
  }
}
