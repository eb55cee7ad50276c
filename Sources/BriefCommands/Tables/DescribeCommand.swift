import BriefScript

/// Describes the columns of a table.
struct DescribeCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "describe", .tables,
      "Describes each column: type, how many cells are filled, range and mean.",
      input: .anyTable, output: .fixed(.table(.described)),
      examples: [Example("quotes | describe", "what the columns of quotes hold")])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    input.mapTable { $0.described() }
  }
}
