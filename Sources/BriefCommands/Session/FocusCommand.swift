import BriefAnalysis
import BriefScript
import BriefSource

/// Chooses the briefing that commands read.
struct FocusCommand: Command {
  var name: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "focus", .session, "Chooses the one briefing that commands read; focus all reads all again.",
      input: .nothing, output: .fixed(BriefingRows.type),
      isAcknowledgement: true,
      parameters: [
        .argument(
          "briefing", \.name, "its number, file or title, or all", isRequired: true,
          completing: .named("briefings"))
      ],
      examples: [
        Example("focus 1", "read only the first briefing"),
        Example("focus all", "read all of them again"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    guard let name, name != "all" else {
      context.host.setFocus(nil)
      return .table(BriefingRows.schema.table(context.host.current))
    }
    let found = try context.briefings(matching: name, parameter: "briefing")
    guard found.count == 1 else {
      let names = found.map { FileName($0.source.name).base }.joined(separator: ", ")
      throw context.failure(
        "ambiguous-briefing", "'\(name)' means \(found.count) briefings: \(names)",
        parameter: "briefing", help: "give the number that briefings shows")
    }
    context.host.setFocus(found[0])
    return .table(BriefingRows.schema.table(found))
  }
}
