import BriefScript

/// Gives a row as a value of its own.
struct OneCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "one", .tables, "Gives the first row as a value, whose columns are its fields.",
      discussion: "Without rows it gives missing. A row can stand where rows of its kind can.",
      input: .anyTable,
      output: .computed { shape in shape.table.map { .record($0) } ?? .unknown },
      examples: [
        Example("let first = $(quotes | one); print $first.speaker", "who is quoted first"),
        Example("briefings | one | quotes", "the quotations of the first briefing"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input, !table.isEmpty else { return .missing }
    return .record(table.record(0))
  }
}
