import BriefAnalysis
import BriefScript
import BriefSource

/// Lists the corrections that are in force.
struct FixesCommand: Command {
  var path: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "fixes", .hand, "Lists what was corrected by hand with fix.",
      discussion: """
        One row for each correction, with what the program says and what the person says. The \
        state is applied; agrees when the program says the same by itself; or stale when the text \
        or the program has changed so that the correction fits no quotation. A stale one changes \
        nothing and stays in its file. --from reads the corrections from a file that does not lie \
        beside its text.
        """,
      input: .rows(.briefing), output: .fixed(.table(FixRows.schema.type)),
      parameters: [
        .flag("from", \.path, "a file of corrections to apply first", accepts: .path(.read))
      ],
      examples: [
        Example("fixes", "what was corrected"),
        Example("fixes | where state == \"stale\"", "what fits no longer"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let briefings = input.briefings
    guard let path else { return .table(FixRows.schema.table(FixRow.rows(of: briefings))) }
    try context.requireAccess(.read, path, parameter: "from")
    let file: FixFile?
    do throws(StandoffError) {
      file = try FixFile.reading(path, noting: context.ledger)
    } catch {
      throw context.failure(
        "unusable-standoff", error.message, parameter: "from", help: error.help)
    }
    guard let file else {
      throw context.failure(
        "unusable-standoff", "there is no file '\(path)'", parameter: "from",
        help: "fix makes one; without --file it lies beside the text")
    }
    let meant =
      briefings.first { file.fixes.isMade(for: $0.source) }
      ?? briefings.first { FileName($0.source.name).base == file.fixes.text }
    guard let meant else {
      throw context.failure(
        "unknown-text", "'\(path)' is of '\(file.fixes.text)', which is not loaded",
        parameter: "from", help: "load the text first")
    }
    let corrected = context.host.apply(file, to: meant) { context.report($0) }
    context.host.replace(with: corrected)
    return .table(FixRows.schema.table(FixRow.rows(of: [corrected])))
  }
}
