import BriefSource

/// A script that has been checked and can be run.
struct Plan {
  enum Statement {
    case bind(slot: Int, Formula, TextRange)
    case assert(Formula, otherwise: Formula?, TextRange)
    case emit(PlannedPipeline)
    /// The block is run for every element of a list or row of a table.
    case loop(slot: Int, Formula, PlannedBlock, TextRange)
    indirect case branch(Formula, PlannedBlock, otherwise: PlannedBlock?)
    case exercise(PlannedExercise)
    /// Statements of a module.
    indirect case within(Source, [Statement])
  }

  var statements: [Statement] = []
  /// Where the statements of the script stand that those of the plan come from.
  var places: [TextRange] = []
  /// How many slots the script needs.
  var slotCount = 0
  /// What is said before it runs: warnings and notes.
  var remarks: [Diagnostic] = []
  /// The files it may read and write; `nil` when that is not limited.
  var permissions: ScriptPermissions?
}

/// Statements between braces that have been checked.
struct PlannedBlock {
  let statements: [Plan.Statement]
}

/// A function whose body has been checked for the types of a call.
final class PlannedFunction {
  let name: String
  let source: Source
  /// The slots of what it takes.
  let slots: [Int]
  let body: PlannedBlock
  /// What it gives.
  let type: ValueType
  /// How many levels of formulas, blocks and calls there are inside it.
  let depth: Int
  /// What is said of the files that it reads or writes and the script does not name.
  let lackingFiles: [Diagnostic]

  init(
    name: String, source: Source, slots: [Int], body: PlannedBlock, type: ValueType, depth: Int,
    lackingFiles: [Diagnostic]
  ) {
    self.name = name
    self.source = source
    self.slots = slots
    self.body = body
    self.type = type
    self.depth = depth
    self.lackingFiles = lackingFiles
  }
}

/// A call of a function that stands as a stage.
struct PlannedInvocation {
  enum Argument {
    /// What the stage before gives; a row as a table of one where that is wanted.
    case input(asTable: Bool)
    case formula(Formula)
  }

  let function: PlannedFunction
  let arguments: [Argument]
  let range: TextRange
}

/// An exercise that has been checked.
struct PlannedExercise {
  struct Check {
    let condition: Formula
    let otherwise: Formula?
    let range: TextRange
  }

  let name: String
  let given: PlannedBlock
  let solution: PlannedBlock
  /// The slot of `$answer`.
  let answer: Int
  let checks: [Check]
}

/// A pipeline that has been checked.
struct PlannedPipeline {
  let stages: [PlannedStage]
  /// Where it stands.
  var range = TextRange.at(0)

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
  /// The block is run for every row or element; `gives` is what comes of all of them.
  case each(slot: Int, PlannedBlock, gives: ValueType, RowStage)
  case invoke(PlannedInvocation)
  case explanation(PlannedExplanation)
}

extension PlannedStage {
  /// Where it stands, if that is known.
  var range: TextRange? {
    switch self {
    case .call(let call): call.range
    case .value, .explanation: nil
    case .filter(_, let stage), .derive(_, let stage), .group(_, _, _, let stage),
      .each(_, _, _, let stage):
      stage.range
    case .invoke(let invocation): invocation.range
    }
  }
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
    let type: ValueType
    let range: TextRange
    let isPattern: Bool
    /// Whether the elements of a list are given one by one.
    let isSpread: Bool

    /// The type of what is given: of each element where they are given one by one.
    var givenType: ValueType {
      if isSpread, case .list(let element) = type { element } else { type }
    }
  }

  let parameter: ParameterSummary
  let values: [Value]
}
