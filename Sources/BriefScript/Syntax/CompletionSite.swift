import BriefSource

/// What was being written where a script ends.
struct CompletionSite {
  enum Kind {
    /// The first word of a stage; of a statement too when nothing stands before it.
    case stage(beginsStatement: Bool)
    /// An argument after those given.
    case argument(command: String, given: [Argument])
    /// The value that an equals sign ties to a flag.
    case flagValue(command: String, flag: String, given: [Argument])
    /// An operand of a formula, over rows or not; what it is compared with, if anything.
    case operand(hasColumns: Bool, comparedWith: Expression?)
    /// An operator after an operand.
    case `operator`(after: Expression)
    /// The name of a file with this ending.
    case file(String)
    /// A column.
    case column
    /// A field of a value.
    case field(Expression)
    /// The name of a type.
    case type
    /// A word the script's author has to invent.
    case invention
  }

  let kind: Kind
  /// The word begun, empty where none is.
  let token: Token
}
