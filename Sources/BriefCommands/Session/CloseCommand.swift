import BriefAnalysis
import BriefScript
import BriefSource

/// Takes briefings out of the session.
struct CloseCommand: Command {
  var names: [String] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "close", .session, "Takes briefings out of the session; their files stay as they are.",
      discussion: """
        Without a name it closes the briefings it is given by the stage before, or all.
        """,
      input: .rowsOrNothing(.briefing), output: .fixed(BriefingRows.type),
      isAcknowledgement: true,
      parameters: [
        .arguments(
          "briefing", \.names, "its number, file or title", completing: .named("briefings"))
      ],
      examples: [Example("close 1", "forget the first briefing")])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var closed: [Briefing] = []
    if !names.isEmpty {
      for name in names { closed += try context.briefings(matching: name, parameter: "briefing") }
    } else if case .table = input {
      closed = input.briefings
    } else {
      closed = context.host.briefings
    }
    context.host.remove(closed)
    return .table(BriefingRows.schema.table(context.host.current))
  }
}

extension CommandContext<Session> {
  /// The briefings that `query` means; an error that lists what is loaded when there is none.
  func briefings(matching query: String, parameter: String) throws(ScriptError) -> [Briefing] {
    let found = host.briefings(matching: query)
    guard found.isEmpty else { return found }
    let names = host.briefings.enumerated().map { index, briefing in
      "\(index + 1) \(FileName(briefing.source.name).base)"
    }
    throw failure(
      "unknown-briefing", "no briefing '\(query)' is loaded", parameter: parameter,
      help: names.isEmpty
        ? "nothing is loaded yet: load FILE"
        : "loaded: " + names.prefix(8).joined(separator: ", ")
          + (names.count > 8 ? ", … (see briefings)" : ""))
  }
}
