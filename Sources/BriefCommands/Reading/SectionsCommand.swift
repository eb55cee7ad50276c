import BriefAnalysis
import BriefScript
import BriefSource

/// Lists the sections of briefings.
struct SectionsCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "sections", .reading, "Lists the sections: key points, lead, and what stands under headings.",
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      examples: [Example("sections", "how the briefing is built")])
  }

  private struct Row {
    let briefing: Briefing
    let index: Int
    var section: Structure.Section { briefing.structure.sections[index] }
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("section", plural: "sections"),
      [
        .int("number", "its number in the briefing, from 1") { $0.index + 1 },
        .string("kind", "head, key-points, lead or section") { $0.section.kind.rawValue }
          .among(Structure.SectionKind.self),
        .text("heading", "its heading") { row in
          row.section.heading.map { .excerpt(row.briefing.source, $0) }
        },
        .int("blocks", "paragraphs, headings and other blocks") { $0.section.blocks.count }
          .asDetail,
        .int("words", "how many words it has") { $0.briefing.wordCount(in: $0.section.range) },
        .briefing { $0.briefing },
        .place("place", "where it begins") { Place($0.briefing.source, $0.section.range) },
      ],
      place: { Place($0.briefing.source, $0.section.range) })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let rows = input.briefings.flatMap { briefing in
      briefing.structure.sections.indices.map { Row(briefing: briefing, index: $0) }
    }
    return .table(Self.schema.table(rows))
  }
}
