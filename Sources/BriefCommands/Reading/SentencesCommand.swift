import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

/// Lists the sentences of briefings.
struct SentencesCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "sentences", .reading, "Lists the sentences in text order.",
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      examples: [
        Example("sentences | sort words --desc | take 3", "the three longest sentences"),
        Example("sentences | where sentence ~ r\"(?i)will not\"", "sentences with “will not”"),
      ])
  }

  private struct Row {
    let briefing: Briefing
    let index: Int
    let range: TextRange
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("sentence", plural: "sentences"),
      [
        .text("sentence", "its text") { .excerpt($0.briefing.source, $0.range) },
        .int("words", "how many words it has") { row in
          let tokens = row.briefing.document.tokens
          return row.briefing.document.sentences[row.index].count {
            tokens.kinds[$0] == .word || tokens.kinds[$0] == .number
          }
        },
        .text("section", "the section it stands in") {
          $0.briefing.sectionName(at: $0.range.start)
        },
        .briefing { $0.briefing },
        .place("place", "where it stands") { Place($0.briefing.source, $0.range) },
      ],
      place: { Place($0.briefing.source, $0.range) })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [Row] = []
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      let sentences = briefing.document.sentences
      let tokens = briefing.document.tokens
      for index in 0..<sentences.count {
        rows.append(
          Row(briefing: briefing, index: index, range: tokens.range(sentences[index])))
      }
    }
    return .table(Self.schema.table(rows))
  }
}
