import BriefSource

/// A formula whose names are resolved: columns to positions, variables to slots.
indirect enum Formula {
  case constant(Value)
  /// The value of a variable.
  case slot(Int)
  /// A cell of the row at hand.
  case column(Int)
  /// A figure of the group at hand.
  case aggregate(Int)
  case list([Formula])
  case not(Formula)
  case negated(Formula, TextRange)
  case and(Formula, Formula)
  case or(Formula, Formula)
  case equality(isEqual: Bool, Formula, Formula)
  case ordering(BinaryOperator, Formula, Formula)
  case isIn(Formula, Formula)
  /// Whether a value lies between two, both included.
  case isBetween(Formula, Formula, Formula)
  case matches(Formula, Pattern)
  case orElse(Formula, Formula)
  /// The ints from one to another.
  case ints(Formula, Formula, TextRange)
  case arithmetic(BinaryOperator, Formula, Formula, TextRange)
  case call(FunctionDeclaration, [Formula], TextRange)
  case replacing(Formula, Pattern, Formula)
  /// Parts of a text as a regular expression finds them.
  case search(MatchedParts, Formula, Pattern)
  /// One of two values by a condition; the other one is not computed.
  case choice(Formula, Formula, Formula)
  /// A function of a script.
  case invoke(PlannedFunction, [Formula])
  case field(Formula, String)
  case pipeline(PlannedPipeline)
  /// A pipeline inside a formula over rows: it cannot depend on the row and is run once.
  case oncePerStage(slot: Int, PlannedPipeline)
  /// What was wrong and has been reported; it is never evaluated.
  case broken
}
