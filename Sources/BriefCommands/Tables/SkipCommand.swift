import BriefScript

/// Leaves out the first rows.
struct SkipCommand: ExaminingCommand {
  var count = 1

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "skip", .tables, "Leaves out the first rows.",
      input: .anyTable, output: .sameAsInput,
      parameters: [.argument("n", \.count, "how many, 1 unless said")],
      examples: [Example("quotes | skip 3 | take 3", "the fourth to the sixth")])
  }

  static func examine(_ arguments: KnownArguments, host: Void) throws(CallProblem) {
    try arguments.checkCount("n")
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    try context.checkCount(count, parameter: "n")
    return input.mapTable { $0.selecting(min(count, $0.count)..<$0.count) }
  }
}
