import BriefSource

/// A script that has been checked and can be run.
struct Plan {
  enum Statement {
    case bind(slot: Int, Formula, TextRange)
    case assert(Formula, otherwise: Formula?, TextRange)
    case emit(PlannedPipeline)
  }

  var statements: [Statement] = []
  /// How many slots the script needs.
  var slotCount = 0
  /// What is said before it runs: warnings and notes.
  var remarks: [Diagnostic] = []
}

/// A pipeline that has been checked.
struct PlannedPipeline {
  let stages: [PlannedStage]

  /// Whether its result only confirms what its last command did.
  var isAcknowledgement: Bool {
    if case .call(let call)? = stages.last { call.command.summary.isAcknowledgement } else { false }
  }
}

/// A stage that has been checked.
enum PlannedStage {
  case call(PlannedCall)
  case value(Formula)
  case filter(Formula, RowStage)
  case derive([PlannedColumn], RowStage)
  case group(keys: [String], [PlannedAggregate], [PlannedColumn], RowStage)
}

/// What every stage has that computes something for each row.
struct RowStage {
  let range: TextRange
  /// The slots of pipelines that are run once for the stage.
  let caches: [Int]
}

/// A column and the formula of its cells.
struct PlannedColumn {
  let column: TableType.Column
  let value: Formula
}

/// A figure of a group: what is computed of the values of a formula in its rows.
struct PlannedAggregate {
  let declaration: AggregateDeclaration
  /// `nil` when the rows themselves are counted.
  let argument: Formula?
  let range: TextRange
}

/// A call of a command that has been checked.
struct PlannedCall {
  let command: AnyCommand
  let arguments: [PlannedArgument]
  let range: TextRange
  /// Whether the stage before gives a row where rows are wanted.
  let takesRecordAsTable: Bool
  /// What the command said before anything ran that it will give.
  var foretold: ValueType?
}

/// The values given for one parameter.
struct PlannedArgument {
  struct Value {
    let formula: Formula
    let range: TextRange
    let isPattern: Bool
    /// Whether the elements of a list are given one by one.
    let isSpread: Bool
  }

  let parameter: ParameterSummary
  let values: [Value]
}
