import BriefSource

/// A script as it was written: its statements, and every token and comment.
struct Script {
  let source: Source
  var statements: [Statement] = []
  /// The tokens in text order, line ends among them.
  var tokens: [Token] = []
  /// The comments in text order.
  var comments: [TextRange] = []
  /// The names of commands, in text order.
  var commandNames: [Name] = []
  /// Where words of the language begin: `let`, `where`, `and`.
  var keywords = Positions()
  /// The mistakes of form.
  var findings: Findings
  /// Whether the script ends where more has to follow, in an open bracket or after a `|`.
  var isIncomplete = false
  /// What was being written at the end, when that was asked for.
  var site: CompletionSite?
}

/// A word of the script with its place.
struct Name: Hashable {
  let text: String
  let range: TextRange
}

/// One statement.
struct Statement {
  indirect enum Kind {
    case edition(Int)
    case parameter(ScriptParameter)
    case needs(Need)
    case use(Import)
    case binding(Name, type: Name?, Expression)
    case definition(FunctionDefinition)
    case loop(Loop)
    case branch(Branch)
    case assertion(Expression, otherwise: Expression?)
    case exercise(Exercise)
    case pipeline(Pipeline)
    /// What the parser could not read, and has reported.
    case broken
  }

  let kind: Kind
  let range: TextRange
}

/// Stages, each working on what the one before gives.
struct Pipeline {
  let stages: [Stage]
  let range: TextRange

  /// How many levels of formulas there are inside it.
  var depth: Int { stages.reduce(0) { max($0, $1.depth) } }
}

/// One stage of a pipeline.
struct Stage {
  enum Kind {
    case call(Name, [Argument])
    /// A variable or one of its fields, or a formula in brackets.
    case value(Expression)
    case filter(Expression)
    case derivation([Definition])
    /// The definitions are `nil` when there are no brackets.
    case grouping(keys: [Name], [Definition]?)
    /// A block that is run for every row or element.
    indirect case each(Name, Block)
    /// `explain` and the pipeline after it.
    case explanation(Pipeline)
    case broken
  }

  let kind: Kind
  let range: TextRange
  /// Where the next token begins; a cursor before it is still in this stage.
  let reach: Int

  /// How many levels of formulas there are inside it.
  var depth: Int {
    switch kind {
    case .call(_, let arguments): arguments.reduce(0) { max($0, $1.depth) }
    case .value(let value): value.depth
    case .filter(let condition): condition.depth
    case .derivation(let definitions): definitions.reduce(0) { max($0, $1.value.depth) }
    case .grouping(_, let definitions): (definitions ?? []).reduce(0) { max($0, $1.value.depth) }
    case .each(_, let block): block.depth
    case .explanation(let pipeline): pipeline.depth
    case .broken: 0
    }
  }
}

/// A column that a stage defines.
struct Definition {
  let name: Name
  let value: Expression
}

/// What stands after the name of a command.
struct Argument {
  enum Kind {
    /// `--name`, and the value that an equals sign ties to it.
    case flag(Name, ArgumentValue?)
    case value(ArgumentValue)
  }

  let kind: Kind
  let range: TextRange
  /// Whether a comma stands before it.
  let followsComma: Bool

  /// How many levels of formulas there are inside it.
  var depth: Int {
    switch kind {
    case .flag(_, let value): value?.depth ?? 0
    case .value(let value): value.depth
    }
  }
}

/// The value of an argument; what a bare word means depends on the parameter.
struct ArgumentValue {
  enum Kind {
    case word(String)
    indirect case expression(Expression)
    case list([ArgumentValue])
    /// What is no value although it looks like one; the message is still to be reported.
    indirect case wrong(Message)
    /// What has been reported.
    case broken
  }

  let kind: Kind
  let range: TextRange

  /// How many levels of lists and formulas there are inside it.
  var depth: Int {
    switch kind {
    case .word, .wrong, .broken: 0
    case .expression(let expression): expression.depth
    case .list(let elements): elements.reduce(0) { max($0, $1.depth) } + 1
    }
  }
}

/// A type that is written after a colon.
extension ValueType {
  /// The types a script can name.
  static let named: [(name: String, type: ValueType)] = [
    ("bool", .bool), ("date", .date), ("duration", .duration), ("int", .int),
    ("list", .list(.unknown)), ("number", .number), ("place", .place),
    ("record", .record(TableType([]))), ("table", .table(TableType([]))), ("text", .text),
  ]
}
