import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

/// Lists the tokens of briefings.
struct TokensCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "tokens", .reading, "Lists the tokens in text order, split as Universal Dependencies does.",
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      examples: [
        Example("tokens | take 10", "the first ten tokens"),
        Example(
          "tokens | where kind == \"word\" | count by lower | take 10", "the commonest words"),
      ])
  }

  private struct Row {
    let briefing: Briefing
    let index: Int
    var range: TextRange { briefing.document.tokens.range(index) }
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("token", plural: "tokens"),
      [
        .text("token", "its characters") { .excerpt($0.briefing.source, $0.range) },
        .string("lower", "the same without case") { $0.briefing.document.lower($0.index) },
        .string("kind", "word, number, punctuation, mark or symbol") {
          $0.briefing.document.tokens.kinds[$0.index].name
        },
        .int("sentence", "the number of its sentence, from 1") {
          $0.briefing.document.sentences.index(holding: $0.index) + 1
        },
        .place("place", "where it stands") { Place($0.briefing.source, $0.range) },
      ],
      place: { Place($0.briefing.source, $0.range) })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [Row] = []
    for briefing in input.briefings {
      try context.checkInterruption()
      for index in 0..<briefing.document.tokens.count {
        rows.append(Row(briefing: briefing, index: index))
      }
    }
    return .table(Self.schema.table(rows))
  }
}

extension TokenKind {
  /// The word for it in tables.
  var name: String {
    switch self {
    case .word: "word"
    case .number: "number"
    case .punctuation: "punctuation"
    case .quotationMark: "mark"
    case .symbol: "symbol"
    }
  }
}
