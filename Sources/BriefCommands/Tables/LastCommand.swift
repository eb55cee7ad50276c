import BriefScript

/// Keeps the last rows.
struct LastCommand: ExaminingCommand {
  var count = 10

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "last", .tables, "Keeps the last rows, in their order.",
      input: .anyTable, output: .sameAsInput,
      parameters: [.argument("n", \.count, "how many, 10 unless said")],
      examples: [Example("quotes | last 3", "the last three quotations")])
  }

  static func examine(_ arguments: KnownArguments, host: Void) throws(CallProblem) {
    try arguments.checkCount("n")
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    try context.checkCount(count, parameter: "n")
    return input.mapTable { $0.selecting(max(0, $0.count - count)..<$0.count) }
  }
}
