import BriefSource

/// A formula whose names are resolved: columns to positions, variables to slots.
///
/// What most formulas are made of is stored without a box.
enum Formula {
  case constant(Value)
  /// The value of a variable.
  case slot(Int)
  /// A cell of the row at hand.
  case column(Int)
  /// A figure of the group at hand.
  case aggregate(Int)
  indirect case list([Formula])
  indirect case not(Formula)
  indirect case negated(Formula, TextRange)
  indirect case and(Formula, Formula)
  indirect case or(Formula, Formula)
  indirect case equality(isEqual: Bool, Formula, Formula)
  indirect case ordering(BinaryOperator, Formula, Formula)
  indirect case isIn(Formula, Formula)
  /// Whether a value lies between two, both included.
  indirect case isBetween(Formula, Formula, Formula)
  indirect case matches(Formula, Pattern)
  indirect case orElse(Formula, Formula)
  /// The ints from one to another.
  indirect case ints(Formula, Formula, TextRange)
  indirect case arithmetic(BinaryOperator, Formula, Formula, TextRange)
  indirect case call(FunctionDeclaration, [Formula], TextRange)
  indirect case replacing(Formula, Pattern, Formula)
  /// Parts of a text as a regular expression finds them.
  indirect case search(MatchedParts, Formula, Pattern)
  /// One of two values by a condition; the other one is not computed.
  indirect case choice(Formula, Formula, Formula)
  /// A table of the one row that a formula gives.
  indirect case tableOfRow(Formula)
  /// A function of a script.
  indirect case invoke(PlannedFunction, [Formula])
  indirect case field(Formula, String)
  indirect case pipeline(PlannedPipeline)
  /// A pipeline inside a formula over rows: it cannot depend on the row and is run once.
  indirect case oncePerStage(slot: Int, PlannedPipeline)
  /// What was wrong and has been reported; it is never evaluated.
  case broken
}
