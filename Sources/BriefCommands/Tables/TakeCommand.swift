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
    if let problem = CallProblem(count: count, parameter: parameter) { throw failure(problem) }
  }
}

extension KnownArguments {
  /// Refuses a number of rows below zero, where it is known.
  func checkCount(_ parameter: String) throws(CallProblem) {
    if let count = int(parameter), let problem = CallProblem(count: count, parameter: parameter) {
      throw problem
    }
  }
}

extension CallProblem {
  /// What is wrong with a number of rows; `nil` when nothing is.
  fileprivate init?(count: Int, parameter: String) {
    guard count < 0 else { return nil }
    self.init(
      "negative-count", "expected a number of rows, found \(count)", parameter: parameter,
      help: "give 0 or more")
  }
}
