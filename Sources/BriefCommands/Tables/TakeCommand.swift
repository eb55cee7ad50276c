import BriefScript

/// Keeps the first rows.
struct TakeCommand: ExaminingCommand {
  var count = 10

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "take", .tables, "Keeps the first rows.",
      input: .anyTable, output: .sameAsInput,
      parameters: [.argument("n", \.count, "how many, 10 unless said")],
      examples: [Example("quotes | take 3", "the first three quotations")])
  }

  static func examine(_ arguments: KnownArguments, host: Void) throws(CallProblem) {
    try arguments.checkCount("n")
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    try context.checkCount(count, parameter: "n")
    return input.mapTable { $0.selecting(0..<min(count, $0.count)) }
  }
}

extension CommandContext {
  /// Refuses a number of rows below zero.
  func checkCount(_ count: Int, parameter: String) throws(ScriptError) {
    if count < 0 { throw failure(.negative(count, parameter)) }
  }
}

extension KnownArguments {
  /// Refuses a number of rows below zero, where it is known.
  func checkCount(_ parameter: String) throws(CallProblem) {
    if let count = int(parameter), count < 0 { throw .negative(count, parameter) }
  }
}

extension CallProblem {
  /// A number of rows below zero.
  fileprivate static func negative(_ count: Int, _ parameter: String) -> CallProblem {
    CallProblem(
      "negative-count", "expected a number of rows, found \(count)", parameter: parameter,
      help: "give 0 or more")
  }
}
