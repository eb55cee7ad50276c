import BriefAnalysis
import BriefScript
import BriefSource

/// Lists what is damaged, odd or missing in briefings.
struct ProblemsCommand: Command {
  var severity: Severity?

  /// The severities that can be asked for.
  enum Severity: String, CaseIterable {
    case note, warning, error
  }

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "problems", .reading, "Lists what is damaged, odd or missing in the text.",
      discussion: """
        A note is worth knowing (no date is given), a warning may change answers (a quotation \
        mark that is never closed), an error lost part of the text.
        """,
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      parameters: [.flag("severity", \.severity, "only these")],
      examples: [
        Example("problems", "everything reading found"),
        Example("problems | count by problem", "how often each kind occurs"),
      ])
  }

  private struct Row {
    let briefing: Briefing
    let problem: Diagnostic
    var place: Place { Place(briefing.source, problem.range ?? .at(0)) }
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("problem", plural: "problems"),
      [
        .string("severity", "note, warning or error") { $0.problem.severity.rawValue }
          .among(["note", "warning", "error"]),
        .string("problem", "its name") { $0.problem.id },
        .string("message", "what it is") { $0.problem.message },
        .briefing { $0.briefing },
        .place("place", "where it stands") { $0.place },
      ],
      place: { $0.place },
      explanation: { row in
        Explanation(
          title: row.problem.message,
          steps: [row.problem.help].compactMap { $0 },
          evidence: row.problem.range.map {
            [SourceExcerpt.Mark($0, "", role: .warning)]
              + row.problem.labels.map { SourceExcerpt.Mark($0.range, $0.message, role: .note) }
          } ?? [],
          source: row.briefing.source)
      })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let rows = input.briefings.flatMap { briefing in
      briefing.problems.map { Row(briefing: briefing, problem: $0) }
    }
    return .table(
      Self.schema.table(
        rows.filter { severity == nil || $0.problem.severity.rawValue == severity?.rawValue }))
  }
}
